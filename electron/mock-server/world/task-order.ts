import type { SampleTask } from '../data/model.ts';

export type TaskOrder = 'id' | 'created' | 'updated' | 'due_date';

/** Tasks from newest to oldest, and those that lack the date apart. */
export interface SortedTasks {
  readonly dated: readonly SampleTask[];
  readonly undated: readonly SampleTask[];
}

const keyOf = (order: TaskOrder, task: SampleTask): number | null => {
  switch (order) {
    case 'created':
      return task.createdAt;
    case 'updated':
      return task.updatedAt;
    case 'due_date':
      return task.dueAt;
    case 'id':
      return 0;
  }
};

/** The tasks in the order they had before, new ones last: what is nearly sorted sorts quickly. */
function nearlySorted(
  tasks: readonly SampleTask[],
  { dated, undated }: SortedTasks,
): readonly SampleTask[] {
  const left = new Map(tasks.map((task) => [task.id, task]));
  const known: SampleTask[] = [];
  for (const part of [dated, undated]) {
    for (const { id } of part) {
      const task = left.get(id);
      if (task === undefined) continue;
      known.push(task);
      left.delete(id);
    }
  }
  return [...known, ...left.values()];
}

/** Newest first; equal times go by id, so that pages never overlap. */
export function sortTasks(
  tasks: readonly SampleTask[],
  order: TaskOrder,
  before: SortedTasks | null,
): SortedTasks {
  const keyed = (before === null ? tasks : nearlySorted(tasks, before))
    .map((task) => ({ task, key: keyOf(order, task) ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => {
      if (a.key !== b.key) return b.key - a.key;
      return a.task.id < b.task.id ? 1 : -1;
    });
  const first = keyed.findIndex(({ key }) => key === Number.NEGATIVE_INFINITY);
  const all = keyed.map(({ task }) => task);
  return first < 0
    ? { dated: all, undated: [] }
    : { dated: all.slice(0, first), undated: all.slice(first) };
}

/**
 * Newest first, or oldest first with `reverse`; those without the date last either way. That is a
 * guess: ClickUp only documents that `reverse` reverses.
 */
export function* inOrder(
  { dated, undated }: SortedTasks,
  reverse: boolean,
): Generator<SampleTask, void> {
  if (!reverse) {
    yield* dated;
    yield* undated;
    return;
  }
  for (let index = dated.length - 1; index >= 0; index -= 1) {
    const task = dated[index];
    if (task !== undefined) yield task;
  }
  for (let index = undated.length - 1; index >= 0; index -= 1) {
    const task = undated[index];
    if (task !== undefined) yield task;
  }
}
