import type { Fields } from '../../shape.ts';

/** A channel. */
export const CHANNEL = {
  id: 'string',
  name: 'string',
  description: 'string',
  topic: 'string',
  type: 'string',
  visibility: 'string',
  parent: {
    id: 'string',
    type: 'number',
  },
  creator: 'string',
  created_at: 'string',
  updated_at: 'string',
  workspace_id: 'string',
  archived: 'boolean',
  is_canonical_channel: 'boolean',
  is_hidden: 'boolean',
  links: {
    members: 'string',
    followers: 'string',
  },
} as const satisfies Fields;

/** A person in a channel. */
export const CHAT_MEMBER = {
  id: 'string',
  email: 'string',
  name: 'string',
  username: 'string',
  initials: 'string',
} as const satisfies Fields;

/** What a message and a reply share. */
const WRITTEN = {
  id: 'string',
  type: 'string',
  content: 'string',
  date: 'number',
  user_id: 'string',
  parent_channel: 'string',
  resolved: 'boolean',
} as const satisfies Fields;

/** A message. */
export const MESSAGE = {
  ...WRITTEN,
  links: { reactions: 'string', tagged_users: 'string', replies: 'string' },
  replies_count: 'number',
} as const satisfies Fields;

/** A reply, which has no replies of its own. */
export const REPLY = {
  ...WRITTEN,
  links: { reactions: 'string', tagged_users: 'string' },
  parent_message: 'string',
} as const satisfies Fields;

/** A message or a reply to be written. */
export const NEW_MESSAGE = {
  type: 'string',
  content: 'string',
  'content_format?': 'string',
  'assignee?': 'string',
  'group_assignee?': 'string',
  'triaged_action?': 'number',
  'triaged_object_id?': 'string',
  'triaged_object_type?': 'number',
  'reactions?': [{ date: 'number', reaction: 'string', user_id: 'string' }],
  'followers?': ['string'],
  'post_data?': { title: 'string', subtype: { id: 'string' } },
} as const satisfies Fields;
