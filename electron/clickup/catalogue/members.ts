import type { OperationInfo } from '../../contract/operations.ts';
import { idOf, needed } from './fields.ts';

export const getTaskMembers = {
  id: 'get-task-members',
  method: 'GET',
  path: '/v2/task/{task_id}/member',
  title: 'Get task members',
  about:
    'Lists who was given access to this very task, not those who see it by its List, Folder or Space.',
  tag: 'Members',
  parameters: [needed('task_id', idOf('task'))],
} as const satisfies OperationInfo;

export const getListMembers = {
  id: 'get-list-members',
  method: 'GET',
  path: '/v2/list/{list_id}/member',
  title: 'Get List members',
  about:
    'Lists who was given access to this very List, not those who see it by its Folder or Space.',
  tag: 'Members',
  parameters: [needed('list_id', idOf('list'))],
} as const satisfies OperationInfo;
