import type { Fields } from '../../shape.ts';
import type { RequestFacts } from '../operation.ts';

/** What a view is made of. Fields and filters are objects in every example, though declared as text. */
const VIEW = {
  grouping: { field: 'string', dir: 'number', collapsed: ['string'], ignore: 'boolean' },
  divide: { 'field?': 'anything', 'dir?': 'anything', collapsed: ['string'] },
  sorting: { fields: [{ field: 'string', dir: 'number', idx: 'number' }] },
  filters: {
    op: 'string',
    fields: [
      {
        field: 'string',
        op: 'string',
        idx: 'number',
        'determinor?': 'anything',
        'values?': 'anything',
      },
    ],
    search: 'string',
    show_closed: 'boolean',
  },
  columns: {
    fields: [
      {
        field: 'string',
        idx: 'number',
        'width?': 'number',
        'hidden?': 'boolean',
        'name?': ['string', 'null'],
        'display?': ['string', 'null'],
      },
    ],
  },
  team_sidebar: {
    assignees: ['string'],
    assigned_comments: 'boolean',
    unassigned_tasks: 'boolean',
  },
  settings: {
    show_task_locations: 'boolean',
    show_subtasks: 'number',
    show_subtask_parent_names: 'boolean',
    show_closed_subtasks: 'boolean',
    show_assignees: 'boolean',
    show_images: 'boolean',
    collapse_empty_columns: ['string', 'null'],
    me_comments: 'boolean',
    me_subtasks: 'boolean',
    me_checklists: 'boolean',
  },
} as const satisfies Fields;

/** Views that are made and changed, and what is said in them. */
export const VIEWS_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'POST',
    path: '/v2/team/{team_id}/view',
    body: { name: 'string', type: 'string', ...VIEW },
  },
  {
    method: 'POST',
    path: '/v2/space/{space_id}/view',
    body: { name: 'string', type: 'string', ...VIEW },
  },
  {
    method: 'POST',
    path: '/v2/folder/{folder_id}/view',
    body: { name: 'string', type: 'string', ...VIEW },
  },
  {
    method: 'POST',
    path: '/v2/list/{list_id}/view',
    body: { name: 'string', type: 'string', ...VIEW },
  },
  {
    method: 'PUT',
    path: '/v2/view/{view_id}',
    body: { name: 'string', type: 'string', parent: { id: 'string', type: 'number' }, ...VIEW },
  },
  {
    method: 'DELETE',
    path: '/v2/view/{view_id}',
  },
  {
    method: 'GET',
    path: '/v2/view/{view_id}/comment',
    query: { 'start?': 'number', 'start_id?': 'string' },
  },
  {
    method: 'POST',
    path: '/v2/view/{view_id}/comment',
    body: { comment_text: 'string', notify_all: 'boolean' },
  },
];
