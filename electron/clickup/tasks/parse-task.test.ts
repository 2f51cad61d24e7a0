import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../any-text.test-support.ts';
import { parseTask } from './parse-task.ts';
import { createTaskDateReader } from './task-date.ts';
import { parseTaskPage } from './task-page.ts';

/** Monday, 23 November 2026, 04:00 in Berlin. */
const MONDAY_AT_FOUR = Date.UTC(2026, 10, 23, 3);

/** As ClickUp answers it, with the fields that Perch leaves alone cut down. */
const answered = {
  id: '86c0q2v9x',
  custom_id: 'WEB-12',
  name: 'Prepare the fair',
  status: { status: 'in progress', type: 'custom', color: '#4194f6', orderindex: 1 },
  date_created: '1767780450202',
  date_updated: '1767780450999',
  date_closed: null,
  date_done: null,
  archived: false,
  creator: { id: 183 },
  assignees: [
    {
      id: 183,
      username: 'Ada Kessler',
      color: '#7b68ee',
      initials: 'AK',
      email: 'ada@example.com',
    },
  ],
  tags: [{ name: 'fair', tag_fg: '#ffffff', tag_bg: '#000000' }],
  parent: null,
  priority: { id: '2', priority: 'high', color: '#f8ae00', orderindex: '2' },
  due_date: String(MONDAY_AT_FOUR),
  start_date: null,
  time_estimate: 5_400_000,
  time_spent: 60_000,
  custom_fields: [],
  team_id: '900',
  url: 'https://app.clickup.com/t/86c0q2v9x',
  list: { id: '901204411', name: 'Events', access: true },
  project: { id: '90360120', name: 'hidden', hidden: true, access: true },
  folder: { id: '90360120', name: 'Autumn', hidden: false, access: true },
  space: { id: '90130400' },
};

const readDate = createTaskDateReader('Europe/Berlin');
const parse = (change: object) => parseTask({ ...answered, ...change }, readDate);

describe('parseTask', () => {
  it('takes over what Perch uses', () => {
    expect(parse({})).toEqual({
      id: '86c0q2v9x',
      customId: 'WEB-12',
      name: 'Prepare the fair',
      url: 'https://app.clickup.com/t/86c0q2v9x',
      status: { name: 'in progress', type: 'custom', color: '#4194f6' },
      priority: 2,
      due: { at: MONDAY_AT_FOUR, hasTime: false },
      start: null,
      assignees: [{ id: 183, name: 'Ada Kessler', initials: 'AK', color: '#7b68ee' }],
      tags: ['fair'],
      workspaceId: '900',
      list: { id: '901204411', name: 'Events' },
      folder: { id: '90360120', name: 'Autumn' },
      space: { id: '90130400', name: null },
      parentId: null,
      createdAt: 1_767_780_450_202,
      updatedAt: 1_767_780_450_999,
      closedAt: null,
      doneAt: null,
      timeEstimateMs: 5_400_000,
      timeSpentMs: 60_000,
      archived: false,
    });
  });

  it.each([
    [{ id: 12 }, { id: '12', url: 'https://app.clickup.com/t/86c0q2v9x' }],
    [{ name: null }, { name: '' }],
    [{ custom_id: undefined }, { customId: null }],
    [{ status: 'open' }, { status: { name: 'open', type: null, color: null } }],
    [{ status: null }, { status: null }],
    [{ status: { status: '', type: 'open' } }, { status: null }],
    [
      { status: { status: 'x', type: null, color: 'red' } },
      { status: { name: 'x', type: null, color: null } },
    ],
    [{ priority: null }, { priority: null }],
    [{ priority: 1 }, { priority: 1 }],
    [{ priority: '4' }, { priority: 4 }],
    [{ priority: 'Urgent' }, { priority: 1 }],
    [{ priority: { id: 3 } }, { priority: 3 }],
    [{ priority: { priority: 'low' } }, { priority: 4 }],
    [{ priority: 0 }, { priority: null }],
    [{ priority: 5 }, { priority: null }],
    [{ priority: 1.5 }, { priority: null }],
    [{ priority: { priority: 'none' } }, { priority: null }],
    [{ due_date: MONDAY_AT_FOUR }, { due: { at: MONDAY_AT_FOUR, hasTime: false } }],
    [{ due_date: '' }, { due: null }],
    [{ due_date: '0' }, { due: null }],
    [{ due_date: 'soon' }, { due: null }],
    [{ due_date: 1e300 }, { due: null }],
    [{ due_date_time: true }, { due: { at: MONDAY_AT_FOUR, hasTime: true } }],
    [{ start_date: '1', start_date_time: false }, { start: { at: 1, hasTime: false } }],
    [{ date_updated: undefined }, { updatedAt: null }],
    [{ date_closed: 5 }, { closedAt: 5 }],
    [{ assignees: null }, { assignees: [] }],
    [
      { assignees: [null, 5, {}, { id: '7', username: null, email: null, initials: null }] },
      { assignees: [{ id: 7, name: 'User 7', initials: 'U7', color: null }] },
    ],
    [{ tags: ['plain', { name: ' x ' }, null, {}, { name: 5 }] }, { tags: ['plain', 'x'] }],
    [{ list: 901 }, { list: { id: '901', name: null } }],
    [{ list: undefined }, { list: null }],
    [{ folder: { id: '1', name: 'hidden', hidden: true } }, { folder: null }],
    [{ folder: undefined }, { folder: null }],
    [{ folder: undefined, project: { id: 4, name: 'Old' } }, { folder: { id: '4', name: 'Old' } }],
    [{ parent: 'av2' }, { parentId: 'av2' }],
    [{ parent: '' }, { parentId: null }],
    [{ time_estimate: 1.2 }, { timeEstimateMs: 1 }],
    [{ time_estimate: '3600000' }, { timeEstimateMs: 3_600_000 }],
    [{ time_estimate: -1 }, { timeEstimateMs: null }],
    [{ archived: 'true' }, { archived: false }],
    [{ url: null }, { url: 'https://app.clickup.com/t/86c0q2v9x' }],
    [
      { url: 'https://app.clickup.com.evil.example/t/1' },
      { url: 'https://app.clickup.com/t/86c0q2v9x' },
    ],
    [{ url: 'javascript:alert(1)' }, { url: 'https://app.clickup.com/t/86c0q2v9x' }],
    [{ id: 'a/../b', url: 7 }, { url: 'https://app.clickup.com/t/a%2F..%2Fb' }],
  ])('copes with %j', (change, expected) => {
    expect(parse(change)).toMatchObject(expected);
  });

  it.each([null, undefined, '', '  ', true, [], {}, 1.5, Number.NaN, 2 ** 60])(
    'does not take %j for an id',
    (id) => {
      expect(parse({ id })).toBeNull();
    },
  );
});

describe('whether a due date has a time', () => {
  const hasTime = (timezone: string | null, at: number, flag?: unknown) =>
    createTaskDateReader(timezone)(at, flag)?.hasTime;

  it.each([
    ['Europe/Berlin', Date.UTC(2026, 10, 23, 3), false],
    ['Europe/Berlin', Date.UTC(2026, 6, 23, 2), false],
    ['Europe/Berlin', Date.UTC(2026, 6, 23, 3), true],
    ['Europe/Berlin', Date.UTC(2026, 10, 23, 3, 30), true],
    ['Europe/Berlin', Date.UTC(2026, 10, 23, 3, 0, 1), true],
    ['Asia/Kathmandu', Date.UTC(2026, 10, 22, 22, 15), false],
    ['America/Los_Angeles', Date.UTC(2026, 10, 23, 12), false],
    ['America/Los_Angeles', Date.UTC(2026, 10, 23, 4), true],
    [null, Date.UTC(2026, 10, 23, 3), null],
    ['Nowhere/Else', Date.UTC(2026, 10, 23, 3), null],
  ])('in %s at %d: %s', (timezone, at, expected) => {
    expect(hasTime(timezone, at)).toBe(expected);
  });

  it('believes the flag where there is one, and only if it is one', () => {
    expect(hasTime('Europe/Berlin', MONDAY_AT_FOUR, true)).toBe(true);
    expect(hasTime(null, MONDAY_AT_FOUR + 1, false)).toBe(false);
    expect(hasTime('Europe/Berlin', MONDAY_AT_FOUR, 'true')).toBe(false);
  });
});

describe('parseTaskPage', () => {
  it('leaves out what it cannot read, and keeps it as it came', () => {
    const odd = [null, 7, { name: 'no id' }];
    expect(parseTaskPage({ tasks: [odd[0], answered, odd[1], odd[2]] }, readDate)).toMatchObject({
      kind: 'items',
      items: [{ id: '86c0q2v9x' }],
      unreadable: odd,
      isLast: null,
    });
  });

  it.each([
    [true, true],
    [false, false],
    [undefined, null],
    [null, null],
    ['true', null],
    [1, null],
  ])('reads last_page %j as %j', (last_page, isLast) => {
    expect(parseTaskPage({ tasks: [], last_page }, readDate)).toMatchObject({ isLast });
  });

  it.each([null, 5, 'tasks', [], {}, { tasks: null }, { tasks: {} }, { task: [] }])(
    'hands on %j as it came',
    (raw) => {
      expect(parseTaskPage(raw, readDate)).toEqual({ kind: 'unknown', raw });
    },
  );
});

describe('any JSON', () => {
  const loose = fc.oneof(fc.jsonValue({ maxDepth: 3 }), anyText(20), fc.integer().map(String));
  const near = fc.record(Object.fromEntries(Object.keys(answered).map((name) => [name, loose])), {
    requiredKeys: [],
  });

  it('never makes the parsers throw, and nothing gets lost', () => {
    fc.assert(
      fc.property(fc.oneof(loose, fc.array(fc.oneof(loose, near))), (value) => {
        const page = parseTaskPage({ tasks: value }, readDate);
        const entries = Array.isArray(value) ? value.length : -1;
        expect(page.kind === 'items' ? page.items.length + page.unreadable.length : -1).toBe(
          entries,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives only values of the kinds that a task has', () => {
    fc.assert(
      fc.property(near, fc.string({ minLength: 1 }), (value, id) => {
        const task = parseTask({ ...value, id }, readDate);
        const times = [task?.createdAt, task?.updatedAt, task?.closedAt, task?.due?.at];
        expect(
          times.every(
            (at) => at === null || at === undefined || !Number.isNaN(new Date(at).getTime()),
          ),
        ).toBe(true);
        expect(task === null || task.url.startsWith('https://app.clickup.com/')).toBe(true);
        expect(task?.assignees.every((person) => Number.isSafeInteger(person.id)) ?? true).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });
});
