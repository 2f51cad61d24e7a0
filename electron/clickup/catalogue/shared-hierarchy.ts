import type { OperationInfo } from '../../contract/operations.ts';
import { idOf, needed } from './fields.ts';

export const sharedHierarchy = {
  id: 'shared-hierarchy',
  method: 'GET',
  path: '/v2/team/{team_id}/shared',
  title: 'Shared hierarchy',
  about:
    'Lists the tasks, Lists and Folders shared with you one by one, which is all that a guest can see.',
  tag: 'Shared Hierarchy',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;
