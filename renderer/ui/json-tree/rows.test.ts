import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOf, ExactNumber, isBranch, type Json, parseJson } from './json.ts';
import { moveFor } from './keys.ts';
import { namesOf, previewOf } from './preview.ts';
import { CHUNK, firstUnfolding, ROOT, rowsOf, toggled } from './rows.ts';

const numbers = (count: number): readonly Json[] => Array.from({ length: count }, (_, i) => i);
const closed = { open: new Set([ROOT]), shown: new Map<string, number>() };
const anyJson = fc.json().map((text) => parseJson(text)?.root ?? null);

describe('parseJson', () => {
  test('keeps every digit of numbers that JavaScript would round', () => {
    const parsed = parseJson('{"id":12345678901234567890,"small":1,"float":1.0}');
    const values = new Map(entriesOf(parsed?.root ?? null));
    expect(values.get('id')).toEqual(new ExactNumber('12345678901234567890'));
    expect(values.get('float')).toEqual(new ExactNumber('1.0'));
    expect(values.get('small')).toBe(1);
  });

  test('says so when a text is no JSON', () => {
    expect(parseJson('<html>')).toBeNull();
    expect(parseJson('null')).toEqual({ root: null });
  });
});

describe('rowsOf', () => {
  test('shows a long list in chunks', () => {
    const list = numbers(250);
    const rows = rowsOf(list, closed);
    expect(rows).toHaveLength(1 + CHUNK + 1);
    const more = rows.at(-1);
    expect(more).toMatchObject({ kind: 'more', count: 150, position: 101, siblings: 101 });
    if (more === undefined) return;

    const second = toggled(closed, more);
    expect(rowsOf(list, second)).toHaveLength(1 + 2 * CHUNK + 1);
    const last = rowsOf(list, second).at(-1);
    expect(last).toMatchObject({ kind: 'more', count: 50 });
    if (last === undefined) return;
    expect(rowsOf(list, toggled(second, last))).toHaveLength(1 + 250);
  });

  test('costs nothing for what is closed', () => {
    const root = { big: numbers(100_000), other: { deep: numbers(100_000) } };
    expect(rowsOf(root, closed)).toHaveLength(3);
  });

  test('gives every line a path of its own and a place among its siblings', () => {
    fc.assert(
      fc.property(anyJson, (root) => {
        const rows = rowsOf(root, firstUnfolding(root, 500));
        expect(new Set(rows.map((row) => row.path)).size).toBe(rows.length);
        for (const row of rows) {
          expect(row.position).toBeGreaterThanOrEqual(1);
          expect(row.position).toBeLessThanOrEqual(row.siblings);
        }
      }),
    );
  });

  test('closing what was opened gives the same lines again', () => {
    const root = { a: { b: 1, c: [1, 2] } };
    const before = rowsOf(root, closed);
    const branch = before[1];
    if (branch === undefined) throw new Error('no branch');
    const opened = toggled(closed, branch);
    expect(rowsOf(root, opened)).toHaveLength(4);
    expect(rowsOf(root, toggled(opened, branch))).toEqual(before);
  });
});

describe('firstUnfolding', () => {
  test('stays within its room, apart from the first chunk', () => {
    fc.assert(
      fc.property(anyJson, (root) => {
        const rows = rowsOf(root, firstUnfolding(root, 48));
        expect(rows.length).toBeLessThanOrEqual(2 * CHUNK + 4);
      }),
    );
  });

  test('opens the first task of an answer and leaves short objects folded', () => {
    const task = (id: number): Json => ({
      id,
      name: 'x'.repeat(60),
      list: { id: '9', name: 'Sales' },
      ...Object.fromEntries(numbers(20).map((n) => [`field_${String(n)}`, 'value'])),
    });
    const { open } = firstUnfolding({ tasks: [task(1), task(2), task(3)], last_page: true });
    expect(open.has('$.0')).toBe(true);
    expect(open.has('$.0.0')).toBe(true);
    expect(open.has('$.0.0.2')).toBe(false);
    expect(open.has('$.0.2')).toBe(false);
  });
});

describe('previewOf', () => {
  test('fits into its room and says when it left something out', () => {
    fc.assert(
      fc.property(anyJson.filter(isBranch), (value) => {
        expect(previewOf(value, 72).text.length).toBeLessThanOrEqual(72 + 3);
      }),
    );
    expect(previewOf({ id: '9', name: 'Sales' })).toEqual({
      text: '{ id: "9", name: "Sales" }',
      whole: true,
    });
    expect(previewOf({ list: { id: 1 } })).toEqual({ text: '{ list: {…} }', whole: false });
    expect(previewOf([])).toEqual({ text: '[]', whole: true });
  });
});

describe('namesOf', () => {
  test('tells a large object by its id and name', () => {
    expect(namesOf({ id: '9', color: null, name: 'Sales', list: { id: 1 } })).toBe(
      '{ id: "9", name: "Sales", … }',
    );
  });

  test('is silent where nothing names the object', () => {
    expect(namesOf({ color: '#fff', name: null, id: { a: 1 } })).toBeNull();
    expect(namesOf([{ id: 1 }])).toBeNull();
  });
});

describe('moveFor', () => {
  const root = { a: { b: 1 }, c: 2 };
  const rows = rowsOf(root, { open: new Set([ROOT, '$.0']), shown: new Map() });

  test.each([
    ['ArrowDown', '$', '$.0'],
    ['ArrowUp', '$.0', '$'],
    ['ArrowRight', '$.0', '$.0.0'],
    ['ArrowLeft', '$.0.0', '$.0'],
    ['Home', '$.1', '$'],
    ['End', '$', '$.1'],
  ])('%s on %s goes to %s', (key, from, to) => {
    expect(moveFor(key, rows, from)).toEqual({ kind: 'go', path: to });
  });

  test('Left closes an open branch, Enter toggles it, and neither does anything to a value', () => {
    expect(moveFor('ArrowLeft', rows, '$.0')).toMatchObject({ kind: 'toggle' });
    expect(moveFor('Enter', rows, '$.0')).toMatchObject({ kind: 'toggle' });
    expect(moveFor('Enter', rows, '$.1')).toBeNull();
    expect(moveFor('ArrowDown', rows, '$.1')).toBeNull();
    expect(moveFor('x', rows, '$')).toBeNull();
  });
});
