import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from './check.ts';
import { flatten } from './flatten.ts';
import type { Shape } from './shape.ts';
import { createSightings } from './sightings.ts';

const TASK = {
  id: 'string',
  due_date: ['string', 'null'],
  assignees: [{ id: 'number', 'email?': 'string' }],
  'parent?': ['null', { id: 'string' }],
} as const satisfies Shape;

describe('compare', () => {
  test('accepts what fits', () => {
    expect(compare(TASK, { id: 'a', due_date: null, assignees: [{ id: 1 }] })).toEqual([]);
  });

  test('misses a field, and knows no others', () => {
    expect(compare(TASK, { id: 'a', assignees: [{ id: 1, name: 'A' }], extra: 1 })).toEqual([
      'due_date is missing',
      'extra is not in the table',
      'assignees[].name is not in the table',
    ]);
  });

  test('tells kinds apart', () => {
    const value = { id: 1, due_date: 2, assignees: {}, parent: { id: null } };
    expect(compare(TASK, value)).toEqual([
      'id is number, not string',
      'due_date is number, not string or null',
      'assignees is object, not list',
      'parent.id is null, not string',
    ]);
  });

  test('says the same of many elements once', () => {
    expect(compare([{ id: 'string' }], [{}, {}])).toEqual(['[].id is missing']);
  });

  test('takes the alternative that fits best', () => {
    const shape: Shape = [{ a: 'string' }, { b: 'string', c: 'string' }];
    expect(compare(shape, { b: 'x', c: 'y' })).toEqual([]);
    expect(compare(shape, { b: 'x' })).toEqual(['c is missing']);
  });

  test('lets data name an object’s fields', () => {
    const shape: Shape = { '*': ['number'] };
    expect(compare(shape, { one: [1], two: [] })).toEqual([]);
    expect(compare(shape, { one: ['1'] })).toEqual(['*[] is string, not number']);
  });

  test('accepts every JSON value as anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(compare('anything', value)).toEqual([]);
      }),
    );
  });
});

describe('sightings', () => {
  test('tell what no answer had: fields that may be missing, and what is in empty lists', () => {
    const sightings = createSightings();
    compare(TASK, { id: 'a', due_date: null, assignees: [] }, sightings.note);
    expect(sightings.unseen(TASK)).toEqual(['assignees[]', 'parent']);
    const second = { id: 'a', due_date: null, assignees: [{ id: 1 }], parent: { id: 'b' } };
    compare(TASK, second, sightings.note);
    expect(sightings.unseen(TASK)).toEqual(['assignees[].email']);
  });

  test('hold for every row that shares the shape, and for no other', () => {
    const sightings = createSightings();
    const shared = { id: 'string' } as const;
    compare({ user: shared }, { user: { id: 'a' } }, sightings.note);
    expect(sightings.unseen(shared)).toEqual([]);
    expect(sightings.unseen({ id: 'string' })).toEqual(['id']);
  });

  test('of several alternatives only the one that fits counts', () => {
    const sightings = createSightings();
    const [one, other] = [{ a: 'string' }, { a: 'string', b: 'string' }] as const;
    compare([one, other], { a: 'x', b: 'y' }, sightings.note);
    expect(sightings.unseen(one)).toEqual(['a']);
    expect(sightings.unseen(other)).toEqual([]);
  });
});

test('flatten lists every path with what may stand there', () => {
  expect(
    [...flatten(TASK)].map(([path, { kinds, isOptional }]) => [path, [...kinds], isOptional]),
  ).toEqual([
    ['', ['object'], false],
    ['id', ['string'], false],
    ['due_date', ['string', 'null'], false],
    ['assignees', ['list'], false],
    ['assignees[]', ['object'], false],
    ['assignees[].id', ['number'], false],
    ['assignees[].email', ['string'], true],
    ['parent', ['null', 'object'], true],
    ['parent.id', ['string'], false],
  ]);
});
