import {
  colorOf,
  durationOf,
  idOf,
  listOf,
  numberOf,
  recordOf,
  textOf,
  timeOf,
  userIdOf,
} from '../loose-values.ts';
import { initialsOf } from '../parsers.ts';
import type { Task, TaskPerson, TaskPlace, TaskPriority, TaskStatus } from './task.ts';
import type { TaskDateReader } from './task-date.ts';

/**
 * Reads one task of an answer. Null only where it is no object or has no id: whatever else is missing
 * or odd becomes null, empty or left out. Never throws.
 */
export function parseTask(value: unknown, readDate: TaskDateReader): Task | null {
  const task = recordOf(value);
  const id = task === null ? null : idOf(task['id']);
  if (task === null || id === null) return null;
  return {
    id,
    customId: idOf(task['custom_id']),
    name: textOf(task['name']) ?? '',
    url: urlOf(task['url'], id),
    status: statusOf(task['status']),
    priority: priorityOf(task['priority']),
    due: readDate(task['due_date'], task['due_date_time']),
    start: readDate(task['start_date'], task['start_date_time']),
    assignees: listOf(task['assignees']).flatMap((person) => personOf(person) ?? []),
    tags: listOf(task['tags']).flatMap((tag) => textOf(recordOf(tag)?.['name'] ?? tag) ?? []),
    workspaceId: idOf(task['team_id']),
    list: placeOf(task['list']),
    folder: folderOf(task['folder'] ?? task['project']),
    space: placeOf(task['space']),
    parentId: idOf(task['parent']),
    createdAt: timeOf(task['date_created']),
    updatedAt: timeOf(task['date_updated']),
    closedAt: timeOf(task['date_closed']),
    doneAt: timeOf(task['date_done']),
    timeEstimateMs: durationOf(task['time_estimate']),
    timeSpentMs: durationOf(task['time_spent']),
    archived: task['archived'] === true,
  };
}

/** The address of a task at ClickUp; one that leads elsewhere, or holds odd characters, is not believed. */
const urlOf = (value: unknown, id: string): string =>
  typeof value === 'string' && /^https:\/\/app\.clickup\.com\/[\w./-]+$/u.test(value)
    ? value
    : `https://app.clickup.com/t/${encodeURIComponent(id.toWellFormed())}`;

/** An object, or the status's name alone. */
function statusOf(value: unknown): TaskStatus | null {
  const status = recordOf(value);
  const name = textOf(status === null ? value : status['status']);
  if (name === null) return null;
  return { name, type: textOf(status?.['type']), color: colorOf(status?.['color']) };
}

const PRIORITIES: readonly string[] = ['urgent', 'high', 'normal', 'low'];

/** An object in answers, a number in ClickUp's example of them, a name where the id is missing. */
function priorityOf(value: unknown): TaskPriority | null {
  const priority = recordOf(value);
  const number = numberOf(priority === null ? value : priority['id']);
  const name = textOf(priority === null ? value : priority['priority'])?.toLowerCase() ?? '';
  switch (number ?? PRIORITIES.indexOf(name) + 1) {
    case 1:
      return 1;
    case 2:
      return 2;
    case 3:
      return 3;
    case 4:
      return 4;
    default:
      return null;
  }
}

function personOf(value: unknown): TaskPerson | null {
  const person = recordOf(value);
  const id = userIdOf(person?.['id']);
  if (person === null || id === null) return null;
  const name = textOf(person['username']) ?? textOf(person['email']) ?? `User ${id}`;
  return {
    id,
    name,
    initials: textOf(person['initials']) ?? initialsOf(name),
    color: colorOf(person['color']),
  };
}

/** An object, or the id alone. */
function placeOf(value: unknown): TaskPlace | null {
  const place = recordOf(value);
  const id = idOf(place === null ? value : place['id']);
  return id === null ? null : { id, name: textOf(place?.['name']) };
}

const folderOf = (value: unknown): TaskPlace | null =>
  recordOf(value)?.['hidden'] === true ? null : placeOf(value);
