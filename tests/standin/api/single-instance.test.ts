import { expect, test } from 'vitest';
import { reorder } from './single-instance.ts';

test('switches are handed over first, with one more after them', () => {
  expect(reorder(['/app', 'file', '--a=1', 'link://x', '-b', '-'])).toEqual([
    '/app',
    '--a=1',
    '-b',
    '--allow-file-access-from-files',
    'file',
    'link://x',
    '-',
  ]);
});

test('what follows -- keeps its place', () => {
  expect(reorder(['/app', 'file', '--', '--late', '--a'])).toEqual([
    '/app',
    '--allow-file-access-from-files',
    'file',
    '--',
    '--late',
    '--a',
  ]);
});
