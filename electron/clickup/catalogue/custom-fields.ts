import type { OperationInfo } from '../../contract/operations.ts';
import {
  ANYTHING,
  BY_CUSTOM_ID,
  FLAG,
  idOf,
  jsonBody,
  needed,
  objectOf,
  optional,
} from './fields.ts';

const APPLIED = optional(
  'include_applied_objects',
  FLAG,
  'Adds, to fields made for certain task types, which those are.',
);

const OF_A_TASK = [
  needed('task_id', idOf('task')),
  needed('field_id', idOf('customField')),
  ...BY_CUSTOM_ID,
] as const;

export const getListCustomFields = {
  id: 'get-list-custom-fields',
  method: 'GET',
  path: '/v2/list/{list_id}/field',
  title: 'Get List Custom Fields',
  about: 'Lists the Custom Fields that tasks of a List can have, inherited ones included.',
  tag: 'Custom Fields',
  parameters: [needed('list_id', idOf('list')), APPLIED],
} as const satisfies OperationInfo;

export const getFolderCustomFields = {
  id: 'get-folder-custom-fields',
  method: 'GET',
  path: '/v2/folder/{folder_id}/field',
  title: 'Get Folder Custom Fields',
  about: 'Lists the Custom Fields made for a Folder; those made for its Lists are not here.',
  tag: 'Custom Fields',
  parameters: [needed('folder_id', idOf('folder')), APPLIED],
} as const satisfies OperationInfo;

export const getSpaceCustomFields = {
  id: 'get-space-custom-fields',
  method: 'GET',
  path: '/v2/space/{space_id}/field',
  title: 'Get Space Custom Fields',
  about: 'Lists the Custom Fields made for a Space; those of its Folders and Lists are not here.',
  tag: 'Custom Fields',
  parameters: [needed('space_id', idOf('space')), APPLIED],
} as const satisfies OperationInfo;

export const getWorkspaceCustomFields = {
  id: 'get-workspace-custom-fields',
  method: 'GET',
  path: '/v2/team/{team_id}/field',
  title: 'Get Workspace Custom Fields',
  about:
    'Lists the Custom Fields made for the whole Workspace; those made further down are not here.',
  tag: 'Custom Fields',
  parameters: [needed('team_id', idOf('workspace')), APPLIED],
} as const satisfies OperationInfo;

export const setCustomFieldValue = {
  id: 'set-custom-field-value',
  method: 'POST',
  path: '/v2/task/{task_id}/field/{field_id}',
  title: 'Set Custom Field value',
  about:
    'Sets one Custom Field of a task, if its task type has that field; on the Free Plan each call uses up some of an allowance.',
  tag: 'Custom Fields',
  parameters: OF_A_TASK,
  body: jsonBody(
    needed(
      'value',
      ANYTHING,
      'By type: text, number, Unix ms, an option’s id, a list of label ids, `{"add": [], "rem": []}` for people, tasks and files.',
    ),
    optional(
      'value_options',
      objectOf(needed('time', FLAG, 'True shows the time of day too.')),
      'For dates only.',
    ),
  ),
} as const satisfies OperationInfo;

export const removeCustomFieldValue = {
  id: 'remove-custom-field-value',
  method: 'DELETE',
  path: '/v2/task/{task_id}/field/{field_id}',
  title: 'Remove Custom Field value',
  about: 'Empties one Custom Field of a task; the field and its options stay.',
  tag: 'Custom Fields',
  parameters: OF_A_TASK,
} as const satisfies OperationInfo;
