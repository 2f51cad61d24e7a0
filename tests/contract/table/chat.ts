import type { Operation } from './operation.ts';
import { CHANNEL, CHAT_MEMBER } from './shapes/chat.ts';

/** Chat, of API v3: channels. */
export const CHAT_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/channels',
    query: {
      'description_format?': 'string',
      'cursor?': 'string',
      'limit?': 'number',
      'is_follower?': 'boolean',
      'include_closed?': 'boolean',
      'with_message_since?': 'number',
      'channel_types?': ['string'],
    },
    status: 200,
    answer: {
      data: [
        {
          ...CHANNEL,
          latest_comment_at: 'string',
        },
      ],
      next_cursor: 'string',
    },
    calls: ({ workspace }) => [{ path: { workspace_id: workspace } }],
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/chat/channels',
    body: {
      name: 'string',
      'description?': 'string',
      'topic?': 'string',
      'user_ids?': ['string'],
      'visibility?': 'string',
    },
    status: 201,
    answer: {
      data: CHANNEL,
    },
    calls: ({ workspace }) => [
      { path: { workspace_id: workspace }, body: { name: 'Sample channel' } },
    ],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}',
    query: { 'description_format?': 'string' },
    status: 200,
    answer: {
      data: {
        ...CHANNEL,
        latest_comment_at: 'string',
      },
    },
    calls: ({ workspace, channel }) => [{ path: { workspace_id: workspace, channel_id: channel } }],
  },
  {
    method: 'PATCH',
    path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}',
    body: {
      'name?': 'string',
      'description?': 'string',
      'content_format?': 'string',
      'topic?': 'string',
      'visibility?': 'string',
      'location?': { id: 'string', type: 'string' },
    },
    status: 200,
    answer: {
      data: {
        ...CHANNEL,
        latest_comment_at: 'string',
      },
    },
    calls: ({ workspace, channel }) => [
      { path: { workspace_id: workspace, channel_id: channel }, body: { topic: 'A new topic' } },
    ],
  },
  {
    method: 'DELETE',
    path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}',
    status: 204,
    answer: null,
    calls: ({ workspace, channel }) => [{ path: { workspace_id: workspace, channel_id: channel } }],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/members',
    query: { 'cursor?': 'string', 'limit?': 'number' },
    status: 200,
    answer: {
      data: [CHAT_MEMBER],
      next_cursor: 'string',
    },
    calls: ({ workspace, channel }) => [{ path: { workspace_id: workspace, channel_id: channel } }],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/followers',
    query: { 'cursor?': 'string', 'limit?': 'number' },
    status: 200,
    answer: {
      data: [CHAT_MEMBER],
      next_cursor: 'string',
    },
    calls: ({ workspace, channel }) => [{ path: { workspace_id: workspace, channel_id: channel } }],
  },
];
