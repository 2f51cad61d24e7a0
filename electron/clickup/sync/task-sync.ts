import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import { readNumberedPages } from '../paging/numbered-pages.ts';
import type { NumberedPages, PagingOutcome } from '../paging/page.ts';
import type { Speculation } from '../paging/speculation.ts';
import { passes, type TaskFilter } from '../tasks/task-filter.ts';
import type { Task } from '../tasks/task.ts';
import { reconcileTasks } from './reconcile.ts';
import { advanceCursor, firstCursor } from './sync-cursor.ts';
import type { TaskChange, TaskStore } from './task-store.ts';

/** Which tasks a listing is to hold; with `updatedAfter` (Unix ms, outside) only those changed since. */
export interface ListingRequest {
  readonly filter: TaskFilter;
  readonly updatedAfter?: number;
}

export interface TaskSyncOptions {
  readonly workspaceId: string;
  readonly filter: TaskFilter;
  readonly store: TaskStore;
  readonly clock: Clock;
  /** The Workspace's tasks in numbered pages. */
  readonly list: (request: ListingRequest) => NumberedPages<Task>;
  /** How far to read ahead, asked for at the beginning of each reading. */
  readonly speculation: () => Speculation;
}

/** What a look at ClickUp brought. The store has it already, page by page. */
export type SyncOutcome = PagingOutcome & {
  /** How many tasks are new or have changed. */
  readonly changed: number;
  readonly removed: readonly string[];
  /** How many entries could not be read, and so are not in the store. */
  readonly unreadable: number;
};

/** Keeps a store as ClickUp has it. One look at a time: each begins after the one before it. */
export interface TaskSync {
  /** Reads everything. What the store held before stays until all has been read. */
  readAll(signal?: AbortSignal): Promise<SyncOutcome>;
  /**
   * Reads what has changed since the last look: one request where nothing has, two for up to a
   * hundred changes. It asks without the filter, so that a task which has left it (closed, given to
   * somebody else, due on another day) is found too. Reads everything where there is no cursor.
   * A task that was deleted, archived or hidden does not show: `reconcile` finds those.
   */
  refresh(signal?: AbortSignal): Promise<SyncOutcome>;
  /** A refresh, and then a search for tasks that are gone: two requests more where none is. */
  reconcile(signal?: AbortSignal): Promise<SyncOutcome>;
}

/** Everything in a Workspace but what is archived. */
const ANY_TASK: TaskFilter = { includeClosed: true };

export function createTaskSync(options: TaskSyncOptions): TaskSync {
  const { workspaceId, filter, store, clock, list, speculation } = options;
  const scope = JSON.stringify([workspaceId, filter]);

  /** Reads a listing to its end and counts what comes of it. */
  async function follow(
    request: ListingRequest,
    changeOf: (tasks: readonly Task[]) => TaskChange,
    signal: AbortSignal | undefined,
  ) {
    const startedAt = clock.now();
    const seen = new Set<string>();
    const removed: string[] = [];
    let newest: number | null = null;
    let changed = 0;
    let unreadable = 0;
    const outcome = await readNumberedPages(list(request), {
      speculation: speculation(),
      ...(signal === undefined ? {} : { signal }),
      deliver(delivery) {
        for (const { id, updatedAt } of delivery.items) {
          seen.add(id);
          if (updatedAt !== null) newest = Math.max(newest ?? 0, updatedAt);
        }
        unreadable += delivery.unreadable.length;
        const change = changeOf(delivery.items);
        changed += change.put?.length ?? 0;
        removed.push(...(change.remove ?? []));
        store.apply(change);
      },
    });
    const read = { startedAt, endedAt: clock.now(), newest };
    return { outcome: { ...outcome, changed, removed, unreadable }, seen, read };
  }

  /** What differs from the store: a refresh reads the latest changes more than once. */
  const news = (tasks: readonly Task[]): readonly Task[] =>
    tasks.filter((task) => !isDeepStrictEqual(task, store.get(task.id)));

  const readAll: TaskSync['readAll'] = async (signal) => {
    const { outcome, seen, read } = await follow(
      { filter },
      (tasks) => ({ put: news(tasks) }),
      signal,
    );
    if (outcome.kind !== 'complete') return outcome;
    const removed = Array.from(store.tasks(), ({ id }) => id).filter((id) => !seen.has(id));
    store.apply({ remove: removed, cursor: firstCursor(scope, read) });
    return { ...outcome, removed };
  };

  const refresh: TaskSync['refresh'] = async (signal) => {
    const cursor = store.cursor();
    if (cursor === null || cursor.scope !== scope) return readAll(signal);
    const { outcome, read } = await follow(
      { filter: ANY_TASK, updatedAfter: cursor.knownUntil },
      (tasks) => ({
        put: news(tasks.filter((task) => passes(filter, task))),
        remove: tasks
          .filter((task) => !passes(filter, task) && store.get(task.id) !== null)
          .map(({ id }) => id),
      }),
      signal,
    );
    if (outcome.kind === 'complete') store.apply({ cursor: advanceCursor(cursor, read) });
    return outcome;
  };

  const reconcile: TaskSync['reconcile'] = async (signal) => {
    const refreshed = await refresh(signal);
    if (refreshed.kind !== 'complete') return refreshed;
    const found = await reconcileTasks(list({ filter }), store, signal);
    const both = {
      changed: refreshed.changed + found.changed,
      removed: [...refreshed.removed, ...found.removed],
      unreadable: refreshed.unreadable,
    };
    if (found.outcome.kind !== 'unclear') {
      const requests = refreshed.requests + found.outcome.requests;
      return { ...found.outcome, ...both, requests };
    }
    const all = await readAll(signal);
    return {
      ...all,
      requests: refreshed.requests + found.outcome.requests + all.requests,
      changed: both.changed + all.changed,
      removed: [...both.removed, ...all.removed],
    };
  };

  let last: Promise<unknown> = Promise.resolve();
  const inTurn =
    (look: TaskSync['refresh']): TaskSync['refresh'] =>
    (signal) => {
      const turn = last.then(() => look(signal));
      last = turn.catch(() => undefined);
      return turn;
    };
  return { readAll: inTurn(readAll), refresh: inTurn(refresh), reconcile: inTurn(reconcile) };
}
