import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCollection } from './collection.ts';

interface Thing {
  readonly id: string;
  readonly group: string;
  readonly text: string;
}

const start: readonly Thing[] = [
  { id: 'a', group: 'x', text: 'first' },
  { id: 'b', group: 'x', text: 'second' },
  { id: 'c', group: 'y', text: 'third' },
];
const open = () => createCollection(start, ({ group }) => group, ['z']);
const at = (now: number, visibleFrom = now) => ({ now, visibleFrom });

describe('collection', () => {
  test('a changed record keeps its place, one that moves goes last in its new group', () => {
    const things = open();
    things.put({ id: 'a', group: 'x', text: 'changed' }, at(1));
    expect(things.of('x').map(({ text }) => text)).toEqual(['changed', 'second']);
    things.put({ id: 'a', group: 'y', text: 'moved' }, at(2));
    expect([things.of('x'), things.of('y')].map((each) => each.map(({ id }) => id))).toEqual([
      ['b'],
      ['c', 'a'],
    ]);
    expect(things.all()).toHaveLength(3);
  });

  test('what is removed is remembered', () => {
    const things = open();
    things.remove('a', at(1));
    things.remove('nothing', at(1));
    expect([things.get('a'), things.wasRemoved('a'), things.wasRemoved('nothing')]).toEqual([
      null,
      true,
      false,
    ]);
    expect(things.wasRemoved('z')).toBe(true);
  });

  test('an older write that shows up later does not undo a newer one', () => {
    const things = open();
    things.put({ id: 'a', group: 'x', text: 'slow' }, at(1, 100));
    things.put({ id: 'a', group: 'x', text: 'quick' }, at(2, 2));
    expect(things.listed('x', 200)[0]?.text).toBe('quick');
  });

  test('look-ups see all writes at once, lists each from its time on, and in the end the same', () => {
    const writes = array(
      record({
        id: constantFrom('a', 'b', 'c', 'd'),
        group: constantFrom('x', 'y'),
        text: option(constantFrom('one', 'two'), { nil: null }),
        lag: integer({ min: 0, max: 5 }),
      }),
      { maxLength: 30 },
    );
    assert(
      property(writes, (steps) => {
        const things = open();
        const model = new Map(start.map((thing) => [thing.id, thing]));
        for (const [now, { id, group, text, lag }] of steps.entries()) {
          // Removing what is not there writes nothing, so it hastens nothing either.
          const isShownAtOnce = lag === 0 && (text !== null || model.has(id));
          if (text === null) {
            things.remove(id, at(now, now + lag));
            model.delete(id);
          } else {
            things.put({ id, group, text }, at(now, now + lag));
            model.set(id, { id, group, text });
          }
          expect(things.get(id)).toEqual(model.get(id) ?? null);
          expect(new Set(things.all())).toEqual(new Set(model.values()));
          const listed = [...things.listed('x', now), ...things.listed('y', now)];
          const shown = listed.find((thing) => thing.id === id);
          expect(isShownAtOnce ? (shown ?? null) : null).toEqual(
            isShownAtOnce ? things.get(id) : null,
          );
        }
        const end = steps.length + 10;
        for (const group of ['x', 'y']) {
          expect(new Set(things.listed(group, end))).toEqual(new Set(things.of(group)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
