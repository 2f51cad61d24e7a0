import { json, Refusal, refuse } from '../answer.ts';
import type { SampleWebhook } from '../data/records.ts';
import { webhookWire } from '../wire/webhook.ts';
import {
  folderBy,
  listBy,
  mayOrganise,
  notFound,
  outOfReach,
  param,
  spaceBy,
  taskNamed,
  workspaceIn,
} from './access.ts';
import { badField, readBody, type Body } from './body.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';

const WHAT = {
  task: 'Created Updated Deleted PriorityUpdated StatusUpdated AssigneeUpdated DueDateUpdated TagUpdated Moved CommentPosted CommentUpdated TimeEstimateUpdated TimeTrackedUpdated',
  list: 'Created Updated Deleted',
  folder: 'Created Updated Deleted',
  space: 'Created Updated Deleted',
  goal: 'Created Updated Deleted',
  keyResult: 'Created Updated Deleted',
} as const;

const EVENTS = Object.entries(WHAT).flatMap(([of, changes]) =>
  changes.split(' ').map((change) => `${of}${change}`),
);

/** Webhooks, which are kept and never called. People see those they made themselves. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  get('/v2/team/{team_id}/webhook', (context) => {
    const { world, userId, now } = context;
    const webhooks = world.webhooks
      .listed(workspaceIn(context).id, now)
      .filter((webhook) => webhook.userId === userId);
    return json({ webhooks: webhooks.map(webhookWire) });
  }),
  post('/v2/team/{team_id}/webhook', create),
  put('/v2/webhook/{webhook_id}', update),
  del('/v2/webhook/{webhook_id}', (context) => {
    context.world.webhooks.remove(webhookIn(context).id, context);
    return json({});
  }),
];

function webhookIn(context: RouteContext): SampleWebhook {
  const { world, workspaces, userId } = context;
  const webhook = world.webhooks.get(param(context, 'webhook_id'));
  const reached = workspaces.some(({ id }) => id === webhook?.workspaceId);
  return webhook !== null && reached && webhook.userId === userId ? webhook : notFound('Webhook');
}

function readEndpoint(body: Body): string {
  const endpoint = body.text('endpoint') ?? '';
  return /^https?:\/\/[^\s/]+\S*$/i.test(endpoint)
    ? endpoint
    : badField('endpoint', 'a web address');
}

/** The names of events, `*` for all. A change may name them as one text, as the specification says. */
function readEvents(body: Body): readonly string[] {
  const given = body.raw('events');
  const names = typeof given === 'string' ? given.split(',') : (body.texts('events') ?? []);
  if (names.includes('*')) return EVENTS;
  if (names.length === 0 || !names.every((name) => EVENTS.includes(name))) {
    return badField('events', 'names of events, or *');
  }
  return [...new Set(names)];
}

/** What it is about; the narrowest place of those given decides in ClickUp, and all are kept. */
function readPlace(context: RouteContext, body: Body, workspaceId: string) {
  const idOf = (name: string): string | null => {
    const id = body.integerOrNull(name);
    return id === undefined || id === null ? null : String(id);
  };
  const place = {
    spaceId: idOf('space_id'),
    folderId: idOf('folder_id'),
    listId: idOf('list_id'),
    taskId: body.textOrNull('task_id') ?? null,
  };
  if (place.spaceId !== null) spaceBy(context, place.spaceId);
  if (place.folderId !== null) folderBy(context, place.folderId);
  if (place.listId !== null) listBy(context, place.listId);
  if (place.taskId !== null && taskNamed(context, place.taskId).workspaceId !== workspaceId) {
    outOfReach();
  }
  return place;
}

/** 400 OAUTH_171 where the same address is already told of the same place (documented). */
function create(context: RouteContext) {
  const { world, userId } = context;
  const workspace = workspaceIn(context);
  mayOrganise(context, workspace.id);
  const body = readBody(context.body);
  const endpoint = readEndpoint(body);
  const events = readEvents(body);
  const place = readPlace(context, body, workspace.id);
  const same = world.webhooks
    .of(workspace.id)
    .some(
      (webhook) =>
        webhook.endpoint === endpoint &&
        webhook.spaceId === place.spaceId &&
        webhook.folderId === place.folderId &&
        webhook.listId === place.listId &&
        webhook.taskId === place.taskId,
    );
  if (same) {
    throw new Refusal(refuse(400, 'Webhook configuration already exists', 'OAUTH_171'));
  }
  const id = world.ids.uuid();
  const webhook = world.webhooks.put(
    {
      id,
      workspaceId: workspace.id,
      userId,
      endpoint,
      events,
      ...place,
      status: 'active',
      secret: `SAMPLE${id.replaceAll('-', '').toUpperCase()}`,
    },
    context,
  );
  return json({ id, webhook: webhookWire(webhook) });
}

function update(context: RouteContext) {
  const before = webhookIn(context);
  const body = readBody(context.body);
  const webhook = context.world.webhooks.put(
    {
      ...before,
      endpoint: body.has('endpoint') ? readEndpoint(body) : before.endpoint,
      events: body.has('events') ? readEvents(body) : before.events,
      status: body.text('status') ?? before.status,
    },
    context,
  );
  return json({ id: webhook.id, webhook: webhookWire(webhook) });
}
