import type { OperationInfo, ParameterInfo, ParameterValue } from '../contract/requests.ts';

const inPath = (name: string, about: string, fill?: 'workspace'): ParameterInfo => ({
  name,
  in: 'path',
  type: 'string',
  required: true,
  about,
  ...(fill === undefined ? {} : { fill }),
});

const inQuery = (
  name: string,
  type: ParameterInfo['type'],
  about: string,
  choices?: readonly string[],
): ParameterInfo => ({
  name,
  in: 'query',
  type,
  required: false,
  about,
  ...(choices === undefined ? {} : { choices }),
});

const workspace = (name = 'team_id') => inPath(name, 'The Workspace.', 'workspace');
const archived = inQuery('archived', 'boolean', 'Include what has been archived.');

const taskFilters: readonly ParameterInfo[] = [
  inQuery('page', 'integer', 'Page of 100 tasks, counted from 0.'),
  inQuery('order_by', 'choice', 'What the tasks are sorted by.', [
    'id',
    'created',
    'updated',
    'due_date',
  ]),
  inQuery('reverse', 'boolean', 'Sort the other way round.'),
  inQuery('subtasks', 'boolean', 'Include subtasks.'),
  inQuery('include_closed', 'boolean', 'Include closed tasks.'),
  inQuery('statuses[]', 'strings', 'Only tasks in these statuses.'),
  inQuery('assignees[]', 'strings', 'Only tasks assigned to these user ids.'),
  inQuery('tags[]', 'strings', 'Only tasks with these tags.'),
  inQuery('due_date_gt', 'timestamp', 'Due after this time.'),
  inQuery('due_date_lt', 'timestamp', 'Due before this time.'),
  inQuery('date_updated_gt', 'timestamp', 'Changed after this time.'),
  inQuery('date_updated_lt', 'timestamp', 'Changed before this time.'),
];

/**
 * The operations of ClickUp's API v2 that Perch offers so far. Methods, paths and parameter names
 * are ClickUp's (its OpenAPI description), the words are ours.
 */
export const OPERATIONS = [
  {
    id: 'get-authorized-user',
    method: 'GET',
    path: '/v2/user',
    title: 'Get authorized user',
    about: 'Who the token belongs to.',
    tag: 'Authorization',
    parameters: [],
  },
  {
    id: 'get-authorized-workspaces',
    method: 'GET',
    path: '/v2/team',
    title: 'Get authorized Workspaces',
    about: 'The Workspaces this token may see, with their members.',
    tag: 'Authorization',
    parameters: [],
  },
  {
    id: 'get-workspace-plan',
    method: 'GET',
    path: '/v2/team/{team_id}/plan',
    title: 'Get Workspace plan',
    about: 'The plan of a Workspace, which decides how many requests a minute it allows.',
    tag: 'Workspaces',
    parameters: [workspace()],
  },
  {
    id: 'get-spaces',
    method: 'GET',
    path: '/v2/team/{team_id}/space',
    title: 'Get Spaces',
    about: 'The Spaces of a Workspace.',
    tag: 'Spaces',
    parameters: [workspace(), archived],
  },
  {
    id: 'get-space',
    method: 'GET',
    path: '/v2/space/{space_id}',
    title: 'Get Space',
    about: 'One Space with its statuses and features.',
    tag: 'Spaces',
    parameters: [inPath('space_id', 'The Space.')],
  },
  {
    id: 'get-folders',
    method: 'GET',
    path: '/v2/space/{space_id}/folder',
    title: 'Get Folders',
    about: 'The Folders of a Space, each with its Lists.',
    tag: 'Folders',
    parameters: [inPath('space_id', 'The Space.'), archived],
  },
  {
    id: 'get-folder',
    method: 'GET',
    path: '/v2/folder/{folder_id}',
    title: 'Get Folder',
    about: 'One Folder with its Lists.',
    tag: 'Folders',
    parameters: [inPath('folder_id', 'The Folder.')],
  },
  {
    id: 'get-lists',
    method: 'GET',
    path: '/v2/folder/{folder_id}/list',
    title: 'Get Lists',
    about: 'The Lists of a Folder.',
    tag: 'Lists',
    parameters: [inPath('folder_id', 'The Folder.'), archived],
  },
  {
    id: 'get-folderless-lists',
    method: 'GET',
    path: '/v2/space/{space_id}/list',
    title: 'Get folderless Lists',
    about: 'The Lists that stand directly in a Space.',
    tag: 'Lists',
    parameters: [inPath('space_id', 'The Space.'), archived],
  },
  {
    id: 'get-list',
    method: 'GET',
    path: '/v2/list/{list_id}',
    title: 'Get List',
    about: 'One List with its statuses.',
    tag: 'Lists',
    parameters: [inPath('list_id', 'The List.')],
  },
  {
    id: 'get-tasks',
    method: 'GET',
    path: '/v2/list/{list_id}/task',
    title: 'Get tasks of a List',
    about: 'The tasks of one List, 100 a page.',
    tag: 'Tasks',
    parameters: [inPath('list_id', 'The List.'), archived, ...taskFilters],
  },
  {
    id: 'get-filtered-team-tasks',
    method: 'GET',
    path: '/v2/team/{team_Id}/task',
    title: 'Get filtered Workspace tasks',
    about: 'Tasks of a whole Workspace by assignee, status, date or place, 100 a page.',
    tag: 'Tasks',
    parameters: [
      workspace('team_Id'),
      ...taskFilters,
      inQuery('space_ids[]', 'strings', 'Only tasks in these Spaces.'),
      inQuery('project_ids[]', 'strings', 'Only tasks in these Folders.'),
      inQuery('list_ids[]', 'strings', 'Only tasks in these Lists.'),
      inQuery('date_created_gt', 'timestamp', 'Created after this time.'),
      inQuery('date_created_lt', 'timestamp', 'Created before this time.'),
    ],
  },
  {
    id: 'get-task',
    method: 'GET',
    path: '/v2/task/{task_id}',
    title: 'Get task',
    about: 'One task with everything ClickUp tells of it.',
    tag: 'Tasks',
    parameters: [
      inPath('task_id', 'The task.'),
      inQuery('include_subtasks', 'boolean', 'Include its subtasks.'),
      inQuery('include_markdown_description', 'boolean', 'Include the description as Markdown.'),
    ],
  },
] as const satisfies readonly OperationInfo[];

/** The id of an operation in the catalogue. */
export type OperationId = (typeof OPERATIONS)[number]['id'];

/** The parameters of a request by name. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** Finds an operation of the catalogue; null where there is none of that id. */
export const findOperation = (id: string): OperationInfo | null =>
  OPERATIONS.find((operation) => operation.id === id) ?? null;
