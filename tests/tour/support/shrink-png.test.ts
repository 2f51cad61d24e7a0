import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decode, shrinkPng } from './shrink-png.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

/** A screenshot as Chromium writes one; `colourAt` gives red, green and blue of a pixel. */
function screenshot(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 2;
  const rows = Array.from({ length: height }, (_row, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_pixel, x) => colourAt(x, y)).flat()]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pixels = (png: Buffer): Buffer => Buffer.from(decode(png).rgb);

describe('shrinkPng', () => {
  it('keeps every pixel where few colours are in use', () => {
    const few = screenshot(640, 64, (x, y) => [
      ((x * x * y) % 11) * 20,
      ((x * y * y) % 13) * 19,
      7,
    ]);
    expect(pixels(shrinkPng(few)).equals(pixels(few))).toBe(true);
    expect(shrinkPng(few).length).toBeLessThan(few.length);
  });

  it('moves no shade by more than 10 and no surface at all', () => {
    const png = screenshot(128, 128, (x, y) =>
      y < 64 ? (x < 64 ? [251, 251, 250] : [255, 255, 255]) : [x, x + (y % 3), x],
    );
    const before = pixels(png);
    const after = pixels(shrinkPng(png));
    const moved = [...before].map((value, at) => Math.abs(value - (after[at] ?? 0)));
    expect(Math.max(...moved)).toBeGreaterThan(0);
    expect(Math.max(...moved)).toBeLessThanOrEqual(10);
    const half = 128 * 64 * 3;
    expect(after.subarray(0, half).equals(before.subarray(0, half))).toBe(true);
  });

  it('leaves a photograph what it is', () => {
    const photograph = screenshot(64, 64, (x, y) => [x * 4, y * 4, (x * y) % 256]);
    expect(pixels(shrinkPng(photograph)).equals(pixels(photograph))).toBe(true);
  });
});
