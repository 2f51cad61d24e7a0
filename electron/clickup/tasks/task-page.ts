import { recordOf } from '../loose-values.ts';
import type { NumberedPage } from '../paging/page.ts';
import { parseTask } from './parse-task.ts';
import type { Task } from './task.ts';
import type { TaskDateReader } from './task-date.ts';
import { readEntries } from '../paging/read-entries.ts';

/** One page of tasks as it was answered. */
export type TaskPage = NumberedPage<Task>;

/** Reads `{tasks: […], last_page?}`. Never throws, and drops nothing unsaid. */
export function parseTaskPage(body: unknown, readDate: TaskDateReader): TaskPage {
  const page = recordOf(body);
  const entries = page?.['tasks'];
  if (page === null || !Array.isArray(entries)) return { kind: 'unknown', raw: body };
  const last = page['last_page'];
  return {
    ...readEntries(entries, (entry) => parseTask(entry, readDate)),
    isLast: typeof last === 'boolean' ? last : null,
  };
}
