import type { OperationInfo } from '../../contract/operations.ts';
import { TEXT, idOf, jsonBody, listOf, needed, numberOf, oneOf, optional } from './fields.ts';

const EVENT = oneOf(
  '*',
  'taskCreated',
  'taskUpdated',
  'taskDeleted',
  'taskPriorityUpdated',
  'taskStatusUpdated',
  'taskAssigneeUpdated',
  'taskDueDateUpdated',
  'taskTagUpdated',
  'taskMoved',
  'taskCommentPosted',
  'taskCommentUpdated',
  'taskTimeEstimateUpdated',
  'taskTimeTrackedUpdated',
  'listCreated',
  'listUpdated',
  'listDeleted',
  'folderCreated',
  'folderUpdated',
  'folderDeleted',
  'spaceCreated',
  'spaceUpdated',
  'spaceDeleted',
  'goalCreated',
  'goalUpdated',
  'goalDeleted',
  'keyResultCreated',
  'keyResultUpdated',
  'keyResultDeleted',
);

const ENDPOINT = needed('endpoint', TEXT, 'The URL ClickUp sends events to; it must be public.');

export const getWebhooks = {
  id: 'get-webhooks',
  method: 'GET',
  path: '/v2/team/{team_id}/webhook',
  title: 'Get webhooks',
  about: 'Lists the webhooks you made through the API; those of others stay unseen.',
  tag: 'Webhooks',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;

export const createWebhook = {
  id: 'create-webhook',
  method: 'POST',
  path: '/v2/team/{team_id}/webhook',
  title: 'Create webhook',
  about: 'Has ClickUp call a URL of yours on events; the answer holds the secret that signs them.',
  tag: 'Webhooks',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(
    ENDPOINT,
    needed('events', listOf(EVENT), '`*` stands for all.'),
    optional('space_id', numberOf('space'), 'Only what happens in this Space.'),
    optional('folder_id', numberOf('folder'), 'Only what happens in this Folder.'),
    optional('list_id', numberOf('list'), 'Only what happens in this List.'),
    optional('task_id', idOf('task'), 'Only what happens to this task.'),
  ),
} as const satisfies OperationInfo;

export const updateWebhook = {
  id: 'update-webhook',
  method: 'PUT',
  path: '/v2/webhook/{webhook_id}',
  title: 'Update webhook',
  about:
    'Changes URL, events and state of a webhook; all three are sent, and its place cannot change.',
  tag: 'Webhooks',
  parameters: [needed('webhook_id', idOf('webhook'))],
  body: jsonBody(
    ENDPOINT,
    needed('events', EVENT, '`*` stands for all. Here one text, not a list.'),
    needed('status', TEXT, '`active` wakes a webhook that was suspended.'),
  ),
} as const satisfies OperationInfo;

export const deleteWebhook = {
  id: 'delete-webhook',
  method: 'DELETE',
  path: '/v2/webhook/{webhook_id}',
  title: 'Delete webhook',
  about: 'Deletes a webhook for good; ClickUp stops calling its URL.',
  tag: 'Webhooks',
  parameters: [needed('webhook_id', idOf('webhook'))],
} as const satisfies OperationInfo;
