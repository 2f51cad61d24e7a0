import type { OperationInfo } from '../../contract/operations.ts';
import { CHANNEL, LOCATION, VISIBILITY } from './chat-fields.ts';
import {
  BY_CURSOR,
  FLAG,
  TEXT,
  TEXT_FORMAT,
  TIME,
  idOf,
  jsonBody,
  listOf,
  needed,
  oneOf,
  optional,
} from './fields.ts';

const DESCRIPTION_FORMAT = optional(
  'description_format',
  TEXT_FORMAT,
  'How descriptions are answered; Markdown where left out.',
);

const ADDED_USERS = optional('user_ids', listOf(idOf('user')), 'Who is added: up to 100.');

export const getChatChannels = {
  id: 'get-chat-channels',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/channels',
  title: 'Get Channels',
  about: 'Lists Channels and direct messages page by page; closed ones only if asked for.',
  tag: 'Chat',
  parameters: [
    needed('workspace_id', idOf('workspace')),
    DESCRIPTION_FORMAT,
    ...BY_CURSOR,
    optional('is_follower', FLAG, 'Only those you follow.'),
    optional('include_closed', FLAG, 'Adds direct messages that were closed.'),
    optional('with_message_since', TIME, 'Only those with a message after this.'),
    optional('channel_types', listOf(oneOf('CHANNEL', 'DM', 'GROUP_DM')), 'Only these kinds.'),
  ],
} as const satisfies OperationInfo;

export const createChatChannel = {
  id: 'create-chat-channel',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/chat/channels',
  title: 'Create Channel',
  about:
    'Makes a Channel that belongs to no place; if one has the name already, that one is answered.',
  tag: 'Chat',
  parameters: [needed('workspace_id', idOf('workspace'))],
  body: jsonBody(
    optional('description', TEXT),
    needed('name', TEXT),
    optional('topic', TEXT),
    ADDED_USERS,
    optional('visibility', VISIBILITY, 'Public where left out.'),
  ),
} as const satisfies OperationInfo;

export const createLocationChatChannel = {
  id: 'create-location-chat-channel',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/chat/channels/location',
  title: 'Create Channel on a Space, Folder or List',
  about:
    'Makes the Channel of a place in the tree; where it has one already, that one is answered.',
  tag: 'Chat',
  parameters: [needed('workspace_id', idOf('workspace'))],
  body: jsonBody(
    optional('description', TEXT),
    optional('topic', TEXT),
    ADDED_USERS,
    optional('visibility', VISIBILITY, 'Public where left out.'),
    needed('location', LOCATION),
  ),
} as const satisfies OperationInfo;

export const createDirectMessageChatChannel = {
  id: 'create-direct-message-chat-channel',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/chat/channels/direct_message',
  title: 'Create direct message',
  about:
    'Opens a conversation with up to 15 people, or answers the one that exists; sends no message.',
  tag: 'Chat',
  parameters: [needed('workspace_id', idOf('workspace'))],
  body: jsonBody(
    optional('user_ids', listOf(idOf('user')), 'Up to 15; none opens one with yourself.'),
  ),
} as const satisfies OperationInfo;

export const getChatChannel = {
  id: 'get-chat-channel',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}',
  title: 'Get Channel',
  about: 'Reads name, topic and settings of a Channel; members and messages are other requests.',
  tag: 'Chat',
  parameters: [...CHANNEL, DESCRIPTION_FORMAT],
} as const satisfies OperationInfo;

export const updateChatChannel = {
  id: 'update-chat-channel',
  method: 'PATCH',
  path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}',
  title: 'Update Channel',
  about: 'Changes what is sent of a Channel and leaves the rest; a location moves it there.',
  tag: 'Chat',
  parameters: CHANNEL,
  body: jsonBody(
    optional('content_format', TEXT_FORMAT, 'How texts are written; Markdown where left out.'),
    optional('description', TEXT),
    optional('location', LOCATION),
    optional('name', TEXT),
    optional('topic', TEXT),
    optional('visibility', VISIBILITY),
  ),
} as const satisfies OperationInfo;

export const deleteChatChannel = {
  id: 'delete-chat-channel',
  method: 'DELETE',
  path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}',
  title: 'Delete Channel',
  about: 'Deletes a Channel with all that was said in it; its Space, Folder or List stays.',
  tag: 'Chat',
  parameters: CHANNEL,
} as const satisfies OperationInfo;

export const getChatChannelFollowers = {
  id: 'get-chat-channel-followers',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/followers',
  title: 'Get Channel followers',
  about: 'Lists who is told of news in a Channel, which need not be all its members.',
  tag: 'Chat',
  parameters: [...CHANNEL, ...BY_CURSOR],
} as const satisfies OperationInfo;

export const getChatChannelMembers = {
  id: 'get-chat-channel-members',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/members',
  title: 'Get Channel members',
  about: 'Lists who has access to a Channel, page by page.',
  tag: 'Chat',
  parameters: [...CHANNEL, ...BY_CURSOR],
} as const satisfies OperationInfo;
