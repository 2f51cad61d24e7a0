import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toArgb, toPremultipliedBgra } from './bitmap.ts';
import { decodePng } from './decode-png.ts';
import { encodePng } from './encode-png.ts';
import { PNG_SIGNATURE, writeChunk } from './png-chunks.ts';

interface Parts {
  readonly size?: readonly [number, number];
  readonly bits?: number;
  readonly colorType: number;
  readonly interlace?: number;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  /** Lines as they are before compression, filter bytes included. */
  readonly lines: readonly number[];
}

function png({ size = [2, 1], bits = 8, colorType, interlace = 0, ...parts }: Parts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size[0], 0);
  header.writeUInt32BE(size[1], 4);
  header.set([bits, colorType, 0, 0, interlace], 8);
  const chunk = (type: string, data: readonly number[] | undefined): readonly Buffer[] =>
    data === undefined ? [] : [writeChunk({ type, data: Buffer.from(data) })];
  return Buffer.concat([
    PNG_SIGNATURE,
    writeChunk({ type: 'IHDR', data: header }),
    ...chunk('PLTE', parts.palette),
    ...chunk('tRNS', parts.transparency),
    writeChunk({ type: 'IDAT', data: deflateSync(Buffer.from(parts.lines)) }),
    writeChunk({ type: 'IEND', data: Buffer.alloc(0) }),
  ]);
}

const pixelsOf = (bytes: Buffer): readonly (readonly number[])[] => {
  const { rgba } = decodePng(bytes);
  return Array.from({ length: rgba.length / 4 }, (_, index) => [
    ...rgba.subarray(index * 4, index * 4 + 4),
  ]);
};

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const CLEAR_BLUE = [0, 0, 255, 0];

describe('decodePng', () => {
  test.each<[string, Parts, readonly (readonly number[])[]]>([
    ['RGBA', { colorType: 6, lines: [0, ...RED, ...CLEAR_BLUE] }, [RED, CLEAR_BLUE]],
    ['RGB', { colorType: 2, lines: [0, 255, 0, 0, 0, 0, 255] }, [RED, BLUE]],
    [
      'RGB with a color that is transparent',
      { colorType: 2, transparency: [0, 0, 0, 0, 0, 255], lines: [0, 255, 0, 0, 0, 0, 255] },
      [RED, CLEAR_BLUE],
    ],
    [
      'a palette',
      { colorType: 3, palette: [255, 0, 0, 0, 0, 255], transparency: [255, 0], lines: [0, 0, 1] },
      [RED, CLEAR_BLUE],
    ],
    [
      'a palette of one bit',
      { colorType: 3, bits: 1, palette: [255, 0, 0, 0, 0, 255], lines: [0, 0b01000000] },
      [RED, BLUE],
    ],
    [
      'gray',
      { colorType: 0, transparency: [0, 200], lines: [0, 7, 200] },
      [
        [7, 7, 7, 255],
        [200, 200, 200, 0],
      ],
    ],
    [
      'gray of four bits',
      { colorType: 0, bits: 4, lines: [0, 0x0f] },
      [
        [0, 0, 0, 255],
        [255, 255, 255, 255],
      ],
    ],
    [
      'gray with alpha',
      { colorType: 4, lines: [0, 9, 100, 8, 0] },
      [
        [9, 9, 9, 100],
        [8, 8, 8, 0],
      ],
    ],
    [
      'sixteen bits',
      { colorType: 0, bits: 16, lines: [0, 0xff, 0xff, 0x80, 0x80] },
      [
        [255, 255, 255, 255],
        [128, 128, 128, 255],
      ],
    ],
  ])('reads %s', (_name, parts, pixels) => {
    expect(pixelsOf(png(parts))).toEqual(pixels);
  });

  test('takes every filter off', () => {
    const lines = [
      [0, 10, 20, 30],
      [1, 5, 5, 5],
      [2, 1, 1, 1],
      [3, 10, 10, 10],
      [4, 1, 2, 3],
    ].flat();
    const gray = pixelsOf(png({ colorType: 0, size: [3, 5], lines })).map(([value]) => value);
    expect(gray).toEqual([10, 20, 30, 5, 10, 15, 6, 11, 16, 13, 22, 29, 14, 24, 32]);
  });

  test('puts interlaced pixels where they belong', () => {
    // 3 × 3: pass 1 holds (0,0), pass 5 (0,2) and (2,2), pass 4 (2,0), pass 6 (1,0) and (1,2), pass 7 row 1.
    const lines = [0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6];
    const gray = pixelsOf(png({ colorType: 0, size: [3, 3], interlace: 1, lines }));
    expect(gray.map(([value]) => value)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('refuses what is cut short, damaged or no PNG', () => {
    const whole = png({ colorType: 6, lines: [0, ...RED, ...BLUE] });
    const damaged = Buffer.from(whole);
    damaged[20] = 9;
    expect(() => decodePng(Buffer.from('GIF89a, not a PNG'))).toThrow('not a PNG');
    expect(() => decodePng(whole.subarray(0, -6))).toThrow('ends early');
    expect(() => decodePng(damaged)).toThrow('IHDR chunk is damaged');
    expect(() => decodePng(png({ colorType: 6, lines: [0, ...RED] }))).toThrow('too few pixels');
    expect(() => decodePng(png({ colorType: 3, lines: [0, 0, 1] }))).toThrow('no palette');
    expect(() => decodePng(png({ colorType: 5, lines: [0, 0, 1] }))).toThrow('no color type 5');
  });

  test('gives back what encodePng was given', () => {
    const bitmaps = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([width, height]) =>
        fc
          .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
          .map((bytes) => ({ width, height, rgba: Buffer.from(bytes) })),
      );
    fc.assert(
      fc.property(bitmaps, (bitmap) => {
        expect(decodePng(encodePng(bitmap))).toEqual(bitmap);
      }),
    );
  });
});

describe('pixels in other orders', () => {
  const bitmap = { width: 2, height: 1, rgba: Buffer.from([1, 2, 3, 255, 200, 100, 50, 51]) };

  test('ARGB as the panel reads it', () => {
    expect([...toArgb(bitmap)]).toEqual([255, 1, 2, 3, 51, 200, 100, 50]);
  });

  test('premultiplied BGRA as Chromium holds it', () => {
    expect([...toPremultipliedBgra(bitmap)]).toEqual([3, 2, 1, 255, 10, 20, 40, 51]);
  });
});
