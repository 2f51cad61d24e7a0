import type { Fields } from '../shape.ts';
import type { Operation } from './operation.ts';
import { PERSON } from './shapes/people.ts';
import { BY_CUSTOM_ID } from './shapes/tasks.ts';

/** A comment or a reply. */
const COMMENT = {
  id: 'string',
  comment: [
    {
      text: 'string',
    },
  ],
  comment_text: 'string',
  user: PERSON,
  resolved: 'boolean',
  assignee: [PERSON, 'null'],
  assigned_by: [PERSON, 'null'],
  reactions: ['anything'],
  date: 'string',
  reply_count: 'string',
} as const satisfies Fields;

/** What a comment is made of, and what is answered to it. */
const NEW_COMMENT = {
  comment_text: 'string',
  'assignee?': 'number',
  'group_assignee?': 'string',
  notify_all: 'boolean',
} as const;
const WRITTEN_COMMENT = { id: 'string', hist_id: 'string', date: 'number' } as const;

const sampleComment = (user: number) => ({
  comment_text: 'A sample comment.',
  assignee: user,
  notify_all: false,
});

/** Comments and replies. */
export const COMMENTS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/task/{task_id}/comment',
    query: { ...BY_CUSTOM_ID, 'start?': 'number', 'start_id?': 'string' },
    status: 200,
    answer: {
      comments: [COMMENT],
    },
    calls: ({ commentedTask }) => [{ path: { task_id: commentedTask } }],
  },
  {
    method: 'POST',
    path: '/v2/task/{task_id}/comment',
    query: { ...BY_CUSTOM_ID },
    body: NEW_COMMENT,
    status: 200,
    answer: WRITTEN_COMMENT,
    calls: ({ task, user }) => [
      {
        path: { task_id: task },
        body: sampleComment(user),
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/list/{list_id}/comment',
    query: { 'start?': 'number', 'start_id?': 'string' },
    status: 200,
    answer: {
      comments: [COMMENT],
    },
    calls: ({ list, user }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/list/{list_id}/comment',
            path: { list_id: list },
            body: sampleComment(user),
          },
        ],
        path: { list_id: list },
      },
    ],
  },
  {
    method: 'POST',
    path: '/v2/list/{list_id}/comment',
    body: {
      comment_text: 'string',
      'assignee?': 'number',
      notify_all: 'boolean',
    },
    status: 200,
    answer: WRITTEN_COMMENT,
    calls: ({ list, user }) => [
      {
        path: { list_id: list },
        body: sampleComment(user),
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/comment/{comment_id}/reply',
    status: 200,
    answer: {
      comments: [COMMENT],
    },
    calls: ({ repliedComment }) => [{ path: { comment_id: repliedComment } }],
  },
  {
    method: 'POST',
    path: '/v2/comment/{comment_id}/reply',
    body: NEW_COMMENT,
    status: 200,
    answer: WRITTEN_COMMENT,
    calls: ({ comment, user }) => [
      {
        path: { comment_id: comment },
        body: sampleComment(user),
      },
    ],
  },
  {
    method: 'PUT',
    path: '/v2/comment/{comment_id}',
    body: {
      'comment_text?': 'string',
      'assignee?': 'number',
      'group_assignee?': ['number', 'string'],
      'resolved?': 'boolean',
    },
    status: 200,
    answer: {},
    calls: ({ comment, user }) => [
      {
        path: { comment_id: comment },
        body: { comment_text: 'Changed.', assignee: user, resolved: true },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/comment/{comment_id}',
    status: 200,
    answer: {},
    calls: ({ comment }) => [{ path: { comment_id: comment } }],
  },
];
