import type { Result } from '../../contract/errors.ts';
import { getFilteredTeamTasks, getTasks } from '../catalogue/tasks.ts';
import type { Client, SendOptions } from '../client.ts';
import type { NumberedPages, PagePosition } from '../paging/page.ts';
import type { Task } from './task.ts';
import type { TaskDateReader } from './task-date.ts';
import { parametersOf, type TaskFilter } from './task-filter.ts';
import { parseTaskPage, type TaskPage } from './task-page.ts';

/** ClickUp's page size, which cannot be chosen. */
export const TASKS_A_PAGE = 100;

/** Whose tasks are read, and how. */
export interface TaskReader {
  readonly client: Client;
  readonly send: Omit<SendOptions, 'signal'>;
  readonly readDate: TaskDateReader;
}

/** Tasks of a Workspace that pass a filter; with `updatedAfter` (Unix ms) only those changed since. */
export const workspaceTasks = (
  { client, send, readDate }: TaskReader,
  { workspaceId, filter, updatedAfter }: WorkspaceTasks,
): NumberedPages<Task> =>
  taskPages((at, signal) =>
    client.read(
      getFilteredTeamTasks,
      {
        team_Id: workspaceId,
        ...parametersOf(filter),
        ...(updatedAfter === undefined ? {} : { date_updated_gt: updatedAfter }),
        ...positionOf(at),
      },
      (body) => parseTaskPage(body, readDate),
      { ...send, signal },
    ),
  );

export interface WorkspaceTasks {
  readonly workspaceId: string;
  readonly filter: TaskFilter;
  readonly updatedAfter?: number;
}

/** All tasks whose home is a List, subtasks included. */
export const listTasks = (
  { client, send, readDate }: TaskReader,
  { listId, includeClosed }: { readonly listId: string; readonly includeClosed: boolean },
): NumberedPages<Task> =>
  taskPages((at, signal) =>
    client.read(
      getTasks,
      { list_id: listId, subtasks: true, include_closed: includeClosed, ...positionOf(at) },
      (body) => parseTaskPage(body, readDate),
      { ...send, signal },
    ),
  );

const taskPages = (
  read: (at: PagePosition, signal: AbortSignal) => Promise<Result<TaskPage>>,
): NumberedPages<Task> => ({
  kind: 'numbered',
  pageSize: TASKS_A_PAGE,
  read,
  idOf: ({ id }) => id,
  createdAt: ({ createdAt }) => createdAt,
});

/**
 * The oldest first: ClickUp's `created` alone is newest first, and new tasks would move all others. Its
 * bounds are themselves outside, ours are inside.
 */
const positionOf = ({ page, from, to }: PagePosition) => ({
  page,
  order_by: 'created' as const,
  reverse: true,
  ...(from === null ? {} : { date_created_gt: from - 1 }),
  ...(to === null ? {} : { date_created_lt: to + 1 }),
});
