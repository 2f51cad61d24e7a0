import { inflateSync } from 'node:zlib';
import type { Bitmap } from './bitmap.ts';
import { readChunks } from './png-chunks.ts';
import { unfilter } from './png-filters.ts';

/** Samples of one pixel by color type: gray, RGB, palette, gray with alpha, RGBA (11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colorType: number;
  readonly samples: number;
  readonly isInterlaced: boolean;
}

/** Where a pass of Adam7 begins, and how far apart its pixels are (8.2): x, y, across, down. */
const ADAM7: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** The pixels of a PNG of any kind the specification knows. Throws where it cannot be read. */
export function decodePng(bytes: Buffer): Bitmap {
  const chunks = readChunks(bytes);
  const dataOf = (type: string): Buffer | undefined =>
    chunks.find((chunk) => chunk.type === type)?.data;
  const header = readHeader(dataOf('IHDR'));
  const { width, height, bits, samples } = header;
  const color = colorReader(header, dataOf('PLTE'), dataOf('tRNS'));
  const packed = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const rgba = Buffer.alloc(width * height * 4);
  let at = 0;
  for (const [x0, y0, across, down] of header.isInterlaced ? ADAM7 : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - x0) / across);
    const rows = Math.ceil((height - y0) / down);
    if (columns <= 0 || rows <= 0) continue;
    const stride = Math.ceil((columns * samples * bits) / 8);
    const step = Math.max(1, (samples * bits) / 8);
    const plain = unfilter(packed.subarray(at), stride, rows, step);
    at += (stride + 1) * rows;
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const pixel = color((sample) =>
          sampleAt(plain, row * stride, (column * samples + sample) * bits, bits),
        );
        const target = ((y0 + row * down) * width + x0 + column * across) * 4;
        for (const [channel, value] of pixel.entries()) rgba[target + channel] = value;
      }
  }
  return { width, height, rgba };
}

function readHeader(data: Buffer | undefined): Header {
  if (data === undefined || data.length < 13) throw new Error('The PNG has no header');
  const [bits = 0, colorType = 0, , , interlace = 0] = data.subarray(8);
  const width = data.readUInt32BE(0);
  const height = data.readUInt32BE(4);
  const samples = SAMPLES[colorType];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(bits))
    throw new Error(`PNG has no color type ${colorType} with ${bits} bits`);
  if (width === 0 || height === 0) throw new Error('The PNG has no pixels');
  return { width, height, bits, colorType, samples, isInterlaced: interlace === 1 };
}

/** One sample of a line, as stored. */
function sampleAt(plain: Buffer, line: number, bit: number, bits: number): number {
  const at = line + Math.floor(bit / 8);
  if (bits === 16) return plain.readUInt16BE(at);
  return ((plain[at] ?? 0) >> (8 - bits - (bit % 8))) & ((1 << bits) - 1);
}

type Pixel = readonly [number, number, number, number];
type ColorReader = (sample: (index: number) => number) => Pixel;

/** Turns the stored samples of one pixel into red, green, blue and alpha of 8 bits. */
function colorReader(
  { bits, colorType }: Header,
  palette: Buffer | undefined,
  transparency: Buffer | undefined,
): ColorReader {
  const full = 2 ** bits - 1;
  const scale = (value: number): number => Math.round((value * 255) / full);
  /** The one color that counts as transparent, as stored. */
  const hidden = (index: number): number | undefined =>
    transparency !== undefined && transparency.length >= index * 2 + 2
      ? transparency.readUInt16BE(index * 2)
      : undefined;
  switch (colorType) {
    case 0:
      return (sample) => {
        const gray = scale(sample(0));
        return [gray, gray, gray, sample(0) === hidden(0) ? 0 : 255];
      };
    case 2:
      return (sample) => {
        const isHidden = [0, 1, 2].every((index) => sample(index) === hidden(index));
        return [scale(sample(0)), scale(sample(1)), scale(sample(2)), isHidden ? 0 : 255];
      };
    case 3: {
      if (palette === undefined) throw new Error('The PNG has no palette');
      return (sample) => {
        const index = sample(0);
        const [red, green, blue] = palette.subarray(index * 3);
        if (red === undefined || green === undefined || blue === undefined)
          throw new Error(`The PNG’s palette has no color ${index}`);
        return [red, green, blue, transparency?.[index] ?? 255];
      };
    }
    case 4:
      return (sample) => {
        const gray = scale(sample(0));
        return [gray, gray, gray, scale(sample(1))];
      };
    default:
      return (sample) => [scale(sample(0)), scale(sample(1)), scale(sample(2)), scale(sample(3))];
  }
}
