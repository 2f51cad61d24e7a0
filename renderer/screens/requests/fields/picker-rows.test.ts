import { expect, test } from 'vitest';
import type { Choice } from '../../../data/choices/reads.ts';
import type { SectionState } from '../../../data/choices/use-choices.ts';
import { rowsOf } from './picker-rows.ts';

const choice = (id: string, name: string, detail: string | null = null): Choice => ({
  id,
  name,
  detail,
  color: null,
});
const section = (isWanted: boolean, state: SectionState['state']): SectionState => ({
  of: 'list',
  place: { of: 'space', id: '1' },
  isWanted,
  state,
});
const ready = {
  kind: 'ready',
  choices: [choice('7', 'Sprint 48'), choice('8', 'Backlog', 'Web app')],
} as const;

test('what is wanted can be taken, what leads there can be stepped into', () => {
  expect(rowsOf(section(true, ready), '').map(({ kind }) => kind)).toEqual(['choice', 'choice']);
  expect(rowsOf(section(false, ready), '')[0]).toMatchObject({
    kind: 'place',
    place: { of: 'list', id: '7', name: 'Sprint 48' },
  });
});

test.each([
  ['sprint', ['list-7']],
  ['48 spr', ['list-7']],
  ['web', ['list-8']],
  ['8', ['list-7', 'list-8']],
  ['nothing', []],
])('%s is looked for in name, id and place', (query, keys) => {
  expect(rowsOf(section(true, ready), query).map(({ key }) => key)).toEqual(keys);
});

test('a failed read is one row that tries again, a loading one none', () => {
  const retry = () => undefined;
  expect(rowsOf(section(true, { kind: 'failed', error: { kind: 'offline' }, retry }), 'x')).toEqual(
    [{ kind: 'retry', key: 'retry-list', error: { kind: 'offline' }, retry }],
  );
  expect(rowsOf(section(true, { kind: 'loading' }), '')).toEqual([]);
});
