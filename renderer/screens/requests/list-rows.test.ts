import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../electron/clickup/catalogue/catalogue.ts';
import { createFinder } from './find-operations.ts';
import { listRows, rowAfter } from './list-rows.ts';

const groups = createFinder(CATALOGUE)('');
const rows = listRows(groups, new Set());

test('every operation is a row, in the order of the catalogue', () => {
  expect(rows.map(({ key }) => key).toSorted()).toEqual(CATALOGUE.map(({ id }) => id).toSorted());
});

test('a folded group is one row in place of its own', () => {
  const [first, second] = groups;
  const folded = listRows(groups, new Set([second?.key ?? '']));
  const size = first?.found.length ?? 0;
  expect(folded[size]).toMatchObject({ kind: 'folded', group: second?.key });
  expect(folded).toHaveLength(rows.length - (second?.found.length ?? 0) + 1);
});

test('keys stop at both ends', () => {
  const last = rows.at(-1);
  expect(rowAfter('ArrowUp', rows, rows[0])).toBe(rows[0]);
  expect(rowAfter('ArrowDown', rows, last)).toBe(last);
  expect(rowAfter('PageDown', rows, rows[0])).toBe(rows[10]);
  expect(rowAfter('PageUp', rows, rows[3])).toBe(rows[0]);
  expect(rowAfter('End', rows, undefined)).toBe(last);
  expect(rowAfter('Home', rows, last)).toBe(rows[0]);
  expect(rowAfter('ArrowDown', rows, undefined)).toBe(rows[0]);
  expect(rowAfter('x', rows, last)).toBeNull();
  expect(rowAfter('ArrowDown', [], undefined)).toBeNull();
});
