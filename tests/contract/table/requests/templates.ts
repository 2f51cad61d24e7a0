import type { Fields } from '../../shape.ts';
import type { RequestFacts } from '../operation.ts';

/** What is taken over from a template. */
const OPTIONS = {
  'return_immediately?': 'boolean',
  'content?': 'string',
  'automation?': 'boolean',
  'include_views?': 'boolean',
  'old_due_date?': 'boolean',
  'old_start_date?': 'boolean',
  'old_followers?': 'boolean',
  'comment_attachments?': 'boolean',
  'recur_settings?': 'boolean',
  'old_tags?': 'boolean',
  'old_statuses?': 'boolean',
  'subtasks?': 'boolean',
  'custom_type?': 'boolean',
  'old_assignees?': 'boolean',
  'attachments?': 'boolean',
  'comment?': 'boolean',
  'old_status?': 'boolean',
  'external_dependencies?': 'boolean',
  'internal_dependencies?': 'boolean',
  'priority?': 'boolean',
  'custom_fields?': 'boolean',
  'old_checklists?': 'boolean',
  'relationships?': 'boolean',
  'old_subtask_assignees?': 'boolean',
  'start_date?': 'string',
  'due_date?': 'string',
  'remap_start_date?': 'boolean',
  'skip_weekends?': 'boolean',
  'archived?': ['number', 'null'],
} as const satisfies Fields;

/** A List made from one. */
const NEW_LIST = {
  name: 'string',
  'options?': { ...OPTIONS, 'time_estimate?': 'number' },
} as const satisfies Fields;

/** Templates and what is made from them. */
export const TEMPLATES_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'GET',
    path: '/v2/team/{team_id}/taskTemplate',
    query: { page: 'number' },
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/list_template',
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/folder_template',
  },
  {
    method: 'POST',
    path: '/v2/space/{space_id}/folder_template/{template_id}',
    body: {
      name: 'string',
      'parent_folder_id?': 'string',
      'options?': { ...OPTIONS, 'time_estimate?': 'boolean' },
    },
  },
  {
    method: 'POST',
    path: '/v2/folder/{folder_id}/list_template/{template_id}',
    body: NEW_LIST,
  },
  {
    method: 'POST',
    path: '/v2/space/{space_id}/list_template/{template_id}',
    body: NEW_LIST,
  },
  {
    method: 'POST',
    path: '/v2/list/{list_id}/taskTemplate/{template_id}',
    body: { name: 'string' },
  },
];
