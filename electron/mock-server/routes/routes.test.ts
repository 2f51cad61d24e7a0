import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import { MONDAY, startTestServer, type TestServer, type WireTask } from '../server.test-support.ts';

let mock: TestServer;
beforeAll(async () => {
  mock = await startTestServer();
});
afterAll(() => mock.server.close());

const NORTHWIND = '/api/v2/team/9002411';
const data = createSampleData(MONDAY);
const spaceId = (name: string) => data.spaces.find((space) => space.name === name)?.id ?? '';

describe('people', () => {
  test('/user tells who, with a numeric id, the time zone and the first day of the week', async () => {
    expect(await mock.read('/api/v2/user')).toEqual({
      user: {
        id: 81204411,
        username: 'Ada Kessler',
        email: 'ada.kessler@northwind.example',
        color: '#0f8a6d',
        profilePicture: null,
        initials: 'AK',
        week_start_day: 1,
        global_font_support: true,
        timezone: 'Europe/Berlin',
      },
    });
  });

  test('/team lists the three Workspaces with their members', async () => {
    const { teams } = (await mock.read('/api/v2/team')) as {
      teams: { id: string; name: string; color: string | null; members: { user: unknown }[] }[];
    };
    expect(teams.map(({ id, name, color, members }) => [id, name, color, members.length])).toEqual([
      ['9002411', 'Northwind Studio', '#6b4fd8', 8],
      ['9002587', 'Harbour Clinic', null, 5],
      ['9002733', 'Side Projects', '#e16b16', 1],
    ]);
    const clinic = teams[1]?.members.map(({ user }) => user);
    expect(clinic).toContainEqual(
      expect.objectContaining({
        username: 'Helga Sand',
        color: null,
        initials: null,
        profilePicture: null,
      }),
    );
    expect(clinic).toContainEqual(expect.objectContaining({ username: null }));
  });

  test.each([
    ['9002411', 'Business'],
    ['9002587', 'Free Forever'],
    ['9002733', 'Unlimited'],
  ])('the plan of %s is %s', async (id, name) => {
    expect(await mock.read(`/api/v2/team/${id}/plan`)).toMatchObject({
      plan_name: name,
      plan_id: expect.any(Number),
    });
  });
});

describe('hierarchy', () => {
  const names = async (path: string, key: string) =>
    ((await mock.read(path)) as Record<string, { name: string }[]>)[key]?.map(({ name }) => name);

  test('Spaces, archived ones apart', async () => {
    expect(await names(`${NORTHWIND}/space`, 'spaces')).toEqual([
      'Clients',
      'Platform',
      'Marketing',
      'Office',
    ]);
    expect(await names(`${NORTHWIND}/space?archived=true`, 'spaces')).toEqual(['Studio move']);
    expect((await mock.ask(`${NORTHWIND}/space?archived=maybe`)).status).toBe(400);
  });

  test('a Space has statuses of each type with an order', async () => {
    const space = (await mock.read(`/api/v2/space/${spaceId('Platform')}`)) as {
      statuses: { status: string; type: string; color: string; orderindex: number }[];
    };
    expect(space).toMatchObject({ name: 'Platform', private: false, archived: false });
    expect(space.statuses.map(({ type }) => type)).toEqual([
      'open',
      'custom',
      'custom',
      'custom',
      'done',
      'closed',
    ]);
    expect(space.statuses.map(({ orderindex }) => orderindex)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(space.statuses[1]).toMatchObject({ status: 'in progress', color: '#5b7cfa' });
  });

  test('Folders have their Lists inline and a task count in text', async () => {
    const { folders } = (await mock.read(`/api/v2/space/${spaceId('Clients')}/folder`)) as {
      folders: { id: string; name: string; task_count: string; lists: { name: string }[] }[];
    };
    expect(folders.map(({ name, lists }) => [name, lists.map((list) => list.name)])).toEqual([
      ['Hartmann', ['Sales', 'Delivery']],
      ['Okafor Logistics', ['Delivery']],
    ]);
    expect(folders[0]?.task_count).toMatch(/^[1-9]\d*$/);
    const folder = await mock.read(`/api/v2/folder/${folders[0]?.id}`);
    expect(folder).toEqual(folders[0]);
  });

  test('Lists of a Folder, archived ones apart', async () => {
    const id = data.folders.find(({ name }) => name === 'Web app')?.id;
    expect(await names(`/api/v2/folder/${id}/list`, 'lists')).toEqual(['Sprint 48', 'Backlog']);
    expect(await names(`/api/v2/folder/${id}/list?archived=true`, 'lists')).toEqual(['Sprint 47']);
  });

  test('folderless Lists carry a hidden Folder', async () => {
    const { lists } = (await mock.read(`/api/v2/space/${spaceId('Platform')}/list`)) as {
      lists: { name: string; folder: unknown }[];
    };
    expect(lists.map(({ name }) => name)).toEqual(['Ops', 'Docs']);
    expect(lists[0]?.folder).toMatchObject({ name: 'hidden', hidden: true });
  });

  test('a List names its Folder and Space and brings its statuses', async () => {
    expect(await mock.read('/api/v2/list/901204411')).toMatchObject({
      id: '901204411',
      name: 'Sales',
      due_date_time: false,
      folder: { name: 'Hartmann', hidden: false },
      space: { id: spaceId('Clients'), name: 'Clients' },
      override_statuses: false,
      statuses: [{ status: 'to do', type: 'open', orderindex: 0 }, {}, {}, {}, { type: 'closed' }],
    });
    const finance = data.lists.find(({ name }) => name === 'Finance')?.id;
    expect(await mock.read(`/api/v2/list/${finance}`)).toMatchObject({
      override_statuses: true,
      statuses: [{ status: 'to do' }, { status: 'waiting for approval' }, { status: 'paid' }],
    });
  });
});

describe('tasks', () => {
  const tasks = async (path: string) =>
    (await mock.read(path)) as { tasks: WireTask[]; last_page?: boolean };

  test('a task has the forms ClickUp gives it', async () => {
    const task = await mock.read('/api/v2/task/86c0q2v9x');
    expect(task).toMatchObject({
      id: '86c0q2v9x',
      custom_id: null,
      name: 'Send revised quote to Hartmann & Co',
      status: { status: 'in progress', type: 'custom', color: '#5b7cfa' },
      due_date: String(Date.UTC(2026, 10, 20, 3)),
      time_estimate: 5_400_000,
      priority: null,
      parent: null,
      list: { id: '901204411', name: 'Sales' },
      folder: { name: 'Hartmann', hidden: false },
      space: { id: spaceId('Clients') },
      team_id: '9002411',
      date_created: expect.stringMatching(/^\d{13}$/),
      creator: { id: 81204411, profilePicture: null },
    });
    expect(task).not.toHaveProperty('due_date_time');
    expect(task).not.toHaveProperty('subtasks');
    expect(task).not.toHaveProperty('markdown_description');
  });

  test('subtasks and markdown come when asked for; a subtask knows its topmost parent', async () => {
    const sprint = await tasks(`${NORTHWIND}/task?subtasks=true&assignees[]=81204428`);
    const recording = sprint.tasks.find(({ name }) => name === 'Record a two-minute walkthrough');
    const demo = (await mock.read(
      `/api/v2/task/${recording?.parent}?include_subtasks=true&include_markdown_description=true`,
    )) as WireTask;
    expect(demo.name).toBe('Prepare sprint demo');
    expect(demo).toHaveProperty('markdown_description');
    expect(demo.subtasks?.map(({ name }) => name)).toContain('Record a two-minute walkthrough');
    const { tasks: below } = await tasks(`${NORTHWIND}/task?parent=${recording?.id}`);
    expect(below.map((task) => [task.name, task.top_level_parent])).toEqual([
      ['Rehearse with sound', demo.id],
    ]);
  });

  test('team tasks: every page, 100 each, no last_page, an empty page after the end', async () => {
    const seen: string[] = [];
    for (let page = 0; ; page += 1) {
      const answer = await tasks(
        `${NORTHWIND}/task?subtasks=true&include_closed=true&page=${page}`,
      );
      expect(answer).not.toHaveProperty('last_page');
      if (answer.tasks.length === 0) break;
      seen.push(...answer.tasks.map(({ id }) => id));
      expect(seen.length === (page + 1) * 100 || answer.tasks.length < 100).toBe(true);
    }
    const lists = new Set(
      data.lists
        .filter((list) =>
          data.spaces.some((space) => space.id === list.spaceId && space.workspaceId === '9002411'),
        )
        .map(({ id }) => id),
    );
    const expected = data.tasks.filter(({ listId }) => lists.has(listId)).map(({ id }) => id);
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });

  test('team tasks can be told to say last_page', async () => {
    await using other = await startTestServer({ lastPageOnTeam: true });
    expect(await other.read(`${NORTHWIND}/task?page=0`)).toMatchObject({ last_page: false });
    expect(await other.read(`${NORTHWIND}/task?page=9`)).toEqual({ tasks: [], last_page: true });
  });

  test('closed tasks and subtasks stay away unless asked for', async () => {
    const { tasks: plain } = await tasks(`${NORTHWIND}/task`);
    expect(plain.every((task) => task.parent === null && task.status.type !== 'closed')).toBe(true);
    expect(plain.some((task) => task.status.type === 'done')).toBe(true);
    const closed = await tasks(`${NORTHWIND}/task?include_closed=true&statuses[]=closed`);
    expect(closed.tasks.length).toBeGreaterThan(5);
  });

  test('what is due next for Ada, soonest first', async () => {
    const { tasks: due } = await tasks(
      `${NORTHWIND}/task?assignees[]=81204411&subtasks=true&order_by=due_date&reverse=true` +
        `&due_date_lt=${Date.UTC(2026, 10, 23, 23)}`,
    );
    expect(due.map(({ name }) => name)).toEqual([
      'Send revised quote to Hartmann & Co',
      'Replace expiring TLS certificate on staging',
      'Review onboarding copy',
      expect.any(String),
      expect.any(String),
      expect.any(String),
      'Fix redirect loop after sign-in',
    ]);
    expect(due.at(-1)).toMatchObject({
      due_date: String(Date.UTC(2026, 10, 23, 16)),
      priority: { id: '1', priority: 'urgent', color: '#f50000', orderindex: '1' },
    });
  });

  test('by Space, Folder and List', async () => {
    const folder = data.folders.find(({ name }) => name === 'Web app')?.id;
    const inFolder = await tasks(`${NORTHWIND}/task?project_ids[]=${folder}`);
    expect(new Set(inFolder.tasks.map((task) => task.folder.name))).toEqual(new Set(['Web app']));
    const inSpace = await tasks(`${NORTHWIND}/task?space_ids[]=${spaceId('Office')}`);
    expect(new Set(inSpace.tasks.map((task) => task.space.id))).toEqual(
      new Set([spaceId('Office')]),
    );
    expect(inSpace.tasks[0]?.folder).toMatchObject({ name: 'hidden', hidden: true });
    const inLists = await tasks(`${NORTHWIND}/task?list_ids[]=901204411&list_ids[]=1`);
    expect(new Set(inLists.tasks.map((task) => task.list.name))).toEqual(new Set(['Sales']));
  });

  test('tasks of a List say whether it was the last page', async () => {
    const answer = await tasks('/api/v2/list/901204411/task?subtasks=true&include_closed=true');
    expect(answer.last_page).toBe(true);
    expect(answer.tasks.map(({ id }) => id).toSorted()).toEqual(
      data.tasks
        .filter(({ listId }) => listId === '901204411')
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('a deleted task is 404 ITEM_013, custom ids need their Workspace', async () => {
    const deleted = await mock.ask(`/api/v2/task/${data.deletedTaskIds[0]}`);
    expect([deleted.status, JSON.parse(deleted.text)]).toEqual([
      404,
      { err: 'Task not found, deleted', ECODE: 'ITEM_013' },
    ]);
    expect((await mock.ask('/api/v2/task/ABC-1?custom_task_ids=true')).status).toBe(400);
    expect((await mock.ask('/api/v2/task/ABC-1?custom_task_ids=true&team_id=9002411')).status).toBe(
      404,
    );
  });
});

test.each([
  '/api/v2/team/1/space',
  '/api/v2/team/1/plan',
  '/api/v2/team/1/task',
  '/api/v2/space/1',
  '/api/v2/space/1/folder',
  '/api/v2/space/1/list',
  '/api/v2/folder/1',
  '/api/v2/folder/1/list',
  '/api/v2/list/1',
  '/api/v2/list/1/task',
  '/api/v2/task/nope',
  '/api/v2/task/%E0%A4%A',
  '/api/v2/task/__proto__',
])('%s is out of reach', async (path) => {
  const { status, text } = await mock.ask(path);
  expect([status, JSON.parse(text)]).toEqual([
    401,
    { err: 'Team not authorized', ECODE: 'OAUTH_027' },
  ]);
});
