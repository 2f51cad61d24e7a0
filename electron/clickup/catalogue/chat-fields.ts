import {
  NUMBER,
  TEXT,
  TEXT_FORMAT,
  TIME,
  idOf,
  jsonBody,
  listOf,
  needed,
  objectOf,
  oneOf,
  optional,
} from './fields.ts';

/** The path down to a Channel. */
export const CHANNEL = [
  needed('workspace_id', idOf('workspace')),
  needed('channel_id', idOf('channel')),
] as const;

/** The path down to a message. */
export const MESSAGE = [
  needed('workspace_id', idOf('workspace')),
  needed('message_id', idOf('message')),
] as const;

/** How the text of messages is asked for. */
export const READ_FORMAT = optional(
  'content_format',
  TEXT_FORMAT,
  'How text is answered; Markdown where left out.',
);

/** Where in the Workspace a Channel stands. */
export const LOCATION = objectOf(
  needed('id', TEXT, 'The id of the Space, Folder or List.'),
  needed('type', oneOf('space', 'folder', 'list')),
);

/** Whether others find a Channel. */
export const VISIBILITY = oneOf('PUBLIC', 'PRIVATE');

/** People a message is given to, and what kind its text is; in new messages and changed ones. */
export const ASSIGNED = [
  optional('assignee', idOf('user'), 'Who shall see to it.'),
  optional('group_assignee', idOf('userGroup'), 'The group that shall see to it.'),
] as const;

/** How the text of a message is sent. */
export const WRITE_FORMAT = optional(
  'content_format',
  TEXT_FORMAT,
  'How `content` is written; Markdown where left out.',
);

const SUBTYPE = objectOf(needed('id', TEXT, 'From Get post subtypes.'));

/** A post’s title and kind, all of it. */
const POST = objectOf(needed('title', TEXT, 'Up to 255 characters.'), needed('subtype', SUBTYPE));

/** A post’s title and kind, as far as they change. */
export const POST_CHANGES = objectOf(
  optional('subtype', SUBTYPE),
  optional('title', TEXT, 'Up to 255 characters.'),
);

/** A new message in a Channel or below another. */
export const NEW_MESSAGE = jsonBody(
  ...ASSIGNED,
  optional('triaged_action', oneOf(1, 2), 'What the message was turned into or linked with.'),
  optional('triaged_object_id', TEXT, 'The id of what it became.'),
  optional('triaged_object_type', NUMBER, 'The kind of what it became.'),
  needed('type', oneOf('message', 'post'), 'A post needs `post_data`.'),
  needed('content', TEXT, 'Up to 40,000 characters.'),
  optional(
    'reactions',
    listOf(
      objectOf(
        needed('date', TIME),
        needed('reaction', TEXT, 'The emoji’s name.'),
        needed('user_id', idOf('user')),
      ),
    ),
    'Up to ten that it starts with.',
  ),
  optional('followers', listOf(idOf('user')), 'Up to ten.'),
  WRITE_FORMAT,
  optional('post_data', POST, 'For posts only.'),
);
