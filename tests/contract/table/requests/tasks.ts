import type { RequestFacts } from '../operation.ts';
import { BY_CUSTOM_ID } from '../shapes/tasks.ts';

/** Tasks: their Lists, statuses and estimates. */
export const TASKS_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'POST',
    path: '/v2/list/{list_id}/task/{task_id}',
  },
  {
    method: 'DELETE',
    path: '/v2/list/{list_id}/task/{task_id}',
  },
  {
    method: 'POST',
    path: '/v2/task/{task_id}/merge',
    body: { source_task_ids: ['string'] },
  },
  {
    method: 'GET',
    path: '/v2/task/{task_id}/time_in_status',
    query: { ...BY_CUSTOM_ID },
  },
  {
    method: 'GET',
    path: '/v2/task/bulk_time_in_status/task_ids',
    query: { task_ids: ['string'], ...BY_CUSTOM_ID },
  },
  {
    method: 'PATCH',
    path: '/v3/workspaces/{workspace_id}/tasks/{task_id}/time_estimates_by_user',
    body: [{ assignee: ['number', 'string'], time: 'number' }],
  },
  {
    method: 'PUT',
    path: '/v3/workspaces/{workspace_id}/tasks/{task_id}/time_estimates_by_user',
    body: [{ assignee: ['number', 'string'], time: 'number' }],
  },
];
