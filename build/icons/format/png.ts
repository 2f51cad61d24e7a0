import { crc32, deflateSync } from 'node:zlib';

/** A picture in memory: four bytes a pixel (red, green, blue, alpha), not premultiplied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUECOLOUR_ALPHA = 6;
const INDEXED = 3;

/** A guess at a byte from the bytes to its left, above it and above left: PNG section 9.2, in order. */
type Guess = (left: number, up: number, corner: number) => number;
const GUESSES: readonly Guess[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

/**
 * Writes a PNG with 32 bits a pixel, the only kind that Windows accepts inside an ICO. The same
 * picture always gives the same bytes (PNG specification, third edition).
 */
export function encodePng(picture: Picture): Buffer {
  const { width, height, rgba } = picture;
  const stride = width * 4;
  const rows = Array.from({ length: height }, (_, y) => {
    const row = rgba.subarray(y * stride, (y + 1) * stride);
    const above = y === 0 ? new Uint8Array(stride) : rgba.subarray((y - 1) * stride, y * stride);
    return smallestRow(row, above);
  });
  return container(picture, TRUECOLOUR_ALPHA, [], Buffer.concat(rows));
}

/** Writes the smallest PNG it can: with a palette where the picture has at most 256 colours. */
export function encodeSmallPng(picture: Picture): Buffer {
  const full = encodePng(picture);
  const indexed = encodeIndexed(picture);
  return indexed !== null && indexed.length < full.length ? indexed : full;
}

function encodeIndexed(picture: Picture): Buffer | null {
  const { width, height, rgba } = picture;
  const pixels = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  const colours: number[] = [];
  for (let at = 0; at < rgba.length; at += 4) colours.push(pixels.getUint32(at));
  // Ordered by alpha, so that the list of alphas can stop at the first opaque colour.
  const palette = [...new Set(colours)].sort((a, b) => (a & 255) - (b & 255) || a - b);
  if (palette.length > 256) return null;

  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const body = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    const y = Math.floor(at / width);
    body[at + y + 1] = indexOf.get(colour) ?? 0;
  });
  const rgb = palette.flatMap((colour) => [
    colour >>> 24,
    (colour >>> 16) & 255,
    (colour >>> 8) & 255,
  ]);
  const alphas = palette.map((colour) => colour & 255).filter((alpha) => alpha < 255);
  const extra = [chunk('PLTE', Buffer.from(rgb))];
  if (alphas.length > 0) extra.push(chunk('tRNS', Buffer.from(alphas)));
  return container(picture, INDEXED, extra, body);
}

function container(
  { width, height }: Picture,
  colourType: number,
  extra: readonly Buffer[],
  body: Buffer,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = colourType;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(body, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The row under the filter whose bytes lie nearest to zero, the usual guess at what packs best. */
function smallestRow(row: Uint8Array, above: Uint8Array): Buffer {
  let best: Buffer = Buffer.alloc(0);
  let least = Infinity;
  GUESSES.forEach((guess, filter) => {
    const candidate = filtered(filter, guess, row, above);
    const weight = distanceFromZero(candidate);
    if (weight >= least) return;
    best = candidate;
    least = weight;
  });
  return best;
}

function distanceFromZero(row: Buffer): number {
  let sum = 0;
  for (let at = 1; at < row.length; at++) {
    const byte = row[at] ?? 0;
    sum += byte < 128 ? byte : 256 - byte;
  }
  return sum;
}

function filtered(filter: number, guess: Guess, row: Uint8Array, above: Uint8Array): Buffer {
  const out = Buffer.alloc(row.length + 1);
  out[0] = filter;
  for (let at = 0; at < row.length; at++) {
    const isFirst = at < 4;
    const left = isFirst ? 0 : (row[at - 4] ?? 0);
    const corner = isFirst ? 0 : (above[at - 4] ?? 0);
    out[at + 1] = (row[at] ?? 0) - guess(left, above[at] ?? 0, corner);
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
