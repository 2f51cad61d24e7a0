import {
  assert,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  record,
  subarray,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from './answer.ts';
import { createSampleData } from './data/sample-data.ts';
import { createQuery } from './query.ts';
import { pageOf, passes, readTaskFilter, select, TASKS_A_PAGE } from './task-filter.ts';
import { createWorld } from './world.ts';

const NOW = Date.UTC(2026, 10, 23, 8);
const DAY = 86_400_000;
const data = createSampleData(NOW);
const world = createWorld(data);

const read = (text: string) => readTaskFilter(createQuery(new URLSearchParams(text)));

const time = option(integer({ min: NOW - 120 * DAY, max: NOW + 70 * DAY }), { nil: null });
const some = (values: readonly string[]) => option(subarray([...values]), { nil: null });

/** Any query the endpoint understands. */
const queries = record({
  order_by: constantFrom('id', 'created', 'updated', 'due_date'),
  reverse: boolean(),
  subtasks: boolean(),
  include_closed: boolean(),
  due_date_gt: time,
  due_date_lt: time,
  date_created_gt: time,
  date_updated_gt: time,
  date_updated_lt: time,
  'assignees[]': some(data.people.map(({ id }) => String(id))),
  'statuses[]': some(['to do', 'In Progress', 'closed', 'paid']),
  'tags[]': some(['bug', 'Q4', 'invoice']),
  'list_ids[]': some(data.lists.map(({ id }) => id)),
  'space_ids[]': some(data.spaces.map(({ id }) => id)),
  'project_ids[]': some(data.folders.map(({ id }) => id)),
}).map((values) => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const each of value) parameters.append(name, each);
    else if (value !== null) parameters.set(name, String(value));
  }
  return parameters.toString();
});

describe('task filter', () => {
  test('pages are a partition of what passes, in order, full but for the last', () => {
    assert(
      property(queries, (text) => {
        const filter = read(text);
        const all = select(filter, world.tasks);
        const seen = [];
        for (let page = 0; ; page += 1) {
          const { items, last } = pageOf(page, all);
          seen.push(...items);
          if (last) break;
          expect(items.length).toBe(TASKS_A_PAGE);
        }
        expect(seen).toEqual(all);
        const expected = world.tasks.filter((placed) => passes(filter, placed));
        expect(new Set(seen)).toEqual(new Set(expected));
        expect(pageOf(Math.ceil(all.length / TASKS_A_PAGE), all).items).toEqual([]);
      }),
    );
  });

  test('the order is total: reversing turns it round, tasks without the date stay last', () => {
    assert(
      property(constantFrom('id', 'created', 'updated', 'due_date'), boolean(), (order, closed) => {
        const base = `order_by=${order}&subtasks=true&include_closed=${closed}`;
        const dated = ({ task }: (typeof world.tasks)[number]) =>
          order !== 'due_date' || task.dueAt !== null;
        const down = select(read(base), world.tasks);
        const up = select(read(`${base}&reverse=true`), world.tasks);
        expect(up.filter(dated)).toEqual(down.filter(dated).toReversed());
        expect(down.findIndex((placed) => !dated(placed))).toBe(
          down.every(dated) ? -1 : down.filter(dated).length,
        );
      }),
    );
  });

  test('equal times do not make pages overlap', () => {
    const same = createWorld({
      ...data,
      tasks: data.tasks.map((task) => ({ ...task, createdAt: NOW })),
    });
    const ids = select(read('subtasks=true&include_closed=true'), same.tasks).map(
      ({ task }) => task.id,
    );
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(ids.length).toBe(data.tasks.length);
  });

  test('each filter takes out what it should and nothing else', () => {
    const names = (text: string) =>
      new Set(
        select(read(`subtasks=true&include_closed=true&${text}`), world.tasks).map((p) => p.task),
      );
    const where = (keep: (task: (typeof data.tasks)[number]) => boolean) =>
      new Set(data.tasks.filter(keep));
    expect(names('due_date_lt=' + NOW)).toEqual(
      where(({ dueAt }) => dueAt !== null && dueAt < NOW),
    );
    expect(names('due_date_gt=' + NOW)).toEqual(
      where(({ dueAt }) => dueAt !== null && dueAt > NOW),
    );
    expect(names('date_updated_gt=' + (NOW - DAY))).toEqual(
      where(({ updatedAt }) => updatedAt > NOW - DAY),
    );
    expect(names('tags[]=BUG&tags[]=quote')).toEqual(
      where(({ tags }) => tags.includes('bug') || tags.includes('quote')),
    );
    expect(names('assignees[]=81204411')).toEqual(
      where(({ assigneeIds }) => assigneeIds.includes(81204411)),
    );
    expect(names('assignees[]=1')).toEqual(new Set());
    expect(names('list_ids[]=901204411')).toEqual(where(({ listId }) => listId === '901204411'));
    expect(names('statuses=to%20do')).toEqual(where(({ status }) => status === 'to do'));
    expect(names('parent=86c0q2v9x')).toEqual(where(({ parentId }) => parentId === '86c0q2v9x'));
  });

  test('bounds are outside the range', () => {
    const due = data.tasks[0]?.dueAt ?? 0;
    const ids = (text: string) => select(read(text), world.tasks).map(({ task }) => task.id);
    expect(ids(`due_date_gt=${due}`)).not.toContain('86c0q2v9x');
    expect(ids(`due_date_lt=${due}`)).not.toContain('86c0q2v9x');
    expect(ids(`due_date_gt=${due - 1}&due_date_lt=${due + 1}`)).toContain('86c0q2v9x');
  });

  test.each([
    'page=-1',
    'page=1.5',
    'page=one',
    'order_by=name',
    'reverse=yes',
    'due_date_lt=tomorrow',
    'due_date_gt=1e3',
    'assignees[]=ada',
  ])('%s is refused with 400', (text) => {
    const refusal = (() => {
      try {
        return read(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ answer: { status: 400 } });
  });
});
