import type { OperationInfo } from '../../contract/operations.ts';
import {
  BY_CUSTOM_ID,
  FLAG,
  TEXT,
  TIME,
  WHOLE,
  idOf,
  jsonBody,
  listOf,
  needed,
  numberOf,
  objectOf,
  oneOf,
  optional,
} from './fields.ts';

const LABELS = listOf(
  objectOf(
    needed('name', TEXT),
    needed('tag_fg', TEXT, 'Colour of the letters, such as `#FFFFFF`.'),
    needed('tag_bg', TEXT, 'Colour behind them, such as `#BF55EC`.'),
  ),
);

const LABEL_NAMES = listOf(objectOf(needed('name', TEXT)));

const DETAILS = [
  optional('include_task_tags', FLAG, 'Adds the tags of the task.'),
  optional('include_location_names', FLAG, 'Adds names to the ids of List, Folder and Space.'),
  optional('include_approval_history', FLAG, 'Adds each step of approval with its notes.'),
  optional('include_approval_details', FLAG, 'Adds who may approve, who did, and when.'),
] as const;

export const getTimeEntriesWithinADateRange = {
  id: 'get-time-entries-within-a-date-range',
  method: 'GET',
  path: '/v2/team/{team_Id}/time_entries',
  title: 'Get time entries within a date range',
  about:
    'Lists time entries: your own of the last 30 days unless told otherwise, a running one with a negative duration.',
  tag: 'Time Tracking',
  parameters: [
    needed('team_Id', idOf('workspace')),
    optional('start_date', TIME, 'Thirty days ago where left out.'),
    optional('end_date', TIME),
    optional(
      'assignee',
      idOf('user'),
      'Others’ entries, for owners and admins; several ids with commas.',
    ),
    ...DETAILS,
    optional('space_id', idOf('space'), 'Only one of Space, Folder, List and task can be given.'),
    optional('folder_id', idOf('folder'), 'See `space_id`.'),
    optional('list_id', idOf('list'), 'See `space_id`.'),
    optional('task_id', idOf('task'), 'See `space_id`.'),
    ...BY_CUSTOM_ID,
    optional('is_billable', FLAG, 'True for billable entries alone, false for all but those.'),
  ],
} as const satisfies OperationInfo;

export const createATimeEntry = {
  id: 'create-a-time-entry',
  method: 'POST',
  path: '/v2/team/{team_Id}/time_entries',
  title: 'Create a time entry',
  about:
    'Records time already worked; with a start and an end, the duration given is not looked at.',
  tag: 'Time Tracking',
  parameters: [needed('team_Id', idOf('workspace')), ...BY_CUSTOM_ID],
  body: jsonBody(
    optional('description', TEXT),
    optional('tags', LABELS, 'How many you may use depends on the plan.'),
    needed('start', TIME),
    optional('stop', TIME, 'An older name for the end.'),
    optional('end', TIME),
    optional('billable', FLAG),
    needed('duration', WHOLE, 'Milliseconds; negative means that the timer still runs.'),
    optional('assignee', numberOf('user'), 'Somebody else, where you are an owner or admin.'),
    optional('tid', idOf('task'), 'The task; plans limit entries without one.'),
  ),
} as const satisfies OperationInfo;

export const getSingularTimeEntry = {
  id: 'get-singular-time-entry',
  method: 'GET',
  path: '/v2/team/{team_id}/time_entries/{timer_id}',
  title: 'Get singular time entry',
  about: 'Reads one time entry; a negative duration means that its timer is running.',
  tag: 'Time Tracking',
  parameters: [
    needed('team_id', idOf('workspace')),
    needed('timer_id', idOf('timeEntry')),
    ...DETAILS,
  ],
} as const satisfies OperationInfo;

/** Here both the path and the query have a `team_id`; the path's is spelled as its neighbours spell it. */
export const updateATimeEntry = {
  id: 'update-a-time-entry',
  method: 'PUT',
  path: '/v2/team/{team_Id}/time_entries/{timer_id}',
  title: 'Update a time entry',
  about:
    'Changes what is sent of a time entry and leaves the rest; a new start needs an end, and the reverse.',
  tag: 'Time Tracking',
  parameters: [
    needed('team_Id', idOf('workspace')),
    needed('timer_id', idOf('timeEntry')),
    ...BY_CUSTOM_ID,
  ],
  body: jsonBody(
    optional('description', TEXT),
    optional('tags', LABELS, 'What `tag_action` is done with.'),
    optional('tag_action', oneOf('replace', 'add', 'remove')),
    optional('start', TIME, 'Asks for an `end` too.'),
    optional('end', TIME, 'Asks for a `start` too.'),
    optional('tid', idOf('task'), 'Moves the entry to this task.'),
    optional('billable', FLAG),
    optional('duration', WHOLE, 'Milliseconds.'),
  ),
} as const satisfies OperationInfo;

export const deleteATimeEntry = {
  id: 'delete-a-time-entry',
  method: 'DELETE',
  path: '/v2/team/{team_id}/time_entries/{timer_id}',
  title: 'Delete a time entry',
  about: 'Deletes a time entry for good, or several at once.',
  tag: 'Time Tracking',
  parameters: [
    needed('team_id', idOf('workspace')),
    needed('timer_id', idOf('timeEntry'), 'One id, or several with commas between.'),
  ],
} as const satisfies OperationInfo;

export const getTimeEntryHistory = {
  id: 'get-time-entry-history',
  method: 'GET',
  path: '/v2/team/{team_id}/time_entries/{timer_id}/history',
  title: 'Get time entry history',
  about: 'Lists each change to a time entry: the field, its value before and after, who and when.',
  tag: 'Time Tracking',
  parameters: [needed('team_id', idOf('workspace')), needed('timer_id', idOf('timeEntry'))],
} as const satisfies OperationInfo;

export const getRunningTimeEntry = {
  id: 'get-running-time-entry',
  method: 'GET',
  path: '/v2/team/{team_id}/time_entries/current',
  title: 'Get running time entry',
  about:
    'Reads the timer that is running, yours unless told otherwise; `data` is null when none is.',
  tag: 'Time Tracking',
  parameters: [
    needed('team_id', idOf('workspace')),
    optional('assignee', idOf('user'), 'Whose timer; yours where left out.'),
  ],
} as const satisfies OperationInfo;

export const getAllTagsFromTimeEntries = {
  id: 'get-all-tags-from-time-entries',
  method: 'GET',
  path: '/v2/team/{team_id}/time_entries/tags',
  title: 'Get all tags from time entries',
  about: 'Lists the labels in use on time entries; they are not the tags of tasks.',
  tag: 'Time Tracking',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;

export const addTagsFromTimeEntries = {
  id: 'add-tags-from-time-entries',
  method: 'POST',
  path: '/v2/team/{team_id}/time_entries/tags',
  title: 'Add tags from time entries',
  about: 'Puts labels on time entries, and makes those that do not exist yet.',
  tag: 'Time Tracking',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(needed('time_entry_ids', listOf(idOf('timeEntry'))), needed('tags', LABELS)),
} as const satisfies OperationInfo;

export const changeTagNamesFromTimeEntries = {
  id: 'change-tag-names-from-time-entries',
  method: 'PUT',
  path: '/v2/team/{team_id}/time_entries/tags',
  title: 'Change tag names from time entries',
  about: 'Renames a label wherever it is used; both colours have to be sent even if they stay.',
  tag: 'Time Tracking',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(
    needed('name', TEXT, 'The name it has now.'),
    needed('new_name', TEXT),
    needed('tag_bg', TEXT, 'Colour behind the letters, such as `#BF55EC`.'),
    needed('tag_fg', TEXT, 'Colour of the letters, such as `#FFFFFF`.'),
  ),
} as const satisfies OperationInfo;

export const removeTagsFromTimeEntries = {
  id: 'remove-tags-from-time-entries',
  method: 'DELETE',
  path: '/v2/team/{team_id}/time_entries/tags',
  title: 'Remove tags from time entries',
  about:
    'Takes labels off time entries, named in the body although this is a DELETE; the labels live on.',
  tag: 'Time Tracking',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(needed('time_entry_ids', listOf(idOf('timeEntry'))), needed('tags', LABEL_NAMES)),
} as const satisfies OperationInfo;

export const startATimeEntry = {
  id: 'start-a-time-entry',
  method: 'POST',
  path: '/v2/team/{team_Id}/time_entries/start',
  title: 'Start a time entry',
  about: 'Starts your timer; look for one that is running first, for it may be stopped by this.',
  tag: 'Time Tracking',
  parameters: [needed('team_Id', idOf('workspace')), ...BY_CUSTOM_ID],
  body: jsonBody(
    optional('description', TEXT),
    optional('tags', LABEL_NAMES),
    optional('tid', idOf('task'), 'The task; plans limit entries without one.'),
    optional('billable', FLAG),
  ),
} as const satisfies OperationInfo;

export const stopATimeEntry = {
  id: 'stop-a-time-entry',
  method: 'POST',
  path: '/v2/team/{team_id}/time_entries/stop',
  title: 'Stop a time entry',
  about: 'Stops the timer you have running; nobody else’s can be stopped.',
  tag: 'Time Tracking',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;
