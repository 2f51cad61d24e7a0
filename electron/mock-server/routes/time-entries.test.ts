import { beforeEach, expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import { ADA, NORTHWIND, NOW, startAsking, type Asking } from './ask.test-support.ts';

const data = createSampleData(NOW);
const PATH = `/v2/team/${NORTHWIND}/time_entries`;
const FIRST = '86c0q2v9x';
const MINUTE = 60_000;

let mock: Asking;
beforeEach(() => {
  mock = startAsking(data);
});

interface Entry {
  readonly id: string;
  readonly task: { readonly id: string } | null;
  readonly start: unknown;
  readonly end?: unknown;
  readonly duration: unknown;
  readonly at: unknown;
  readonly user: { readonly id: number };
  readonly tags: readonly { readonly name: string }[];
}

const one = (answer: unknown) => (answer as { data: Entry }).data;
const many = (query = '', options = {}) =>
  (mock.ask('GET', PATH, { query, ...options }).body as { data: Entry[] }).data;
const refused = (method: string, path: string, options: object) => {
  const { status, body } = mock.ask(method, path, options);
  return [status, (body as { ECODE: string }).ECODE];
};

test('the timer: none, started, running, stopped', () => {
  expect(mock.get(`${PATH}/current`)).toEqual({ data: null });
  expect(refused('POST', `${PATH}/stop`, {})).toEqual([400, 'SAMPLE_400']);
  const started = one(mock.send('POST', `${PATH}/start`, { tid: FIRST, description: 'Quote' }));
  expect(started).toMatchObject({
    id: expect.stringMatching(/^\d{19}$/),
    task: { id: FIRST },
    wid: NORTHWIND,
    user: { id: ADA },
    start: String(NOW),
    duration: -1,
    at: NOW,
    description: 'Quote',
    billable: false,
  });
  const later = NOW + 25 * MINUTE;
  const running = one(mock.ask('GET', `${PATH}/current`, { now: later }).body);
  expect(running).toMatchObject({
    id: started.id,
    start: String(NOW),
    duration: -25 * MINUTE,
    at: String(NOW),
  });
  expect(running).not.toHaveProperty('end');
  const stopped = one(mock.send('POST', `${PATH}/stop`, undefined, { now: later }));
  expect(stopped).toMatchObject({
    id: started.id,
    start: String(NOW),
    end: later,
    duration: 25 * MINUTE,
    at: later,
  });
  expect(mock.get(`${PATH}/current`)).toEqual({ data: null });
  expect(mock.get(`/v2/task/${FIRST}`)).toMatchObject({ time_spent: 25 * MINUTE });
});

test('starting stops what runs', () => {
  const first = one(mock.send('POST', `${PATH}/start`, { tid: FIRST }));
  const later = NOW + MINUTE;
  const second = one(mock.send('POST', `${PATH}/start`, {}, { now: later }));
  expect(second.task).toBeNull();
  expect(one(mock.get(`${PATH}/${first.id}`))).toMatchObject({
    start: String(NOW),
    end: String(later),
    duration: String(MINUTE),
    at: String(later),
  });
  expect(one(mock.ask('GET', `${PATH}/current`, { now: later }).body).id).toBe(second.id);
});

test('a small plan lets no time be tracked without a task', () => {
  const clinic = '/v2/team/9002587/time_entries';
  expect(mock.ask('POST', `${clinic}/start`, { body: {} })).toEqual({
    status: 403,
    body: {
      err: 'The plan Free Forever allows no more time entries without a task.',
      ECODE: 'SAMPLE_403',
    },
  });
  const tid = data.tasks.find(({ name }) => name.startsWith('Show the front desk'))?.id;
  expect(mock.ask('POST', `${clinic}/start`, { body: { tid } }).status).toBe(200);
  expect(refused('POST', `${clinic}/start`, { body: { tid: FIRST } })).toEqual([400, 'SAMPLE_400']);
});

test('a list: one’s own of 30 days, in a span, of others for admins, at one place', () => {
  const own = many();
  expect(own.length).toBeGreaterThan(3);
  expect(own.every(({ user }) => user.id === ADA)).toBe(true);
  expect(own[0]).toMatchObject({
    start: expect.any(Number),
    end: expect.any(Number),
    duration: expect.stringMatching(/^\d+$/),
    at: expect.stringMatching(/^\d+$/),
    source: 'clickup',
    task_location: { list_id: expect.any(Number) },
  });
  const starts = own.map(({ start }) => Number(start));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  const middle = starts[1] ?? 0;
  expect(many(`start_date=${middle}&end_date=${middle}`).map(({ start }) => start)).toEqual([
    middle,
  ]);
  expect(new Set(many('assignee=81204417,81204428').map(({ user }) => user.id))).toEqual(
    new Set([81204417, 81204428]),
  );
  expect(refused('GET', PATH, { query: 'assignee=81204411', userId: 81204417 })).toEqual([
    403,
    'TIMEENTRY_059',
  ]);
  expect(refused('GET', PATH, { query: 'assignee=ada' })).toEqual([400, 'TIMEENTRY_007']);
  expect(refused('GET', PATH, { query: 'list_id=1&space_id=2' })).toEqual([400, 'TIMEENTRY_065']);
  const everyone = `assignee=${data.workspaces[0]?.memberIds.join(',')}`;
  const task = own[0]?.task?.id;
  expect(new Set(many(`${everyone}&task_id=${task}`).map((entry) => entry.task?.id))).toEqual(
    new Set([task]),
  );
  const space = data.spaces.find(({ name }) => name === 'Platform')?.id;
  const named = many(`${everyone}&space_id=${space}&include_location_names=true`);
  expect(named.length).toBeGreaterThan(3);
  expect(named[0]).toMatchObject({ task_location: { space_name: 'Platform' } });
  const billed = many(`${everyone}&is_billable=true`).length;
  expect(billed + many(`${everyone}&is_billable=false`).length).toBe(many(everyone).length);
});

test('an entry is made, changed with a history, and removed', () => {
  const start = NOW - 3 * 60 * MINUTE;
  const made = mock.send('POST', PATH, {
    tid: FIRST,
    start,
    duration: 30 * MINUTE,
    description: 'Letter',
    tags: [{ name: 'call' }, { name: 'new', tag_bg: '#101010', tag_fg: '#ffffff' }],
    billable: true,
  }) as Record<string, unknown>;
  expect(made).toMatchObject({ start, duration: 30 * MINUTE, assignee: ADA, tid: FIRST });
  const { id } = one(made);
  mock.send('PUT', `${PATH}/${id}`, {
    description: 'Two letters',
    end: start + 40 * MINUTE,
    tags: [{ name: 'new' }],
    tag_action: 'remove',
  });
  expect(one(mock.get(`${PATH}/${id}`))).toMatchObject({
    description: 'Two letters',
    duration: String(40 * MINUTE),
    tags: [{ name: 'call', tag_bg: '#c2410c' }],
  });
  expect(mock.get(`${PATH}/${id}/history`)).toMatchObject({
    data: [
      { field: 'end', before: String(start + 30 * MINUTE), after: String(start + 40 * MINUTE) },
      { field: 'description', before: 'Letter', after: 'Two letters' },
    ],
  });
  expect(one(mock.send('DELETE', `${PATH}/${id}`)).id).toBe(id);
  expect(mock.ask('GET', `${PATH}/${id}`).status).toBe(404);
});

test.each([
  [{}, 400],
  [{ start: NOW }, 400],
  [{ start: NOW, end: NOW - 1 }, 400],
  [{ start: 'soon', duration: 1 }, 400],
  [{ start: NOW, duration: 1, assignee: 1 }, 400],
  [{ start: NOW, duration: 1, tid: 'nope' }, 401],
  [{ start: NOW, duration: 1, tags: [{}] }, 400],
])('%j is refused with %i', (body, status) => {
  const before = mock.world.timeEntries.all().length;
  expect(mock.ask('POST', PATH, { body }).status).toBe(status);
  expect(mock.world.timeEntries.all().length).toBe(before);
});

test('a negative duration makes the running timer', () => {
  const { id } = one(mock.send('POST', PATH, { tid: FIRST, start: NOW - MINUTE, duration: -1 }));
  expect(one(mock.get(`${PATH}/current`))).toMatchObject({ id, duration: -MINUTE });
});

test('tags of entries are put on, taken off and renamed', () => {
  const [entry] = many();
  const tags = () => one(mock.get(`${PATH}/${entry?.id}`)).tags.map(({ name }) => name);
  const ids = { time_entry_ids: [entry?.id] };
  mock.send('POST', `${PATH}/tags`, { ...ids, tags: [{ name: 'train' }] });
  expect(tags()).toContain('train');
  mock.send('PUT', `${PATH}/tags`, {
    name: 'train',
    new_name: 'ferry',
    tag_bg: '#000000',
    tag_fg: '#fff',
  });
  expect(tags()).toContain('ferry');
  expect(mock.get(`${PATH}/tags`)).toMatchObject({
    data: expect.arrayContaining([
      { name: 'ferry', creator: ADA, tag_bg: '#000000', tag_fg: '#fff' },
    ]),
  });
  mock.send('DELETE', `${PATH}/tags`, { ...ids, tags: [{ name: 'ferry' }] });
  expect(tags()).not.toContain('ferry');
});

test('the older view of a task’s time adds up to time_spent', () => {
  const [entry] = many();
  const id = entry?.task?.id;
  const { time_spent } = mock.get(`/v2/task/${id}`) as { time_spent: number };
  const { data: people } = mock.get(`/v2/task/${id}/time`) as { data: { time: number }[] };
  expect(people.reduce((sum, { time }) => sum + time, 0)).toBe(time_spent);
});
