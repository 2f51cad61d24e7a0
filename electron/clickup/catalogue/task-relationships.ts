import type { OperationInfo } from '../../contract/operations.ts';
import { BY_CUSTOM_ID, idOf, jsonBody, needed, optional } from './fields.ts';

const EITHER = [
  optional('depends_on', idOf('task'), 'The task to be done first; either this or the other.'),
  optional('dependency_of', idOf('task'), 'The task that waits; either this or the other.'),
] as const;

const BETWEEN_TWO = [
  needed('task_id', idOf('task')),
  needed('links_to', idOf('task'), 'The other task; the link is the same from both ends.'),
  ...BY_CUSTOM_ID,
] as const;

export const addDependency = {
  id: 'add-dependency',
  method: 'POST',
  path: '/v2/task/{task_id}/dependency',
  title: 'Add dependency',
  about:
    'Makes a task wait for another or block it, according to which of the two fields is given.',
  tag: 'Task Relationships',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
  body: jsonBody(...EITHER),
} as const satisfies OperationInfo;

export const deleteDependency = {
  id: 'delete-dependency',
  method: 'DELETE',
  path: '/v2/task/{task_id}/dependency',
  title: 'Delete dependency',
  about: 'Ends the waiting of one task for another; the tasks themselves stay.',
  tag: 'Task Relationships',
  parameters: [needed('task_id', idOf('task')), ...EITHER, ...BY_CUSTOM_ID],
} as const satisfies OperationInfo;

export const addTaskLink = {
  id: 'add-task-link',
  method: 'POST',
  path: '/v2/task/{task_id}/link/{links_to}',
  title: 'Add task link',
  about: 'Links two tasks without either waiting for the other; only tasks can be linked.',
  tag: 'Task Relationships',
  parameters: BETWEEN_TWO,
} as const satisfies OperationInfo;

export const deleteTaskLink = {
  id: 'delete-task-link',
  method: 'DELETE',
  path: '/v2/task/{task_id}/link/{links_to}',
  title: 'Delete task link',
  about: 'Removes the link between two tasks; the tasks themselves stay.',
  tag: 'Task Relationships',
  parameters: BETWEEN_TWO,
} as const satisfies OperationInfo;
