import { constantFrom, assert, integer, property } from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import type { WireTask } from '../server.test-support.ts';
import { ADA, NORTHWIND, NOW, startAsking, type Asking } from './ask.test-support.ts';

const SALES = '901204411';
const FIRST = '86c0q2v9x';
const data = createSampleData(NOW);
const listId = (name: string) => data.lists.find((list) => list.name === name)?.id ?? '';

let mock: Asking;
beforeEach(() => {
  mock = startAsking(data);
});

const create = (body: object, list = SALES, options = {}) =>
  mock.send('POST', `/v2/list/${list}/task`, body, options) as WireTask;
const update = (id: string, body: object, options = {}) =>
  mock.send('PUT', `/v2/task/${id}`, body, options) as WireTask;
const read = (id: string) => mock.get(`/v2/task/${id}`) as WireTask;
const refused = (method: string, path: string, body: unknown) => {
  const { status, body: said } = mock.ask(method, path, { body });
  return [status, (said as { ECODE: string }).ECODE];
};

describe('creating a task', () => {
  test('a name is enough; the rest is ClickUp’s default', () => {
    const before = mock.get(`/v2/list/${SALES}`) as { task_count: number };
    const task = create({ name: '  Ring Mrs Hartmann ' });
    expect(task).toMatchObject({
      id: expect.stringMatching(/^86c0[0-9a-z]{5}$/),
      name: 'Ring Mrs Hartmann',
      status: { status: 'to do', type: 'open' },
      description: null,
      assignees: [],
      watchers: [{ id: ADA }],
      creator: { id: ADA },
      priority: null,
      due_date: null,
      date_created: String(NOW),
      date_updated: String(NOW),
      date_closed: null,
      list: { id: SALES },
      team_id: NORTHWIND,
    });
    expect(task).not.toHaveProperty('time_spent');
    expect(read(task.id)).toMatchObject({ name: 'Ring Mrs Hartmann' });
    expect(mock.get(`/v2/list/${SALES}`)).toMatchObject({ task_count: before.task_count + 1 });
  });

  test('everything at once', () => {
    const task = create({
      name: 'Everything',
      markdown_content: '# Plan\n\n**Bold** words',
      assignees: [ADA, 81204417],
      tags: ['quote', 'Brand new'],
      status: 'IN PROGRESS',
      priority: 1,
      due_date: Date.UTC(2026, 10, 25, 21),
      start_date: Date.UTC(2026, 10, 24, 10, 30),
      start_date_time: true,
      time_estimate: 3_600_000,
      points: 3,
      parent: FIRST,
      notify_all: true,
    });
    expect(task).toMatchObject({
      description: 'Plan\n\nBold words',
      text_content: 'Plan\n\nBold words',
      markdown_description: '# Plan\n\n**Bold** words',
      assignees: [{ id: ADA }, { id: 81204417 }],
      tags: [{ name: 'quote' }, { name: 'Brand new', creator: ADA }],
      status: { status: 'in progress' },
      priority: { id: '1', priority: 'urgent' },
      due_date: String(Date.UTC(2026, 10, 25, 3)),
      start_date: String(Date.UTC(2026, 10, 24, 10, 30)),
      time_estimate: 3_600_000,
      points: 3,
      parent: FIRST,
      top_level_parent: FIRST,
    });
    const { tags } = mock.get(`/v2/space/${data.lists[0]?.spaceId}/tag`) as {
      tags: { name: string }[];
    };
    expect(tags.map(({ name }) => name)).toContain('Brand new');
  });

  test.each([
    [{}, 400, 'INPUT_005'],
    [{ name: '   ' }, 400, 'INPUT_005'],
    [{ name: null }, 400, 'INPUT_005'],
    [{ name: 5 }, 400, 'SAMPLE_400'],
    [undefined, 400, 'INPUT_005'],
    [[], 400, 'SAMPLE_400'],
    [{ name: 'x', status: 'nowhere' }, 400, 'CRTSK_001'],
    [{ name: 'x', assignees: [1] }, 400, 'SAMPLE_400'],
    [{ name: 'x', assignees: [81377102] }, 400, 'SAMPLE_400'],
    [{ name: 'x', priority: 5 }, 400, 'SAMPLE_400'],
    [{ name: 'x', priority: 0 }, 400, 'SAMPLE_400'],
    [{ name: 'x', due_date: '2026-01-01' }, 400, 'INPUT_006'],
    [{ name: 'x', parent: 'nope' }, 400, 'ITEM_137'],
    [{ name: 'x', links_to: 'nope' }, 401, 'ACCESS_083'],
    [{ name: 'x', time_estimate: -1 }, 400, 'SAMPLE_400'],
    [{ name: 'x', custom_item_id: 7 }, 400, 'SAMPLE_400'],
  ])('%j is %i %s and makes nothing', (body, status, ecode) => {
    const before = mock.world.tasks.all().length;
    expect(refused('POST', `/v2/list/${SALES}/task`, body)).toEqual([status, ecode]);
    expect(mock.world.tasks.all().length).toBe(before);
  });

  test('a parent in another List, an archived List, a List that is not there', () => {
    expect(refused('POST', `/v2/list/${listId('Ops')}/task`, { name: 'x', parent: FIRST })).toEqual(
      [400, 'ITEM_137'],
    );
    expect(refused('POST', `/v2/list/${listId('Sprint 47')}/task`, { name: 'x' })[0]).toBe(400);
    expect(refused('POST', '/v2/list/1/task', { name: 'x' })).toEqual([401, 'OAUTH_027']);
  });

  test('required Custom Fields count only when asked to', () => {
    const finance = listId('Finance');
    const id = (name: string) => data.fields.find((field) => field.name === name)?.id;
    expect(create({ name: 'Unchecked' }, finance).name).toBe('Unchecked');
    const body = { name: 'Checked', check_required_custom_fields: true };
    const { status, body: said } = mock.ask('POST', `/v2/list/${finance}/task`, { body });
    expect([status, said]).toEqual([
      400,
      { err: 'Required Custom Fields are missing: Cost centre, Amount', ECODE: 'SAMPLE_400' },
    ]);
    const custom_fields = [
      { id: id('Cost centre'), value: 'Travel' },
      { id: id('Amount'), value: 80 },
    ];
    expect(create({ ...body, custom_fields }, finance)).toMatchObject({
      custom_fields: [
        { name: 'Cost centre', type: 'short_text', required: true, value: 'Travel' },
        { name: 'Amount', value: '80', type_config: { currency_type: 'EUR' } },
        { name: 'Remark', required: false },
      ],
    });
  });

  test('lists and searches lag where the request says so, a look-up does not', () => {
    const later = NOW + 5_000;
    const task = create({ name: 'Shy' }, SALES, { visibleFrom: later });
    const found = (now: number) => {
      const { body } = mock.ask('GET', `/v2/team/${NORTHWIND}/task`, { query: 'search=shy', now });
      return (body as { tasks: WireTask[] }).tasks.map(({ id }) => id);
    };
    expect(read(task.id).name).toBe('Shy');
    expect([found(NOW), found(later - 1), found(later)]).toEqual([[], [], [task.id]]);
    update(task.id, { name: 'Shy no more' }, { now: later, visibleFrom: later + 1_000 });
    expect(read(task.id).name).toBe('Shy no more');
    mock.send('DELETE', `/v2/task/${task.id}`, undefined, {
      now: later,
      visibleFrom: later + 2_000,
    });
    expect([found(later + 1_999), found(later + 2_000)]).toEqual([[task.id], []]);
  });
});

describe('changing a task', () => {
  test('what the body does not name stays', () => {
    const before = read(FIRST);
    const later = NOW + 60_000;
    expect(update(FIRST, {}, { now: later })).toMatchObject({
      name: before.name,
      due_date: before.due_date,
      date_updated: String(later),
    });
  });

  test('assignees come and go by {add, rem}', () => {
    expect(update(FIRST, { assignees: { add: [81204417] } }).assignees).toMatchObject([
      { id: ADA },
      { id: 81204417 },
    ]);
    expect(update(FIRST, { assignees: { rem: [ADA] } }).assignees).toMatchObject([
      { id: 81204417 },
    ]);
    expect(refused('PUT', `/v2/task/${FIRST}`, { assignees: [ADA] })[0]).toBe(400);
  });

  test('null clears a due date, a space the description; no text leaves it', () => {
    expect(update(FIRST, { due_date: null, priority: null, time_estimate: null })).toMatchObject({
      due_date: null,
      priority: null,
      time_estimate: null,
    });
    expect(update(FIRST, { description: '' })).toMatchObject({
      description: expect.stringContaining('maintenance'),
    });
    expect(update(FIRST, { description: ' ' })).toMatchObject({ description: null });
  });

  test('done and closed are noted when they come and forgotten when they go', () => {
    const dates = (status: string, now: number) => {
      const task = update(FIRST, { status }, { now }) as unknown as Record<string, unknown>;
      return [task['date_done'], task['date_closed']];
    };
    expect(dates('agreed', NOW + 1)).toEqual([String(NOW + 1), null]);
    expect(dates('closed', NOW + 2)).toEqual([String(NOW + 1), String(NOW + 2)]);
    expect(dates('closed', NOW + 3)).toEqual([String(NOW + 1), String(NOW + 2)]);
    expect(dates('agreed', NOW + 4)).toEqual([String(NOW + 1), null]);
    expect(dates('to do', NOW + 5)).toEqual([null, null]);
    expect(dates('closed', NOW + 6)).toEqual([String(NOW + 6), String(NOW + 6)]);
  });

  test('a task never stands below itself', () => {
    const child = create({ name: 'Child', parent: FIRST });
    const grandchild = create({ name: 'Grandchild', parent: child.id });
    for (const parent of [FIRST, child.id, grandchild.id]) {
      expect(refused('PUT', `/v2/task/${FIRST}`, { parent })).toEqual([400, 'ITEM_137']);
    }
    expect(update(grandchild.id, { parent: FIRST })).toMatchObject({ top_level_parent: FIRST });
    expect(update(grandchild.id, { parent: null }).parent).toBe(FIRST);
  });

  test('archived tasks leave the lists unless asked for', () => {
    update(FIRST, { archived: true });
    const ids = (query: string) =>
      (mock.get(`/v2/list/${SALES}/task`, query) as { tasks: WireTask[] }).tasks.map(
        ({ id }) => id,
      );
    expect(ids('')).not.toContain(FIRST);
    expect(ids('archived=true')).toEqual([FIRST]);
  });

  test('deleting is 204 without a body, takes subtasks along and is remembered', () => {
    const child = create({ name: 'Child', parent: FIRST });
    expect(mock.ask('DELETE', `/v2/task/${FIRST}`)).toEqual({ status: 204, body: null });
    for (const id of [FIRST, child.id]) {
      expect(refused('GET', `/v2/task/${id}`, undefined)).toEqual([404, 'ITEM_013']);
      expect(refused('DELETE', `/v2/task/${id}`, undefined)).toEqual([404, 'ITEM_013']);
    }
    expect(create({ name: 'Next' }).id).not.toBe(FIRST);
  });

  test('another home List: subtasks come along, statuses are mapped, foreign fields are lost', () => {
    const child = create({ name: 'Child', parent: FIRST, status: 'agreed' });
    const move = (list: string, body: object = {}) =>
      mock.ask('PUT', `/v3/workspaces/${NORTHWIND}/tasks/${FIRST}/home_list/${list}`, { body });
    const target = listId('Ops');
    expect(move(target)).toMatchObject({ status: 400, body: { status: 400 } });
    const clients = data.lists[0]?.spaceId;
    const platform = data.lists.find(({ id }) => id === target)?.spaceId;
    const status_mappings = [
      { source_status_id: `p${clients}_agreed`, destination_status_id: `p${platform}_released` },
    ];
    expect(move(target, { status_mappings })).toEqual({
      status: 200,
      body: { data: { task_id: FIRST, new_list_id: target } },
    });
    expect(read(child.id)).toMatchObject({
      list: { id: target },
      parent: FIRST,
      status: { status: 'released', type: 'done' },
    });
  });
});

test('a date without a time is 04:00 in the zone of whoever sets it, summer time or not', () => {
  const people = data.people.filter(({ timezone }) => timezone !== '');
  assert(
    property(
      constantFrom(...people.filter(({ id }) => [ADA, 81402201, 81402213, 81455007].includes(id))),
      integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
      ({ id: userId, timezone }, due_date) => {
        const { workspaces } = data;
        const home = workspaces.find(({ memberIds }) => memberIds.includes(userId));
        const spaceIds = data.spaces
          .filter(({ workspaceId, archived }) => workspaceId === home?.id && !archived)
          .map(({ id }) => id);
        const list = data.lists.find(({ spaceId }) => spaceIds.includes(spaceId))?.id ?? '';
        const local = (at: number) =>
          new Intl.DateTimeFormat('sv', {
            timeZone: timezone,
            dateStyle: 'short',
            timeStyle: 'short',
          }).format(at);
        const made = create({ name: 'x', due_date }, list, { userId });
        expect(local(Number(made.due_date))).toBe(`${local(due_date).slice(0, 10)} 04:00`);
        const timed = update(made.id, { due_date, due_date_time: true }, { userId });
        expect(timed.due_date).toBe(String(due_date));
        const untimed = update(made.id, { due_date, due_date_time: false }, { userId });
        expect(untimed.due_date).toBe(made.due_date);
      },
    ),
    { numRuns: 120 },
  );
});
