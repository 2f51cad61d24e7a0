import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePng } from './decode-png.ts';
import { encodePng, encodeSmallPng, type Picture } from './png.ts';

const picture = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }))
  .chain(([width, height]) => {
    const length = width * height * 4;
    const anything = fc.uint8Array({ minLength: length, maxLength: length });
    const fewColours = anything.map((bytes) => bytes.map((byte) => (byte > 127 ? 255 : 0)));
    return fc
      .oneof(anything, fewColours)
      .map((rgba): Picture => ({ width, height, rgba: Uint8Array.from(rgba) }));
  });

test('a PNG gives back every pixel of any picture', () => {
  fc.assert(
    fc.property(picture, (drawn) => {
      expect(decodePng(encodePng(drawn))).toEqual(drawn);
      expect(decodePng(encodeSmallPng(drawn))).toEqual(drawn);
    }),
  );
});

test('a picture of few colours gets a palette and becomes smaller for it', () => {
  const rgba = Uint8Array.from({ length: 32 * 32 * 4 }, (_, at) => ((at >> 2) ** 2 % 7) * 30);
  const drawn = { width: 32, height: 32, rgba };

  const [full, small] = [encodePng(drawn), encodeSmallPng(drawn)];

  expect(full[25]).toBe(6);
  expect(small[25]).toBe(3);
  expect(small.length).toBeLessThan(full.length);
});
