import type { OperationInfo } from '../../contract/operations.ts';
import {
  ASSIGNED,
  CHANNEL,
  MESSAGE,
  NEW_MESSAGE,
  POST_CHANGES,
  READ_FORMAT,
  WRITE_FORMAT,
} from './chat-fields.ts';
import { BY_CURSOR, FLAG, TEXT, jsonBody, needed, optional } from './fields.ts';

export const getChatMessages = {
  id: 'get-chat-messages',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/messages',
  title: 'Get Channel messages',
  about: 'Lists messages of a Channel page by page, without the replies below them.',
  tag: 'Chat',
  parameters: [...CHANNEL, ...BY_CURSOR, READ_FORMAT],
} as const satisfies OperationInfo;

export const createChatMessage = {
  id: 'create-chat-message',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/messages',
  title: 'Send message',
  about: 'Sends a message or post to a Channel as yourself; people are notified at once.',
  tag: 'Chat',
  parameters: CHANNEL,
  body: NEW_MESSAGE,
} as const satisfies OperationInfo;

export const updateChatMessage = {
  id: 'update-chat-message',
  method: 'PATCH',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}',
  title: 'Update message',
  about:
    'Changes what is sent of a message and leaves the rest; new text replaces the old entirely.',
  tag: 'Chat',
  parameters: MESSAGE,
  body: jsonBody(
    ...ASSIGNED,
    optional('content', TEXT, 'Up to 40,000 characters.'),
    WRITE_FORMAT,
    optional('post_data', POST_CHANGES, 'For posts only.'),
    optional('resolved', FLAG, 'Whether what was assigned is done.'),
  ),
} as const satisfies OperationInfo;

export const deleteChatMessage = {
  id: 'delete-chat-message',
  method: 'DELETE',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}',
  title: 'Delete message',
  about: 'Deletes a message for everybody, for good.',
  tag: 'Chat',
  parameters: MESSAGE,
} as const satisfies OperationInfo;

export const getChatMessageReactions = {
  id: 'get-chat-message-reactions',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/reactions',
  title: 'Get message reactions',
  about: 'Lists who reacted to a message and with which emoji, page by page.',
  tag: 'Chat',
  parameters: [...MESSAGE, ...BY_CURSOR],
} as const satisfies OperationInfo;

export const createChatReaction = {
  id: 'create-chat-reaction',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/reactions',
  title: 'Create message reaction',
  about:
    'Reacts to a message as yourself, by the name of an emoji in small letters, not its picture.',
  tag: 'Chat',
  parameters: MESSAGE,
  body: jsonBody(needed('reaction', TEXT, 'The emoji’s name, such as `thumbsup`.')),
} as const satisfies OperationInfo;

export const deleteChatReaction = {
  id: 'delete-chat-reaction',
  method: 'DELETE',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/reactions/{reaction}',
  title: 'Delete message reaction',
  about: 'Takes your reaction off a message, named by its emoji since reactions have no ids here.',
  tag: 'Chat',
  parameters: [...MESSAGE, needed('reaction', TEXT, 'The emoji’s name, such as `thumbsup`.')],
} as const satisfies OperationInfo;

export const getChatMessageReplies = {
  id: 'get-chat-message-replies',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/replies',
  title: 'Get message replies',
  about: 'Lists the replies below a message, page by page.',
  tag: 'Chat',
  parameters: [...MESSAGE, ...BY_CURSOR, READ_FORMAT],
} as const satisfies OperationInfo;

export const createChatReply = {
  id: 'create-chat-reply',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/replies',
  title: 'Create reply',
  about: 'Replies to a message as yourself; everybody who follows it is notified.',
  tag: 'Chat',
  parameters: MESSAGE,
  body: NEW_MESSAGE,
} as const satisfies OperationInfo;

export const getChatMessageTaggedUsers = {
  id: 'get-chat-message-tagged-users',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/tagged_users',
  title: 'Get message tagged users',
  about: 'Lists whom a message mentions, page by page.',
  tag: 'Chat',
  parameters: [...MESSAGE, ...BY_CURSOR],
} as const satisfies OperationInfo;
