import type { Bitmap } from './bitmap.ts';

/** Where X's `XWDFile.h` keeps what is needed, as numbers of four bytes, the highest first. */
const FIELDS = {
  headerBytes: 0,
  width: 4,
  height: 5,
  byteOrder: 7,
  bitsPerPixel: 11,
  lineBytes: 12,
  colors: 19,
} as const;
const BYTES_OF_A_COLOR = 12;

/**
 * Reads an X window dump of 32 bits a pixel, blue first, as Xvfb keeps its screen in a file with
 * `-fbdir`. Throws for any other kind.
 */
export function decodeXwd(bytes: Buffer): Bitmap {
  const field = (name: keyof typeof FIELDS): number => bytes.readUInt32BE(FIELDS[name] * 4);
  const width = field('width');
  const height = field('height');
  if (field('bitsPerPixel') !== 32 || field('byteOrder') !== 0)
    throw new Error('This dump has other pixels than 32 bits, lowest byte first');
  const start = field('headerBytes') + field('colors') * BYTES_OF_A_COLOR;
  const lineBytes = field('lineBytes');
  if (bytes.length < start + lineBytes * height) throw new Error('The dump ends early');
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    const line = bytes.subarray(start + y * lineBytes);
    for (let x = 0; x < width * 4; x += 4) {
      const to = y * width * 4 + x;
      rgba[to] = line[x + 2] ?? 0;
      rgba[to + 1] = line[x + 1] ?? 0;
      rgba[to + 2] = line[x] ?? 0;
    }
  }
  return { width, height, rgba };
}
