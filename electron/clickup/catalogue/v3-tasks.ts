import type { OperationInfo } from '../../contract/operations.ts';
import {
  ANYTHING,
  FLAG,
  TEXT,
  WHOLE,
  idOf,
  jsonBody,
  jsonBodyOf,
  listOf,
  needed,
  objectOf,
  optional,
} from './fields.ts';

const ESTIMATES = jsonBodyOf(
  listOf(
    objectOf(
      needed('assignee', ANYTHING, 'A user’s id as a number, or `unassigned`.'),
      needed('time', WHOLE, 'Milliseconds, not negative.'),
    ),
  ),
);

export const moveTask = {
  id: 'move-task',
  method: 'PUT',
  path: '/v3/workspaces/{workspace_id}/tasks/{task_id}/home_list/{list_id}',
  title: 'Move task to another home List',
  about: 'Gives a task another home List; a status that the new List lacks has to be mapped.',
  tag: 'Tasks',
  parameters: [
    needed('workspace_id', idOf('workspace')),
    needed('task_id', idOf('task')),
    needed('list_id', idOf('list'), 'The List it moves to.'),
  ],
  body: jsonBody(
    optional('move_custom_fields', FLAG, 'Brings the Custom Fields along.'),
    optional(
      'custom_fields_to_move',
      listOf(idOf('customField')),
      'Only these; all of them where left out.',
    ),
    optional(
      'status_mappings',
      listOf(
        objectOf(
          needed('source_status_id', TEXT, 'The id of the status it has.'),
          needed('destination_status_id', TEXT, 'The id of the one it gets.'),
        ),
      ),
      'Needed where the new List lacks the status; one entry will do.',
    ),
  ),
} as const satisfies OperationInfo;

export const replaceTimeEstimatesByUser = {
  id: 'replace-time-estimates-by-user',
  method: 'PUT',
  path: '/v3/workspaces/{workspace_id}/tasks/{task_id}/time_estimates_by_user',
  title: 'Replace time estimates by user',
  about:
    'Sets the estimates of a task anew and drops those not sent, on the Business Plan and above.',
  tag: 'Tasks',
  parameters: [needed('workspace_id', idOf('workspace')), needed('task_id', idOf('task'))],
  body: ESTIMATES,
} as const satisfies OperationInfo;

export const updateTimeEstimatesByUser = {
  id: 'update-time-estimates-by-user',
  method: 'PATCH',
  path: '/v3/workspaces/{workspace_id}/tasks/{task_id}/time_estimates_by_user',
  title: 'Update time estimates by user',
  about:
    'Sets the estimates of up to ten assignees and leaves the others, on the Business Plan and above.',
  tag: 'Tasks',
  parameters: [needed('workspace_id', idOf('workspace')), needed('task_id', idOf('task'))],
  body: ESTIMATES,
} as const satisfies OperationInfo;
