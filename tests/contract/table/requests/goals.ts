import type { RequestFacts } from '../operation.ts';

/** Goals and their targets. */
export const GOALS_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'GET',
    path: '/v2/team/{team_id}/goal',
    query: { 'include_completed?': 'boolean' },
  },
  {
    method: 'POST',
    path: '/v2/team/{team_id}/goal',
    body: {
      name: 'string',
      due_date: 'number',
      description: 'string',
      multiple_owners: 'boolean',
      owners: ['number'],
      color: 'string',
    },
  },
  {
    method: 'GET',
    path: '/v2/goal/{goal_id}',
  },
  {
    method: 'PUT',
    path: '/v2/goal/{goal_id}',
    body: {
      'name?': 'string',
      'due_date?': 'number',
      'description?': 'string',
      'rem_owners?': ['number'],
      'add_owners?': ['number'],
      'color?': 'string',
    },
  },
  {
    method: 'DELETE',
    path: '/v2/goal/{goal_id}',
  },
  {
    method: 'POST',
    path: '/v2/goal/{goal_id}/key_result',
    body: {
      name: 'string',
      owners: ['number'],
      type: 'string',
      steps_start: 'number',
      steps_end: 'number',
      unit: 'string',
      task_ids: ['string'],
      list_ids: ['string'],
    },
  },
  {
    method: 'PUT',
    path: '/v2/key_result/{key_result_id}',
    body: { steps_current: 'number', 'note?': 'string' },
  },
  {
    method: 'DELETE',
    path: '/v2/key_result/{key_result_id}',
  },
];
