import type { Operation } from './operation.ts';
import { MESSAGE, NEW_MESSAGE, REPLY } from './shapes/chat.ts';

/** Chat, of API v3: messages and replies. */
export const MESSAGES_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/messages',
    query: { 'cursor?': 'string', 'limit?': 'number', 'content_format?': 'string' },
    status: 200,
    answer: {
      data: [MESSAGE],
      next_cursor: 'string',
    },
    calls: ({ workspace, channel }) => [{ path: { workspace_id: workspace, channel_id: channel } }],
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/messages',
    body: NEW_MESSAGE,
    status: 201,
    answer: MESSAGE,
    calls: ({ workspace, channel }) => [
      {
        path: { workspace_id: workspace, channel_id: channel },
        body: { type: 'message', content: 'A sample message.' },
      },
    ],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/replies',
    query: { 'cursor?': 'string', 'limit?': 'number', 'content_format?': 'string' },
    status: 200,
    answer: {
      data: [REPLY],
      next_cursor: 'string',
    },
    calls: ({ workspace, repliedMessage }) => [
      { path: { workspace_id: workspace, message_id: repliedMessage } },
    ],
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/replies',
    body: NEW_MESSAGE,
    status: 201,
    answer: REPLY,
    calls: ({ workspace, message }) => [
      {
        path: { workspace_id: workspace, message_id: message },
        body: { type: 'message', content: 'A sample reply.' },
      },
    ],
  },
  {
    method: 'PATCH',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}',
    body: {
      'assignee?': 'string',
      'group_assignee?': 'string',
      'content?': 'string',
      'content_format?': 'string',
      'post_data?': { 'subtype?': { id: 'string' }, 'title?': 'string' },
      'resolved?': 'boolean',
    },
    status: 200,
    answer: MESSAGE,
    calls: ({ workspace, channel }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/messages',
            path: { workspace_id: workspace, channel_id: channel },
            body: { type: 'message', content: 'A sample message.' },
          },
        ],
        path: { workspace_id: workspace, message_id: { before: 0, at: 'id' } },
        body: { content: 'Changed.' },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}',
    status: 204,
    answer: null,
    calls: ({ workspace, channel }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/messages',
            path: { workspace_id: workspace, channel_id: channel },
            body: { type: 'message', content: 'A sample message.' },
          },
        ],
        path: { workspace_id: workspace, message_id: { before: 0, at: 'id' } },
      },
    ],
  },
];
