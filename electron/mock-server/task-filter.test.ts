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
import { findTasks, readTaskFilter, TASKS_A_PAGE, testFor } from './task-filter.ts';
import { createWorld, type World } from './world.ts';

const NOW = Date.UTC(2026, 10, 23, 8);
const DAY = 86_400_000;
const data = createSampleData(NOW);
const world = createWorld(data);

const WORKSPACE = '9002411';
const all = world.tasks.of(WORKSPACE);

/** Every task that a query finds, page after page. */
function find(text: string, within: World = world) {
  const filter = read(text);
  const found = [];
  for (let page = 0; ; page += 1) {
    const { items, last } = findTasks({ ...filter, page }, WORKSPACE, within, NOW);
    found.push(...items);
    if (last) return found;
    expect(items.length).toBe(TASKS_A_PAGE);
  }
}

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
  test('pages are a partition of what passes, full but for the last', () => {
    assert(
      property(queries, (text) => {
        const seen = find(text);
        const passing = all.filter(testFor(read(text), WORKSPACE, world));
        expect(seen.length).toBe(passing.length);
        expect(new Set(seen)).toEqual(new Set(passing));
        const beyond = { ...read(text), page: Math.ceil(seen.length / TASKS_A_PAGE) };
        expect(findTasks(beyond, WORKSPACE, world, NOW)).toEqual({ items: [], last: true });
      }),
    );
  });

  test('the order is total: reversing turns it round, tasks without the date stay last', () => {
    assert(
      property(constantFrom('id', 'created', 'updated', 'due_date'), boolean(), (order, closed) => {
        const base = `order_by=${order}&subtasks=true&include_closed=${closed}`;
        const dated = ({ dueAt }: (typeof all)[number]) => order !== 'due_date' || dueAt !== null;
        const down = find(base);
        const up = find(`${base}&reverse=true`);
        expect(up.filter(dated)).toEqual(down.filter(dated).toReversed());
        expect(down.findIndex((task) => !dated(task))).toBe(
          down.every(dated) ? -1 : down.filter(dated).length,
        );
      }),
    );
  });

  test('equal times do not make pages overlap', () => {
    const same = createWorld({
      ...data,
      tasks: data.tasks.map((task) => Object.assign({}, task, { createdAt: NOW })),
    });
    const ids = find('subtasks=true&include_closed=true', same).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(ids.length).toBe(all.length);
  });

  test('each filter takes out what it should and nothing else', () => {
    const names = (text: string) => new Set(find(`subtasks=true&include_closed=true&${text}`));
    const where = (keep: (task: (typeof all)[number]) => boolean) => new Set(all.filter(keep));
    expect(names('due_date_lt=' + NOW)).toEqual(
      where(({ dueAt }) => dueAt !== null && dueAt < NOW),
    );
    expect(names('due_date_gt=' + NOW)).toEqual(
      where(({ dueAt }) => dueAt !== null && dueAt > NOW),
    );
    expect(names('date_updated_gt=' + (NOW - DAY))).toEqual(
      where(({ updatedAt }) => updatedAt > NOW - DAY),
    );
    expect(names('date_done_gt=' + (NOW - 30 * DAY))).toEqual(
      where(({ doneAt }) => doneAt !== null && doneAt > NOW - 30 * DAY),
    );
    expect(names('tags[]=BUG&tags[]=quote')).toEqual(
      where(({ tags }) => tags.includes('bug') || tags.includes('quote')),
    );
    expect(names('assignees[]=81204411')).toEqual(
      where(({ assigneeIds }) => assigneeIds.includes(81204411)),
    );
    expect(names('watchers[]=81204411')).toEqual(
      where(({ watcherIds }) => watcherIds.includes(81204411)),
    );
    expect(names('custom_items[]=1')).toEqual(new Set());
    expect(names('assignees[]=1')).toEqual(new Set());
    expect(names('list_ids[]=901204411')).toEqual(where(({ listId }) => listId === '901204411'));
    expect(names('statuses=to%20do')).toEqual(where(({ status }) => status === 'to do'));
    expect(names('parent=86c0q2v9x')).toEqual(where(({ parentId }) => parentId === '86c0q2v9x'));
    expect(names('search=QUOTE')).toEqual(
      where(({ name }) => name.toLowerCase().includes('quote')),
    );
  });

  test('Custom Fields are compared as their types ask', () => {
    const field = (name: string) => data.fields.find((each) => each.name === name);
    const valued = (name: string) => (task: (typeof all)[number]) =>
      task.values[field(name)?.id ?? ''];
    const found = (name: string, operator: string, value?: unknown) => {
      const condition = JSON.stringify([{ field_id: field(name)?.id, operator, value }]);
      const query = new URLSearchParams({ custom_fields: condition });
      return new Set(find(`subtasks=true&include_closed=true&${query}`));
    };
    const where = (keep: (task: (typeof all)[number]) => boolean) => new Set(all.filter(keep));
    const amount = valued('Amount');
    const channel = valued('Channel');
    const website = field('Channel')?.options[1]?.id;
    expect(found('Amount', '>', 1000)).toEqual(where((task) => Number(amount(task)) > 1000));
    expect(found('Amount', 'RANGE', [500, 1500])).toEqual(
      where((task) => Number(amount(task)) >= 500 && Number(amount(task)) <= 1500),
    );
    expect(found('Channel', '=', website)).toEqual(where((task) => channel(task) === website));
    expect(found('Channel', '=', 1)).toEqual(found('Channel', '=', website));
    expect(found('Channel', '!=', website)).toEqual(where((task) => channel(task) !== website));
    expect(found('Channel', 'IS NOT NULL').size).toBeGreaterThan(5);
    expect(found('Channel', 'IS NULL').size + found('Channel', 'IS NOT NULL').size).toBe(
      all.length,
    );
    const labels = field('Area')?.options.map(({ id }) => id);
    expect(found('Area', 'ANY', labels)).toEqual(found('Area', 'IS NOT NULL'));
  });

  test('bounds are outside the range', () => {
    const due = data.tasks[0]?.dueAt ?? 0;
    const ids = (text: string) => find(text).map(({ id }) => id);
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
    'custom_fields={',
    'custom_fields={}',
    'custom_fields=[1]',
    'custom_field={"field_id":"a","operator":"LIKE"}',
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
