import { expect, test } from 'vitest';
import { bytesBySource } from './bytes-by-source.ts';

/** Two sources on one line: columns 0 to 5 are of the first, 6 to the end of the second. */
const MAP = {
  version: 3,
  file: 'built.js',
  sources: ['../ours.ts', '../node_modules/theirs/index.js'],
  sourcesContent: ['', ''],
  names: [],
  mappings: 'AAAA,MCAA',
  sourceRoot: '',
};

test('gives each byte to the source whose segment it stands in', () => {
  expect([...bytesBySource('ours();theirs()', MAP)]).toEqual([
    ['../ours.ts', 6],
    ['../node_modules/theirs/index.js', 9],
  ]);
});

test('counts bytes, where a character may take several', () => {
  expect(bytesBySource('"…"', MAP).get('../ours.ts')).toBe(5);
  expect(bytesBySource('"🙂"', MAP).get('../ours.ts')).toBe(6);
});

test('leaves out what no source claims', () => {
  expect(bytesBySource('helper()', { ...MAP, mappings: '' }).size).toBe(0);
  expect([...bytesBySource('ours();helper()', { ...MAP, mappings: 'AAAA,O;' })]).toEqual([
    ['../ours.ts', 7],
  ]);
});
