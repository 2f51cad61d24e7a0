import { badParameter, json, Refusal, refuse } from '../answer.ts';
import type { SampleWorkspace } from '../data/model.ts';
import type { SampleTimeEntry } from '../data/records.ts';
import { timeEntryWire } from '../wire/time-entry.ts';
import { taskBy, workspaceIn } from './access.ts';
import type { RouteContext } from './route.ts';
import { isAdmin, noAccessToTime } from './time-entry-access.ts';

const MONTH_MS = 30 * 24 * 60 * 60_000;

const PLACES = ['space_id', 'folder_id', 'list_id', 'task_id'] as const;

/** The entries of a span, by default one's own of the last 30 days, oldest first. */
export function listTimeEntries(context: RouteContext) {
  const { world, query, now } = context;
  const workspace = workspaceIn(context);
  const until = query.time('end_date') ?? now;
  const since = query.time('start_date') ?? until - MONTH_MS;
  const users = readUsers(context, workspace);
  const place = placeTest(context);
  const billable = query.text('is_billable') === null ? null : query.flag('is_billable');
  const details = {
    taskTags: query.flag('include_task_tags'),
    locationNames: query.flag('include_location_names'),
  };
  const entries = world.timeEntries
    .listed(workspace.id, now)
    .filter(
      (entry) =>
        users.has(entry.userId) &&
        entry.start >= since &&
        entry.start <= until &&
        (billable === null || entry.billable === billable) &&
        place(entry),
    )
    .toSorted((a, b) => a.start - b.start);
  return json({
    data: entries.map((entry) => timeEntryWire(entry, world, 'list', now, details)),
  });
}

/** Whose entries: one's own, or for admins those of the given people. */
function readUsers(context: RouteContext, workspace: SampleWorkspace): ReadonlySet<number> {
  const { userId } = context;
  const given = readAssignees(context);
  if (given === null) return new Set([userId]);
  if (given.some((id) => id !== userId) && !isAdmin(workspace, userId)) return noAccessToTime();
  return new Set(given);
}

/** Only one place can be asked for: 400 TIMEENTRY_065 is a peer's observation, as is 062. */
function placeTest(context: RouteContext): (entry: SampleTimeEntry) => boolean {
  const { world, query } = context;
  const given = PLACES.filter((name) => query.text(name) !== null);
  if (given.length > 1) {
    throw new Refusal(refuse(400, 'Only one hierarchy ID could be provided', 'TIMEENTRY_065'));
  }
  const [kind] = given;
  if (kind === undefined) return () => true;
  const wanted = query.text(kind) ?? badParameter(kind, 'an id');
  if (kind === 'task_id') {
    const { task } = taskBy(context, wanted);
    return ({ taskId }) => taskId === task.id;
  }
  if (!/^\d+$/.test(wanted)) {
    throw new Refusal(refuse(400, 'Hierarchy ID should be an integer', 'TIMEENTRY_062'));
  }
  return ({ taskId }) => {
    const placed = taskId === null ? null : world.task(taskId);
    if (placed === null) return false;
    switch (kind) {
      case 'space_id':
        return placed.space.id === wanted;
      case 'folder_id':
        return placed.list.folderId === wanted;
      case 'list_id':
        return placed.list.id === wanted;
    }
  };
}

/** Reads `assignee=1,2`; a value that is no id is 400 TIMEENTRY_007 (a peer's observation). */
function readAssignees({ query }: RouteContext): readonly number[] | null {
  const text = query.text('assignee');
  if (text === null) return null;
  return text.split(',').map((each) => {
    if (!/^\d{1,15}$/.test(each)) {
      throw new Refusal(refuse(400, 'Invalid assignee option', 'TIMEENTRY_007'));
    }
    return Number(each);
  });
}
