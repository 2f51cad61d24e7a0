import type { Task } from './task.ts';

/**
 * Which tasks of a Workspace are wanted, subtasks included. What is left out does not narrow; several
 * values of one field are alternatives, and every field must fit. Archived tasks are never listed.
 */
export interface TaskFilter {
  readonly assigneeIds?: readonly number[];
  readonly listIds?: readonly string[];
  readonly folderIds?: readonly string[];
  readonly spaceIds?: readonly string[];
  /** Whether tasks with a status of the type `closed` count; not where left out. */
  readonly includeClosed?: boolean;
  /** Unix ms, themselves outside. A task without a due date does not pass. */
  readonly dueAfter?: number;
  readonly dueBefore?: number;
}

/** The filter as ClickUp's parameters. */
export function parametersOf(filter: TaskFilter) {
  const { assigneeIds, listIds, folderIds, spaceIds, dueAfter, dueBefore } = filter;
  return {
    subtasks: true,
    include_closed: filter.includeClosed ?? false,
    ...(assigneeIds === undefined ? {} : { 'assignees[]': [...assigneeIds] }),
    ...(listIds === undefined ? {} : { 'list_ids[]': [...listIds] }),
    ...(folderIds === undefined ? {} : { 'project_ids[]': [...folderIds] }),
    ...(spaceIds === undefined ? {} : { 'space_ids[]': [...spaceIds] }),
    ...(dueAfter === undefined ? {} : { due_date_gt: dueAfter }),
    ...(dueBefore === undefined ? {} : { due_date_lt: dueBefore }),
  };
}

/**
 * Whether a task passes, by what is known of it. Decides as ClickUp does, so that a changed task that
 * was asked for without the filter can be told from one that has left it.
 */
export function passes(filter: TaskFilter, task: Task): boolean {
  const { assigneeIds, listIds, folderIds, spaceIds, dueAfter, dueBefore } = filter;
  const among = (ids: readonly string[] | undefined, id: string | undefined): boolean =>
    ids === undefined || (id !== undefined && ids.includes(id));
  const due = task.due?.at ?? null;
  return (
    !task.archived &&
    (filter.includeClosed === true || !isClosed(task)) &&
    (assigneeIds === undefined || task.assignees.some(({ id }) => assigneeIds.includes(id))) &&
    among(listIds, task.list?.id) &&
    among(folderIds, task.folder?.id) &&
    among(spaceIds, task.space?.id) &&
    (dueAfter === undefined || (due !== null && due > dueAfter)) &&
    (dueBefore === undefined || (due !== null && due < dueBefore))
  );
}

/** A status type that is missing leaves the date to tell. */
const isClosed = ({ status, closedAt }: Task): boolean =>
  (status?.type ?? null) === null ? closedAt !== null : status?.type === 'closed';
