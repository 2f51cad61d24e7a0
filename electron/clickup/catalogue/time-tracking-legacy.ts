import type { OperationInfo } from '../../contract/operations.ts';
import { BY_CUSTOM_ID, TIME, WHOLE, idOf, jsonBody, needed } from './fields.ts';

const INTERVAL = jsonBody(
  needed('start', TIME),
  needed('end', TIME),
  needed('time', WHOLE, 'Milliseconds worked.'),
);

export const getTrackedTime = {
  id: 'get-tracked-time',
  method: 'GET',
  path: '/v2/task/{task_id}/time',
  title: 'Get tracked time',
  about:
    'Sums the time tracked on a task by person; an older way, which Get time entries replaces.',
  tag: 'Time Tracking (Legacy)',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
} as const satisfies OperationInfo;

export const trackTime = {
  id: 'track-time',
  method: 'POST',
  path: '/v2/task/{task_id}/time',
  title: 'Track time',
  about:
    'Adds time to a task; an older way without tags or a billable mark, which Create a time entry has.',
  tag: 'Time Tracking (Legacy)',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
  body: INTERVAL,
} as const satisfies OperationInfo;

export const editTimeTracked = {
  id: 'edit-time-tracked',
  method: 'PUT',
  path: '/v2/task/{task_id}/time/{interval_id}',
  title: 'Edit time tracked',
  about:
    'Replaces start, end and duration of time on a task; all three are asked for, even to change one.',
  tag: 'Time Tracking (Legacy)',
  parameters: [
    needed('task_id', idOf('task')),
    needed('interval_id', idOf('timeEntry')),
    ...BY_CUSTOM_ID,
  ],
  body: INTERVAL,
} as const satisfies OperationInfo;

export const deleteTimeTracked = {
  id: 'delete-time-tracked',
  method: 'DELETE',
  path: '/v2/task/{task_id}/time/{interval_id}',
  title: 'Delete time tracked',
  about: 'Takes one stretch of tracked time off a task, for good.',
  tag: 'Time Tracking (Legacy)',
  parameters: [
    needed('task_id', idOf('task')),
    needed('interval_id', idOf('timeEntry')),
    ...BY_CUSTOM_ID,
  ],
} as const satisfies OperationInfo;
