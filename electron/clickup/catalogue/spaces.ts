import type { OperationInfo } from '../../contract/operations.ts';
import { FLAG, TEXT, idOf, jsonBody, needed, objectOf, optional } from './fields.ts';

const SWITCH = objectOf(needed('enabled', FLAG));

const FEATURES = objectOf(
  needed(
    'due_dates',
    objectOf(
      needed('enabled', FLAG),
      needed('start_date', FLAG, 'Whether tasks have start dates too.'),
      needed('remap_due_dates', FLAG, 'Whether subtasks’ dates move with their parent’s.'),
      needed('remap_closed_due_date', FLAG, 'Whether dates of closed tasks move as well.'),
    ),
  ),
  needed('time_tracking', SWITCH),
  needed('tags', SWITCH),
  needed('time_estimates', SWITCH),
  needed('checklists', SWITCH),
  needed('custom_fields', SWITCH),
  needed('remap_dependencies', SWITCH, 'Whether dates of waiting tasks move along.'),
  needed('dependency_warning', SWITCH, 'Whether closing a task that still waits is warned of.'),
  needed('portfolios', SWITCH),
);

const SEVERAL_ASSIGNEES = 'Whether a task may have more than one assignee.';

export const getSpaces = {
  id: 'get-spaces',
  method: 'GET',
  path: '/v2/team/{team_id}/space',
  title: 'Get Spaces',
  about: 'Lists the Spaces of a Workspace with their statuses; members only of the private ones.',
  tag: 'Spaces',
  parameters: [
    needed('team_id', idOf('workspace')),
    optional('archived', FLAG, 'True gives the archived ones instead.'),
  ],
} as const satisfies OperationInfo;

export const createSpace = {
  id: 'create-space',
  method: 'POST',
  path: '/v2/team/{team_id}/space',
  title: 'Create Space',
  about: 'Makes a Space; each of its ClickApps has to be switched on or off along with it.',
  tag: 'Spaces',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(
    needed('name', TEXT),
    needed('multiple_assignees', FLAG, SEVERAL_ASSIGNEES),
    needed('features', FEATURES, 'Its ClickApps.'),
  ),
} as const satisfies OperationInfo;

export const getSpace = {
  id: 'get-space',
  method: 'GET',
  path: '/v2/space/{space_id}',
  title: 'Get Space',
  about: 'Reads one Space with its statuses and ClickApps; Folders and Lists are read elsewhere.',
  tag: 'Spaces',
  parameters: [needed('space_id', idOf('space'))],
} as const satisfies OperationInfo;

export const updateSpace = {
  id: 'update-space',
  method: 'PUT',
  path: '/v2/space/{space_id}',
  title: 'Update Space',
  about: 'Renames a Space, or changes its colour, who sees it and its ClickApps.',
  tag: 'Spaces',
  parameters: [needed('space_id', idOf('space'))],
  body: jsonBody(
    optional('name', TEXT),
    optional('color', TEXT, 'Such as `#7B68EE`.'),
    optional('private', FLAG, 'True hides it from all who were not invited.'),
    optional('admin_can_manage', FLAG, 'Whether admins manage it while private; Enterprise Plan.'),
    optional('multiple_assignees', FLAG, SEVERAL_ASSIGNEES),
    optional('features', FEATURES, 'Its ClickApps, all of them.'),
  ),
} as const satisfies OperationInfo;

export const deleteSpace = {
  id: 'delete-space',
  method: 'DELETE',
  path: '/v2/space/{space_id}',
  title: 'Delete Space',
  about: 'Deletes a Space with every Folder, List and task in it.',
  tag: 'Spaces',
  parameters: [needed('space_id', idOf('space'))],
} as const satisfies OperationInfo;
