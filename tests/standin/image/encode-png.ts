import { deflateSync } from 'node:zlib';
import type { Bitmap } from './bitmap.ts';
import { PNG_SIGNATURE, writeChunk } from './png-chunks.ts';

const BITS_PER_SAMPLE = 8;
const COLOR_TYPE_RGBA = 6;

/** A picture as a PNG of 8-bit RGBA, without filters. */
export function encodePng({ width, height, rgba }: Bitmap): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = BITS_PER_SAMPLE;
  header[9] = COLOR_TYPE_RGBA;
  const stride = width * 4;
  const lines = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1)
    rgba.copy(lines, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  return Buffer.concat([
    PNG_SIGNATURE,
    writeChunk({ type: 'IHDR', data: header }),
    writeChunk({ type: 'IDAT', data: deflateSync(lines) }),
    writeChunk({ type: 'IEND', data: Buffer.alloc(0) }),
  ]);
}
