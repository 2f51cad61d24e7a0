import type { OperationInfo } from '../../contract/operations.ts';
import {
  BY_CUSTOM_ID,
  FLAG,
  TEXT,
  idOf,
  jsonBody,
  jsonBodyOf,
  needed,
  numberOf,
  objectOf,
  oneOf,
  optional,
} from './fields.ts';

const RIGHTS = [
  optional('can_edit_tags', FLAG),
  optional('can_see_time_spent', FLAG),
  optional('can_see_time_estimated', FLAG),
  optional('can_create_views', FLAG),
  optional('can_see_points_estimated', FLAG, 'Whether they see Sprint Points.'),
  optional('custom_role_id', numberOf('role'), 'A Custom Role made for guests.'),
] as const;

const IN_WORKSPACE = [
  needed('team_id', idOf('workspace')),
  needed('guest_id', idOf('guest')),
] as const;

const SHARED = optional(
  'include_shared',
  FLAG,
  'False leaves out what else is shared with the guest.',
);

const ON_TASK = [
  needed('task_id', idOf('task')),
  needed('guest_id', idOf('guest')),
  SHARED,
  ...BY_CUSTOM_ID,
] as const;

const ON_LIST = [
  needed('list_id', idOf('list')),
  needed('guest_id', idOf('guest')),
  SHARED,
] as const;

const ON_FOLDER = [
  needed('folder_id', idOf('folder')),
  needed('guest_id', idOf('guest')),
  SHARED,
] as const;

const PERMISSION = jsonBody(
  needed(
    'permission_level',
    oneOf('read', 'comment', 'edit', 'create'),
    '`read` only shows it; `create` gives full rights.',
  ),
);

export const inviteGuestToWorkspace = {
  id: 'invite-guest-to-workspace',
  method: 'POST',
  path: '/v2/team/{team_id}/guest',
  title: 'Invite guest to Workspace',
  about:
    'Invites a guest by email, on the Enterprise Plan only; they see nothing until something is shared with them.',
  tag: 'Guests',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(needed('email', TEXT), ...RIGHTS),
} as const satisfies OperationInfo;

export const getGuest = {
  id: 'get-guest',
  method: 'GET',
  path: '/v2/team/{team_id}/guest/{guest_id}',
  title: 'Get guest',
  about:
    'Reads a guest with their rights and what is shared with them, on the Enterprise Plan only.',
  tag: 'Guests',
  parameters: IN_WORKSPACE,
} as const satisfies OperationInfo;

export const editGuestOnWorkspace = {
  id: 'edit-guest-on-workspace',
  method: 'PUT',
  path: '/v2/team/{team_id}/guest/{guest_id}',
  title: 'Edit guest on Workspace',
  about: 'Changes what a guest may do and see everywhere, on the Enterprise Plan only.',
  tag: 'Guests',
  parameters: IN_WORKSPACE,
  body: jsonBodyOf(objectOf(...RIGHTS), false),
} as const satisfies OperationInfo;

export const removeGuestFromWorkspace = {
  id: 'remove-guest-from-workspace',
  method: 'DELETE',
  path: '/v2/team/{team_id}/guest/{guest_id}',
  title: 'Remove guest from Workspace',
  about: 'Shuts a guest out of the Workspace at once, on the Enterprise Plan only.',
  tag: 'Guests',
  parameters: IN_WORKSPACE,
} as const satisfies OperationInfo;

export const addGuestToTask = {
  id: 'add-guest-to-task',
  method: 'POST',
  path: '/v2/task/{task_id}/guest/{guest_id}',
  title: 'Add guest to task',
  about: 'Shares one task with a guest of the Workspace, on the Enterprise Plan only.',
  tag: 'Guests',
  parameters: ON_TASK,
  body: PERMISSION,
} as const satisfies OperationInfo;

export const removeGuestFromTask = {
  id: 'remove-guest-from-task',
  method: 'DELETE',
  path: '/v2/task/{task_id}/guest/{guest_id}',
  title: 'Remove guest from task',
  about: 'Stops sharing one task with a guest, who stays in the Workspace; Enterprise Plan only.',
  tag: 'Guests',
  parameters: ON_TASK,
} as const satisfies OperationInfo;

export const addGuestToList = {
  id: 'add-guest-to-list',
  method: 'POST',
  path: '/v2/list/{list_id}/guest/{guest_id}',
  title: 'Add guest to List',
  about: 'Shares a List and every task in it with a guest, on the Enterprise Plan only.',
  tag: 'Guests',
  parameters: ON_LIST,
  body: PERMISSION,
} as const satisfies OperationInfo;

export const removeGuestFromList = {
  id: 'remove-guest-from-list',
  method: 'DELETE',
  path: '/v2/list/{list_id}/guest/{guest_id}',
  title: 'Remove guest from List',
  about: 'Stops sharing a List with a guest, who stays in the Workspace; Enterprise Plan only.',
  tag: 'Guests',
  parameters: ON_LIST,
} as const satisfies OperationInfo;

export const addGuestToFolder = {
  id: 'add-guest-to-folder',
  method: 'POST',
  path: '/v2/folder/{folder_id}/guest/{guest_id}',
  title: 'Add guest to Folder',
  about: 'Shares a Folder and everything in it with a guest, on the Enterprise Plan only.',
  tag: 'Guests',
  parameters: ON_FOLDER,
  body: PERMISSION,
} as const satisfies OperationInfo;

export const removeGuestFromFolder = {
  id: 'remove-guest-from-folder',
  method: 'DELETE',
  path: '/v2/folder/{folder_id}/guest/{guest_id}',
  title: 'Remove guest from Folder',
  about: 'Stops sharing a Folder with a guest, who stays in the Workspace; Enterprise Plan only.',
  tag: 'Guests',
  parameters: ON_FOLDER,
} as const satisfies OperationInfo;
