import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonIndex, readJson } from './json-index.ts';
import { childNamed, copyOf, leafText, nodeAt, pathOf, plainOf } from './values.ts';

const read = (text: string): JsonIndex => {
  const index = readJson(text);
  if (index === null) throw new Error('No JSON');
  return index;
};

describe('leafText', () => {
  test('shows a string as JSON would write it, however the server wrote it', () => {
    expect(leafText(read('"\\u00e9\\/\\n"'), 0)).toBe('"é/\\n"');
  });

  test('keeps every digit of numbers that JavaScript would round', () => {
    expect(leafText(read('12345678901234567890'), 0)).toBe('12345678901234567890');
    expect(leafText(read('1.0'), 0)).toBe('1.0');
  });

  test('shows a stretch of any long string, and never half of what was escaped', () => {
    const pieces = fc.constantFrom('a', '"', '\\', '\n', '\u0001', '😀', 'é');
    fc.assert(
      fc.property(
        fc.array(pieces, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 20, max: 40 }),
        fc.nat(300),
        (parts, most, from) => {
          const value = parts.join('');
          const index = read(JSON.stringify(value));
          const shown = leafText(index, 0, most, Math.min(from, index.text.length - 1));
          const inner = shown.replace(/^["…]|["…]$/gu, '');
          expect(value).toContain(JSON.parse(`"${inner}"`));
          expect(shown.length).toBeLessThanOrEqual(most + 12);
        },
      ),
    );
  });
});

describe('paths and copies', () => {
  const index = read('{"tasks":[{"id":"86c","custom fields":[{"v":1.50}]}],"last_page":true}');

  test.each([
    [0, '$'],
    [1, 'tasks'],
    [2, 'tasks[0]'],
    [3, 'tasks[0].id'],
    [6, 'tasks[0]["custom fields"][0].v'],
    [7, 'last_page'],
  ])('value %i stands at %s', (node, path) => {
    expect(pathOf(index, node)).toBe(path);
  });

  test('a string is copied without its quotes, everything else as JSON', () => {
    expect(copyOf(index, 3)).toBe('86c');
    expect(copyOf(index, 5)).toBe('{"v":1.50}');
    expect(plainOf(index, 7)).toBe('true');
  });

  test('every place of the text leads to the value that stands there', () => {
    expect(nodeAt(index, 0)).toBe(0);
    expect(nodeAt(index, index.text.indexOf('86c'))).toBe(3);
    expect(nodeAt(index, index.text.indexOf('last_page'))).toBe(7);
    expect(childNamed(index, 2, 'id')).toBe(3);
    expect(childNamed(index, 2, 'none')).toBeNull();
  });
});
