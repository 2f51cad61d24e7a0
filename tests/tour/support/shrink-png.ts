import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture's pixels: three bytes each, red, green and blue. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUECOLOUR = 2;
const INDEXED = 3;
const MOST_INDEXED = 256;

/** So many pixels of one colour are a surface or a line, and no shade at the edge of a letter. */
const SURFACE_PIXELS = 256;

/** How far a shade may be moved, of 255, in the channel that moves most. */
const TOLERANCE = 10;

/**
 * Writes a screenshot in a third of its bytes: with a palette of at most 256 colours, packed as
 * tightly as zlib can. Every colour of a surface stays what it was; the many shades at the edges of
 * letters move by at most 10 of 255, which nobody sees. Where that is not enough, all stays as it
 * was and there is no palette. The same pixels give the same bytes. Throws for a PNG that is not
 * 8-bit truecolour without alpha, the kind Chromium takes.
 */
export function shrinkPng(png: Buffer): Buffer {
  const pixels = decode(png);
  const { width, height } = pixels;
  const palette = paletteOf(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = palette === null ? TRUECOLOUR : INDEXED;
  const chunks: readonly Chunk[] = [
    { type: 'IHDR', data: header },
    ...(palette === null ? [] : [{ type: 'PLTE', data: paletteBytes(palette) }]),
    {
      type: 'IDAT',
      data: smallest(palette === null ? pixels.rgb : indexes(pixels, palette), pixels),
    },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([SIGNATURE, ...chunks.map(frame)]);
}

/** Reads the pixels of a screenshot. */
export function decode(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const packed = Buffer.concat(
    chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
  );
  const isPlain = header[8] === 8 && header[12] === 0;
  if (isPlain && header[9] === TRUECOLOUR)
    return { width, height, rgb: unfilter(inflateSync(packed), width * 3, 3) };
  const colours = chunks.find(({ type }) => type === 'PLTE')?.data;
  if (!isPlain || header[9] !== INDEXED || colours === undefined)
    throw new Error('This kind of PNG is not read here.');
  const places = unfilter(inflateSync(packed), width, 1);
  const rgb = new Uint8Array(places.length * 3);
  places.forEach((place, at) => rgb.set(colours.subarray(place * 3, place * 3 + 3), at * 3));
  return { width, height, rgb };
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function frame({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Undoes the filters of PNG's section 9.2; `step` is the bytes of a pixel. */
function unfilter(data: Uint8Array, stride: number, step: number): Uint8Array {
  const rows = new Uint8Array((data.length / (stride + 1)) * stride);
  for (let at = 0; at < rows.length; at += 1) {
    const y = Math.floor(at / stride);
    const isFirst = at % stride < step;
    const left = isFirst ? 0 : (rows[at - step] ?? 0);
    const up = rows[at - stride] ?? 0;
    const corner = isFirst ? 0 : (rows[at - stride - step] ?? 0);
    rows[at] = (data[at + y + 1] ?? 0) + guess(data[y * (stride + 1)] ?? 0, left, up, corner);
  }
  return rows;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const toLeft = Math.abs(up - corner);
      const toUp = Math.abs(left - corner);
      const toCorner = Math.abs(left + up - 2 * corner);
      if (toLeft <= toUp && toLeft <= toCorner) return left;
      return toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}

const colourAt = (rgb: Uint8Array, at: number): number =>
  ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);

/** The colours to keep, and the place in their list that each colour of the picture goes to. */
interface Palette {
  readonly colours: readonly number[];
  readonly places: ReadonlyMap<number, number>;
}

/** The fewest colours that all others are near to; null where a palette has no room for them. */
function paletteOf({ rgb }: Pixels): Palette | null {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = colourAt(rgb, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  const colours: number[] = [];
  for (const [colour, count] of frequent) {
    const isNear = (kept: number): boolean => distance(kept, colour) <= TOLERANCE;
    if (count >= SURFACE_PIXELS || !colours.some(isNear)) colours.push(colour);
    if (colours.length > MOST_INDEXED) return null;
  }
  const places = frequent.map(([colour]) => [colour, nearest(colours, colour)] as const);
  return { colours, places: new Map(places) };
}

function nearest(colours: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  colours.forEach((kept, place) => {
    const away = distance(kept, colour);
    if (away >= least) return;
    best = place;
    least = away;
  });
  return best;
}

/** The difference of two colours in the channel that differs most. */
const distance = (a: number, b: number): number =>
  Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );

const paletteBytes = ({ colours }: Palette): Buffer =>
  Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));

function indexes({ rgb }: Pixels, { places }: Palette): Uint8Array {
  const body = new Uint8Array(rgb.length / 3);
  for (let at = 0; at < body.length; at += 1) body[at] = places.get(colourAt(rgb, at * 3)) ?? 0;
  return body;
}

/** Rows without a filter, which suits drawn surfaces and text better than any guess does. */
function smallest(body: Uint8Array, { height }: Pixels): Buffer {
  const stride = body.length / height;
  const rows = Buffer.alloc(body.length + height);
  for (let y = 0; y < height; y += 1)
    rows.set(body.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return deflateSync(rows, { level: 9, memLevel: 9 });
}
