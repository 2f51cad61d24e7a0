import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from './json-index.ts';
import { findInText, findInTree, MOST_MATCHES, patternFor, splitByMatches } from './search.ts';

const text = JSON.stringify({ id: '86c', name: 'Say "id" {now}', list: { id: '9', Name: 'ID' } });
const index = readJson(text);

const inTree = (query: string): readonly number[] =>
  index === null
    ? []
    : findInTree(index, findInText(text, query)).matches.map((match) => match.node);

describe('searching', () => {
  test('finds names and values whatever their case, in the order of the text', () => {
    expect(inTree('id')).toEqual([1, 2, 4, 5]);
    expect(inTree('NAME')).toEqual([2, 5]);
  });

  test('finds what was escaped by its plain self', () => {
    expect(inTree('say "id"')).toEqual([2]);
  });

  test('a bracket is found where it is text, not where it is structure', () => {
    expect(inTree('{')).toEqual([2]);
    expect(findInText(text, '{').matches).toHaveLength(3);
  });

  test('nothing typed finds nothing, and no typed text is a pattern', () => {
    expect(findInText(text, '').matches).toEqual([]);
    expect(findInText(text, '.*').matches).toEqual([]);
  });

  test('takes any text and finds it where it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (a, query, b) => {
        const whole = a + query + b;
        const { matches } = findInText(whole, query);
        expect(matches.length).toBeGreaterThan(0);
        const found = matches.map(({ start, end }) => whole.slice(start, end).toLowerCase());
        const forms = [query, JSON.stringify(query).slice(1, -1)].map((form) => form.toLowerCase());
        expect(found.every((one) => forms.includes(one))).toBe(true);
        expect(splitByMatches(whole, patternFor(query)).join('')).toBe(whole);
      }),
    );
  });

  test('stops counting in time', () => {
    const { matches, isCut } = findInText('a'.repeat(MOST_MATCHES + 5), 'a');
    expect([matches.length, isCut]).toEqual([MOST_MATCHES, true]);
    expect(findInText('a'.repeat(MOST_MATCHES), 'a').isCut).toBe(false);
  });
});
