import { expect, test } from 'vitest';
import { hint } from './svg.ts';

const svg = (rect: string): string => `<svg viewBox="0 0 96 96">${rect}</svg>`;

test('gives the drawing its size in pixels', () => {
  expect(hint(svg(''), { pixels: 24 })).toBe(
    '<svg viewBox="0 0 96 96" width="24" height="24"></svg>',
  );
});

test('moves marked rectangles onto whole pixels and never lets them vanish', () => {
  const line = svg('<rect data-snap="" x="0" y="82" width="96" height="2" />');

  // At 16 pixels, one pixel is 6 units of the grid.
  expect(hint(line, { pixels: 16 })).toContain('x="0" y="84" width="96" height="6"');
});

test('measures from the corner of the part that is drawn', () => {
  const line = svg('<rect data-snap="" x="1" y="40" width="8" height="8" />');

  expect(hint(line, { pixels: 16, grid: '-8 -8 128 128' })).toContain(
    '<rect data-snap="" x="0" y="40" width="8" height="8" />',
  );
});

test('squares a dot that is too small to be round', () => {
  const dot = svg('<rect data-snap="" x="48" y="48" width="8" height="8" rx="4" />');

  expect(hint(dot, { pixels: 16 })).toContain('rx="0"');
  expect(hint(dot, { pixels: 96 })).toContain('rx="4"');
});

test('leaves everything else alone, and refuses a source that has no square grid', () => {
  const plain = svg('<rect x="1.3" y="2.7" width="5.1" height="5.1" />');

  expect(hint(plain, { pixels: 16 })).toContain('x="1.3" y="2.7" width="5.1" height="5.1"');
  expect(() => hint('<svg viewBox="0 0 96 48"></svg>', { pixels: 16 })).toThrow(/square/u);
  expect(() => hint('<svg></svg>', { pixels: 16 })).toThrow(/square/u);
});
