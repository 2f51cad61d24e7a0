import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Placed, sortTemplate } from './sort-template.ts';

const SEPARATOR: Placed = { type: 'separator' };
const IDS = ['a', 'b', 'c', 'd', 'e'] as const;

/** `a` is an item, `-` a separator, `b<a` before, `b>a` after, `b<<a` and `b>>a` for groups. */
function item(text: string): Placed {
  if (text === '-') return { ...SEPARATOR };
  const [, id = '', relation = '', target = ''] = /^(\w+)([<>]*)(\w*)$/u.exec(text) ?? [];
  switch (relation) {
    case '<':
      return { id, before: [target] };
    case '>':
      return { id, after: [target] };
    case '<<':
      return { id, beforeGroupContaining: [target] };
    case '>>':
      return { id, afterGroupContaining: [target] };
    default:
      return { id };
  }
}

/** One item with a place or none, sometimes with a separator behind it. */
const linesOf = (id: string) =>
  fc
    .tuple(fc.constantFrom('', '<', '>', '<<', '>>'), fc.constantFrom(...IDS), fc.nat(3))
    .map(([relation, target, dice]) => {
      const text = relation === '' ? id : `${id}${relation}${target}`;
      return dice === 0 ? [text, '-'] : [text];
    });

const sorted = (template: string): string =>
  sortTemplate(template.split(' ').map(item), SEPARATOR)
    .map(({ id, type }) => (type === 'separator' ? '-' : id))
    .join(' ');

describe('sortTemplate', () => {
  test.each([
    ['a b - c', 'a b - c'],
    ['- a - - b -', 'a - b'],
    ['a b<a', 'b a'],
    ['a>c b c', 'c a b'],
    ['a>none b', 'a b'],
    ['a>b b>a', 'b a'],
    ['a - b - c>a', 'a c - b'],
    ['a - b - c>a d', 'a c d - b'],
    ['b - c<b - a<c', 'a c b'],
    ['b>>a - a', 'a - b'],
    ['a - b<<a', 'b - a'],
    ['b>>a - a>>b', 'a - b'],
    ['a - c<<a d>>b - b', 'c d - a - b'],
  ])('%s becomes %s', (template, expected) => {
    expect(sorted(template)).toBe(expected);
  });

  test('neither loses nor doubles an item, and never ends with a separator', () => {
    const templates = fc
      .shuffledSubarray([...IDS], { minLength: 1 })
      .chain((present) => fc.tuple(...present.map(linesOf)))
      .map((lines) => lines.flat());
    fc.assert(
      fc.property(templates, (template) => {
        const shown = sorted(template.join(' ')).split(' ');
        const given = template.filter((text) => text !== '-').map((text) => text.slice(0, 1));
        expect(shown.filter((id) => id !== '-').toSorted()).toEqual(given.toSorted());
        expect([shown.at(0), shown.at(-1)]).not.toContain('-');
        expect(shown.join('')).not.toContain('--');
      }),
    );
  });
});
