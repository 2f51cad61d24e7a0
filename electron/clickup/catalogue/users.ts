import type { OperationInfo } from '../../contract/operations.ts';
import { FLAG, TEXT, idOf, jsonBody, needed, numberOf, optional } from './fields.ts';

export const inviteUserToWorkspace = {
  id: 'invite-user-to-workspace',
  method: 'POST',
  path: '/v2/team/{team_id}/user',
  title: 'Invite user to Workspace',
  about: 'Invites a full member by email, on the Enterprise Plan only; it takes a paid seat.',
  tag: 'Users',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(
    needed('email', TEXT),
    needed('admin', FLAG, 'True makes an admin of them.'),
    optional('custom_role_id', numberOf('role')),
  ),
} as const satisfies OperationInfo;

export const getUser = {
  id: 'get-user',
  method: 'GET',
  path: '/v2/team/{team_id}/user/{user_id}',
  title: 'Get user',
  about: 'Reads somebody’s role and place in the Workspace, on the Enterprise Plan only.',
  tag: 'Users',
  parameters: [
    needed('team_id', idOf('workspace')),
    needed('user_id', idOf('user')),
    optional('include_shared', FLAG, 'False leaves out what is shared with them.'),
  ],
} as const satisfies OperationInfo;

export const editUserOnWorkspace = {
  id: 'edit-user-on-workspace',
  method: 'PUT',
  path: '/v2/team/{team_id}/user/{user_id}',
  title: 'Edit user on Workspace',
  about: 'Sets name, admin rights and role of a member all at once, on the Enterprise Plan only.',
  tag: 'Users',
  parameters: [needed('team_id', idOf('workspace')), needed('user_id', idOf('user'))],
  body: jsonBody(
    needed('username', TEXT),
    needed('admin', FLAG, 'False takes admin rights away.'),
    needed('custom_role_id', numberOf('role')),
  ),
} as const satisfies OperationInfo;

export const removeUserFromWorkspace = {
  id: 'remove-user-from-workspace',
  method: 'DELETE',
  path: '/v2/team/{team_id}/user/{user_id}',
  title: 'Remove user from Workspace',
  about: 'Shuts a member out of the Workspace at once, on the Enterprise Plan only.',
  tag: 'Users',
  parameters: [needed('team_id', idOf('workspace')), needed('user_id', idOf('user'))],
} as const satisfies OperationInfo;
