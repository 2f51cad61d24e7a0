import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../../electron/contract/history.ts';
import type { OperationInfo } from '../../../../electron/contract/operations.ts';
import { missingIn, sectionsOf } from './sections.ts';

const NOW = new Date(2026, 10, 24, 10, 0).getTime();
const HOUR = 3_600_000;

const OPERATION: OperationInfo = {
  id: 'get-task',
  method: 'GET',
  path: '/v2/task/{task_id}',
  title: 'Get task',
  about: '',
  tag: 'Tasks',
  parameters: [],
};

const entryOf = (change: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: 'one',
  operationId: 'get-task',
  parameters: { task_id: '86c1' },
  body: { kind: 'none' },
  lacks: { secrets: 0, rest: false },
  at: NOW,
  outcome: { kind: 'answered', status: 200, durationMs: 1 },
  count: 1,
  isPinned: false,
  ...change,
});

const named = (entries: readonly HistoryEntry[], query = '') =>
  sectionsOf(entries, [OPERATION], query, NOW).map(({ name, items }) => [
    name,
    items.map(({ entry }) => entry.id).join(', '),
  ]);

describe('sectionsOf', () => {
  test('groups by day, the pinned ones first', () => {
    expect(
      named([
        entryOf({ id: 'now' }),
        entryOf({ id: 'night', at: NOW - 9.5 * HOUR }),
        entryOf({ id: 'evening', at: NOW - 10.5 * HOUR }),
        entryOf({ id: 'kept', at: NOW - 12 * HOUR, isPinned: true }),
        entryOf({ id: 'long ago', at: NOW - 100 * HOUR }),
      ]),
    ).toEqual([
      ['pinned', 'kept'],
      ['today', 'now, night'],
      ['yesterday', 'evening'],
      ['earlier', 'long ago'],
    ]);
  });

  test('searches names, addresses and what was filled in, word by word', () => {
    const entries = [
      entryOf(),
      entryOf({
        id: 'two',
        operationId: 'gone',
        parameters: { list_id: '901', tags: ['late'] },
        body: { kind: 'json', text: '{\n  "name": "Quote"\n}' },
      }),
    ];
    expect(named(entries, 'TASK 86')).toEqual([['today', 'one']]);
    expect(named(entries, 'quote late')).toEqual([['today', 'two']]);
    expect(named(entries, 'gone')).toEqual([['today', 'two']]);
    expect(named(entries, 'zebra')).toEqual([]);
    const [today] = sectionsOf(entries, [OPERATION], '', NOW);
    expect(today?.items.map(({ detail }) => detail)).toEqual([
      '86c1',
      '901 · late · { "name": "Quote" }',
    ]);
    expect(today?.items[1]?.operation).toBeNull();
  });
});

test.each<readonly [Partial<HistoryEntry>, ReturnType<typeof missingIn>]>([
  [{}, null],
  [{ lacks: { secrets: 1, rest: false } }, 'secrets'],
  [{ lacks: { secrets: 1, rest: true } }, 'rest'],
  [{ body: { kind: 'file', fields: {} } }, 'file'],
])('%j lacks %s', (change, missing) => {
  expect(missingIn(entryOf(change))).toBe(missing);
});
