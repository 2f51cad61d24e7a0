import type { SampleFolder, SampleList, SampleSpace, SampleStatus } from '../data/model.ts';
import type { World } from '../world.ts';
import { personWire } from './people.ts';
import { priorityWire } from './priority.ts';

const ON = { enabled: true };

/** A status as Spaces, Lists and tasks write it. The form of its id is a guess. */
export const statusWire = (ownerId: string, status: SampleStatus, orderindex: number) => ({
  id: `p${ownerId}_${status.name.replace(/\W/g, '')}`,
  status: status.name,
  color: status.color,
  orderindex,
  type: status.type,
});

const statusesWire = (ownerId: string, statuses: readonly SampleStatus[]) =>
  statuses.map((status, index) => statusWire(ownerId, status, index));

export const spaceWire = (space: SampleSpace) => ({
  id: space.id,
  name: space.name,
  color: space.color,
  private: space.private,
  avatar: null,
  admin_can_manage: true,
  archived: space.archived,
  statuses: statusesWire(space.id, space.statuses),
  multiple_assignees: space.multipleAssignees,
  features: {
    due_dates: { ...ON, start_date: true, remap_due_dates: false, remap_closed_due_date: false },
    time_tracking: ON,
    tags: ON,
    time_estimates: ON,
    checklists: ON,
    custom_fields: ON,
    remap_dependencies: { enabled: false },
    dependency_warning: ON,
    portfolios: { enabled: false },
  },
});

const spaceReference = ({ id, name }: SampleSpace) => ({ id, name, access: true });

/**
 * The Folder of a List. A folderless List carries a made-up one that says `hidden` (peer
 * observation); its id is a guess, no request finds it.
 */
export const folderReference = (folder: SampleFolder | null, spaceId: string) =>
  folder === null
    ? { id: `9${spaceId}`, name: 'hidden', hidden: true, access: true }
    : { id: folder.id, name: folder.name, hidden: false, access: true };

/** A List as it stands in an array of Lists. Its `due_date` is Unix ms in a text, as a task's. */
export function listWire(list: SampleList, space: SampleSpace, world: World) {
  const folder = list.folderId === null ? null : world.folders.get(list.folderId);
  const assignee = list.assigneeId === null ? null : world.person(list.assigneeId);
  return {
    id: list.id,
    name: list.name,
    orderindex: world.lists.of(space.id).findIndex(({ id }) => id === list.id),
    content: list.content,
    status: null,
    priority: list.priority === null ? null : priorityWire(list.priority),
    assignee: assignee === null ? null : personWire(assignee),
    task_count: world.taskCount(list.id),
    due_date: list.dueAt === null ? null : String(list.dueAt),
    start_date: null,
    folder: folderReference(folder, space.id),
    space: spaceReference(space),
    archived: list.archived,
    override_statuses: list.statuses !== null,
    statuses: statusesWire(list.statuses === null ? space.id : list.id, world.statusesOf(list)),
    permission_level: 'create',
  };
}

/** A List asked for by itself. */
export const wholeListWire = (list: SampleList, space: SampleSpace, world: World) => ({
  ...listWire(list, space, world),
  due_date_time: list.dueHasTime,
  start_date_time: null,
  inbound_address: `add.task.${list.id}@sample.example`,
});

/** A Folder with its Lists inline. Its `task_count` is a text, unlike a List's. */
export function folderWire(folder: SampleFolder, space: SampleSpace, world: World) {
  const lists = world.lists
    .of(space.id)
    .filter(({ folderId, archived }) => folderId === folder.id && !archived);
  return {
    id: folder.id,
    name: folder.name,
    orderindex: world.folders.of(space.id).findIndex(({ id }) => id === folder.id),
    override_statuses: false,
    hidden: false,
    space: spaceReference(space),
    task_count: String(lists.reduce((sum, { id }) => sum + world.taskCount(id), 0)),
    archived: folder.archived,
    statuses: [],
    lists: lists.map((list) => listWire(list, space, world)),
    permission_level: 'create',
    ...(folder.parentId === null ? {} : { parent_folder: folder.parentId }),
  };
}

/** A List shared with a guest: short, and its `task_count` is a text here. */
export const sharedListWire = (list: SampleList, world: World) => ({
  id: list.id,
  name: list.name,
  orderindex: world.lists.of(list.spaceId).findIndex(({ id }) => id === list.id),
  content: list.content === '' ? null : list.content,
  status: null,
  priority: null,
  assignee: null,
  task_count: String(world.taskCount(list.id)),
  due_date: list.dueAt === null ? null : String(list.dueAt),
  start_date: null,
  archived: list.archived,
});

/** A Folder shared with a guest. */
export const sharedFolderWire = (folder: SampleFolder, world: World) => {
  const lists = world.lists.of(folder.spaceId).filter(({ folderId }) => folderId === folder.id);
  return {
    id: folder.id,
    name: folder.name,
    orderindex: world.folders.of(folder.spaceId).findIndex(({ id }) => id === folder.id),
    content: null,
    task_count: String(lists.reduce((sum, { id }) => sum + world.taskCount(id), 0)),
    due_date: null,
    archived: folder.archived,
  };
};
