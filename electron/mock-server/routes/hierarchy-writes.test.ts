import { beforeEach, expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import { ADA, ERIK, NORTHWIND, NOW, RUTH, startAsking, type Asking } from './ask.test-support.ts';

const data = createSampleData(NOW);
const spaceId = data.spaces[0]?.id ?? '';
const folderId = data.folders[0]?.id ?? '';

let mock: Asking;
beforeEach(() => {
  mock = startAsking(data);
});

const names = (path: string, key: string) =>
  (mock.get(path) as Record<string, { name: string }[]>)[key]?.map(({ name }) => name);

test('a Space is made, changed and removed with everything in it', () => {
  const space = mock.send('POST', `/v2/team/${NORTHWIND}/space`, {
    name: 'Research',
    multiple_assignees: false,
    features: {},
  }) as { id: string };
  expect(space).toMatchObject({
    name: 'Research',
    private: false,
    archived: false,
    multiple_assignees: false,
    statuses: [
      { status: 'to do', type: 'open', orderindex: 0 },
      { status: 'complete', type: 'closed', orderindex: 1 },
    ],
  });
  const folder = mock.send('POST', `/v2/space/${space.id}/folder`, { name: 'Papers' }) as {
    id: string;
  };
  const list = mock.send('POST', `/v2/folder/${folder.id}/list`, { name: 'To read' }) as {
    id: string;
  };
  const task = mock.send('POST', `/v2/list/${list.id}/task`, {
    name: 'Read',
    assignees: [ADA, 81204417],
  }) as { id: string; assignees: object[] };
  expect(task.assignees).toHaveLength(1);
  expect(
    mock.send('PUT', `/v2/space/${space.id}`, { name: 'Lab', color: '#112233' }),
  ).toMatchObject({ name: 'Lab', color: '#112233' });
  expect(names(`/v2/team/${NORTHWIND}/space`, 'spaces')).toContain('Lab');
  expect(mock.send('DELETE', `/v2/space/${space.id}`)).toEqual({});
  for (const path of [`space/${space.id}`, `folder/${folder.id}`, `list/${list.id}`]) {
    expect(mock.ask('GET', `/v2/${path}`).status).toBe(401);
  }
  expect(mock.ask('GET', `/v2/task/${task.id}`)).toMatchObject({
    status: 404,
    body: { ECODE: 'ITEM_013' },
  });
});

test('Folders and subfolders', () => {
  const folder = mock.send('POST', `/v2/space/${spaceId}/folder`, { name: 'New' }) as {
    id: string;
  };
  expect(folder).toMatchObject({
    task_count: '0',
    hidden: false,
    lists: [],
    space: { id: spaceId },
  });
  const below = mock.send('POST', `/v2/space/${spaceId}/folder`, {
    name: 'Below',
    parent_folder_id: folder.id,
  }) as { id: string };
  expect(below).toMatchObject({ parent_folder: folder.id });
  expect(mock.get(`/v2/folder/${folder.id}`, 'include_subfolders=true')).toMatchObject({
    folders: [{ id: below.id }],
  });
  expect(mock.send('PUT', `/v2/folder/${folder.id}`, { name: 'Renamed' })).toMatchObject({
    name: 'Renamed',
  });
  mock.send('DELETE', `/v2/folder/${folder.id}`);
  expect(mock.ask('GET', `/v2/folder/${below.id}`).status).toBe(401);
  expect(mock.ask('POST', `/v2/space/${spaceId}/folder`, { body: {} })).toEqual({
    status: 400,
    body: { err: 'Name is required', ECODE: 'OAUTH_119' },
  });
});

test('Lists in a Folder and in a Space', () => {
  const list = mock.send('POST', `/v2/folder/${folderId}/list`, {
    name: 'Contracts',
    content: 'Signed ones',
    priority: 2,
    assignee: ADA,
    due_date: Date.UTC(2026, 11, 1, 20),
  }) as { id: string };
  expect(list).toMatchObject({
    name: 'Contracts',
    content: 'Signed ones',
    priority: { priority: 'high' },
    assignee: { id: ADA },
    task_count: 0,
    due_date: String(Date.UTC(2026, 11, 1, 3)),
    due_date_time: false,
    folder: { id: folderId, hidden: false },
  });
  expect(
    mock.send('PUT', `/v2/list/${list.id}`, { name: 'Letters', assignee: 'none', priority: null }),
  ).toMatchObject({ name: 'Letters', assignee: null, priority: null, content: 'Signed ones' });
  mock.send('POST', `/v2/space/${spaceId}/list`, { name: 'Loose' });
  expect(names(`/v2/space/${spaceId}/list`, 'lists')).toContain('Loose');
  expect(mock.send('DELETE', `/v2/list/${list.id}`)).toEqual({});
  expect(names(`/v2/folder/${folderId}/list`, 'lists')).not.toContain('Letters');
  expect(mock.ask('POST', `/v2/space/${spaceId}/list`, { body: {} })).toEqual({
    status: 400,
    body: { err: 'Name is required', ECODE: 'OAUTH_117' },
  });
});

test('a guest’s tree is empty; what was shared comes by /shared and by id', () => {
  const festival = '9002811';
  const as = (path: string, method = 'GET', body?: unknown) =>
    mock.ask(method, path, { userId: RUTH, body });
  expect(as(`/v2/team/${festival}/space`).body).toEqual({ spaces: [] });
  const { shared } = as(`/v2/team/${festival}/shared`).body as {
    shared: { tasks: { id: string }[]; lists: { id: string }[]; folders: object[] };
  };
  expect([shared.tasks.length, shared.lists.length, shared.folders.length]).toEqual([1, 1, 0]);
  expect(shared.lists[0]).toMatchObject({ name: 'Press and guests', task_count: '8' });
  const list = shared.lists[0]?.id;
  expect(as(`/v2/list/${list}`).status).toBe(200);
  expect(as(`/v2/task/${shared.tasks[0]?.id}`).status).toBe(200);
  expect(as(`/v2/list/${list}/task`, 'POST', { name: 'From a guest' }).status).toBe(200);
  const { tasks } = as(`/v2/team/${festival}/task`).body as { tasks: { list: { id: string } }[] };
  expect(new Set(tasks.map((task) => task.list.id)).size).toBe(2);
  expect(tasks.filter((task) => task.list.id !== list)).toHaveLength(1);
  const stages = data.lists.find(({ name }) => name === 'Stages');
  expect(as(`/v2/list/${stages?.id}`).status).toBe(401);
  expect(as(`/v2/space/${stages?.spaceId}`).status).toBe(401);
  expect(as(`/v2/team/${festival}/space`, 'POST', { name: 'x' })).toMatchObject({
    status: 403,
    body: { ECODE: 'SAMPLE_403' },
  });
  expect(mock.get(`/v2/team/${NORTHWIND}/shared`)).toEqual({
    shared: { tasks: [], lists: [], folders: [] },
  });
});

test('a guest who may only look changes nothing', () => {
  const as = (path: string, method = 'GET', body?: unknown) =>
    mock.ask(method, path, { userId: ERIK, body });
  const { shared } = as('/v2/team/9002904/shared').body as {
    shared: { folders: { id: string }[] };
  };
  const { lists } = as(`/v2/folder/${shared.folders[0]?.id}/list`).body as {
    lists: { id: string }[];
  };
  const list = lists[0]?.id;
  const { tasks } = as(`/v2/list/${list}/task`).body as { tasks: { id: string }[] };
  expect(tasks.length).toBeGreaterThan(0);
  const id = tasks[0]?.id;
  for (const [method, path, body] of [
    ['POST', `/v2/list/${list}/task`, { name: 'x' }],
    ['PUT', `/v2/task/${id}`, { name: 'x' }],
    ['DELETE', `/v2/task/${id}`, undefined],
    ['POST', `/v2/task/${id}/comment`, { comment_text: 'x' }],
    ['POST', `/v2/task/${id}/tag/x`, undefined],
  ] as const) {
    expect([path, as(path, method, body).status]).toEqual([path, 403]);
  }
});

test('plans of every rate are in the data, each with somebody who reaches it', () => {
  const plans = data.workspaces.map(({ plan }) => [plan.name, plan.requestsPerMinute]);
  expect(plans).toEqual([
    ['Business', 100],
    ['Free Forever', 100],
    ['Unlimited', 100],
    ['Business Plus', 1_000],
    ['Enterprise', 10_000],
  ]);
  expect(mock.ask('GET', '/v2/team/9002904/plan', { userId: ERIK }).body).toEqual({
    plan_name: 'Enterprise',
    plan_id: 4,
  });
  expect(mock.ask('GET', '/v2/team/9002904/plan').status).toBe(401);
});

test('members and seats', () => {
  const { members } = mock.get(`/v2/list/${data.lists[0]?.id}/member`) as { members: object[] };
  expect(members).toHaveLength(8);
  expect(members[0]).toMatchObject({ id: ADA, profileInfo: { top_tier_user: null } });
  const task = mock.get(`/v2/task/${data.tasks[4]?.id}/member`) as { members: { id: number }[] };
  expect(task.members.map(({ id }) => id)).toEqual([ADA, 81204428]);
  expect(mock.get(`/v2/team/${NORTHWIND}/seats`)).toMatchObject({
    members: { filled_members_seats: 8 },
    guests: { filled_guest_seats: 0 },
  });
});
