import type { OperationInfo } from '../../contract/operations.ts';
import { TEXT, WHOLE, idOf, jsonBody, needed, objectOf, oneOf } from './fields.ts';
import { VIEW_FIELDS } from './view-body.ts';

const NEW_VIEW = jsonBody(
  needed('name', TEXT),
  needed(
    'type',
    oneOf(
      'list',
      'board',
      'calendar',
      'table',
      'timeline',
      'workload',
      'activity',
      'map',
      'conversation',
      'gantt',
    ),
  ),
  ...VIEW_FIELDS,
);

export const getWorkspaceEverythingLevelViews = {
  id: 'get-workspace-everything-level-views',
  method: 'GET',
  path: '/v2/team/{team_id}/view',
  title: 'Get Workspace (Everything level) views',
  about:
    'Lists the views that stand above all Spaces; those of Spaces, Folders and Lists are not here.',
  tag: 'Views',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;

export const createWorkspaceEverythingLevelView = {
  id: 'create-workspace-everything-level-view',
  method: 'POST',
  path: '/v2/team/{team_id}/view',
  title: 'Create Workspace (Everything level) view',
  about:
    'Makes a view of all tasks; Custom Fields shown in it land on every task of the Workspace.',
  tag: 'Views',
  parameters: [needed('team_id', idOf('workspace'))],
  body: NEW_VIEW,
} as const satisfies OperationInfo;

export const getSpaceViews = {
  id: 'get-space-views',
  method: 'GET',
  path: '/v2/space/{space_id}/view',
  title: 'Get Space views',
  about: 'Lists the views of a Space itself, without those of its Folders and Lists.',
  tag: 'Views',
  parameters: [needed('space_id', idOf('space'))],
} as const satisfies OperationInfo;

export const createSpaceView = {
  id: 'create-space-view',
  method: 'POST',
  path: '/v2/space/{space_id}/view',
  title: 'Create Space view',
  about: 'Makes a view of a Space; every part of the body is asked for, even where it is empty.',
  tag: 'Views',
  parameters: [needed('space_id', idOf('space'))],
  body: NEW_VIEW,
} as const satisfies OperationInfo;

export const getFolderViews = {
  id: 'get-folder-views',
  method: 'GET',
  path: '/v2/folder/{folder_id}/view',
  title: 'Get Folder views',
  about: 'Lists the views of a Folder itself, without those of its Lists.',
  tag: 'Views',
  parameters: [needed('folder_id', idOf('folder'))],
} as const satisfies OperationInfo;

export const createFolderView = {
  id: 'create-folder-view',
  method: 'POST',
  path: '/v2/folder/{folder_id}/view',
  title: 'Create Folder view',
  about: 'Makes a view of a Folder; every part of the body is asked for, even where it is empty.',
  tag: 'Views',
  parameters: [needed('folder_id', idOf('folder'))],
  body: NEW_VIEW,
} as const satisfies OperationInfo;

export const getListViews = {
  id: 'get-list-views',
  method: 'GET',
  path: '/v2/list/{list_id}/view',
  title: 'Get List views',
  about: 'Lists the views of a List; the standard ones come apart from them, as `required_views`.',
  tag: 'Views',
  parameters: [needed('list_id', idOf('list'))],
} as const satisfies OperationInfo;

export const createListView = {
  id: 'create-list-view',
  method: 'POST',
  path: '/v2/list/{list_id}/view',
  title: 'Create List view',
  about: 'Makes a view of a List; every part of the body is asked for, even where it is empty.',
  tag: 'Views',
  parameters: [needed('list_id', idOf('list'))],
  body: NEW_VIEW,
} as const satisfies OperationInfo;

export const getView = {
  id: 'get-view',
  method: 'GET',
  path: '/v2/view/{view_id}',
  title: 'Get view',
  about: 'Reads how a view is set up, which differs by its type; its tasks are another request.',
  tag: 'Views',
  parameters: [needed('view_id', idOf('view'))],
} as const satisfies OperationInfo;

export const updateView = {
  id: 'update-view',
  method: 'PUT',
  path: '/v2/view/{view_id}',
  title: 'Update view',
  about: 'Replaces how a view is set up; what it has now is best read first and sent back changed.',
  tag: 'Views',
  parameters: [needed('view_id', idOf('view'))],
  body: jsonBody(
    needed('name', TEXT),
    needed('type', TEXT, 'The type it has.'),
    needed(
      'parent',
      objectOf(
        needed('id', TEXT, 'The id of that Workspace, Space, Folder or List.'),
        needed('type', oneOf(4, 5, 6, 7), '4 Space, 5 Folder, 6 List, 7 the whole Workspace.'),
      ),
      'Where the view stands.',
    ),
    ...VIEW_FIELDS,
  ),
} as const satisfies OperationInfo;

export const deleteView = {
  id: 'delete-view',
  method: 'DELETE',
  path: '/v2/view/{view_id}',
  title: 'Delete view',
  about: 'Deletes a view for everybody who uses it; the tasks in it stay.',
  tag: 'Views',
  parameters: [needed('view_id', idOf('view'))],
} as const satisfies OperationInfo;

export const getViewTasks = {
  id: 'get-view-tasks',
  method: 'GET',
  path: '/v2/view/{view_id}/task',
  title: 'Get view tasks',
  about:
    'Lists the tasks that a view shows, with its filters applied; ask on until `last_page` is true.',
  tag: 'Views',
  parameters: [needed('view_id', idOf('view')), needed('page', WHOLE, 'From 0.')],
} as const satisfies OperationInfo;
