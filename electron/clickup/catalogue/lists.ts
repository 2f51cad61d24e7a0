import type { OperationInfo } from '../../contract/operations.ts';
import {
  FLAG,
  NUMBER,
  TEXT,
  TIME,
  idOf,
  jsonBody,
  needed,
  numberOf,
  objectOf,
  oneOf,
  optional,
} from './fields.ts';
import { TEMPLATE_OPTIONS } from './template-options.ts';

const ARCHIVED = optional('archived', FLAG, 'True gives the archived ones instead.');

const DETAILS = [
  needed('name', TEXT),
  optional('content', TEXT, 'Description in plain text.'),
  optional('markdown_content', TEXT, 'Description in Markdown, in place of `content`.'),
  optional('due_date', TIME),
  optional('due_date_time', FLAG, 'True where the time of day counts.'),
  optional('priority', oneOf(1, 2, 3, 4), '1 urgent, 2 high, 3 normal, 4 low.'),
  optional('status', TEXT, 'The colour of the List, such as `red`, not a status of tasks.'),
] as const;

const NEW_LIST = jsonBody(
  ...DETAILS,
  optional('assignee', numberOf('user'), 'Who answers for the List.'),
);

const TASK_IN_LIST = [needed('list_id', idOf('list')), needed('task_id', idOf('task'))] as const;

const TEMPLATE = needed('template_id', idOf('listTemplate'), 'With its `t-` in front.');

const FROM_TEMPLATE = jsonBody(
  needed('name', TEXT),
  optional(
    'options',
    objectOf(
      optional(
        'time_estimate',
        NUMBER,
        'Takes over time estimates; a number here, unlike all else.',
      ),
      ...TEMPLATE_OPTIONS,
    ),
    'What is taken over, and how.',
  ),
);

export const getLists = {
  id: 'get-lists',
  method: 'GET',
  path: '/v2/folder/{folder_id}/list',
  title: 'Get Lists',
  about: 'Lists the Lists of a Folder, all at once.',
  tag: 'Lists',
  parameters: [needed('folder_id', idOf('folder')), ARCHIVED],
} as const satisfies OperationInfo;

export const createList = {
  id: 'create-list',
  method: 'POST',
  path: '/v2/folder/{folder_id}/list',
  title: 'Create List',
  about: 'Makes an empty List in a Folder; its name must still be free there.',
  tag: 'Lists',
  parameters: [needed('folder_id', idOf('folder'))],
  body: NEW_LIST,
} as const satisfies OperationInfo;

export const getFolderlessLists = {
  id: 'get-folderless-lists',
  method: 'GET',
  path: '/v2/space/{space_id}/list',
  title: 'Get folderless Lists',
  about:
    'Lists the Lists that lie in a Space outside any Folder; the Folder they name is a hidden one.',
  tag: 'Lists',
  parameters: [needed('space_id', idOf('space')), ARCHIVED],
} as const satisfies OperationInfo;

export const createFolderlessList = {
  id: 'create-folderless-list',
  method: 'POST',
  path: '/v2/space/{space_id}/list',
  title: 'Create folderless List',
  about: 'Makes an empty List in a Space outside any Folder; its name must still be free there.',
  tag: 'Lists',
  parameters: [needed('space_id', idOf('space'))],
  body: NEW_LIST,
} as const satisfies OperationInfo;

export const getList = {
  id: 'get-list',
  method: 'GET',
  path: '/v2/list/{list_id}',
  title: 'Get List',
  about: 'Reads one List with the statuses its tasks can have; the tasks are read elsewhere.',
  tag: 'Lists',
  parameters: [needed('list_id', idOf('list'))],
} as const satisfies OperationInfo;

export const updateList = {
  id: 'update-list',
  method: 'PUT',
  path: '/v2/list/{list_id}',
  title: 'Update List',
  about: 'Changes name, description, due date, priority, assignee or colour of a List.',
  tag: 'Lists',
  parameters: [needed('list_id', idOf('list'))],
  body: jsonBody(
    ...DETAILS,
    optional('assignee', idOf('user'), 'A person’s id as text; `none` for nobody.'),
    optional('unset_status', FLAG, 'True takes the colour away.'),
  ),
} as const satisfies OperationInfo;

export const deleteList = {
  id: 'delete-list',
  method: 'DELETE',
  path: '/v2/list/{list_id}',
  title: 'Delete List',
  about: 'Deletes a List with every task that has its home there.',
  tag: 'Lists',
  parameters: [needed('list_id', idOf('list'))],
} as const satisfies OperationInfo;

export const addTaskToList = {
  id: 'add-task-to-list',
  method: 'POST',
  path: '/v2/list/{list_id}/task/{task_id}',
  title: 'Add task to List',
  about: 'Shows a task in one more List, where that ClickApp is on; its home List stays the same.',
  tag: 'Lists',
  parameters: TASK_IN_LIST,
} as const satisfies OperationInfo;

export const removeTaskFromList = {
  id: 'remove-task-from-list',
  method: 'DELETE',
  path: '/v2/list/{list_id}/task/{task_id}',
  title: 'Remove task from List',
  about: 'Takes a task out of an additional List; from its home List it cannot be taken.',
  tag: 'Lists',
  parameters: TASK_IN_LIST,
} as const satisfies OperationInfo;

export const createListFromTemplateInFolder = {
  id: 'create-list-from-template-in-folder',
  method: 'POST',
  path: '/v2/folder/{folder_id}/list_template/{template_id}',
  title: 'Create List from template in Folder',
  about:
    'Makes a List in a Folder with all that its template holds; unless told to wait, it answers before that is copied.',
  tag: 'Lists',
  parameters: [needed('folder_id', idOf('folder')), TEMPLATE],
  body: FROM_TEMPLATE,
} as const satisfies OperationInfo;

export const createListFromTemplateInSpace = {
  id: 'create-list-from-template-in-space',
  method: 'POST',
  path: '/v2/space/{space_id}/list_template/{template_id}',
  title: 'Create List from template in Space',
  about:
    'Makes a List outside any Folder with all that its template holds; unless told to wait, it answers before that is copied.',
  tag: 'Lists',
  parameters: [needed('space_id', idOf('space')), TEMPLATE],
  body: FROM_TEMPLATE,
} as const satisfies OperationInfo;
