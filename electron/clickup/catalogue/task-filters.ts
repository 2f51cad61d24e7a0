import { ANYTHING, FLAG, TIME, WHOLE, oneOf, optional } from './fields.ts';

/** Which page of tasks is read, and in which order. */
export const TASK_ORDER = [
  optional('page', WHOLE, 'From 0, with 100 tasks on each.'),
  optional(
    'order_by',
    oneOf('id', 'created', 'updated', 'due_date'),
    'By when they were created, where left out.',
  ),
  optional('reverse', FLAG, 'True turns the order round.'),
  optional('subtasks', FLAG, 'Adds subtasks, which are otherwise left out.'),
] as const;

/** Between which times tasks are due, were created, changed or done. */
export const TASK_TIMES = [
  optional('due_date_gt', TIME, 'Due after this time.'),
  optional('due_date_lt', TIME, 'Due before this time.'),
  optional('date_created_gt', TIME, 'Created after this time.'),
  optional('date_created_lt', TIME, 'Created before this time.'),
  optional('date_updated_gt', TIME, 'Changed after this time.'),
  optional('date_updated_lt', TIME, 'Changed before this time.'),
  optional('date_done_gt', TIME, 'Done after this time.'),
  optional('date_done_lt', TIME, 'Done before this time.'),
] as const;

export const INCLUDE_CLOSED = optional(
  'include_closed',
  FLAG,
  'Adds closed tasks, which are otherwise left out.',
);

export const IN_MARKDOWN = optional(
  'include_markdown_description',
  FLAG,
  'Adds descriptions as Markdown.',
);

/** Unlike other lists in a query, this one is sent once, as JSON. */
export const BY_CUSTOM_FIELDS = optional(
  'custom_fields',
  ANYTHING,
  'JSON such as `[{"field_id": "…", "operator": "=", "value": "…"}]`; one entry a condition.',
);
