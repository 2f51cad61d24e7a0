import { expect, test } from 'vitest';
import { keyGlyphs } from './keys.ts';
import { splitList } from './split-list.ts';

test.each([
  ['darwin', '⌘⏎'],
  ['win32', 'Ctrl ⏎'],
  ['linux', 'Ctrl ⏎'],
] as const)('the chord to send on %s', (platform, glyphs) => {
  expect(keyGlyphs(['mod', 'enter'], platform)).toBe(glyphs);
});

test('a pasted list becomes its values', () => {
  expect(splitList(' open, in progress\n\ndone,')).toEqual(['open', 'in progress', 'done']);
  expect(splitList(' , ')).toEqual([]);
});
