import type { MockToken } from './authorization.ts';
import type {
  SampleData,
  SampleFolder,
  SampleList,
  SamplePerson,
  SampleSpace,
  SampleStatus,
  SampleTask,
  SampleWorkspace,
} from './data/model.ts';

/** A task with everything its answer needs to name. */
export interface PlacedTask {
  readonly task: SampleTask;
  /** Its place among all tasks. */
  readonly index: number;
  readonly list: SampleList;
  readonly folder: SampleFolder | null;
  readonly space: SampleSpace;
  readonly workspaceId: string;
  readonly status: SampleStatus;
  readonly statusIndex: number;
  /** The topmost task above a subtask; null for a task that is none. */
  readonly topLevelParentId: string | null;
}

/** The sample data with the look-ups that the routes need. */
export interface World {
  readonly data: SampleData;
  person(id: number): SamplePerson | null;
  workspace(id: string): SampleWorkspace | null;
  space(id: string): SampleSpace | null;
  folder(id: string): SampleFolder | null;
  list(id: string): SampleList | null;
  task(id: string): PlacedTask | null;
  readonly tasks: readonly PlacedTask[];
  statusesOf(list: SampleList): readonly SampleStatus[];
  /** How many tasks stand in a List, finished ones included. */
  taskCount(listId: string): number;
  /** The Workspaces a token reaches. */
  workspacesOf(token: MockToken): readonly SampleWorkspace[];
}

const byId = <T extends { readonly id: unknown }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.id as T['id'], item]));

/** Indexes the data once. A task whose List, Space or status is missing is left out. */
export function createWorld(data: SampleData): World {
  const people = byId(data.people);
  const workspaces = byId(data.workspaces);
  const spaces = byId(data.spaces);
  const folders = byId(data.folders);
  const lists = byId(data.lists);
  const rawTasks = byId(data.tasks);
  const counts = new Map<string, number>();
  for (const { listId } of data.tasks) counts.set(listId, (counts.get(listId) ?? 0) + 1);

  const statusesOf = (list: SampleList): readonly SampleStatus[] =>
    list.statuses ?? spaces.get(list.spaceId)?.statuses ?? [];

  const topmost = ({ id, parentId }: SampleTask): string | null => {
    let top: SampleTask | undefined;
    const seen = new Set([id]);
    for (let above = parentId; above !== null && !seen.has(above); above = top?.parentId ?? null) {
      seen.add(above);
      top = rawTasks.get(above);
    }
    return top?.id ?? null;
  };

  const tasks = data.tasks.flatMap((task, index): readonly PlacedTask[] => {
    const list = lists.get(task.listId);
    const space = list === undefined ? undefined : spaces.get(list.spaceId);
    if (list === undefined || space === undefined) return [];
    const statuses = statusesOf(list);
    const statusIndex = statuses.findIndex(({ name }) => name === task.status);
    const status = statuses[statusIndex];
    if (status === undefined) return [];
    return [
      {
        task,
        index,
        list,
        folder: list.folderId === null ? null : (folders.get(list.folderId) ?? null),
        space,
        workspaceId: space.workspaceId,
        status,
        statusIndex,
        topLevelParentId: topmost(task),
      },
    ];
  });
  const placed = new Map(tasks.map((each) => [each.task.id, each]));

  return {
    data,
    person: (id) => people.get(id) ?? null,
    workspace: (id) => workspaces.get(id) ?? null,
    space: (id) => spaces.get(id) ?? null,
    folder: (id) => folders.get(id) ?? null,
    list: (id) => lists.get(id) ?? null,
    task: (id) => placed.get(id) ?? null,
    tasks,
    statusesOf,
    taskCount: (listId) => counts.get(listId) ?? 0,
    workspacesOf: ({ userId = data.ownerId, workspaceIds }) =>
      data.workspaces.filter(
        ({ id, memberIds }) =>
          memberIds.includes(userId) && (workspaceIds === undefined || workspaceIds.includes(id)),
      ),
  };
}
