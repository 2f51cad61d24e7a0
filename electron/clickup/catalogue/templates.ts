import type { OperationInfo } from '../../contract/operations.ts';
import { WHOLE, idOf, needed } from './fields.ts';

export const getTaskTemplates = {
  id: 'get-task-templates',
  method: 'GET',
  path: '/v2/team/{team_id}/taskTemplate',
  title: 'Get task templates',
  about:
    'Lists the task templates of a Workspace page by page; public ones appear once added to its library.',
  tag: 'Templates',
  parameters: [needed('team_id', idOf('workspace')), needed('page', WHOLE, 'From 0.')],
} as const satisfies OperationInfo;

export const getListTemplates = {
  id: 'get-list-templates',
  method: 'GET',
  path: '/v2/team/{team_id}/list_template',
  title: 'Get List templates',
  about:
    'Lists the List templates of a Workspace; their ids begin with `t-`, which belongs to them.',
  tag: 'Templates',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;

export const getFolderTemplates = {
  id: 'get-folder-templates',
  method: 'GET',
  path: '/v2/team/{team_id}/folder_template',
  title: 'Get Folder templates',
  about:
    'Lists the Folder templates of a Workspace; their ids begin with `t-`, which belongs to them.',
  tag: 'Templates',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;
