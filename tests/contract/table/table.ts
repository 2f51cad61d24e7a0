import { ATTACHMENTS_OPERATIONS } from './attachments.ts';
import { CHAT_OPERATIONS } from './chat.ts';
import { CHECKLISTS_OPERATIONS } from './checklists.ts';
import { COMMENTS_OPERATIONS } from './comments.ts';
import { DOCS_OPERATIONS } from './docs.ts';
import { FIELDS_OPERATIONS } from './fields.ts';
import { FOLDERS_OPERATIONS } from './folders.ts';
import { LISTS_OPERATIONS } from './lists.ts';
import { MESSAGES_OPERATIONS } from './messages.ts';
import { PEOPLE_OPERATIONS } from './people.ts';
import { RELATIONS_OPERATIONS } from './relations.ts';
import { SPACES_OPERATIONS } from './spaces.ts';
import { TAGS_OPERATIONS } from './tags.ts';
import { TASKS_OPERATIONS } from './tasks.ts';
import { TIME_ENTRIES_OPERATIONS } from './time-entries.ts';
import { TIME_LABELS_OPERATIONS } from './time-labels.ts';
import { TIMER_OPERATIONS } from './timer.ts';
import { VIEWS_OPERATIONS } from './views.ts';
import { WEBHOOKS_OPERATIONS } from './webhooks.ts';
import type { Operation } from './operation.ts';

/** ClickUp's API, as far as the mock server models it: facts in our own words. */
export const OPERATIONS: readonly Operation[] = [
  ...ATTACHMENTS_OPERATIONS,
  ...CHAT_OPERATIONS,
  ...CHECKLISTS_OPERATIONS,
  ...COMMENTS_OPERATIONS,
  ...DOCS_OPERATIONS,
  ...FIELDS_OPERATIONS,
  ...FOLDERS_OPERATIONS,
  ...LISTS_OPERATIONS,
  ...MESSAGES_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...RELATIONS_OPERATIONS,
  ...SPACES_OPERATIONS,
  ...TAGS_OPERATIONS,
  ...TASKS_OPERATIONS,
  ...TIME_ENTRIES_OPERATIONS,
  ...TIME_LABELS_OPERATIONS,
  ...TIMER_OPERATIONS,
  ...VIEWS_OPERATIONS,
  ...WEBHOOKS_OPERATIONS,
];
