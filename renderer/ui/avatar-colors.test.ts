import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avatarColors, contrast, hueOf, parseHex, readable } from './avatar-colors.ts';

const channel = fc.integer({ min: 0, max: 255 });
const hex = fc
  .tuple(channel, channel, channel)
  .map((rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

describe('readable', () => {
  test('has a contrast of 4.5 or more on every colour', () => {
    fc.assert(
      fc.property(hex, (color) => {
        const rgb = parseHex(color);
        expect(rgb).not.toBeNull();
        const { background, ink } = readable(rgb ?? [0, 0, 0]);
        expect(contrast(background, ink)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 5000 },
    );
  });

  test('leaves a colour alone on which white or black is readable as it is', () => {
    expect(readable([107, 79, 216])).toEqual({ background: [107, 79, 216], ink: [255, 255, 255] });
    expect(readable([245, 217, 10])).toEqual({ background: [245, 217, 10], ink: [0, 0, 0] });
  });
});

test('contrast agrees with the values everyone knows', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});

test.each([
  ['#0f8a6d', [15, 138, 109]],
  ['0F8A6D', [15, 138, 109]],
  ['#fa0', [255, 170, 0]],
  ['', null],
  ['red', null],
  ['#12345', null],
])('parseHex(%s)', (text, rgb) => {
  expect(parseHex(text)).toEqual(rgb);
});

test('a tint without a colour stays the same for an id and is a hue for any id', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(hueOf(id)).toBe(hueOf(id));
      expect(hueOf(id)).toBeGreaterThanOrEqual(0);
      expect(hueOf(id)).toBeLessThan(360);
    }),
  );
  expect(avatarColors('9002411', null)).toEqual(avatarColors('9002411', 'not a colour'));
  expect(hueOf('9002411')).not.toBe(hueOf('9002412'));
});
