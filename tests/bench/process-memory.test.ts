import { expect, test } from 'vitest';
import { parentIn, pssIn, treeOf } from './process-memory.ts';

test('a tree holds the descendants, however the processes are listed, and nobody else', () => {
  const parents = new Map([
    [40, 30],
    [30, 20],
    [20, 1],
    [21, 1],
    [50, 21],
    [31, 20],
  ]);
  expect([...treeOf(20, parents)].sort()).toEqual([20, 30, 31, 40]);
});

test('the parent is read past a name with brackets and spaces', () => {
  expect(parentIn('812 (a) b (c) S 77 812 1 0 -1')).toBe(77);
});

test('the proportional size is read in bytes, and its parts are not taken for it', () => {
  const rollup = [
    '5581e0000-7ffd0000 ---p 00000000 00:00 0    [rollup]',
    'Rss:               90000 kB',
    'Pss:               51234 kB',
    'Pss_Dirty:         40000 kB',
  ].join('\n');
  expect(pssIn(rollup)).toBe(51_234 * 1024);
  expect(pssIn('')).toBe(0);
});
