import { FLAG, TEXT, nullable, oneOf, optional } from './fields.ts';

/**
 * What a new Folder or List takes over from its template. The one option that the two declare
 * differently, `time_estimate`, is theirs to add.
 */
export const TEMPLATE_OPTIONS = [
  optional(
    'return_immediately',
    FLAG,
    'True, as where left out, answers before all is copied; false waits for it.',
  ),
  optional('content', TEXT, 'Description of the List.'),
  optional('automation', FLAG, 'Takes over automations.'),
  optional('include_views', FLAG, 'Takes over views.'),
  optional('old_due_date', FLAG, 'Takes over due dates.'),
  optional('old_start_date', FLAG, 'Takes over start dates.'),
  optional('old_followers', FLAG, 'Takes over watchers.'),
  optional('comment_attachments', FLAG, 'Takes over the files in comments.'),
  optional('recur_settings', FLAG, 'Takes over how tasks recur.'),
  optional('old_tags', FLAG, 'Takes over tags.'),
  optional('old_statuses', FLAG, 'Takes over which statuses there are.'),
  optional('subtasks', FLAG, 'Takes over subtasks.'),
  optional('custom_type', FLAG, 'Takes over task types.'),
  optional('old_assignees', FLAG, 'Takes over assignees.'),
  optional('attachments', FLAG, 'Takes over attachments.'),
  optional('comment', FLAG, 'Takes over comments.'),
  optional('old_status', FLAG, 'Takes over the status each task is in.'),
  optional('external_dependencies', FLAG, 'Takes over dependencies on tasks elsewhere.'),
  optional('internal_dependencies', FLAG, 'Takes over dependencies among the tasks copied.'),
  optional('priority', FLAG, 'Takes over priorities.'),
  optional('custom_fields', FLAG, 'Takes over Custom Fields.'),
  optional('old_checklists', FLAG, 'Takes over checklists.'),
  optional('relationships', FLAG, 'Takes over relationships between tasks.'),
  optional('old_subtask_assignees', FLAG, 'Takes over the assignees of subtasks.'),
  optional('start_date', TEXT, 'A date such as `2030-01-31T09:00:00Z` to which dates are moved.'),
  optional('due_date', TEXT, 'A date such as `2030-01-31T17:00:00Z` to which dates are moved.'),
  optional('remap_start_date', FLAG, 'Moves start dates too.'),
  optional('skip_weekends', FLAG, 'Lets no moved date fall on a weekend.'),
  nullable(optional('archived', oneOf(1, 2), 'What of the archived tasks is taken over.')),
] as const;
