import { Refusal, refuse } from '../answer.ts';
import type { SampleWorkspace } from '../data/model.ts';
import type { SampleTimeEntry, SampleTimeTag } from '../data/records.ts';
import { colorOfTag } from '../data/tags.ts';
import { notFound, param, taskBy, taskNamed, workspaceIn } from './access.ts';
import { badField, readBody, type Body } from './body.ts';
import type { RouteContext } from './route.ts';

/** Only the owner and the admins deal with other people's time. ClickUp's ECODE for others is a peer's. */
export function noAccessToTime(): never {
  throw new Refusal(refuse(403, 'You have no access', 'TIMEENTRY_059'));
}

export const isAdmin = ({ adminIds }: SampleWorkspace, userId: number): boolean =>
  adminIds.includes(userId);

/** The entry of the path: one's own, or for admins anyone's. */
export function timeEntryIn(context: RouteContext): SampleTimeEntry {
  const workspace = workspaceIn(context);
  const entry = context.world.timeEntries.get(param(context, 'timer_id'));
  if (entry === null || entry.workspaceId !== workspace.id) return notFound('Time entry');
  const own = entry.userId === context.userId || isAdmin(workspace, context.userId);
  return own ? entry : noAccessToTime();
}

/**
 * The task a body names by `tid`; null for none. How many entries may do without one depends on the
 * plan: unlimited from Business Plus on. The refusal's sentence and code are ours.
 */
export function readTask(
  context: RouteContext,
  body: Body,
  workspace: SampleWorkspace,
  before: string | null,
): string | null {
  const tid = body.textOrNull('tid');
  if (tid === undefined && before !== null) return before;
  if (tid !== undefined && tid !== null && tid !== '') {
    const custom = context.query.flag('custom_task_ids');
    const placed = custom ? taskBy(context, tid) : taskNamed(context, tid);
    return placed.workspaceId === workspace.id
      ? placed.task.id
      : badField('tid', 'a task of the same Workspace');
  }
  const most = workspace.plan.timeWithoutTask;
  const used = context.world.timeEntries
    .of(workspace.id)
    .filter(({ taskId }) => taskId === null).length;
  if (most !== null && used >= most) {
    const sentence = `The plan ${workspace.plan.name} allows no more time entries without a task.`;
    throw new Refusal(refuse(403, sentence, 'SAMPLE_403'));
  }
  return null;
}

/** Tags as `[{name, tag_fg, tag_bg}]`; a name the Workspace knows keeps its colours. */
export function readTags(
  { world, userId }: RouteContext,
  body: Body,
  workspaceId: string,
): readonly SampleTimeTag[] | undefined {
  const known = tagsOfWorkspace(world.timeEntries.of(workspaceId));
  const tags = body.list('tags')?.map((each): SampleTimeTag => {
    const given = readBody(typeof each === 'string' ? { name: each } : each);
    const name = given.text('name')?.trim() ?? '';
    if (name === '') return badField('tags', 'objects with a name');
    return {
      name,
      foreground: given.text('tag_fg') ?? known.get(name)?.foreground ?? '#ffffff',
      background: given.text('tag_bg') ?? known.get(name)?.background ?? colorOfTag(name),
      creatorId: known.get(name)?.creatorId ?? userId,
    };
  });
  return tags === undefined ? undefined : [...new Map(tags.map((tag) => [tag.name, tag])).values()];
}

/** Every tag that entries wear, by name. */
export const tagsOfWorkspace = (
  entries: readonly SampleTimeEntry[],
): ReadonlyMap<string, SampleTimeTag> =>
  new Map(entries.flatMap(({ tags }) => tags.map((tag) => [tag.name, tag] as const)));
