import { json } from '../answer.ts';
import type { SampleTimeEntry, SampleTimeTag } from '../data/records.ts';
import { timeTagWire } from '../wire/time-entry.ts';
import { notFound, workspaceIn } from './access.ts';
import { badField, readBody } from './body.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';
import { isAdmin, noAccessToTime, readTags, tagsOfWorkspace } from './time-entry-access.ts';

const PATH = '/v2/team/{team_id}/time_entries/tags';

/** Tags of time entries: they live on entries only, and are gone when no entry wears them. */
export const TIME_TAG_ROUTES: readonly Route[] = [
  get(PATH, (context) => {
    const { world, now } = context;
    const entries = world.timeEntries.listed(workspaceIn(context).id, now);
    return json({ data: [...tagsOfWorkspace(entries).values()].map(timeTagWire) });
  }),
  post(PATH, (context) =>
    retag(context, (before, tags) => [
      ...before.filter(({ name }) => !tags.some((tag) => tag.name === name)),
      ...tags,
    ]),
  ),
  del(PATH, (context) =>
    retag(context, (before, tags) =>
      before.filter(({ name }) => !tags.some((tag) => tag.name === name)),
    ),
  ),
  put(PATH, rename),
];

/** Changes the tags of the entries that a body names; of none where one of them is out of reach. */
function retag(
  context: RouteContext,
  change: (
    before: readonly SampleTimeTag[],
    tags: readonly SampleTimeTag[],
  ) => readonly SampleTimeTag[],
) {
  const { world, userId, now } = context;
  const workspace = workspaceIn(context);
  const body = readBody(context.body);
  const tags = readTags(context, body, workspace.id) ?? badField('tags', 'an array');
  const ids = body.texts('time_entry_ids') ?? badField('time_entry_ids', 'an array');
  const entries = [...new Set(ids)].map((id): SampleTimeEntry => {
    const entry = world.timeEntries.get(id);
    if (entry === null || entry.workspaceId !== workspace.id) return notFound('Time entry');
    return entry.userId === userId || isAdmin(workspace, userId) ? entry : noAccessToTime();
  });
  for (const entry of entries) {
    world.timeEntries.put({ ...entry, tags: change(entry.tags, tags), at: now }, context);
  }
  return json({});
}

/** Gives a tag another name and other colours on every entry of the Workspace. */
function rename(context: RouteContext) {
  const { world } = context;
  const workspace = workspaceIn(context);
  const body = readBody(context.body);
  const entries = world.timeEntries.of(workspace.id);
  const before =
    tagsOfWorkspace(entries).get(body.text('name') ?? '') ?? notFound('Time entry tag');
  const name = body.text('new_name')?.trim() ?? '';
  if (name === '') badField('new_name', 'text');
  const tag: SampleTimeTag = {
    name,
    foreground: body.text('tag_fg') ?? before.foreground,
    background: body.text('tag_bg') ?? before.background,
    creatorId: before.creatorId,
  };
  for (const entry of entries) {
    if (!entry.tags.some((each) => each.name === before.name)) continue;
    const others = entry.tags.filter((each) => each.name !== before.name && each.name !== name);
    world.timeEntries.put({ ...entry, tags: [...others, tag] }, context);
  }
  return json({});
}
