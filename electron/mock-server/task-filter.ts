import { badParameter, Refusal, refuse } from './answer.ts';
import type { SampleTask } from './data/model.ts';
import type { Query } from './query.ts';
import type { PlacedTask } from './world.ts';

/** ClickUp's page size; it cannot be changed. */
export const TASKS_A_PAGE = 100;

export type TaskOrder = 'id' | 'created' | 'updated' | 'due_date';

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
  /** In lower case. */
  readonly statuses: ReadonlySet<string> | null;
  readonly tags: ReadonlySet<string> | null;
  readonly listIds: ReadonlySet<string> | null;
  readonly spaceIds: ReadonlySet<string> | null;
  readonly folderIds: ReadonlySet<string> | null;
  readonly parentId: string | null;
  readonly due: OpenRange;
  readonly created: OpenRange;
  readonly updated: OpenRange;
  readonly done: OpenRange;
}

const ORDERS: readonly TaskOrder[] = ['id', 'created', 'updated', 'due_date'];

/** Filters that exist in ClickUp and that the sample data has nothing for. Ignoring them would lie. */
const NOT_HERE = ['custom_fields', 'custom_field', 'custom_items', 'watchers'];

/** Reads a filter. Throws a `Refusal`: 400 for a value that does not fit, 501 for what is not here. */
export function readTaskFilter(query: Query): TaskFilter {
  const missing = NOT_HERE.find((name) => query.has(name));
  if (missing !== undefined) {
    const sentence = `The sample data cannot be filtered by ${missing}. Connect to ClickUp to use it.`;
    throw new Refusal(refuse(501, sentence, 'SAMPLE_501'));
  }
  const range = (name: string): OpenRange => ({
    after: query.time(`${name}_gt`),
    before: query.time(`${name}_lt`),
  });
  const assignees = query.many('assignees');
  const parentId = query.text('parent');
  return {
    page: query.count('page') ?? 0,
    order: readOrder(query.text('order_by')),
    reverse: query.flag('reverse'),
    archived: query.flag('archived'),
    subtasks: query.flag('subtasks') || parentId !== null,
    includeClosed: query.flag('include_closed'),
    assigneeIds: assignees === null ? null : new Set([...assignees].map(readUserId)),
    statuses: lowerCase(query.many('statuses')),
    tags: lowerCase(query.many('tags')),
    listIds: query.many('list_ids'),
    spaceIds: query.many('space_ids'),
    folderIds: query.many('project_ids'),
    parentId,
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

const readUserId = (text: string): number =>
  /^-?\d{1,15}$/.test(text) ? Number(text) : badParameter('assignees[]', 'ids of users');

const lowerCase = (values: ReadonlySet<string> | null): ReadonlySet<string> | null =>
  values === null ? null : new Set([...values].map((value) => value.toLowerCase()));

const within = ({ after, before }: OpenRange, at: number | null): boolean => {
  if (after === null && before === null) return true;
  return at !== null && (after === null || at > after) && (before === null || at < before);
};

const anyOf = <T>(wanted: ReadonlySet<T> | null, values: readonly T[]): boolean =>
  wanted === null || values.some((value) => wanted.has(value));

/** Whether a task passes every part of a filter. Several values of one part are alternatives (a guess for tags). */
export function passes(filter: TaskFilter, { task, list, space, status }: PlacedTask): boolean {
  return (
    filter.archived === list.archived &&
    (filter.includeClosed || status.type !== 'closed') &&
    (filter.parentId === null
      ? filter.subtasks || task.parentId === null
      : task.parentId === filter.parentId) &&
    anyOf(filter.assigneeIds, task.assigneeIds) &&
    anyOf(filter.statuses, [status.name.toLowerCase()]) &&
    anyOf(filter.tags, lowerTags(task)) &&
    anyOf(filter.listIds, [list.id]) &&
    anyOf(filter.spaceIds, [space.id]) &&
    anyOf(filter.folderIds, list.folderId === null ? [] : [list.folderId]) &&
    within(filter.due, task.dueAt) &&
    within(filter.created, task.createdAt) &&
    within(filter.updated, task.updatedAt) &&
    within(filter.done, task.doneAt)
  );
}

const lowerTags = ({ tags }: SampleTask): readonly string[] => tags.map((tag) => tag.toLowerCase());

const sortKey = (order: TaskOrder, { task }: PlacedTask): number | null => {
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

/**
 * All tasks that pass, in the filter's order: newest first, with `reverse` oldest first, and those
 * without a due date last either way. That is a guess: ClickUp only documents that `reverse`
 * reverses. Equal times go by id, so that pages never overlap.
 */
export function select(filter: TaskFilter, tasks: readonly PlacedTask[]): readonly PlacedTask[] {
  const direction = filter.reverse ? 1 : -1;
  return tasks
    .filter((placed) => passes(filter, placed))
    .map((placed) => ({ placed, key: sortKey(filter.order, placed) }))
    .sort((a, b) => {
      if (a.key !== b.key) {
        if (a.key === null) return 1;
        if (b.key === null) return -1;
        return (a.key - b.key) * direction;
      }
      return (a.placed.task.id < b.placed.task.id ? -1 : 1) * direction;
    })
    .map(({ placed }) => placed);
}

/** One page of what `select` gave, and whether any follow. */
export function pageOf<T>(page: number, items: readonly T[]) {
  const start = page * TASKS_A_PAGE;
  return {
    items: items.slice(start, start + TASKS_A_PAGE),
    last: start + TASKS_A_PAGE >= items.length,
  };
}
