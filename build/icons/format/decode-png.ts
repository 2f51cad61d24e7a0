import { inflateSync } from 'node:zlib';
import type { Picture } from './png.ts';

/**
 * Reads back the PNGs that `png.ts` writes (8 bits a channel, truecolour with alpha or a palette, not
 * interlaced), so that tests judge pixels and not bytes. Throws for any other kind.
 */
export function decodePng(png: Buffer): Picture {
  const chunks = chunksOf(png);
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const isIndexed = header[9] === 3;
  if (header[8] !== 8 || header[12] !== 0 || !(isIndexed || header[9] === 6)) {
    throw new Error('This kind of PNG is not read here.');
  }
  const step = isIndexed ? 1 : 4;
  const rows = unfilter(inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)), width * step, step);
  if (!isIndexed) return { width, height, rgba: rows };

  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const alphas = chunks.get('tRNS') ?? Buffer.alloc(0);
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
    const index = rows[at >> 2] ?? 0;
    return at % 4 === 3 ? (alphas[index] ?? 255) : (palette[index * 3 + (at % 4)] ?? 0);
  });
  return { width, height, rgba };
}

function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

function unfilter(data: Buffer, stride: number, step: number): Uint8Array {
  const rows = new Uint8Array((data.length / (stride + 1)) * stride);
  for (let at = 0; at < rows.length; at++) {
    const y = Math.floor(at / stride);
    const isFirst = at % stride < step;
    const left = isFirst ? 0 : (rows[at - step] ?? 0);
    const up = rows[at - stride] ?? 0;
    const corner = isFirst ? 0 : (rows[at - stride - step] ?? 0);
    const estimate = left + up - corner;
    const nearest = [left, up, corner].reduce((best, next) =>
      Math.abs(estimate - next) < Math.abs(estimate - best) ? next : best,
    );
    const guess = [0, left, up, (left + up) >> 1, nearest][data[y * (stride + 1)] ?? 0];
    if (guess === undefined) throw new Error('A row names an unknown filter.');
    rows[at] = (data[at + y + 1] ?? 0) + guess;
  }
  return rows;
}
