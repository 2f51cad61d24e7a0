import { encodeSmallPng, type Picture } from './png.ts';

/**
 * The kinds of entry by their size in pixels. Two sizes are also the doubled size of a smaller icon
 * and are written under both names. 16 and 32 at single density must be packed ARGB: as PNG they are
 * drawn wrong inside an application bundle.
 */
const ENTRIES = [
  { type: 'ic04', pixels: 16, packed: true },
  { type: 'ic05', pixels: 32, packed: true },
  { type: 'ic11', pixels: 32, packed: false },
  { type: 'ic12', pixels: 64, packed: false },
  { type: 'ic07', pixels: 128, packed: false },
  { type: 'ic13', pixels: 256, packed: false },
  { type: 'ic08', pixels: 256, packed: false },
  { type: 'ic14', pixels: 512, packed: false },
  { type: 'ic09', pixels: 512, packed: false },
  { type: 'ic10', pixels: 1024, packed: false },
] as const;

/** The sizes, in pixels, that {@link encodeIcns} needs. */
export const ICNS_SIZES: readonly number[] = [...new Set(ENTRIES.map(({ pixels }) => pixels))];

/** Writes a macOS icon. Throws RangeError where a picture of one of {@link ICNS_SIZES} is missing. */
export function encodeIcns(pictures: readonly Picture[]): Buffer {
  const entries = ENTRIES.map(({ type, pixels, packed }) => {
    const picture = pictures.find(({ width, height }) => width === pixels && height === pixels);
    if (picture === undefined)
      throw new RangeError(`The ICNS lacks a picture of ${pixels} pixels.`);
    return block(type, packed ? packArgb(picture) : encodeSmallPng(picture));
  });
  return block('icns', Buffer.concat(entries));
}

function block(type: string, data: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([header, data]);
}

/** An entry of the packed kind: alpha, red, green, blue, each a plane of its own in run lengths. */
export function packArgb({ rgba }: Picture): Buffer {
  const plane = (channel: number): Uint8Array => rgba.filter((_, at) => at % 4 === channel);
  const planes = [3, 0, 1, 2].map((channel) => runLengths(plane(channel)));
  return Buffer.concat([Buffer.from('ARGB', 'latin1'), ...planes]);
}

/** A byte below 128 announces that many literals and one more; from 128 on, a run of three and more. */
function runLengths(plane: Uint8Array): Buffer {
  const out: number[] = [];
  let literals: number[] = [];
  const flush = (): void => {
    if (literals.length > 0) out.push(literals.length - 1, ...literals);
    literals = [];
  };
  for (let at = 0; at < plane.length;) {
    const byte = plane[at] ?? 0;
    let run = 1;
    while (run < 130 && plane[at + run] === byte) run++;
    if (run >= 3) {
      flush();
      out.push(run + 125, byte);
    } else {
      literals.push(...plane.subarray(at, at + run));
      if (literals.length > 126) flush();
    }
    at += run;
  }
  flush();
  return Buffer.from(out);
}
