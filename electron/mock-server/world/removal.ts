import type { World } from '../world.ts';
import type { Moment } from './collection.ts';

/** Removes a task with its subtasks, its comments and what relates it to others. */
export function removeTask(world: World, id: string, moment: Moment): void {
  const task = world.tasks.get(id);
  if (task === null) return;
  const workspaceId = world.place(task)?.workspaceId ?? '';
  const doomed = new Set([id]);
  const within = world.tasks.of(workspaceId);
  for (let before = 0; before !== doomed.size;) {
    before = doomed.size;
    for (const { id: each, parentId } of within) {
      if (parentId !== null && doomed.has(parentId)) doomed.add(each);
    }
  }
  for (const each of doomed) {
    removeComments(world, `task:${each}`, moment);
    for (const attachment of world.attachments.of(each)) {
      world.attachments.remove(attachment.id, moment);
    }
    world.tasks.remove(each, moment);
  }
  for (const relation of world.relations.of('')) {
    if (doomed.has(relation.taskId) || doomed.has(relation.otherId)) {
      world.relations.remove(relation.id, moment);
    }
  }
  for (const entry of world.timeEntries.of(workspaceId)) {
    if (entry.taskId !== null && doomed.has(entry.taskId)) {
      world.timeEntries.remove(entry.id, moment);
    }
  }
}

/** Removes the comments about something, replies included. */
export function removeComments(world: World, about: string, moment: Moment): void {
  for (const { id } of world.comments.of(about)) {
    removeComments(world, `comment:${id}`, moment);
    world.comments.remove(id, moment);
  }
}

/** Removes a List with its tasks. */
export function removeList(world: World, id: string, moment: Moment): void {
  const list = world.lists.get(id);
  const space = list === null ? null : world.spaces.get(list.spaceId);
  if (space === null) return;
  for (const task of world.tasks.of(space.workspaceId)) {
    if (task.listId === id) removeTask(world, task.id, moment);
  }
  removeComments(world, `list:${id}`, moment);
  for (const field of world.fields.of(`list:${id}`)) world.fields.remove(field.id, moment);
  world.lists.remove(id, moment);
}

/** Removes a Folder with its subfolders and Lists. */
export function removeFolder(world: World, id: string, moment: Moment): void {
  const folder = world.folders.get(id);
  if (folder === null) return;
  for (const below of world.folders.of(folder.spaceId)) {
    if (below.parentId === id) removeFolder(world, below.id, moment);
  }
  for (const list of world.lists.of(folder.spaceId)) {
    if (list.folderId === id) removeList(world, list.id, moment);
  }
  for (const field of world.fields.of(`folder:${id}`)) world.fields.remove(field.id, moment);
  world.folders.remove(id, moment);
}

/** Removes a Space with everything in it. */
export function removeSpace(world: World, id: string, moment: Moment): void {
  if (world.spaces.get(id) === null) return;
  for (const folder of world.folders.of(id)) removeFolder(world, folder.id, moment);
  for (const list of world.lists.of(id)) removeList(world, list.id, moment);
  for (const tag of world.tags.of(id)) world.tags.remove(tag.id, moment);
  for (const field of world.fields.of(`space:${id}`)) world.fields.remove(field.id, moment);
  world.spaces.remove(id, moment);
}
