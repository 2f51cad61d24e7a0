import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createJsonReader, type JsonIndex, readJson } from './json-index.ts';
import { nameOf } from './values.ts';

/** Builds the value again from what the index tells. */
function rebuilt(index: JsonIndex, node = 0): unknown {
  const kind = index.kindOf(node);
  if (kind !== 'object' && kind !== 'array')
    return JSON.parse(index.text.slice(index.startOf(node), index.endOf(node)));
  const items: (readonly [string, unknown])[] = [];
  for (let child = node + 1; child < index.afterOf(node); child = index.afterOf(child)) {
    expect(index.parentOf(child)).toBe(node);
    expect(index.ordinalOf(child)).toBe(items.length);
    items.push([nameOf(index, child) ?? '', rebuilt(index, child)]);
  }
  expect(index.countOf(node)).toBe(items.length);
  return kind === 'array' ? items.map(([, item]) => item) : Object.fromEntries(items);
}

const parsed = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

const spaced = fc
  .tuple(fc.jsonValue(), fc.constantFrom<string | number>(0, 1, '\t', '  \n'))
  .map(([value, space]) => JSON.stringify(value, null, space));

describe('readJson', () => {
  test('finds every value of any JSON', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        const index = readJson(text);
        expect(index === null ? null : rebuilt(index)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('finds the same however often it pauses', () => {
    fc.assert(
      fc.property(spaced, fc.integer({ min: 1, max: 9 }), (text, characters) => {
        const reader = createJsonReader(text);
        for (let rounds = 0; !reader.read(characters); rounds += 1)
          expect(rounds).toBeLessThan(text.length);
        const index = reader.index();
        expect(index === null ? null : rebuilt(index)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses what JSON.parse refuses, and nothing else', () => {
    const scraps = fc.constantFrom(
      ...('{}[]",:-+.eE\\u 01'.match(/./gu) ?? []),
      'true',
      'nul',
      '"a"',
      '1e5',
      '\\n',
      '\n',
      '\u0001',
      '\u2028',
      '\ud800',
      'x',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const expected = parsed(text);
        const index = readJson(text);
        expect(index === null ? null : { value: rebuilt(index) }).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    '',
    ' ',
    '[1,]',
    '{"a":1,}',
    '[1',
    '"a',
    '01',
    '1.',
    '-',
    '[1}',
    '{"a"}',
    '{1:2}',
    '1 2',
    'nullx',
    '"\\x"',
    '<html>',
  ])('refuses %j', (text) => {
    expect(readJson(text)).toBeNull();
  });

  test('goes as deep as a text does', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(readJson(text)?.size).toBe(100_000);
  });
});
