import type { SampleWebhook } from '../data/records.ts';

const idOrNull = (id: string | null): number | null => (id === null ? null : Number(id));

/** A webhook. The sample never calls one, so its health is always that of one never tried. */
export const webhookWire = (webhook: SampleWebhook) => ({
  id: webhook.id,
  userid: webhook.userId,
  team_id: Number(webhook.workspaceId),
  endpoint: webhook.endpoint,
  client_id: 'SAMPLE',
  events: webhook.events,
  task_id: webhook.taskId,
  list_id: idOrNull(webhook.listId),
  folder_id: idOrNull(webhook.folderId),
  space_id: idOrNull(webhook.spaceId),
  health: { status: webhook.status, fail_count: 0 },
  secret: webhook.secret,
});
