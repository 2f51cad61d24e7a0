import { ATTACHMENT_ROUTES } from './attachments.ts';
import { CHANNEL_ROUTES } from './channels.ts';
import { CHECKLIST_ROUTES } from './checklists.ts';
import { COMMENT_ROUTES } from './comments.ts';
import { DOC_ROUTES } from './docs.ts';
import { FIELD_ROUTES } from './fields.ts';
import { FOLDER_ROUTES } from './folders.ts';
import { LIST_ROUTES } from './lists.ts';
import { MESSAGE_ROUTES } from './messages.ts';
import { PEOPLE_ROUTES } from './people.ts';
import { RELATION_ROUTES } from './relations.ts';
import type { Route } from './route.ts';
import { SPACE_ROUTES } from './spaces.ts';
import { TAG_ROUTES } from './tags.ts';
import { TASK_TIME_ROUTES } from './task-time.ts';
import { TASK_ROUTES } from './tasks.ts';
import { TIME_ENTRY_ROUTES } from './time-entries.ts';
import { TIME_TAG_ROUTES } from './time-entry-tags.ts';
import { VIEW_ROUTES } from './views.ts';
import { WEBHOOK_ROUTES } from './webhooks.ts';

/** Every operation that the sample answers. */
export const ROUTES: readonly Route[] = [
  ...PEOPLE_ROUTES,
  ...SPACE_ROUTES,
  ...FOLDER_ROUTES,
  ...LIST_ROUTES,
  ...TASK_ROUTES,
  ...ATTACHMENT_ROUTES,
  ...COMMENT_ROUTES,
  ...TAG_ROUTES,
  ...FIELD_ROUTES,
  ...CHECKLIST_ROUTES,
  ...RELATION_ROUTES,
  ...TIME_ENTRY_ROUTES,
  ...TIME_TAG_ROUTES,
  ...TASK_TIME_ROUTES,
  ...WEBHOOK_ROUTES,
  ...VIEW_ROUTES,
  ...CHANNEL_ROUTES,
  ...MESSAGE_ROUTES,
  ...DOC_ROUTES,
];
