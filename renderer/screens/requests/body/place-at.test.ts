import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../../electron/contract/operations.ts';
import { placeAt, shapeAt } from './place-at.ts';

/** The cursor is the bar. */
const at = (text: string) => {
  const place = placeAt(text.replace('|', ''), text.indexOf('|'));
  if (place === null) return null;
  const { expects, path, taken } = place;
  return expects === 'name'
    ? `name ${path.join('.')} [${taken.join()}]`
    : `value ${path.join('.')}`;
};

describe('placeAt', () => {
  test.each([
    ['{|}', 'name  []'],
    ['{ "na|" }', 'name  []'],
    ['{ "na|me": 1, "b": 2 }', 'name  [b]'],
    ['{ "a": 1, | }', 'name  [a]'],
    ['{ "a": 1, "|', 'name  [a]'],
    ['{ "a": | }', 'value a'],
    ['{ "a": tr| }', 'value a'],
    ['{ "b": 1, "a": "x|" }', 'value a'],
    ['{ "a": { "b": [1, |] } }', 'value a.b.1'],
    ['{ "a": [ {"c": 1}, { | } ] }', 'name a.1 []'],
    ['{ "a": { "b": 1 }, | "c": 2 }', 'name  [a,c]'],
    ['[|]', 'value 0'],
    ['|', null],
    ['{} |', null],
    ['{ "a" | }', null],
    ['{ "a": 1 | }', null],
  ])('%s', (text, place) => {
    expect(at(text)).toBe(place);
  });

  test('the value of a name has that name in its path', () => {
    expect(placeAt('{ "a": ', 7)).toMatchObject({ path: ['a'], expects: 'value', from: 7 });
    expect(placeAt('{ "a": "xy', 10)).toMatchObject({ path: ['a'], from: 7 });
  });

  test('never fails, whatever is written', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      ' ',
      '\n',
      '\\',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.nat(20), (parts, cursor) => {
        const text = parts.join('');
        const place = placeAt(text, Math.min(cursor, text.length));
        expect(place === null || place.from <= cursor).toBe(true);
      }),
    );
  });
});

test('shapeAt follows fields and lists', () => {
  const shape: Shape = {
    type: 'object',
    fields: [
      {
        name: 'items',
        about: '',
        required: true,
        shape: {
          type: 'list',
          of: {
            type: 'object',
            fields: [{ name: 'id', about: '', required: true, shape: { type: 'string' } }],
          },
        },
      },
    ],
  };
  expect(shapeAt(shape, ['items', 3, 'id'])?.shape).toEqual({ type: 'string' });
  expect(shapeAt(shape, ['nothing'])).toBeNull();
  expect(shapeAt(shape, ['items', 0, 'id', 'deeper'])).toBeNull();
});
