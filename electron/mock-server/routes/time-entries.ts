import { json, Refusal, refuse } from '../answer.ts';
import type { SampleTimeChange, SampleTimeEntry } from '../data/records.ts';
import { timeEntryWire } from '../wire/time-entry.ts';
import { workspaceIn } from './access.ts';
import { badField, readBody, type Body } from './body.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';
import { peopleOf } from './task-fields.ts';
import { isAdmin, noAccessToTime, readTags, readTask, timeEntryIn } from './time-entry-access.ts';
import { listTimeEntries } from './time-entry-list.ts';

const PATH = '/v2/team/{team_id}/time_entries';

/** Time entries and the timer, which is one entry a person that has no end yet. */
export const TIME_ENTRY_ROUTES: readonly Route[] = [
  get(PATH, listTimeEntries),
  post(PATH, create),
  post(`${PATH}/start`, start),
  post(`${PATH}/stop`, stop),
  get(`${PATH}/current`, current),
  get(`${PATH}/{timer_id}`, (context) => {
    const { world, query, now } = context;
    const details = {
      taskTags: query.flag('include_task_tags'),
      locationNames: query.flag('include_location_names'),
    };
    return json({ data: timeEntryWire(timeEntryIn(context), world, 'one', now, details) });
  }),
  put(`${PATH}/{timer_id}`, update),
  del(`${PATH}/{timer_id}`, (context) => {
    const entry = timeEntryIn(context);
    const { world, now } = context;
    const wire = timeEntryWire(entry, world, 'action', now);
    world.timeEntries.remove(entry.id, context);
    return json({ data: wire });
  }),
  get(`${PATH}/{timer_id}/history`, (context) =>
    json({
      data: timeEntryIn(context).history.map(({ id, field, before, after, at, userId }) => ({
        id,
        field,
        before,
        after,
        date: String(at),
        user: context.world.person(userId)?.id ?? null,
      })),
    }),
  ),
];

const runningOf = ({ world }: RouteContext, workspaceId: string, userId: number) =>
  world.timeEntries
    .of(workspaceId)
    .find((entry) => entry.userId === userId && entry.end === null) ?? null;

/** Ends what runs, at the earliest when it began. */
function end(context: RouteContext, entry: SampleTimeEntry): SampleTimeEntry {
  const { now } = context;
  return context.world.timeEntries.put(
    { ...entry, end: Math.max(entry.start, now), at: now },
    context,
  );
}

/** Starts a timer of one's own. One that already runs stops (a peer saw ClickUp do so). */
function start(context: RouteContext) {
  const { world, userId, now } = context;
  const workspace = workspaceIn(context);
  const body = readBody(context.body);
  const taskId = readTask(context, body, workspace, null);
  const draft: Omit<SampleTimeEntry, 'id'> = {
    workspaceId: workspace.id,
    taskId,
    userId,
    start: now,
    end: null,
    description: body.text('description') ?? '',
    billable: body.flag('billable') ?? false,
    tags: readTags(context, body, workspace.id) ?? [],
    at: now,
    history: [],
  };
  const running = runningOf(context, workspace.id, userId);
  if (running !== null) end(context, running);
  const entry = world.timeEntries.put({ ...draft, id: world.ids.timeEntry() }, context);
  return json({ data: timeEntryWire(entry, world, 'action', now) });
}

/** Stops the timer. What ClickUp says where none runs is not known. */
function stop(context: RouteContext) {
  const { world, userId, now } = context;
  const running = runningOf(context, workspaceIn(context).id, userId);
  if (running === null) return refuse(400, 'No timer is running', 'SAMPLE_400');
  return json({ data: timeEntryWire(end(context, running), world, 'action', now) });
}

/** The running timer, one's own or for admins another's; `data` is null where none runs. */
function current(context: RouteContext) {
  const { world, query, userId, now } = context;
  const workspace = workspaceIn(context);
  const assignee = query.count('assignee') ?? userId;
  if (assignee !== userId && !isAdmin(workspace, userId)) noAccessToTime();
  const running = runningOf(context, workspace.id, assignee);
  return json({ data: running === null ? null : timeEntryWire(running, world, 'current', now) });
}

const isNegative = (duration: number | undefined): boolean =>
  duration !== undefined && duration < 0;

/**
 * Makes an entry from a start and an end or a duration; a negative duration makes it the running timer.
 * The answer has the fields the specification declares, and the entry in `data`, which peers read.
 */
function create(context: RouteContext) {
  const { world, userId, now } = context;
  const workspace = workspaceIn(context);
  const body = readBody(context.body);
  const from = body.timeOrNull('start') ?? badField('start', 'a time in Unix milliseconds');
  const duration = body.integer('duration');
  const assignee = body.integerOrNull('assignee') ?? userId;
  peopleOf(context, workspace.id, [assignee], 'assignee');
  if (assignee !== userId && !isAdmin(workspace, userId)) noAccessToTime();
  const to = isNegative(duration) ? null : readEnd(body, from, duration);
  const draft: Omit<SampleTimeEntry, 'id'> = {
    workspaceId: workspace.id,
    taskId: readTask(context, body, workspace, null),
    userId: assignee,
    start: from,
    end: to,
    description: body.text('description') ?? '',
    billable: body.flag('billable') ?? false,
    tags: readTags(context, body, workspace.id) ?? [],
    at: now,
    history: [],
  };
  const running = to === null ? runningOf(context, workspace.id, assignee) : null;
  if (running !== null) end(context, running);
  const entry = world.timeEntries.put({ ...draft, id: world.ids.timeEntry() }, context);
  const wire = timeEntryWire(entry, world, 'action', now);
  const { description, tags, billable } = wire;
  return json({
    data: wire,
    description,
    tags,
    start: from,
    billable,
    duration: wire.duration,
    assignee,
    tid: entry.taskId,
  });
}

function readEnd(body: Body, from: number, duration: number | undefined): number {
  const given = body.timeOrNull('stop') ?? body.timeOrNull('end') ?? null;
  const to = given ?? (duration === undefined ? null : from + duration);
  if (to === null) return badField('duration', 'given, or else end');
  return to < from ? badField('end', 'after start') : to;
}

/** How tags of the body change those of an entry: added, removed, or put in their place. */
function readTagChange(context: RouteContext, body: Body, entry: SampleTimeEntry) {
  const tags = readTags(context, body, entry.workspaceId);
  const action = body.text('tag_action') ?? 'replace';
  if (tags === undefined) return entry.tags;
  const names = new Set(tags.map(({ name }) => name));
  const others = entry.tags.filter(({ name }) => !names.has(name));
  switch (action) {
    case 'add':
      return [...others, ...tags];
    case 'remove':
      return others;
    case 'replace':
      return tags;
    default:
      return badField('tag_action', 'add, remove or replace');
  }
}

/** Changes an entry and keeps in its history what was. */
function update(context: RouteContext) {
  const { world, now } = context;
  const entry = timeEntryIn(context);
  const workspace = workspaceIn(context);
  const body = readBody(context.body);
  const from = body.timeOrNull('start') ?? entry.start;
  const duration = body.integer('duration');
  const to =
    body.timeOrNull('end') ??
    (duration !== undefined && duration >= 0
      ? from + duration
      : entry.end === null
        ? null
        : Math.max(entry.end, from));
  if (to !== null && to < from) {
    throw new Refusal(refuse(400, 'A time entry ends after it starts', 'SAMPLE_400'));
  }
  const changed: SampleTimeEntry = {
    ...entry,
    taskId: readTask(context, body, workspace, entry.taskId),
    start: from,
    end: to,
    description: body.text('description') ?? entry.description,
    billable: body.flag('billable') ?? entry.billable,
    tags: readTagChange(context, body, entry),
    at: now,
  };
  const history = [...entry.history, ...changes(context, entry, changed)];
  const kept = world.timeEntries.put({ ...changed, history }, context);
  return json({ data: timeEntryWire(kept, world, 'action', now) });
}

const WATCHED = ['taskId', 'start', 'end', 'description', 'billable'] as const;

function changes(
  { world, userId, now }: RouteContext,
  before: SampleTimeEntry,
  after: SampleTimeEntry,
): readonly SampleTimeChange[] {
  const text = (value: string | number | boolean | null): string | null =>
    value === null ? null : String(value);
  return WATCHED.filter((name) => before[name] !== after[name]).map((name) => ({
    id: world.ids.uuid(),
    field: name === 'taskId' ? 'tid' : name,
    before: text(before[name]),
    after: text(after[name]),
    at: now,
    userId,
  }));
}
