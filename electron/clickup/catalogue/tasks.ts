import type { OperationInfo } from '../../contract/operations.ts';
import {
  ANYTHING,
  BY_CUSTOM_ID,
  FLAG,
  NUMBER,
  TEXT,
  TIME,
  WHOLE,
  idOf,
  jsonBody,
  listOf,
  needed,
  nullable,
  numberOf,
  objectOf,
  oneOf,
  optional,
} from './fields.ts';
import {
  BY_CUSTOM_FIELDS,
  INCLUDE_CLOSED,
  IN_MARKDOWN,
  TASK_ORDER,
  TASK_TIMES,
} from './task-filters.ts';

const TASK_TYPES = '0 for plain tasks, 1 for milestones, else a custom task type.';
const IN_MARKDOWN_TOO = 'Description in Markdown; goes before `description`.';
const PRIORITY = optional(
  'priority',
  oneOf(1, 2, 3, 4),
  '1 urgent, 2 high, 3 normal, 4 low; null for none.',
);
const DUE_TIME = optional('due_date_time', FLAG, 'True where the time of day counts.');
const START_TIME = optional('start_date_time', FLAG, 'True where the time of day counts.');
const STATUS = optional('status', idOf('status'), 'By name, as the List has it.');

const PEOPLE_CHANGE = objectOf(
  optional('add', listOf(numberOf('user'))),
  optional('rem', listOf(numberOf('user'))),
);

export const getTasks = {
  id: 'get-tasks',
  method: 'GET',
  path: '/v2/list/{list_id}/task',
  title: 'Get tasks of a List',
  about:
    'Lists the tasks that have their home in a List, 100 a page; closed ones and subtasks only when asked for.',
  tag: 'Tasks',
  parameters: [
    needed('list_id', idOf('list')),
    optional('archived', FLAG, 'True gives the archived ones instead.'),
    IN_MARKDOWN,
    ...TASK_ORDER,
    optional('statuses[]', listOf(idOf('status')), 'By name.'),
    INCLUDE_CLOSED,
    optional('include_timl', FLAG, 'Adds tasks that have their home in another List.'),
    optional('assignees[]', listOf(idOf('user'))),
    optional('watchers[]', listOf(idOf('user'))),
    optional('tags[]', listOf(idOf('tag'))),
    ...TASK_TIMES,
    BY_CUSTOM_FIELDS,
    optional('custom_field', ANYTHING, 'The same with a condition on one field alone.'),
    optional('custom_items[]', listOf(idOf('customTaskType')), TASK_TYPES),
  ],
} as const satisfies OperationInfo;

export const createTask = {
  id: 'create-task',
  method: 'POST',
  path: '/v2/list/{list_id}/task',
  title: 'Create task',
  about:
    'Makes a task in a List; values of Custom Fields that its task type does not have are dropped in silence.',
  tag: 'Tasks',
  parameters: [needed('list_id', idOf('list'))],
  body: jsonBody(
    needed('name', TEXT),
    optional('description', TEXT, 'Plain text.'),
    optional('assignees', listOf(numberOf('user'))),
    optional('archived', FLAG),
    optional('group_assignees', listOf(idOf('userGroup'))),
    optional('tags', listOf(idOf('tag')), 'By name.'),
    STATUS,
    nullable(PRIORITY),
    optional('due_date', TIME),
    DUE_TIME,
    optional('time_estimate', WHOLE, 'Milliseconds.'),
    optional('start_date', TIME),
    START_TIME,
    optional('points', NUMBER, 'Sprint Points.'),
    optional('notify_all', FLAG, 'True notifies you too; assignees hear of it in any case.'),
    nullable(optional('parent', idOf('task'), 'Makes it a subtask of this task of the same List.')),
    optional('markdown_content', TEXT, IN_MARKDOWN_TOO),
    nullable(optional('links_to', idOf('task'), 'Links it to this task.')),
    optional(
      'check_required_custom_fields',
      FLAG,
      'True refuses the task while a required Custom Field has no value.',
    ),
    optional(
      'custom_fields',
      listOf(
        objectOf(
          needed('id', idOf('customField')),
          needed('value', ANYTHING, 'As its type wants it, like in Set Custom Field value.'),
          optional(
            'value_options',
            objectOf(optional('time', FLAG, 'True shows the time of day too.')),
            'For dates only.',
          ),
        ),
      ),
    ),
    optional('custom_item_id', numberOf('customTaskType'), TASK_TYPES),
  ),
} as const satisfies OperationInfo;

export const getTask = {
  id: 'get-task',
  method: 'GET',
  path: '/v2/task/{task_id}',
  title: 'Get task',
  about: 'Reads one task with its attachments; Docs attached to it are not in the answer.',
  tag: 'Tasks',
  parameters: [
    needed('task_id', idOf('task')),
    ...BY_CUSTOM_ID,
    optional('include_subtasks', FLAG, 'Adds its subtasks.'),
    IN_MARKDOWN,
    BY_CUSTOM_FIELDS,
  ],
} as const satisfies OperationInfo;

export const updateTask = {
  id: 'update-task',
  method: 'PUT',
  path: '/v2/task/{task_id}',
  title: 'Update task',
  about:
    'Changes what is sent and leaves the rest; Custom Fields and tags have operations of their own.',
  tag: 'Tasks',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
  body: jsonBody(
    nullable(optional('custom_item_id', numberOf('customTaskType'), TASK_TYPES)),
    optional('name', TEXT),
    optional('description', TEXT, 'Plain text; a single space empties it.'),
    optional('markdown_content', TEXT, IN_MARKDOWN_TOO),
    STATUS,
    nullable(PRIORITY),
    nullable(optional('due_date', TIME, 'Null takes it away.')),
    DUE_TIME,
    optional('parent', idOf('task'), 'Moves a subtask below another task; null is not heeded.'),
    nullable(optional('time_estimate', WHOLE, 'Milliseconds; null takes it away.')),
    nullable(optional('start_date', TIME, 'Null takes it away.')),
    START_TIME,
    nullable(optional('points', NUMBER, 'Sprint Points; null takes them away.')),
    optional('assignees', PEOPLE_CHANGE, 'Changes only: who is not named stays.'),
    optional(
      'group_assignees',
      objectOf(
        optional('add', listOf(idOf('userGroup'))),
        optional('rem', listOf(idOf('userGroup'))),
      ),
      'Changes only: which is not named stays.',
    ),
    optional('watchers', PEOPLE_CHANGE, 'Changes only: who is not named stays.'),
    optional('archived', FLAG, 'True archives it, false brings it back.'),
  ),
} as const satisfies OperationInfo;

export const deleteTask = {
  id: 'delete-task',
  method: 'DELETE',
  path: '/v2/task/{task_id}',
  title: 'Delete task',
  about: 'Deletes a task with its comments, attachments and subtasks; the answer is empty.',
  tag: 'Tasks',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
} as const satisfies OperationInfo;

export const getFilteredTeamTasks = {
  id: 'get-filtered-team-tasks',
  method: 'GET',
  path: '/v2/team/{team_Id}/task',
  title: 'Get filtered Workspace tasks',
  about:
    'Lists tasks of the whole Workspace, 100 a page; nothing promises a mark on the last page, so read until one is empty.',
  tag: 'Tasks',
  parameters: [
    needed('team_Id', idOf('workspace')),
    ...TASK_ORDER,
    optional('space_ids[]', listOf(idOf('space'))),
    optional('project_ids[]', listOf(idOf('folder')), 'Folders, under an older name.'),
    optional('list_ids[]', listOf(idOf('list'))),
    optional('statuses[]', listOf(idOf('status')), 'By name.'),
    INCLUDE_CLOSED,
    optional('assignees[]', listOf(idOf('user'))),
    optional('tags[]', listOf(idOf('tag'))),
    ...TASK_TIMES,
    BY_CUSTOM_FIELDS,
    optional('parent', idOf('task'), 'Only subtasks of this task.'),
    IN_MARKDOWN,
    optional('custom_items[]', listOf(idOf('customTaskType')), TASK_TYPES),
  ],
} as const satisfies OperationInfo;

export const mergeTasks = {
  id: 'merge-tasks',
  method: 'POST',
  path: '/v2/task/{task_id}/merge',
  title: 'Merge tasks',
  about: 'Merges other tasks into the one in the path; custom task ids are not understood here.',
  tag: 'Tasks',
  parameters: [needed('task_id', idOf('task'), 'The task that remains.')],
  body: jsonBody(
    needed('source_task_ids', listOf(idOf('task')), 'The tasks that become part of it.'),
  ),
} as const satisfies OperationInfo;

export const getTasksTimeInStatus = {
  id: 'get-tasks-time-in-status',
  method: 'GET',
  path: '/v2/task/{task_id}/time_in_status',
  title: 'Get task’s time in status',
  about: 'Reads how long a task was in each status, where that ClickApp is on.',
  tag: 'Tasks',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
} as const satisfies OperationInfo;

export const getBulkTasksTimeInStatus = {
  id: 'get-bulk-tasks-time-in-status',
  method: 'GET',
  path: '/v2/task/bulk_time_in_status/task_ids',
  title: 'Get bulk tasks’ time in status',
  about: 'Reads how long each of 2 to 100 tasks was in each status, where that ClickApp is on.',
  tag: 'Tasks',
  parameters: [needed('task_ids', listOf(idOf('task')), '2 to 100 tasks.'), ...BY_CUSTOM_ID],
} as const satisfies OperationInfo;

export const createTaskFromTemplate = {
  id: 'create-task-from-template',
  method: 'POST',
  path: '/v2/list/{list_id}/taskTemplate/{template_id}',
  title: 'Create task from template',
  about:
    'Makes a task in a List with all that its template holds; public templates must be in the library first.',
  tag: 'Tasks',
  parameters: [needed('list_id', idOf('list')), needed('template_id', idOf('taskTemplate'))],
  body: jsonBody(needed('name', TEXT)),
} as const satisfies OperationInfo;
