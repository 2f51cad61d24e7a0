import type { Task } from '../tasks/task.ts';
import type { SyncCursor } from './sync-cursor.ts';

/** What happens to a cache in one go. */
export interface TaskChange {
  readonly put?: readonly Task[];
  readonly remove?: readonly string[];
  /** The cursor from now on; what it was where left out. */
  readonly cursor?: SyncCursor;
}

/** A task's place in the order of creation. */
export interface CreatedTask {
  readonly id: string;
  /** Unix ms; null where ClickUp did not say. */
  readonly createdAt: number | null;
}

/** The tasks of one scope, kept between looks at ClickUp. */
export interface TaskStore {
  cursor(): SyncCursor | null;
  get(id: string): Task | null;
  tasks(): Iterable<Task>;
  /** All tasks, the oldest first; those without a time before all others. */
  byCreation(): readonly CreatedTask[];
  /** All of it or nothing: a cursor must never be kept without the tasks that led to it. */
  apply(change: TaskChange): void;
}

/** A store that lasts as long as the run, with what another one held where that is given. */
export function createMemoryTaskStore(
  kept: { readonly tasks: Iterable<Task>; readonly cursor: SyncCursor | null } = {
    tasks: [],
    cursor: null,
  },
): TaskStore {
  const tasks = new Map(Array.from(kept.tasks, (task) => [task.id, task]));
  let { cursor } = kept;
  return {
    cursor: () => cursor,
    get: (id) => tasks.get(id) ?? null,
    tasks: () => tasks.values(),
    byCreation: () =>
      Array.from(tasks.values(), ({ id, createdAt }) => ({ id, createdAt })).sort(
        (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0),
      ),
    apply(change) {
      for (const task of change.put ?? []) tasks.set(task.id, task);
      for (const id of change.remove ?? []) tasks.delete(id);
      cursor = change.cursor ?? cursor;
    },
  };
}
