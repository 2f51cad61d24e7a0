import type { SampleStatus, SampleTask } from '../data/model.ts';
import { colorOfTag, tagId } from '../data/tags.ts';
import type { World } from '../world.ts';
import type { Moment } from './collection.ts';

/**
 * Moves a task to a status. `date_done` is when it reached `done` or `closed`, `date_closed` when it
 * reached `closed`; going back clears them, going on from done to closed keeps when it was done.
 */
export function withStatus(
  task: SampleTask,
  before: SampleStatus | null,
  status: SampleStatus,
  now: number,
): SampleTask {
  if (before !== null && before.name === status.name) return task;
  const finished = status.type === 'done' || status.type === 'closed';
  return {
    ...task,
    status: status.name,
    doneAt: finished ? (task.doneAt ?? now) : null,
    closedAt: status.type === 'closed' ? (task.closedAt ?? now) : null,
  };
}

/** Whether `above` is the task itself or stands somewhere below it, so that it cannot be its parent. */
export function isBelow(world: World, taskId: string, above: string): boolean {
  const seen = new Set<string>();
  let at: string | null = above;
  while (at !== null && !seen.has(at)) {
    if (at === taskId) return true;
    seen.add(at);
    at = world.tasks.get(at)?.parentId ?? null;
  }
  return false;
}

/** The task's descendants, in the order they were made. */
export function below(world: World, task: SampleTask): readonly SampleTask[] {
  const workspaceId = world.place(task)?.workspaceId ?? '';
  const family = new Set([task.id]);
  const within = world.tasks.of(workspaceId);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { id, parentId } of within)
      if (parentId !== null && family.has(parentId)) family.add(id);
  }
  return within.filter(({ id }) => id !== task.id && family.has(id));
}

/** Adds tags to a Space that it does not have yet (a peer saw ClickUp do so); returns their names. */
export function knownTags(
  world: World,
  spaceId: string,
  names: readonly string[],
  creatorId: number,
  moment: Moment,
): readonly string[] {
  const found = new Map<string, string>();
  for (const given of names) {
    const name = given.trim();
    if (name === '') continue;
    const id = tagId(spaceId, name);
    const tag =
      world.tags.get(id) ??
      world.tags.put(
        { id, spaceId, name, foreground: '#ffffff', background: colorOfTag(name), creatorId },
        moment,
      );
    found.set(id, tag.name);
  }
  return [...found.values()];
}
