import type { OperationInfo } from '../../contract/operations.ts';
import {
  BY_CUSTOM_ID,
  FLAG,
  TEXT,
  TIME,
  idOf,
  jsonBody,
  needed,
  numberOf,
  optional,
} from './fields.ts';

/** Comments come 25 at a time, newest first; the last one of an answer leads to the next. */
const OLDER = [
  optional(
    'start',
    TIME,
    'When your oldest comment was written, its `date`; goes with `start_id`.',
  ),
  optional('start_id', idOf('comment'), 'The id of that comment; goes with `start`.'),
] as const;

const WORDS = needed('comment_text', TEXT, 'Plain text.');
const ASSIGNEE = optional('assignee', numberOf('user'), 'Who is asked to act on it.');
const GROUP = optional('group_assignee', idOf('userGroup'), 'Which group is asked to act on it.');
const NOTIFY = needed(
  'notify_all',
  FLAG,
  'True notifies you too; assignees and watchers hear of it in any case.',
);

export const getTaskComments = {
  id: 'get-task-comments',
  method: 'GET',
  path: '/v2/task/{task_id}/comment',
  title: 'Get task comments',
  about: 'Lists the comments on a task, newest first and 25 at a time, without their replies.',
  tag: 'Comments',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID, ...OLDER],
} as const satisfies OperationInfo;

export const createTaskComment = {
  id: 'create-task-comment',
  method: 'POST',
  path: '/v2/task/{task_id}/comment',
  title: 'Create task comment',
  about: 'Comments on a task in your name; assignees and watchers are notified at once.',
  tag: 'Comments',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
  body: jsonBody(WORDS, ASSIGNEE, GROUP, NOTIFY),
} as const satisfies OperationInfo;

export const getChatViewComments = {
  id: 'get-chat-view-comments',
  method: 'GET',
  path: '/v2/view/{view_id}/comment',
  title: 'Get Chat view comments',
  about: 'Lists the comments of a Chat view, newest first and 25 at a time.',
  tag: 'Comments',
  parameters: [needed('view_id', idOf('view')), ...OLDER],
} as const satisfies OperationInfo;

export const createChatViewComment = {
  id: 'create-chat-view-comment',
  method: 'POST',
  path: '/v2/view/{view_id}/comment',
  title: 'Create Chat view comment',
  about: 'Writes into a Chat view in your name; for Channels, API v3 has messages.',
  tag: 'Comments',
  parameters: [needed('view_id', idOf('view'))],
  body: jsonBody(WORDS, NOTIFY),
} as const satisfies OperationInfo;

export const getListComments = {
  id: 'get-list-comments',
  method: 'GET',
  path: '/v2/list/{list_id}/comment',
  title: 'Get List comments',
  about:
    'Lists the comments on a List itself, newest first and 25 at a time, not those on its tasks.',
  tag: 'Comments',
  parameters: [needed('list_id', idOf('list')), ...OLDER],
} as const satisfies OperationInfo;

export const createListComment = {
  id: 'create-list-comment',
  method: 'POST',
  path: '/v2/list/{list_id}/comment',
  title: 'Create List comment',
  about: 'Comments on a List itself in your name; assignees and watchers are notified at once.',
  tag: 'Comments',
  parameters: [needed('list_id', idOf('list'))],
  body: jsonBody(WORDS, ASSIGNEE, NOTIFY),
} as const satisfies OperationInfo;

export const updateComment = {
  id: 'update-comment',
  method: 'PUT',
  path: '/v2/comment/{comment_id}',
  title: 'Update comment',
  about: 'Replaces the words of a comment, assigns it or marks it as resolved.',
  tag: 'Comments',
  parameters: [needed('comment_id', idOf('comment'))],
  body: jsonBody(
    optional('comment_text', TEXT, 'Takes the place of all that was written.'),
    ASSIGNEE,
    GROUP,
    optional('resolved', FLAG, 'True closes an assigned comment, false opens it again.'),
  ),
} as const satisfies OperationInfo;

export const deleteComment = {
  id: 'delete-comment',
  method: 'DELETE',
  path: '/v2/comment/{comment_id}',
  title: 'Delete comment',
  about: 'Deletes one comment for everybody.',
  tag: 'Comments',
  parameters: [needed('comment_id', idOf('comment'))],
} as const satisfies OperationInfo;

export const getThreadedComments = {
  id: 'get-threaded-comments',
  method: 'GET',
  path: '/v2/comment/{comment_id}/reply',
  title: 'Get threaded comments',
  about: 'Lists the replies to a comment, without the comment itself.',
  tag: 'Comments',
  parameters: [needed('comment_id', idOf('comment'))],
} as const satisfies OperationInfo;

export const createThreadedComment = {
  id: 'create-threaded-comment',
  method: 'POST',
  path: '/v2/comment/{comment_id}/reply',
  title: 'Create threaded comment',
  about: 'Replies to a comment in your name; assignees and watchers are notified at once.',
  tag: 'Comments',
  parameters: [needed('comment_id', idOf('comment'))],
  body: jsonBody(WORDS, ASSIGNEE, GROUP, NOTIFY),
} as const satisfies OperationInfo;
