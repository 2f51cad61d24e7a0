import { because, type KnownError } from './spec/known.ts';

const V2: readonly KnownError[] = [
  ...because(
    'Every id but a person’s is text: answers give it as text, and some hold letters.',
    ['*', 'path {*_id}: string, declared number'],
    ['*', 'query *_id: string, declared number'],
  ),
  ...because('One operation spells its parameter unlike all others; it is the same segment.', [
    '*',
    'path {team_id}: declared {team_Id}',
  ]),
  ...because('The values it may have are 1, 2 and null, as the file itself lists them.', [
    'POST /v2/*_template/{template_id}',
    'body options.archived: null or number, declared number',
  ]),
  ...because(
    'The schema was made from an example and asks for all it has; a change takes what it is given.',
    ['PUT /v2/comment/{comment_id}', 'body *: optional, declared otherwise'],
    ['PUT /v2/goal/{goal_id}', 'body *: optional, declared otherwise'],
    ['PUT /v2/key_result/{key_result_id}', 'body note: optional, declared otherwise'],
    ['PUT /v2/space/{space_id}', 'body *: optional, declared otherwise'],
    ['PUT /v2/space/{space_id}/tag/{tag_name}', 'body tag.*: optional, declared otherwise'],
    ['PUT /v2/task/{task_id}', 'body *: optional, declared otherwise'],
    ['PUT /v2/team/{team_*d}/time_entries/{timer_id}', 'body tags: optional, declared otherwise'],
  ),
  ...because('A comment need not be assigned to anybody, and on tasks it need not be.', [
    'POST /v2/list/{list_id}/comment',
    'body assignee: optional, declared otherwise',
  ]),
  ...because('Null takes the value away, which peers who asked the service saw.', [
    'PUT /v2/task/{task_id}',
    'body *: null or number, declared number',
  ]),
  ...because('A person’s id, which every other body holds as a number.', [
    'PUT /v2/checklist/{checklist_id}/checklist_item/{checklist_item_id}',
    'body assignee: null or number, declared null or string',
  ]),
  ...because(
    'The schema and the example name the colours differently; the schema’s names come back.',
    ['PUT /v2/space/{space_id}/tag/{tag_name}', 'body tag.tag_*: missing in the table'],
  ),
  ...because(
    'Only an example has them, and not under the names of the schema.',
    ['POST /v2/list/{list_id}/task', 'body markdown_description: missing in the table'],
    ['POST /v2/list/{list_id}/task', 'body email_assignees: missing in the table'],
  ),
  ...because(
    'Its own examples write the brackets that its neighbour declares.',
    ['GET /v2/list/{list_id}/task', 'query *: missing in the table'],
    ['GET /v2/list/{list_id}/task', 'query *[]: not declared'],
  ),
  ...because('It is sent once, as the JSON its description shows.', [
    'GET /v2/*task*',
    'query custom_field*: string, declared list',
  ]),
  ...because('Its description has it once for each task.', [
    'GET /v2/task/bulk_time_in_status/task_ids',
    'query task_ids: list, declared string',
  ]),
  ...because('A request with no file in it uploads nothing.', [
    'POST /v2/task/{task_id}/attachment',
    'body attachment: required, declared otherwise',
  ]),
  ...because(
    'The schema was guessed from an example, which misspells `fields` once and happens to hold null.',
    ['POST /v2/team/{team_id}/view', 'body filters.field: missing in the table'],
    ['POST /v2/team/{team_id}/view', 'body filters.fields[]: object, declared string'],
    ['* /v2/*view*', 'body columns.fields[].name: null or string, declared null'],
    ['* /v2/*view*', 'body columns.fields[].display: null or string, declared null'],
  ),
  ...because('One of the two is given: a task waits for another, or the other for it.', [
    'DELETE /v2/task/{task_id}/dependency',
    'query depend*: optional, declared otherwise',
  ]),
  ...because(
    'The file hardly knows null (it writes `nullable`, which OpenAPI 3.1 does not have).',
    ['*', 'answer *: null or string, declared string'],
    ['*', 'answer *: null or object, declared object'],
    ['*', 'answer *status: null, declared object'],
  ),
  ...because(
    'Peers’ records of real answers have both on every file.',
    ['POST /v2/task/{task_id}/attachment', 'answer mimetype: not declared'],
    ['POST /v2/task/{task_id}/attachment', 'answer size: not declared'],
  ),
  ...because('Peers who asked the service saw whole numbers of milliseconds.', [
    '*',
    'answer *time_estimate: null or number, declared null or string',
  ]),
  ...because(
    'The example shows an empty list, and its schema was guessed from that.',
    ['*', 'answer *[]: object, declared string'],
    ['*', 'answer *[]: not declared'],
  ),
  ...because('The example happens to hold null, where others hold text.', [
    '*',
    'answer *: null or string, declared null',
  ]),
  ...because('The example holds a text for a person, whom other operations declare as an object.', [
    '*',
    'answer *assignee: null or object, declared null or string',
  ]),
  ...because('The answer for one List declares the same field as a number.', [
    '*',
    'answer *task_count: number, declared null or string',
  ]),
  ...because('The operations on checklists declare the same field as a number.', [
    '*',
    'answer *checklists[].orderindex: number, declared string',
  ]),
  ...because('The value is a list of people or, for labels, of option ids.', [
    '*',
    'answer *custom_fields[].value[]: object or string, declared object',
  ]),
  ...because(
    'What a field’s configuration holds depends on its type, and the examples show few types.',
    ['*', 'answer *type_config.*: not declared'],
    ['GET *', 'answer fields[].required: not declared'],
  ),
  ...because('People have initials in every answer that declares them in full.', [
    '*',
    'answer *initials: not declared',
  ]),
  ...because(
    'It declares an older, shorter task than the operations on tasks do.',
    ['* /v2/task/{task_id}/link/{links_to}', 'answer task.*: not declared'],
    [
      '* /v2/task/{task_id}/link/{links_to}',
      'answer task.priority: null or object, declared null or string',
    ],
    ['GET /v2/task/{task_id}', 'answer subtasks[].*: not declared'],
    ['GET /v2/team/{team_id}/task', 'answer tasks[].tags[].creator: not declared'],
  ),
  ...because(
    'Only an empty list is shown; other answers show what it holds.',
    ['GET /v2/task/{task_id}', 'answer checklists[].*: not declared'],
    ['GET /v2/task/{task_id}', 'answer linked_tasks[].*: not declared'],
  ),
  ...because(
    'Each operation on Folders shows some of a Folder’s fields; the service gives all.',
    ['GET /v2/space/{space_id}/folder', 'answer folders[].*: not declared'],
    ['POST /v2/space/{space_id}/folder', 'answer *: not declared'],
    ['* /v2/folder/{folder_id}', 'answer *: not declared'],
  ),
  ...because(
    'Each operation on Lists shows some of a List’s fields; the service gives all.',
    ['GET *', 'answer lists[].statuses: not declared'],
    ['*', 'answer *priority.id: not declared'],
    ['*', 'answer *priority.orderindex: not declared'],
    ['POST /v2/*/list', 'answer assignee.email: not declared'],
    ['* /v2/*list*', 'answer archived: not declared'],
    ['* /v2/*list*', 'answer override_statuses: not declared'],
    ['* /v2/*list*', 'answer permission_level: not declared'],
  ),
  ...because(
    'Only the list of Spaces shows all of a Space’s fields.',
    ['* /v2/space/{space_id}', 'answer *: not declared'],
    ['POST /v2/team/{team_id}/space', 'answer *: not declared'],
  ),
  ...because(
    'The list of tasks shows these fields of a checklist.',
    ['* /v2/*checklist*', 'answer checklist.creator: not declared'],
    ['POST /v2/task/{task_id}/checklist', 'answer checklist.date_created: not declared'],
  ),
  ...because('A reply is a comment, and creating a comment declares these.', [
    'POST /v2/comment/{comment_id}/reply',
    'answer *: not declared',
  ]),
  ...because(
    'Each operation on time entries shows some of an entry’s fields, and one shows no `data` at all, in which peers find the entry.',
    ['* /v2/team/{team_id}/time_entries*', 'answer data*: not declared'],
  ),
  ...because('Other operations on views declare them.', [
    'GET /v2/view/{view_id}',
    'answer view.*: not declared',
  ]),
];

const V3: readonly KnownError[] = [
  ...because('Other operations declare the Workspace’s id as text, and answers hold it as text.', [
    '*',
    'path {workspace_id}: string, declared number',
  ]),
  ...because('Its schema is empty; answers name a Channel’s type with one of three words.', [
    'GET /v3/workspaces/{workspace_id}/chat/channels',
    'query channel_types []: not declared',
  ]),
  ...because('A multipart schema of a name alone; API v2 has the file itself in `attachment`.', [
    'POST /v3/workspaces/{workspace_id}/{entity_type}/{entity_id}/attachments',
    'body attachment: not declared',
  ]),
  ...because('Its own description says that null takes access away.', [
    'PATCH /v3/workspaces/{workspace_id}/{object_type}/{object_id}/acls',
    'body entries[].permission_level: null or number, declared number',
  ]),
];

/**
 * Where the table differs from ClickUp's own specification, and why. `*` stands for any text. An
 * entry that matches nothing fails, so that no excuse outlives its error.
 */
export const KNOWN_SPEC_ERRORS = { v2: V2, v3: V3 } as const;
