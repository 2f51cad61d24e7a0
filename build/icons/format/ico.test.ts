import { expect, test } from 'vitest';
import { decodePng } from './decode-png.ts';
import { encodeIco } from './ico.ts';
import type { Picture } from './png.ts';

const flat = (width: number, value: number, height = width): Picture => ({
  width,
  height,
  rgba: new Uint8Array(width * height * 4).fill(value),
});

test('each entry of an ICO leads to its own picture', () => {
  const pictures = [flat(16, 10), flat(48, 20), flat(256, 30)];

  const ico = encodeIco(pictures);

  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
  pictures.forEach((picture, index) => {
    const entry = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    expect(ico[entry]).toBe(picture.width === 256 ? 0 : picture.width);
    expect(ico.readUInt16LE(entry + 6)).toBe(32);
    expect(decodePng(ico.subarray(offset, offset + length))).toEqual(picture);
  });
});

test('an ICO refuses a picture that the format cannot hold', () => {
  expect(() => encodeIco([flat(512, 0)])).toThrow(RangeError);
  expect(() => encodeIco([flat(16, 0, 24)])).toThrow(RangeError);
});
