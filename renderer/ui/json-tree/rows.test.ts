import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonIndex, readJson } from '../../data/json/json-index.ts';
import { isBranch } from '../../data/json/values.ts';
import { moveFor } from './keys.ts';
import { namesOf, previewOf } from './preview.ts';
import { firstUnfolding, revealing, rowIndexOf, rowsOf, toggled, unfoldingAll } from './rows.ts';

const indexOf = (value: unknown): JsonIndex => {
  const index = readJson(JSON.stringify(value));
  if (index === null) throw new Error('No JSON');
  return index;
};
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const closed: ReadonlySet<number> = new Set([0]);
const anyIndex = fc.jsonValue().map(indexOf);

describe('rowsOf', () => {
  test('costs nothing for what is closed', () => {
    const index = indexOf({ big: numbers(100_000), other: { deep: numbers(100_000) } });
    expect(rowsOf(index, closed)).toHaveLength(3);
  });

  test('shows every value once all is unfolded, in order, and finds each again', () => {
    fc.assert(
      fc.property(anyIndex, (index) => {
        const rows = rowsOf(index, unfoldingAll(index, closed, 0));
        expect(rows).toEqual(numbers(index.size));
        for (const node of rows) expect(rowIndexOf(rows, node)).toBe(node);
      }),
    );
  });

  test('closing what was opened gives the same lines again', () => {
    const index = indexOf({ a: { b: 1, c: [1, 2] } });
    const opened = toggled(closed, 1);
    expect(rowsOf(index, opened)).toEqual([0, 1, 2, 3]);
    expect(rowsOf(index, toggled(opened, 1))).toEqual([0, 1]);
    expect(rowIndexOf([0, 1], 3)).toBe(-1);
  });

  test('a value deep inside is revealed with all that holds it', () => {
    const index = indexOf({ a: { b: { c: 1 } }, d: { e: 2 } });
    const open = revealing(index, closed, 3);
    expect(rowsOf(index, open)).toEqual([0, 1, 2, 3, 4]);
    expect(revealing(index, open, 3)).toBe(open);
  });

  test('unfolding all stops where it was told to', () => {
    const index = indexOf(numbers(1000).map((number) => ({ number })));
    expect(unfoldingAll(index, closed, 0, 20).size).toBe(10 + 1);
  });
});

describe('firstUnfolding', () => {
  test('stays within its room, apart from the first branch', () => {
    fc.assert(
      fc.property(anyIndex, (index) => {
        const first = index.size > 1 && isBranch(index, 1) ? index.countOf(1) : 0;
        const rows = rowsOf(index, firstUnfolding(index, 48));
        expect(rows.length).toBeLessThanOrEqual(49 + index.countOf(0) + first);
      }),
    );
  });

  test('opens the first task of an answer and leaves short objects folded', () => {
    const task = (id: number) => ({
      id,
      name: 'x'.repeat(60),
      list: { id: '9', name: 'Sales' },
      ...Object.fromEntries(numbers(20).map((n) => [`field_${String(n)}`, 'value'])),
    });
    const index = indexOf({ tasks: [task(1), task(2), task(3)], last_page: true });
    const open = firstUnfolding(index);
    const second = index.afterOf(2);
    expect([1, 2, 5, second].map((node) => open.has(node))).toEqual([true, true, false, false]);
  });
});

describe('previewOf', () => {
  test('fits into its room and says when it left something out', () => {
    fc.assert(
      fc.property(
        anyIndex.filter((index) => isBranch(index, 0)),
        (index) => {
          expect(previewOf(index, 0, 72).text.length).toBeLessThanOrEqual(72 + 3);
        },
      ),
    );
    expect(previewOf(indexOf({ id: '9', name: 'Sales' }), 0)).toEqual({
      text: '{ id: "9", name: "Sales" }',
      isWhole: true,
    });
    expect(previewOf(indexOf({ list: { id: 1 } }), 0)).toEqual({
      text: '{ list: {…} }',
      isWhole: false,
    });
    expect(previewOf(indexOf([]), 0)).toEqual({ text: '[]', isWhole: true });
  });
});

describe('namesOf', () => {
  test('tells a large object by its id and name', () => {
    expect(namesOf(indexOf({ id: '9', color: null, name: 'Sales', list: { id: 1 } }), 0)).toBe(
      'id: "9", name: "Sales"',
    );
  });

  test('is silent where nothing names the object', () => {
    expect(namesOf(indexOf({ color: '#fff', name: null, id: { a: 1 } }), 0)).toBeNull();
    expect(namesOf(indexOf([{ id: 1 }]), 0)).toBeNull();
  });
});

describe('moveFor', () => {
  const index = indexOf({ a: { b: 1 }, c: 2 });
  const open: ReadonlySet<number> = new Set([0, 1]);
  const rows = rowsOf(index, open);
  const press = (key: string, active: number) => moveFor(key, index, { rows, open, active });

  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowUp', 1, 0],
    ['ArrowRight', 1, 2],
    ['ArrowLeft', 2, 1],
    ['Home', 3, 0],
    ['End', 0, 3],
    ['PageDown', 0, 3],
    ['PageUp', 3, 0],
  ])('%s on %s goes to %s', (key, from, to) => {
    expect(press(key, from)).toEqual({ kind: 'go', node: to });
  });

  test('Left closes an open branch, Enter toggles a branch and follows a value', () => {
    expect(press('ArrowLeft', 1)).toEqual({ kind: 'toggle', node: 1 });
    expect(press('Enter', 1)).toEqual({ kind: 'toggle', node: 1 });
    expect(press('*', 1)).toEqual({ kind: 'unfoldAll', node: 1 });
    expect(press('Enter', 3)).toEqual({ kind: 'follow', node: 3 });
    expect(press(' ', 3)).toBeNull();
    expect(press('ArrowDown', 3)).toBeNull();
    expect(press('x', 0)).toBeNull();
  });
});
