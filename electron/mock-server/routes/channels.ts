import { created, json, noContent } from '../answer.ts';
import type { SampleChannel } from '../data/records.ts';
import { channelAnswer, channelIn, mayTalk, seesChannel, type ChannelAt } from './chat-access.ts';
import { chatPersonWire } from '../wire/chat.ts';
import { guestIn } from './access.ts';
import { readBody, type Body } from './body.ts';
import { del, get, patch, post, type Route, type RouteContext } from './route.ts';
import { failV3, pageOf, v3Workspace } from './v3.ts';

const PATH = '/v3/workspaces/{workspace_id}/chat/channels';
const LIMITS = { standard: 50, most: 100 } as const;

/** Chat channels. Direct messages and channels on Spaces, Folders and Lists cannot be made here. */
export const CHANNEL_ROUTES: readonly Route[] = [
  get(PATH, list),
  post(PATH, create),
  get(`${PATH}/{channel_id}`, (context) =>
    json({ data: channelAnswer(context, channelIn(context).channel) }),
  ),
  patch(`${PATH}/{channel_id}`, update),
  del(`${PATH}/{channel_id}`, (context) => {
    const { world } = context;
    const at = channelIn(context);
    mayManage(context, at);
    for (const { id } of world.messages.of(at.channel.id)) world.messages.remove(id, context);
    world.channels.remove(at.channel.id, context);
    return noContent;
  }),
  get(`${PATH}/{channel_id}/members`, people),
  get(`${PATH}/{channel_id}/followers`, people),
];

function mayManage(context: RouteContext, at: ChannelAt): void {
  mayTalk(context, at);
  const { workspace, channel } = at;
  const own = channel.creatorId === context.userId || workspace.adminIds.includes(context.userId);
  if (!own) failV3(context, 403, 'Only its creator and admins can change a channel.');
}

function list(context: RouteContext) {
  const { world, query, userId, now } = context;
  const workspace = v3Workspace(context);
  const since = query.time('with_message_since');
  const types = query.many('channel_types');
  const own = query.flag('is_follower');
  const channels = world.channels
    .listed(workspace.id, now)
    .filter(
      (channel) =>
        seesChannel(context, channel) &&
        (types === null || types.has(channel.kind)) &&
        (!own || channel.memberIds.includes(userId)) &&
        (since === null ||
          world.messages.listed(channel.id, now).some(({ createdAt }) => createdAt >= since)),
    );
  const { items, next } = pageOf(context, channels, LIMITS);
  return json({
    data: items.map((channel) => channelAnswer(context, channel)),
    next_cursor: next,
  });
}

function readName(context: RouteContext, body: Body): string {
  const name = body.text('name')?.trim() ?? '';
  return name === '' ? failV3(context, 400, 'name should not be empty') : name;
}

function isPrivate(context: RouteContext, body: Body, before: boolean): boolean {
  const visibility = body.text('visibility');
  if (visibility === undefined) return before;
  if (visibility === 'PRIVATE' || visibility === 'PUBLIC') return visibility === 'PRIVATE';
  return failV3(context, 400, 'visibility must be PUBLIC or PRIVATE');
}

/** 201 with a new channel, 200 with the one that already has the name. */
function create(context: RouteContext) {
  const { world, userId, now } = context;
  const workspace = v3Workspace(context);
  if (guestIn(context, workspace.id) !== null) {
    failV3(context, 403, 'Guests cannot make channels.');
  }
  const body = readBody(context.body);
  const name = readName(context, body);
  const same = world.channels
    .of(workspace.id)
    .find((each) => each.name.toLowerCase() === name.toLowerCase() && seesChannel(context, each));
  if (same !== undefined) return json({ data: channelAnswer(context, same) });
  const invited = (body.list('user_ids') ?? []).map(Number);
  if (!invited.every((id) => workspace.memberIds.includes(id))) {
    failV3(context, 400, 'user_ids must be ids of members of the Workspace');
  }
  const channel: SampleChannel = {
    workspaceId: workspace.id,
    name,
    topic: body.text('topic') ?? '',
    description: body.text('description') ?? '',
    kind: 'CHANNEL',
    private: isPrivate(context, body, false),
    creatorId: userId,
    memberIds: [...new Set([userId, ...invited])],
    createdAt: now,
    updatedAt: now,
    id: world.ids.channel(),
  };
  return created({ data: channelAnswer(context, world.channels.put(channel, context)) });
}

function update(context: RouteContext) {
  const { world, now } = context;
  const at = channelIn(context);
  mayManage(context, at);
  const { channel } = at;
  const body = readBody(context.body);
  const changed: SampleChannel = {
    ...channel,
    name: body.has('name') ? readName(context, body) : channel.name,
    topic: body.text('topic') ?? channel.topic,
    description: body.text('description') ?? channel.description,
    private: isPrivate(context, body, channel.private),
    updatedAt: now,
  };
  return json({ data: channelAnswer(context, world.channels.put(changed, context)) });
}

/** Those in a channel; here its followers are its members. */
function people(context: RouteContext) {
  const { world } = context;
  const found = channelIn(context).channel.memberIds.flatMap((id) => world.person(id) ?? []);
  const { items, next } = pageOf(context, found.map(chatPersonWire), LIMITS);
  return json({ data: items, next_cursor: next });
}
