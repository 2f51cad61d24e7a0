import { badParameter, Refusal, refuse } from '../answer.ts';
import type {
  SampleFolder,
  SampleGuest,
  SampleList,
  SampleSpace,
  SampleTask,
  SampleWorkspace,
} from '../data/model.ts';
import type { PlacedTask } from '../world.ts';
import type { RouteContext } from './route.ts';

/**
 * Refuses an id that the token cannot reach: 401 OAUTH_027, documented for a Workspace that is not
 * authorised. Peers observed that ClickUp says the same of tasks and Lists that do not exist; for
 * Spaces and Folders it is a guess.
 */
export function outOfReach(): never {
  throw new Refusal(refuse(401, 'Team not authorized', 'OAUTH_027'));
}

/** Refuses what is gone or never was, below something the token does reach. */
export function notFound(what: string, ECODE = 'SAMPLE_404'): never {
  throw new Refusal(refuse(404, `${what} not found`, ECODE));
}

/** Refuses what a person's role does not allow. The sentence is ours; ClickUp's code is not known. */
export function notAllowed(sentence: string): never {
  throw new Refusal(refuse(403, sentence, 'SAMPLE_403'));
}

/** A variable segment of the path; a route asks only for those of its own path. */
export const param = ({ params }: RouteContext, name: string): string => params[name] ?? '';

/** The Workspace with an id, if the token reaches it. */
export const workspaceBy = ({ workspaces }: RouteContext, id: string): SampleWorkspace =>
  workspaces.find((workspace) => workspace.id === id) ?? outOfReach();

/** The Workspace of the path. */
export const workspaceIn = (context: RouteContext): SampleWorkspace =>
  workspaceBy(context, param(context, 'team_id'));

/** What was shared with the person in a Workspace; null for those who see all of it. */
export const guestIn = ({ world, userId }: RouteContext, workspaceId: string): SampleGuest | null =>
  world.guest(workspaceId, userId);

/** Refuses guests who may only look. */
export function mayWrite(context: RouteContext, workspaceId: string): void {
  if (guestIn(context, workspaceId)?.viewOnly === true) {
    notAllowed('Your role in this Workspace only lets you look.');
  }
}

/** Refuses every guest: they cannot change what holds tasks. */
export function mayOrganise(context: RouteContext, workspaceId: string): void {
  if (guestIn(context, workspaceId) !== null) {
    notAllowed('Guests cannot change Spaces, Folders, Lists and settings of a Workspace.');
  }
}

const seesList = (guest: SampleGuest | null, list: SampleList): boolean =>
  guest === null ||
  guest.listIds.includes(list.id) ||
  (list.folderId !== null && guest.folderIds.includes(list.folderId));

/** Whether the person sees a task: members all, guests what was shared and what is below it. */
export function seesTask(context: RouteContext, workspaceId: string) {
  const guest = guestIn(context, workspaceId);
  const { lists, tasks } = context.world;
  return (task: SampleTask): boolean => {
    if (guest === null) return true;
    const list = lists.get(task.listId);
    if (list !== null && seesList(guest, list)) return true;
    let above: SampleTask | null = task;
    for (let step = 0; above !== null && step < 50; step += 1) {
      if (guest.taskIds.includes(above.id)) return true;
      above = above.parentId === null ? null : tasks.get(above.parentId);
    }
    return false;
  };
}

/** The Space with an id. Guests reach none. */
export function spaceBy(context: RouteContext, id: string): SampleSpace {
  const space = context.world.spaces.get(id) ?? outOfReach();
  workspaceBy(context, space.workspaceId);
  return guestIn(context, space.workspaceId) === null ? space : outOfReach();
}

export const spaceIn = (context: RouteContext): SampleSpace =>
  spaceBy(context, param(context, 'space_id'));

export interface FolderAndSpace {
  readonly folder: SampleFolder;
  readonly space: SampleSpace;
}

export interface ListAndSpace {
  readonly list: SampleList;
  readonly space: SampleSpace;
}

/** The Folder with an id and its Space. */
export function folderBy(context: RouteContext, id: string): FolderAndSpace {
  const { world } = context;
  const folder = world.folders.get(id) ?? outOfReach();
  const space = world.spaces.get(folder.spaceId) ?? outOfReach();
  workspaceBy(context, space.workspaceId);
  const guest = guestIn(context, space.workspaceId);
  return guest === null || guest.folderIds.includes(folder.id) ? { folder, space } : outOfReach();
}

export const folderIn = (context: RouteContext): FolderAndSpace =>
  folderBy(context, param(context, 'folder_id'));

/** The List with an id and its Space. */
export function listBy(context: RouteContext, id: string): ListAndSpace {
  const { world } = context;
  const list = world.lists.get(id) ?? outOfReach();
  const space = world.spaces.get(list.spaceId) ?? outOfReach();
  workspaceBy(context, space.workspaceId);
  return seesList(guestIn(context, space.workspaceId), list) ? { list, space } : outOfReach();
}

export const listIn = (context: RouteContext): ListAndSpace =>
  listBy(context, param(context, 'list_id'));

/**
 * The task with an id. 404 ITEM_013 for one that was deleted, 401 OAUTH_027 for an id never given out
 * (both peer observations). With `custom_task_ids=true` nothing is found: the sample has no custom ids.
 */
export function taskBy(context: RouteContext, id: string): PlacedTask {
  const { query } = context;
  if (query.flag('custom_task_ids')) {
    if (query.text('team_id') === null) badParameter('team_id', 'given with custom_task_ids');
    return notFound('Task', 'ITEM_013');
  }
  return taskNamed(context, id);
}

/** As `taskBy`, for ids that a body names and that are never custom ones. */
export function taskNamed(context: RouteContext, id: string): PlacedTask {
  const { world, workspaces } = context;
  if (world.tasks.wasRemoved(id)) {
    throw new Refusal(refuse(404, 'Task not found, deleted', 'ITEM_013'));
  }
  const placed = world.task(id);
  if (placed === null || !workspaces.some((each) => each.id === placed.workspaceId)) {
    return outOfReach();
  }
  return seesTask(context, placed.workspaceId)(placed.task) ? placed : outOfReach();
}

export const taskIn = (context: RouteContext): PlacedTask =>
  taskBy(context, param(context, 'task_id'));

/** The task of the path, if the person may change it. */
export function editableTask(context: RouteContext): PlacedTask {
  const placed = taskIn(context);
  mayWrite(context, placed.workspaceId);
  return placed;
}
