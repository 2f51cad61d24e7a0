import type { MockToken } from './authorization.ts';
import type {
  SampleData,
  SampleFolder,
  SampleGuest,
  SampleList,
  SamplePerson,
  SampleSpace,
  SampleStatus,
  SampleTask,
  SampleWorkspace,
} from './data/model.ts';
import type {
  SampleAttachment,
  SampleChannel,
  SampleComment,
  SampleDoc,
  SampleField,
  SampleMessage,
  SamplePage,
  SampleRelation,
  SampleTag,
  SampleTimeEntry,
  SampleWebhook,
} from './data/records.ts';
import { createCollection, remember, type Collection } from './world/collection.ts';
import { createIds, type Ids } from './world/ids.ts';
import { sortTasks, type SortedTasks, type TaskOrder } from './world/task-order.ts';

/** A task with everything its answer needs to name. */
export interface PlacedTask {
  readonly task: SampleTask;
  readonly list: SampleList;
  readonly folder: SampleFolder | null;
  readonly space: SampleSpace;
  readonly workspaceId: string;
  readonly status: SampleStatus;
  readonly statusIndex: number;
  /** The topmost task above a subtask; null for a task that is none. */
  readonly topLevelParentId: string | null;
}

/** The store: what the data was at first, and everything that was written since. */
export interface World {
  /** As it was at first. */
  readonly data: SampleData;
  readonly ids: Ids;
  /** By Workspace. */
  readonly spaces: Collection<SampleSpace>;
  /** By Space. */
  readonly folders: Collection<SampleFolder>;
  /** By Space. */
  readonly lists: Collection<SampleList>;
  /** By Workspace. */
  readonly tasks: Collection<SampleTask>;
  /** By Space. */
  readonly tags: Collection<SampleTag>;
  /** By kind and id of their place, such as `list:901204411`. */
  readonly fields: Collection<SampleField>;
  /** By kind and id of what they are about, such as `task:86c0q2v9x`. */
  readonly comments: Collection<SampleComment>;
  /** All in one group, ``. */
  readonly relations: Collection<SampleRelation>;
  /** By Workspace. */
  readonly timeEntries: Collection<SampleTimeEntry>;
  /** By task. */
  readonly attachments: Collection<SampleAttachment>;
  /** By Workspace. */
  readonly webhooks: Collection<SampleWebhook>;
  /** By Workspace. */
  readonly channels: Collection<SampleChannel>;
  /** By channel, replies included. */
  readonly messages: Collection<SampleMessage>;
  /** By Workspace. */
  readonly docs: Collection<SampleDoc>;
  /** By Doc. */
  readonly pages: Collection<SamplePage>;
  person(id: number): SamplePerson | null;
  workspace(id: string): SampleWorkspace | null;
  /** The Workspaces a token reaches. */
  workspacesOf(token: MockToken): readonly SampleWorkspace[];
  /** What was shared with a person of a Workspace; null for those who see everything. */
  guest(workspaceId: string, userId: number): SampleGuest | null;
  statusesOf(list: SampleList): readonly SampleStatus[];
  /** How many tasks stand in a List, finished ones included. */
  taskCount(listId: string): number;
  /** The time tracked on a task, ms; null where nobody tracked any. */
  timeSpent(taskId: string): number | null;
  /** A task and what is around it; null where its List, Space or status is gone. */
  place(task: SampleTask): PlacedTask | null;
  task(id: string): PlacedTask | null;
  /** The tasks of a Workspace in an order, as lists show them. */
  tasksInOrder(workspaceId: string, order: TaskOrder, now: number): SortedTasks;
}

const byId = <T extends { readonly id: unknown }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.id as T['id'], item]));

/** Opens the data for reading and writing. The data itself stays as it is. */
export function createWorld(data: SampleData): World {
  const people = byId(data.people);
  const workspaces = byId(data.workspaces);
  const spaces = createCollection(data.spaces, ({ workspaceId }) => workspaceId);
  const folders = createCollection(data.folders, ({ spaceId }) => spaceId);
  const lists = createCollection(data.lists, ({ spaceId }) => spaceId);
  const workspaceOfList = (listId: string): string =>
    spaces.get(lists.get(listId)?.spaceId ?? '')?.workspaceId ?? '';
  const tasks = createCollection(
    data.tasks,
    ({ listId }) => workspaceOfList(listId),
    data.deletedTaskIds,
  );
  const timeEntries = createCollection(data.timeEntries, ({ workspaceId }) => workspaceId);

  const statusesOf = (list: SampleList): readonly SampleStatus[] =>
    list.statuses ?? spaces.get(list.spaceId)?.statuses ?? [];

  const topmost = ({ id, parentId }: SampleTask): string | null => {
    let top: SampleTask | null = null;
    const seen = new Set([id]);
    for (let above = parentId; above !== null && !seen.has(above); above = top?.parentId ?? null) {
      seen.add(above);
      top = tasks.get(above);
    }
    return top?.id ?? null;
  };

  const place = (task: SampleTask): PlacedTask | null => {
    const list = lists.get(task.listId);
    const space = list === null ? null : spaces.get(list.spaceId);
    if (list === null || space === null) return null;
    const statuses = statusesOf(list);
    const statusIndex = statuses.findIndex(({ name }) => name === task.status);
    const status = statuses[statusIndex];
    if (status === undefined) return null;
    return {
      task,
      list,
      folder: list.folderId === null ? null : folders.get(list.folderId),
      space,
      workspaceId: space.workspaceId,
      status,
      statusIndex,
      topLevelParentId: topmost(task),
    };
  };

  const counts = remember(
    () => tasks.revision(),
    () => {
      const found = new Map<string, number>();
      for (const { listId } of tasks.all()) found.set(listId, (found.get(listId) ?? 0) + 1);
      return found;
    },
  );
  const spent = remember(
    () => timeEntries.revision(),
    () => {
      const found = new Map<string, number>();
      for (const { taskId, start, end } of timeEntries.all()) {
        if (taskId === null || end === null) continue;
        found.set(taskId, (found.get(taskId) ?? 0) + end - start);
      }
      return found;
    },
  );
  const sorted = remember<SortedTasks>(
    (_, now) => tasks.listedRevision(now),
    (key, now, before) => {
      const [workspaceId = '', order = 'created'] = key.split(' ');
      return sortTasks(tasks.listed(workspaceId, now), order as TaskOrder, before);
    },
  );

  return {
    data,
    ids: createIds(data),
    spaces,
    folders,
    lists,
    tasks,
    tags: createCollection(data.tags, ({ spaceId }) => spaceId),
    fields: createCollection(data.fields, ({ place: { kind, id } }) => `${kind}:${id}`),
    comments: createCollection(data.comments, ({ on: { kind, id } }) => `${kind}:${id}`),
    relations: createCollection(data.relations, () => ''),
    timeEntries,
    attachments: createCollection<SampleAttachment>([], ({ taskId }) => taskId),
    webhooks: createCollection(data.webhooks, ({ workspaceId }) => workspaceId),
    channels: createCollection(data.channels, ({ workspaceId }) => workspaceId),
    messages: createCollection(data.messages, ({ channelId }) => channelId),
    docs: createCollection(data.docs, ({ workspaceId }) => workspaceId),
    pages: createCollection(data.pages, ({ docId }) => docId),
    person: (id) => people.get(id) ?? null,
    workspace: (id) => workspaces.get(id) ?? null,
    workspacesOf: ({ userId = data.ownerId, workspaceIds }) =>
      data.workspaces.filter(
        ({ id, memberIds }) =>
          memberIds.includes(userId) && (workspaceIds === undefined || workspaceIds.includes(id)),
      ),
    guest: (workspaceId, userId) =>
      workspaces.get(workspaceId)?.guests.find((guest) => guest.userId === userId) ?? null,
    statusesOf,
    taskCount: (listId) => counts('', 0).get(listId) ?? 0,
    timeSpent: (taskId) => spent('', 0).get(taskId) ?? null,
    place,
    task: (id) => {
      const task = tasks.get(id);
      return task === null ? null : place(task);
    },
    tasksInOrder: (workspaceId, order, now) => sorted(`${workspaceId} ${order}`, now),
  };
}
