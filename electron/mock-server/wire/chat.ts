import type { SamplePerson } from '../data/model.ts';
import type { SampleChannel, SampleMessage } from '../data/records.ts';

/** A chat channel. In API v3 people's ids are texts and times of channels ISO 8601. */
export const channelWire = (channel: SampleChannel, latest: number | null) => ({
  id: channel.id,
  name: channel.name,
  description: channel.description,
  topic: channel.topic,
  type: channel.kind,
  visibility: channel.private ? 'PRIVATE' : 'PUBLIC',
  parent: { id: channel.workspaceId, type: 7 },
  creator: String(channel.creatorId),
  created_at: new Date(channel.createdAt).toISOString(),
  updated_at: new Date(channel.updatedAt).toISOString(),
  workspace_id: channel.workspaceId,
  archived: false,
  ...(latest === null ? {} : { latest_comment_at: new Date(latest).toISOString() }),
  is_canonical_channel: false,
  is_hidden: false,
  links: {
    members: `/api/v3/workspaces/${channel.workspaceId}/chat/channels/${channel.id}/members`,
    followers: `/api/v3/workspaces/${channel.workspaceId}/chat/channels/${channel.id}/followers`,
  },
});

/** A message; replies name their `parent_message` and have no replies of their own. */
export function messageWire(message: SampleMessage, workspaceId: string, replies: number) {
  const path = `/api/v3/workspaces/${workspaceId}/chat/messages/${message.id}`;
  const links = { reactions: `${path}/reactions`, tagged_users: `${path}/tagged_users` };
  return {
    id: message.id,
    type: 'message',
    content: message.content,
    date: message.createdAt,
    ...(message.updatedAt === message.createdAt ? {} : { date_updated: message.updatedAt }),
    user_id: String(message.userId),
    parent_channel: message.channelId,
    resolved: message.resolved,
    ...(message.parentId === null
      ? { links: { ...links, replies: `${path}/replies` }, replies_count: replies }
      : { parent_message: message.parentId, links }),
  };
}

/** Someone in a channel; whoever never accepted an invitation has no name. */
export const chatPersonWire = ({ id, name, email, initials }: SamplePerson) => ({
  id: String(id),
  email,
  ...(name === null ? {} : { name, username: name }),
  ...(initials === null ? {} : { initials }),
});
