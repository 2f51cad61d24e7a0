import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonProblem } from './json-problem.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonProblem', () => {
  test.each([
    ['', 'early', 1, 1],
    ['{"a":', 'early', 1, 6],
    ['{\n  "a": 1,\n}', 'name', 3, 1],
    ['{a: 1}', 'name', 1, 2],
    ['{"a" 1}', 'colon', 1, 6],
    ['[1\n 2]', 'separator', 2, 2],
    ['{"a": tru}', 'value', 1, 7],
    ['[1,]', 'value', 1, 4],
    ['{"x": 01}', 'separator', 1, 8],
    ['"a\nb"', 'text', 1, 3],
    ['"\\q"', 'text', 1, 2],
    ['"abc', 'early', 1, 5],
    ['{} x', 'trailing', 1, 4],
  ])('%o', (text, fault, line, column) => {
    expect(jsonProblem(text)).toMatchObject({ fault, line, column });
  });

  test('finds a problem in exactly the texts that are no JSON', () => {
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
      '-',
      '0',
      '.5',
      'e9',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '\\',
      '\\n',
      '\\u00e',
      'x',
      '\u0007',
      '\uD800',
      '\u00A0',
      '\uFEFF',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        expect(jsonProblem(text) === null).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('any JSON, cut short anywhere, is early or still JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        expect(jsonProblem(text)).toBeNull();
        const part = text.slice(0, cut % (text.length + 1));
        const problem = jsonProblem(part);
        expect(problem === null).toBe(isJson(part));
        expect(problem?.at ?? 0).toBeLessThanOrEqual(part.length);
      }),
    );
  });
});
