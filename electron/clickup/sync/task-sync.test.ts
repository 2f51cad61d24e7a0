import { describe, expect, it } from 'vitest';
import { readNumberedPages } from '../paging/numbered-pages.ts';
import { openMockWorkspace, type MockWorkspace } from '../tasks/mock-workspace.test-support.ts';
import type { Task } from '../tasks/task.ts';
import { passes, type TaskFilter } from '../tasks/task-filter.ts';
import { workspaceTasks } from '../tasks/task-listings.ts';
import { readSyncCursor } from './sync-cursor.ts';
import { createTaskSync } from './task-sync.ts';
import { createMemoryTaskStore, type TaskStore } from './task-store.ts';

const MINUTE = 60_000;

async function open(
  options: Parameters<typeof openMockWorkspace>[0],
  filter: TaskFilter = {},
  store: TaskStore = createMemoryTaskStore(),
) {
  const mock = await openMockWorkspace(options);
  return { mock, store, ...over(mock, filter, store) };
}

function over(mock: MockWorkspace, filter: TaskFilter, store: TaskStore) {
  const { workspaceId, reader, clock } = mock;
  const sync = createTaskSync({
    workspaceId,
    filter,
    store,
    clock,
    list: (request) => workspaceTasks(reader, { workspaceId, ...request }),
    speculation: () => ({ first: 1, most: 1 }),
  });
  /** The tasks as ClickUp has them now. */
  const truth = async (): Promise<readonly Task[]> => {
    const tasks: Task[] = [];
    await readNumberedPages(workspaceTasks(reader, { workspaceId, filter }), {
      speculation: { first: 1, most: 1 },
      deliver: ({ items }) => void tasks.push(...items),
    });
    return tasks;
  };
  const costOf = async (work: () => Promise<unknown>) => {
    const before = mock.traffic();
    await work();
    const after = mock.traffic();
    return { requests: after.requests - before.requests, bytes: after.bytes - before.bytes };
  };
  const change = (id: string, body: object): Promise<unknown> => {
    clock.advance(1000);
    return mock.write('PUT', `/api/v2/task/${id}`, body);
  };
  const remove = (id: string): Promise<unknown> =>
    mock.ask(`/api/v2/task/${id}`, { method: 'DELETE' });
  return { sync, truth, costOf, change, remove };
}

const sorted = (tasks: Iterable<Task>): readonly Task[] =>
  [...tasks].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Subtasks: no other task goes with them when they are deleted. */
const subtasksIn = (store: TaskStore): readonly Task[] =>
  sorted(store.tasks()).filter(({ parentId }) => parentId !== null);

/** A subtask at a share of the store's. */
const taskAt = (store: TaskStore, share: number): Task => {
  const all = subtasksIn(store);
  const task = all[Math.floor(share * all.length)];
  if (task === undefined) throw new Error('The store is empty.');
  return task;
};

describe('the first look', () => {
  it('reads everything and knows how far it got', async () => {
    const { mock, store, sync, truth } = await open({ tasks: 350 });
    await using _ = mock;
    expect(await sync.refresh()).toMatchObject({ kind: 'complete', removed: [], unreadable: 0 });
    expect(sorted(store.tasks())).toEqual(sorted(await truth()));
    expect(store.cursor()).not.toBeNull();
  });

  it('that is cut short keeps what it read and begins again', async () => {
    const { mock, store, sync, truth } = await open({ tasks: 350 });
    await using _ = mock;
    const abort = new AbortController();
    let left = 2;
    mock.beforeEach(async () => {
      left -= 1;
      if (left < 0) abort.abort();
    });
    expect(await sync.refresh(abort.signal)).toMatchObject({ kind: 'stopped', changed: 199 });
    expect([[...store.tasks()].length, store.cursor()]).toEqual([199, null]);
    mock.beforeEach(async () => undefined);
    await sync.refresh();
    expect(sorted(store.tasks())).toEqual(sorted(await truth()));
  });
});

describe('a refresh', () => {
  it('of three changes in many costs two requests, of none one', async () => {
    const { mock, store, sync, truth, costOf, change } = await open({ tasks: 500, detail: 'full' });
    await using _ = mock;
    await sync.refresh();
    mock.clock.advance(5 * MINUTE);
    await sync.refresh();
    for (const share of [0.1, 0.5, 0.9]) await change(taskAt(store, share).id, { name: 'Renamed' });
    const cost = await costOf(async () => {
      expect(await sync.refresh()).toMatchObject({ kind: 'complete', changed: 3, removed: [] });
    });
    expect(cost.requests).toBe(2);
    expect(cost.bytes).toBeLessThan(60_000);
    expect(sorted(store.tasks())).toEqual(sorted(await truth()));

    mock.clock.advance(2 * MINUTE);
    await sync.refresh();
    const idle = await costOf(async () => {
      expect(await sync.refresh()).toMatchObject({ changed: 0 });
    });
    expect(idle).toMatchObject({ requests: 1 });
    expect(idle.bytes).toBeLessThan(100);
  });

  it('tells nobody twice of a change that it reads twice', async () => {
    const { mock, store, sync, change } = await open({ tasks: 150 });
    await using _ = mock;
    await sync.refresh();
    await change(taskAt(store, 0.5).id, { name: 'Renamed' });
    expect((await sync.refresh()).changed).toBe(1);
    expect((await sync.refresh()).changed).toBe(0);
  });

  it('finds what has left the filter and what has entered it', async () => {
    const everything = await open({ tasks: 400 }, { includeClosed: true });
    await using _ = everything.mock;
    await everything.sync.refresh();
    const someone = [...everything.store.tasks()].flatMap(({ assignees }) => assignees)[0]?.id ?? 0;
    const filter: TaskFilter = { assigneeIds: [someone], dueBefore: 1_900_000_000_000 };
    const cache = createMemoryTaskStore();
    const due = over(everything.mock, filter, cache);
    await due.sync.refresh();
    const [closed, reassigned, postponed, kept] = sorted(cache.tasks());
    const outside = [...everything.store.tasks()].find(
      (task) => !passes(filter, task) && task.status?.type === 'open' && task.due !== null,
    );
    if (!closed || !reassigned || !postponed || !kept || !outside)
      throw new Error('Too few tasks.');
    const { statuses } = (await everything.mock.ask(`/api/v2/list/${closed.list?.id}`)) as {
      statuses: readonly { status: string; type: string }[];
    };
    const status = statuses.find(({ type }) => type === 'closed')?.status;
    await due.change(closed.id, { status });
    await due.change(reassigned.id, { assignees: { add: [], rem: [someone] } });
    await due.change(postponed.id, { due_date: 2_000_000_000_000, due_date_time: true });
    await due.change(outside.id, { assignees: { add: [someone], rem: [] } });
    const outcome = await due.sync.refresh();
    expect([...outcome.removed].sort()).toEqual([closed.id, postponed.id, reassigned.id].sort());
    expect(outcome.changed).toBe(1);
    expect(sorted(cache.tasks())).toEqual(sorted(await due.truth()));
  });

  it('goes on after a restart from what was kept', async () => {
    const { mock, store, sync, costOf, change } = await open({ tasks: 250 });
    await using _ = mock;
    await sync.refresh();
    const kept = JSON.parse(
      JSON.stringify({ tasks: [...store.tasks()], cursor: store.cursor() }),
    ) as { tasks: Task[]; cursor: unknown };
    const restarted = createMemoryTaskStore({
      tasks: kept.tasks,
      cursor: readSyncCursor(kept.cursor),
    });
    await change(taskAt(store, 0.3).id, { name: 'Renamed' });
    const after = over(mock, {}, restarted);
    expect((await costOf(() => after.sync.refresh())).requests).toBe(2);
    expect(sorted(restarted.tasks())).toEqual(sorted(await after.truth()));
  });

  it('reads everything anew for another filter', async () => {
    const { mock, store, sync } = await open({ tasks: 250 });
    await using _ = mock;
    await sync.refresh();
    const other = over(mock, { includeClosed: true }, store);
    await other.sync.refresh();
    expect(sorted(store.tasks())).toEqual(sorted(await other.truth()));
  });
});

describe('a reconcile', () => {
  it.each([
    // The refresh finds nothing; then one task at each of two places, or the last broken hundred.
    { tasks: 900, requests: 3, bytes: 10_000 },
    { tasks: 199, requests: 2, bytes: 250_000 },
    { tasks: 1, requests: 2, bytes: 5000 },
  ])(
    'costs $requests requests where none of $tasks is gone',
    async ({ tasks, requests, bytes }) => {
      const { mock, sync, costOf } = await open({ tasks }, { includeClosed: true });
      await using _ = mock;
      await sync.refresh();
      mock.clock.advance(5 * MINUTE);
      await sync.refresh();
      const cost = await costOf(async () => {
        expect(await sync.reconcile()).toMatchObject({ kind: 'complete', changed: 0, removed: [] });
      });
      expect(cost.requests).toBe(requests);
      expect(cost.bytes).toBeLessThan(bytes);
    },
  );

  it('finds what a refresh cannot: tasks deleted and archived', async () => {
    const { mock, store, sync, truth, costOf, change, remove } = await open(
      { tasks: 1500 },
      { includeClosed: true },
    );
    await using _ = mock;
    await sync.refresh();
    const deleted = taskAt(store, 0.3);
    const archived = taskAt(store, 0.8);
    await remove(deleted.id);
    await change(archived.id, { archived: true });
    expect((await sync.refresh()).removed).toEqual([]);
    const cost = await costOf(async () => {
      const { removed } = await sync.reconcile();
      expect([...removed].sort()).toEqual([deleted.id, archived.id].sort());
    });
    expect(sorted(store.tasks())).toEqual(sorted(await truth()));
    expect(cost.requests).toBeLessThan(20);
  });

  it.each([0, 0.5, 0.99])('finds one that is gone at %d of the whole', async (share) => {
    const { mock, store, sync, truth, remove } = await open(
      { tasks: 450 },
      { includeClosed: true },
    );
    await using _ = mock;
    await sync.refresh();
    await remove(taskAt(store, share).id);
    await sync.reconcile();
    expect(sorted(store.tasks())).toEqual(sorted(await truth()));
  });

  it('reads everything where much is gone', async () => {
    const { mock, store, sync, truth, remove } = await open(
      { tasks: 400 },
      { includeClosed: true },
    );
    await using _ = mock;
    await sync.refresh();
    for (const { id } of subtasksIn(store)) await remove(id);
    await sync.reconcile();
    expect(sorted(store.tasks())).toEqual(sorted(await truth()));
  });

  it('says how it ended where it cannot go on', async () => {
    const { mock, sync } = await open({ tasks: 150 });
    await using _ = mock;
    await sync.refresh();
    const abort = new AbortController();
    abort.abort();
    expect(await sync.reconcile(abort.signal)).toMatchObject({
      kind: 'stopped',
      error: { kind: 'cancelled' },
    });
  });
});
