import type { OperationInfo } from '../../contract/operations.ts';
import { FLAG, idOf, needed, optional } from './fields.ts';

export const getCustomRoles = {
  id: 'get-custom-roles',
  method: 'GET',
  path: '/v2/team/{team_id}/customroles',
  title: 'Get Custom Roles',
  about: 'Lists the Custom Roles of a Workspace, whose ids invitations of members and guests take.',
  tag: 'Roles',
  parameters: [
    needed('team_id', idOf('workspace')),
    optional('include_members', FLAG, 'Adds the ids of those who hold each role.'),
  ],
} as const satisfies OperationInfo;
