import type { OperationInfo } from '../../contract/operations.ts';
import { idOf, needed } from './fields.ts';

export const getCustomTaskTypes = {
  id: 'get-custom-task-types',
  method: 'GET',
  path: '/v2/team/{team_id}/custom_item',
  title: 'Get custom task types',
  about: 'Lists the task types of a Workspace; tasks carry their ids as `custom_item_id`.',
  tag: 'Custom Task Types',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;
