import type { OperationInfo } from '../../contract/operations.ts';
import { TEXT, idOf, jsonBody, listOf, needed, numberOf, objectOf, optional } from './fields.ts';

export const createGroup = {
  id: 'create-group',
  method: 'POST',
  path: '/v2/team/{team_id}/group',
  title: 'Create group',
  about:
    'Makes a user group; a view-only guest put into one becomes a paid guest, which may be billed.',
  tag: 'User Groups',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(
    needed('name', TEXT),
    optional('handle', TEXT, 'What people type after @ to mention the group.'),
    needed('members', listOf(numberOf('user'))),
  ),
} as const satisfies OperationInfo;

export const updateGroup = {
  id: 'update-group',
  method: 'PUT',
  path: '/v2/group/{group_id}',
  title: 'Update group',
  about:
    'Renames a user group or changes who is in it; view-only guests who join become paid guests.',
  tag: 'User Groups',
  parameters: [needed('group_id', idOf('userGroup'))],
  body: jsonBody(
    optional('name', TEXT),
    optional('handle', TEXT, 'What people type after @ to mention the group.'),
    optional(
      'members',
      objectOf(
        needed('add', listOf(numberOf('user')), 'Who joins; may be empty.'),
        needed('rem', listOf(numberOf('user')), 'Who leaves; may be empty.'),
      ),
      'Changes only: who is not named stays.',
    ),
  ),
} as const satisfies OperationInfo;

export const deleteGroup = {
  id: 'delete-group',
  method: 'DELETE',
  path: '/v2/group/{group_id}',
  title: 'Delete group',
  about: 'Deletes a user group; its members keep their place in the Workspace.',
  tag: 'User Groups',
  parameters: [needed('group_id', idOf('userGroup'))],
} as const satisfies OperationInfo;

export const getGroups = {
  id: 'get-groups',
  method: 'GET',
  path: '/v2/group',
  title: 'Get groups',
  about:
    'Lists the user groups of a Workspace; here the Workspace stands in the query, not in the path.',
  tag: 'User Groups',
  parameters: [
    needed('team_id', idOf('workspace')),
    optional('group_ids', listOf(idOf('userGroup')), 'Only these groups.'),
  ],
} as const satisfies OperationInfo;
