import { badParameter } from './answer.ts';
import type { SampleTask } from './data/model.ts';
import type { Query } from './query.ts';
import { meets, readFieldConditions, type FieldCondition } from './task-filter-fields.ts';
import type { World } from './world.ts';
import { inOrder, type TaskOrder } from './world/task-order.ts';

/** ClickUp's page size; it cannot be changed. */
export const TASKS_A_PAGE = 100;

/** A range whose bounds are themselves outside. Null means unbounded. */
export interface OpenRange {
  readonly after: number | null;
  readonly before: number | null;
}

/** Which tasks are asked for. A null set filters nothing. */
export interface TaskFilter {
  readonly page: number;
  readonly order: TaskOrder;
  readonly reverse: boolean;
  readonly archived: boolean;
  readonly subtasks: boolean;
  readonly includeClosed: boolean;
  readonly assigneeIds: ReadonlySet<number> | null;
  readonly watcherIds: ReadonlySet<number> | null;
  /** In lower case. */
  readonly statuses: ReadonlySet<string> | null;
  readonly tags: ReadonlySet<string> | null;
  readonly listIds: ReadonlySet<string> | null;
  readonly spaceIds: ReadonlySet<string> | null;
  readonly folderIds: ReadonlySet<string> | null;
  readonly customItemIds: ReadonlySet<number> | null;
  readonly parentId: string | null;
  /** A part of the name, in lower case. ClickUp does not document `search`; a peer sends it. */
  readonly search: string | null;
  readonly fields: readonly FieldCondition[];
  readonly due: OpenRange;
  readonly created: OpenRange;
  readonly updated: OpenRange;
  readonly done: OpenRange;
}

const ORDERS: readonly TaskOrder[] = ['id', 'created', 'updated', 'due_date'];

/** Reads a filter. Throws a `Refusal` with 400 for a value that does not fit. */
export function readTaskFilter(query: Query): TaskFilter {
  const range = (name: string): OpenRange => ({
    after: query.time(`${name}_gt`),
    before: query.time(`${name}_lt`),
  });
  const numbers = (name: string): ReadonlySet<number> | null => {
    const values = query.many(name);
    return values === null ? null : new Set([...values].map((text) => readId(name, text)));
  };
  const parentId = query.text('parent');
  return {
    page: query.count('page') ?? 0,
    order: readOrder(query.text('order_by')),
    reverse: query.flag('reverse'),
    archived: query.flag('archived'),
    subtasks: query.flag('subtasks') || parentId !== null,
    includeClosed: query.flag('include_closed'),
    assigneeIds: numbers('assignees'),
    watcherIds: numbers('watchers'),
    statuses: lowerCase(query.many('statuses')),
    tags: lowerCase(query.many('tags')),
    listIds: query.many('list_ids'),
    spaceIds: query.many('space_ids'),
    folderIds: query.many('project_ids'),
    customItemIds: numbers('custom_items'),
    parentId,
    search: query.text('search')?.toLowerCase() ?? null,
    fields: readFieldConditions(query),
    due: range('due_date'),
    created: range('date_created'),
    updated: range('date_updated'),
    done: range('date_done'),
  };
}

const readOrder = (text: string | null): TaskOrder =>
  text === null
    ? 'created'
    : (ORDERS.find((order) => order === text) ?? badParameter('order_by', ORDERS.join(', ')));

const readId = (name: string, text: string): number =>
  /^-?\d{1,15}$/.test(text) ? Number(text) : badParameter(`${name}[]`, 'numeric ids');

const lowerCase = (values: ReadonlySet<string> | null): ReadonlySet<string> | null =>
  values === null ? null : new Set([...values].map((value) => value.toLowerCase()));

const within = ({ after, before }: OpenRange, at: number | null): boolean => {
  if (after === null && before === null) return true;
  return at !== null && (after === null || at > after) && (before === null || at < before);
};

const anyOf = <T>(wanted: ReadonlySet<T> | null, values: readonly T[]): boolean =>
  wanted === null || values.some((value) => wanted.has(value));

/** Keeps the tasks of one Workspace that pass every part of a filter. */
export type TaskTest = (task: SampleTask) => boolean;

/**
 * Several values of one part are alternatives (a guess for tags). What can be decided by a task's List
 * is decided once a List, so that thousands of tasks take little.
 */
export function testFor(filter: TaskFilter, workspaceId: string, world: World): TaskTest {
  const conditions = filter.fields.map((condition) => ({
    condition,
    field: world.fields.get(condition.fieldId),
  }));
  const verdicts = new Map<string, ReadonlySet<string> | null>();
  /** The statuses that pass in a List; null where none of its tasks can. */
  const statusesIn = (listId: string): ReadonlySet<string> | null => {
    let known = verdicts.get(listId);
    if (known === undefined) {
      known = statusesOfList(filter, listId, workspaceId, world);
      verdicts.set(listId, known);
    }
    return known;
  };
  const archivedLists = new Map<string, boolean>();
  const isArchived = (task: SampleTask): boolean => {
    let known = archivedLists.get(task.listId);
    if (known === undefined) {
      known = world.lists.get(task.listId)?.archived ?? false;
      archivedLists.set(task.listId, known);
    }
    return known || task.archived;
  };
  return (task) =>
    (statusesIn(task.listId)?.has(task.status) ?? false) &&
    isArchived(task) === filter.archived &&
    (filter.parentId === null
      ? filter.subtasks || task.parentId === null
      : task.parentId === filter.parentId) &&
    anyOf(filter.assigneeIds, task.assigneeIds) &&
    anyOf(filter.watcherIds, task.watcherIds) &&
    anyOf(filter.customItemIds, [task.customItemId]) &&
    (filter.tags === null || anyOf(filter.tags, lowerTags(task))) &&
    within(filter.due, task.dueAt) &&
    within(filter.created, task.createdAt) &&
    within(filter.updated, task.updatedAt) &&
    within(filter.done, task.doneAt) &&
    (filter.search === null || task.name.toLowerCase().includes(filter.search)) &&
    conditions.every(({ condition, field }) => field !== null && meets(condition, field, task));
}

function statusesOfList(
  filter: TaskFilter,
  listId: string,
  workspaceId: string,
  world: World,
): ReadonlySet<string> | null {
  const list = world.lists.get(listId);
  const space = list === null ? null : world.spaces.get(list.spaceId);
  if (list === null || space === null || space.workspaceId !== workspaceId) return null;
  const here =
    anyOf(filter.listIds, [list.id]) &&
    anyOf(filter.spaceIds, [space.id]) &&
    anyOf(filter.folderIds, list.folderId === null ? [] : [list.folderId]);
  if (!here) return null;
  const passing = world
    .statusesOf(list)
    .filter(
      ({ name, type }) =>
        (filter.includeClosed || type !== 'closed') && anyOf(filter.statuses, [name.toLowerCase()]),
    );
  return new Set(passing.map(({ name }) => name));
}

const lowerTags = ({ tags }: SampleTask): readonly string[] => tags.map((tag) => tag.toLowerCase());

/** One page of the tasks of a Workspace that pass, as lists show them, and whether any follow. */
export function findTasks(
  filter: TaskFilter,
  workspaceId: string,
  world: World,
  now: number,
  sees: TaskTest = () => true,
) {
  const test = testFor(filter, workspaceId, world);
  const sorted = world.tasksInOrder(workspaceId, filter.order, now);
  const start = filter.page * TASKS_A_PAGE;
  const items: SampleTask[] = [];
  let passed = 0;
  for (const task of inOrder(sorted, filter.reverse)) {
    if (!test(task) || !sees(task)) continue;
    if (passed >= start + TASKS_A_PAGE) return { items, last: false };
    if (passed >= start) items.push(task);
    passed += 1;
  }
  return { items, last: true };
}
