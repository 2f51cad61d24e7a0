import type { Fields } from '../shape.ts';
import type { Operation } from './operation.ts';
import { BY_CUSTOM_ID, FIELD } from './shapes/tasks.ts';

/** One shape for all four: few places have fields, and what one shows holds for the others. */
const FIELDS = { fields: [FIELD] } as const satisfies Fields;

/** Custom Fields. */
export const FIELDS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/list/{list_id}/field',
    query: { 'include_applied_objects?': 'boolean' },
    status: 200,
    answer: FIELDS,
    calls: ({ list }) => [{ path: { list_id: list } }],
  },
  {
    method: 'GET',
    path: '/v2/folder/{folder_id}/field',
    query: { 'include_applied_objects?': 'boolean' },
    status: 200,
    answer: FIELDS,
    calls: ({ folder }) => [{ path: { folder_id: folder } }],
  },
  {
    method: 'GET',
    path: '/v2/space/{space_id}/field',
    query: { 'include_applied_objects?': 'boolean' },
    status: 200,
    answer: FIELDS,
    calls: ({ space }) => [{ path: { space_id: space } }],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/field',
    query: { 'include_applied_objects?': 'boolean' },
    status: 200,
    answer: FIELDS,
    calls: ({ workspace }) => [{ path: { team_id: workspace } }],
  },
  {
    method: 'POST',
    path: '/v2/task/{task_id}/field/{field_id}',
    query: { ...BY_CUSTOM_ID },
    body: { value: 'anything', 'value_options?': { time: 'boolean' } },
    status: 200,
    answer: {},
    calls: ({ fieldTask, field }) => [
      { path: { task_id: fieldTask, field_id: field }, body: { value: 'Sample value' } },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/task/{task_id}/field/{field_id}',
    query: { ...BY_CUSTOM_ID },
    status: 200,
    answer: {},
    calls: ({ fieldTask, field }) => [{ path: { task_id: fieldTask, field_id: field } }],
  },
];
