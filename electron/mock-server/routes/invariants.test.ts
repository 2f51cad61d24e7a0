import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import { NORTHWIND, NOW, startAsking, type Asking } from './ask.test-support.ts';

const data = createSampleData(NOW);
const TIME = `/v2/team/${NORTHWIND}/time_entries`;

const STEPS = [
  'create',
  'create',
  'createBelow',
  'rename',
  'reparent',
  'close',
  'reopen',
  'move',
  'delete',
  'comment',
  'reply',
  'tag',
  'start',
  'stop',
  'link',
  'wait',
  'newList',
  'deleteList',
] as const;

interface Step {
  readonly kind: (typeof STEPS)[number];
  /** Choose among what there is. */
  readonly one: number;
  readonly other: number;
  readonly lag: number;
}

const steps = array(
  record({
    kind: constantFrom(...STEPS),
    one: integer({ min: 0, max: 1_000 }),
    other: integer({ min: 0, max: 1_000 }),
    lag: constantFrom(0, 0, 0, 2_500),
  }),
  { maxLength: 40 },
);

const choose = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length];

/** Only tasks and Lists of the first Space, so that steps meet. */
const tasksOf = ({ world }: Asking) =>
  world.tasks.of(NORTHWIND).filter(({ listId }) => inFirstSpace(world.lists.get(listId)?.spaceId));
const listsOf = ({ world }: Asking) => world.lists.of(data.spaces[0]?.id ?? '');
const inFirstSpace = (spaceId: string | undefined) => spaceId === data.spaces[0]?.id;

const wearing = (name: string) => expect.arrayContaining([name]) as object;
const tagsOf = (mock: Asking, id: string) =>
  (mock.get(`/v2/task/${id}`) as { tags: { name: string }[] }).tags.map(({ name }) => name);
const mustMatch = (found: unknown, wanted: object): void => expect(found).toMatchObject(wanted);

/** Does a step and checks at once that what it wrote can be read; a step that fits nothing is none. */
function take(mock: Asking, { kind, one, other, lag }: Step, now: number): void {
  const task = choose(tasksOf(mock), one);
  const second = choose(tasksOf(mock), other);
  const list = choose(listsOf(mock), one);
  const options = { now, visibleFrom: now + lag };
  const send = (method: string, path: string, body?: unknown) =>
    mock.send(method, path, body, options);
  const read = (id: string) => mock.get(`/v2/task/${id}`) as Record<string, unknown>;
  switch (kind) {
    case 'create': {
      if (list === undefined) return;
      const made = send('POST', `/v2/list/${list.id}/task`, { name: `At ${now}` });
      const { id } = made as { id: string };
      mustMatch(read(id), { name: `At ${now}`, list: { id: list.id } });
      return;
    }
    case 'createBelow': {
      if (task === undefined) return;
      const body = { name: 'Below', parent: task.id };
      const { id } = send('POST', `/v2/list/${task.listId}/task`, body) as { id: string };
      mustMatch(read(id), { parent: task.id });
      return;
    }
    case 'rename':
      if (task === undefined) return;
      send('PUT', `/v2/task/${task.id}`, { name: `Now ${now}` });
      mustMatch(read(task.id), { name: `Now ${now}`, date_updated: String(now) });
      return;
    case 'reparent':
      if (task === undefined || second === undefined) return;
      mock.ask('PUT', `/v2/task/${task.id}`, { ...options, body: { parent: second.id } });
      return;
    case 'close':
    case 'reopen': {
      if (task === undefined) return;
      const status = kind === 'close' ? 'closed' : 'to do';
      send('PUT', `/v2/task/${task.id}`, { status });
      mustMatch(read(task.id), { status: { status } });
      return;
    }
    case 'move':
      if (task === undefined || list === undefined || task.parentId !== null) return;
      send('PUT', `/v3/workspaces/${NORTHWIND}/tasks/${task.id}/home_list/${list.id}`, {});
      mustMatch(read(task.id), { list: { id: list.id } });
      return;
    case 'delete':
      if (task === undefined) return;
      send('DELETE', `/v2/task/${task.id}`);
      mustMatch(mock.ask('GET', `/v2/task/${task.id}`), { status: 404 });
      return;
    case 'comment':
      if (task === undefined) return;
      send('POST', `/v2/task/${task.id}/comment`, { comment_text: 'Said' });
      return;
    case 'reply': {
      const comment = choose(mock.world.comments.all(), one);
      if (comment === undefined) return;
      send('POST', `/v2/comment/${comment.id}/reply`, { comment_text: 'Answered' });
      return;
    }
    case 'tag':
      if (task === undefined) return;
      send('POST', `/v2/task/${task.id}/tag/n${other % 5}`);
      mustMatch(tagsOf(mock, task.id), wearing(`n${other % 5}`));
      return;
    case 'start':
      if (task === undefined) return;
      send('POST', `${TIME}/start`, { tid: task.id });
      return;
    case 'stop':
      mock.ask('POST', `${TIME}/stop`, options);
      return;
    case 'link':
    case 'wait':
      if (task === undefined || second === undefined) return;
      mock.ask(
        'POST',
        `/v2/task/${task.id}/${kind === 'link' ? `link/${second.id}` : 'dependency'}`,
        { ...options, body: { depends_on: second.id } },
      );
      return;
    case 'newList':
      send('POST', `/v2/folder/${data.folders[0]?.id}/list`, { name: `List ${now}` });
      return;
    case 'deleteList':
      if (list === undefined || other % 3 > 0) return;
      send('DELETE', `/v2/list/${list.id}`);
      mustMatch(mock.ask('GET', `/v2/list/${list.id}`), { status: 401 });
      return;
  }
}

/** What must hold after whatever was written. */
function check({ world, get }: Asking): void {
  const tasks = world.tasks.all();
  const byId = new Map(tasks.map((task) => [task.id, task]));
  expect(byId.size).toBe(tasks.length);
  const wrong: string[] = [];
  for (const task of tasks) {
    const placed = world.place(task);
    if (placed === null) wrong.push(`${task.id} stands nowhere`);
    if (world.tasks.wasRemoved(task.id)) wrong.push(`${task.id} was given out twice`);
    const above = new Set([task.id]);
    for (let at = task.parentId; at !== null; at = byId.get(at)?.parentId ?? null) {
      const parent = byId.get(at);
      if (above.has(at)) wrong.push(`${task.id} is below itself`);
      if (parent?.listId !== task.listId) wrong.push(`${task.id} is not in its parent’s List`);
      if (above.has(at) || parent === undefined) break;
      above.add(at);
    }
    const type = placed?.status.type;
    if ((task.closedAt !== null) !== (type === 'closed')) wrong.push(`${task.id} closed`);
    const finished = type === 'closed' || type === 'done';
    if ((task.doneAt !== null) !== finished) wrong.push(`${task.id} done`);
  }
  for (const { on } of world.comments.all()) {
    const place = { task: world.tasks, list: world.lists, comment: world.comments }[on.kind];
    if (place.get(on.id) === null) wrong.push(`a comment on ${on.kind} ${on.id}`);
  }
  for (const { taskId, otherId } of world.relations.all()) {
    if (!byId.has(taskId) || !byId.has(otherId)) wrong.push(`a relation of ${taskId}`);
  }
  for (const { taskId } of world.timeEntries.all()) {
    if (taskId !== null && !byId.has(taskId)) wrong.push(`time on ${taskId}`);
  }
  const running = world.timeEntries.all().filter(({ end }) => end === null);
  if (running.length > 1) wrong.push('two timers run');
  expect(wrong).toEqual([]);
  for (const { id } of world.lists.of(data.spaces[0]?.id ?? '')) {
    const { task_count } = get(`/v2/list/${id}`) as { task_count: number };
    expect(task_count).toBe(tasks.filter(({ listId }) => listId === id).length);
  }
}

test('whatever is written: ids are unique and never come back, counts are right, nothing dangles', () => {
  assert(
    property(steps, (sequence) => {
      const mock = startAsking(data);
      for (const [index, step] of sequence.entries()) {
        take(mock, step, NOW + 1_000 * (index + 1));
      }
      check(mock);
      const end = NOW + 1_000_000;
      const query = 'subtasks=true&include_closed=true';
      const listed = new Set<string>();
      for (let page = 0; ; page += 1) {
        const { body } = mock.ask('GET', `/v2/team/${NORTHWIND}/task`, {
          query: `${query}&page=${page}`,
          now: end,
        });
        const { tasks } = body as { tasks: { id: string }[] };
        if (tasks.length === 0) break;
        for (const { id } of tasks) listed.add(id);
      }
      expect(listed).toEqual(new Set(mock.world.tasks.of(NORTHWIND).map(({ id }) => id)));
    }),
    { numRuns: 25 },
  );
});
