import type { RequestFacts } from '../operation.ts';
import { BY_CUSTOM_ID } from '../shapes/tasks.ts';

/** Time tracking, the older way. */
export const TIME_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'POST',
    path: '/v2/task/{task_id}/time',
    query: { ...BY_CUSTOM_ID },
    body: { start: 'number', end: 'number', time: 'number' },
  },
  {
    method: 'PUT',
    path: '/v2/task/{task_id}/time/{interval_id}',
    query: { ...BY_CUSTOM_ID },
    body: { start: 'number', end: 'number', time: 'number' },
  },
  {
    method: 'DELETE',
    path: '/v2/task/{task_id}/time/{interval_id}',
    query: { ...BY_CUSTOM_ID },
  },
];
