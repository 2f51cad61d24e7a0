import type { SampleWorkspace } from '../data/model.ts';
import type { SampleChannel, SampleMessage } from '../data/records.ts';
import { channelWire, messageWire } from '../wire/chat.ts';
import { guestIn, param } from './access.ts';
import type { RouteContext } from './route.ts';
import { failV3, v3Workspace } from './v3.ts';

export interface ChannelAt {
  readonly workspace: SampleWorkspace;
  readonly channel: SampleChannel;
}

/** Members see public channels, guests and everyone else only those they belong to. */
export function seesChannel(context: RouteContext, channel: SampleChannel): boolean {
  const guest = guestIn(context, channel.workspaceId) !== null;
  return channel.memberIds.includes(context.userId) || (!channel.private && !guest);
}

/** The channel with an id; 404 in v3's form where there is none to see. */
export function channelBy(context: RouteContext, id: string): ChannelAt {
  const workspace = v3Workspace(context);
  const channel = context.world.channels.get(id);
  if (channel === null || channel.workspaceId !== workspace.id || !seesChannel(context, channel)) {
    return failV3(context, 404, 'Channel not found');
  }
  return { workspace, channel };
}

export const channelIn = (context: RouteContext): ChannelAt =>
  channelBy(context, param(context, 'channel_id'));

/** The message of the path in a channel that the person sees. */
export function messageIn(context: RouteContext): ChannelAt & { readonly message: SampleMessage } {
  const message = context.world.messages.get(param(context, 'message_id'));
  if (message === null) return failV3(context, 404, 'Message not found');
  return { ...channelBy(context, message.channelId), message };
}

/** Refuses guests who may only look. */
export function mayTalk(context: RouteContext, { workspace }: ChannelAt): void {
  if (guestIn(context, workspace.id)?.viewOnly === true) {
    failV3(context, 403, 'Your role in this Workspace only lets you look.');
  }
}

export function channelAnswer({ world }: RouteContext, channel: SampleChannel) {
  const times = world.messages.of(channel.id).map(({ createdAt }) => createdAt);
  return channelWire(channel, times.length === 0 ? null : Math.max(...times));
}

export function messageAnswer(
  { world }: RouteContext,
  message: SampleMessage,
  workspaceId: string,
) {
  const replies = world.messages
    .of(message.channelId)
    .filter(({ parentId }) => parentId === message.id);
  return messageWire(message, workspaceId, replies.length);
}
