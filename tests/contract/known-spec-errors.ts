import type { KnownError } from './spec/known.ts';

const because = (reason: string, ...places: readonly (readonly [string, string])[]) =>
  places.map(([operation, what]): KnownError => ({ operation, what, because: reason }));

/**
 * Where the table differs from ClickUp's own specification, and why. `*` stands for any text. An
 * entry that matches nothing fails, so that no excuse outlives its error.
 */
export const KNOWN_SPEC_ERRORS: readonly KnownError[] = [
  ...because(
    'Every id but a person’s is text: answers give it as text, and some hold letters.',
    ['*', 'path {*_id}: string, declared number'],
    ['*', 'query *_id: string, declared number'],
  ),
  ...because('One operation spells its parameter unlike all others; it is the same segment.', [
    '*',
    'path {team_id}: declared {team_Id}',
  ]),
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
