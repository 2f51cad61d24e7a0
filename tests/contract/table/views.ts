import type { Fields } from '../shape.ts';
import type { Operation } from './operation.ts';
import { TASK } from './shapes/tasks.ts';

/** A view. */
const VIEW = {
  id: 'string',
  name: 'string',
  type: 'string',
  parent: {
    id: 'string',
    type: 'number',
  },
  grouping: {
    field: 'string',
    dir: 'number',
    collapsed: ['anything'],
    ignore: 'boolean',
  },
  divide: {
    field: 'null',
    dir: 'null',
    collapsed: ['anything'],
  },
  sorting: {
    fields: ['anything'],
  },
  filters: {
    op: 'string',
    fields: ['anything'],
    search: 'string',
    show_closed: 'boolean',
  },
  columns: {
    fields: ['anything'],
  },
  team_sidebar: {
    assignees: ['anything'],
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
    collapse_empty_columns: 'null',
    me_comments: 'boolean',
    me_subtasks: 'boolean',
    me_checklists: 'boolean',
  },
} as const satisfies Fields;

/** Views and the tasks they show. */
export const VIEWS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/team/{team_id}/view',
    status: 200,
    answer: {
      views: [VIEW],
    },
    calls: ({ workspace }) => [{ path: { team_id: workspace } }],
  },
  {
    method: 'GET',
    path: '/v2/space/{space_id}/view',
    status: 200,
    answer: {
      views: [VIEW],
    },
    calls: ({ space }) => [{ path: { space_id: space } }],
  },
  {
    method: 'GET',
    path: '/v2/folder/{folder_id}/view',
    status: 200,
    answer: {
      views: [VIEW],
    },
    calls: ({ folder }) => [{ path: { folder_id: folder } }],
  },
  {
    method: 'GET',
    path: '/v2/list/{list_id}/view',
    status: 200,
    answer: {
      views: [VIEW],
    },
    calls: ({ list }) => [{ path: { list_id: list } }],
  },
  {
    method: 'GET',
    path: '/v2/view/{view_id}',
    status: 200,
    answer: {
      view: VIEW,
    },
    calls: ({ list }) => [
      {
        after: [{ method: 'GET', to: '/v2/list/{list_id}/view', path: { list_id: list } }],
        path: { view_id: { before: 0, at: 'views.0.id' } },
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/view/{view_id}/task',
    query: { page: 'number' },
    status: 200,
    answer: {
      tasks: [
        {
          ...TASK,
          'time_spent?': 'number',
        },
      ],
      last_page: 'boolean',
    },
    calls: ({ list }) => [
      {
        after: [{ method: 'GET', to: '/v2/list/{list_id}/view', path: { list_id: list } }],
        path: { view_id: { before: 0, at: 'views.0.id' } },
        query: { page: '0' },
      },
    ],
  },
];
