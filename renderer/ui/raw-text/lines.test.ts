import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineAt, linesOf } from './lines.ts';

const cut = (text: string, columns: number): readonly string[] => {
  const lines = linesOf(text, columns);
  return Array.from(lines.subarray(0, -1), (start, line) => text.slice(start, lines[line + 1]));
};

describe('linesOf', () => {
  test.each<readonly [string, readonly string[]]>([
    ['', ['']],
    ['abcdef', ['abcd', 'ef']],
    ['ab\ncd\n', ['ab\n', 'cd\n']],
    ['abcd\n', ['abcd\n']],
    ['a\n\nb', ['a\n', '\n', 'b']],
    ['日本語', ['日本', '語']],
    ['a😀b😀', ['a😀b', '😀']],
    ['\ta', ['\t', 'a']],
    ['“a”…', ['“a”…']],
  ])('%j', (text, lines) => {
    expect(cut(text, 4)).toEqual(lines);
  });

  test('loses nothing, and finds every place in its line', () => {
    const parts = fc.array(fc.constantFrom('a', '\n', '日', '😀', '\t', '\ud800'));
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 9 }), (pieces, columns) => {
        const text = pieces.join('');
        const lines = linesOf(text, columns);
        expect(cut(text, columns).join('')).toBe(text);
        for (let place = 0; place < text.length; place += 1) {
          const line = lineAt(lines, place);
          expect(lines[line]).toBeLessThanOrEqual(place);
          expect(lines[line + 1]).toBeGreaterThan(place);
        }
      }),
    );
  });
});
