import { created, json, noContent } from '../answer.ts';
import type { SampleMessage } from '../data/records.ts';
import { channelIn, mayTalk, messageAnswer, messageIn, type ChannelAt } from './chat-access.ts';
import { readBody } from './body.ts';
import { del, get, patch, post, type Route, type RouteContext } from './route.ts';
import { failV3, pageOf } from './v3.ts';

const CHAT = '/v3/workspaces/{workspace_id}/chat';
const LIMITS = { standard: 50, most: 100 } as const;

/** Chat messages and replies, newest first. Reactions and posts are not modelled. */
export const MESSAGE_ROUTES: readonly Route[] = [
  get(`${CHAT}/channels/{channel_id}/messages`, (context) =>
    list(context, channelIn(context), null),
  ),
  post(`${CHAT}/channels/{channel_id}/messages`, (context) =>
    create(context, channelIn(context), null),
  ),
  get(`${CHAT}/messages/{message_id}/replies`, (context) => {
    const at = messageIn(context);
    return list(context, at, at.message.id);
  }),
  post(`${CHAT}/messages/{message_id}/replies`, (context) => {
    const at = messageIn(context);
    if (at.message.parentId !== null) failV3(context, 400, 'A reply cannot be replied to');
    return create(context, at, at.message.id);
  }),
  patch(`${CHAT}/messages/{message_id}`, update),
  del(`${CHAT}/messages/{message_id}`, (context) => {
    const { world } = context;
    const { message } = ownMessage(context);
    for (const { id, parentId } of world.messages.of(message.channelId)) {
      if (parentId === message.id) world.messages.remove(id, context);
    }
    world.messages.remove(message.id, context);
    return noContent;
  }),
];

function list(context: RouteContext, { workspace, channel }: ChannelAt, parentId: string | null) {
  const messages = context.world.messages
    .listed(channel.id, context.now)
    .filter((message) => message.parentId === parentId)
    .toReversed();
  const { items, next } = pageOf(context, messages, LIMITS);
  return json({
    data: items.map((message) => messageAnswer(context, message, workspace.id)),
    next_cursor: next,
  });
}

function create(context: RouteContext, at: ChannelAt, parentId: string | null) {
  const { world, userId, now } = context;
  mayTalk(context, at);
  const body = readBody(context.body);
  const type = body.text('type');
  if (type !== 'message' && type !== 'post') {
    failV3(context, 400, 'type must be message or post');
  }
  const content = body.text('content') ?? '';
  if (content.trim() === '') failV3(context, 400, 'content should not be empty');
  const message: SampleMessage = {
    id: world.ids.message(),
    channelId: at.channel.id,
    parentId,
    userId,
    content,
    createdAt: now,
    updatedAt: now,
    resolved: false,
  };
  world.messages.put(message, context);
  world.channels.put({ ...at.channel, updatedAt: now }, context);
  return created(messageAnswer(context, message, at.workspace.id));
}

/** The message of the path, which must be one's own. */
function ownMessage(context: RouteContext) {
  const at = messageIn(context);
  mayTalk(context, at);
  if (at.message.userId !== context.userId) {
    failV3(context, 403, 'Only who wrote a message can change it.');
  }
  return at;
}

function update(context: RouteContext) {
  const { workspace, message } = ownMessage(context);
  const body = readBody(context.body);
  const changed: SampleMessage = {
    ...message,
    content: body.text('content') ?? message.content,
    resolved: body.flag('resolved') ?? message.resolved,
    updatedAt: context.now,
  };
  if (changed.content.trim() === '') failV3(context, 400, 'content should not be empty');
  context.world.messages.put(changed, context);
  return json(messageAnswer(context, changed, workspace.id));
}
