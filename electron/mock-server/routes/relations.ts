import { badParameter, json } from '../answer.ts';
import type { SampleRelation } from '../data/records.ts';
import { taskWire } from '../wire/task.ts';
import { editableTask, outOfReach, param, taskNamed } from './access.ts';
import { badField, readBody } from './body.ts';
import { del, post, type Route, type RouteContext } from './route.ts';

/** Dependencies and links between tasks. */
export const RELATION_ROUTES: readonly Route[] = [
  post('/v2/task/{task_id}/dependency', (context) => {
    const { task } = editableTask(context);
    const body = readBody(context.body);
    const [waiting, other] = ends(
      task.id,
      body.text('depends_on') ?? null,
      body.text('dependency_of') ?? null,
      () => badField('depends_on', 'given, or else dependency_of'),
    );
    checkOther(context, task.id, waiting === task.id ? other : waiting);
    if (waits(context, other, waiting)) {
      badField('depends_on', 'a task that does not itself wait for this one');
    }
    putRelation(context, 'dependency', waiting, other);
    return json({});
  }),
  del('/v2/task/{task_id}/dependency', (context) => {
    const { task } = editableTask(context);
    const { query } = context;
    const [waiting, other] = ends(
      task.id,
      query.text('depends_on'),
      query.text('dependency_of'),
      () => badParameter('depends_on', 'given, or else dependency_of'),
    );
    context.world.relations.remove(`dependency ${waiting} ${other}`, context);
    return json({});
  }),
  post('/v2/task/{task_id}/link/{links_to}', (context) => {
    const { task } = editableTask(context);
    const other = param(context, 'links_to');
    checkOther(context, task.id, other);
    putRelation(context, 'link', task.id, other);
    return linked(context);
  }),
  del('/v2/task/{task_id}/link/{links_to}', (context) => {
    const { task } = editableTask(context);
    const other = param(context, 'links_to');
    context.world.relations.remove(linkId(task.id, other), context);
    return linked(context);
  }),
];

/** A link has no direction, so that its id is the same from both sides. */
const linkId = (a: string, b: string): string => `link ${[a, b].toSorted().join(' ')}`;

/** Relates two tasks; once related they stay as they are. */
export function putRelation(
  { world, userId, now, visibleFrom }: RouteContext,
  kind: SampleRelation['kind'],
  taskId: string,
  otherId: string,
): void {
  const id = kind === 'link' ? linkId(taskId, otherId) : `dependency ${taskId} ${otherId}`;
  if (world.relations.get(id) !== null) return;
  world.relations.put({ id, kind, taskId, otherId, userId, createdAt: now }, { now, visibleFrom });
}

/** Which task waits for which: exactly one of the two must be named. */
function ends(
  id: string,
  dependsOn: string | null,
  dependencyOf: string | null,
  fail: () => never,
): readonly [waiting: string, other: string] {
  if (dependsOn !== null && dependencyOf === null) return [id, dependsOn];
  if (dependencyOf !== null && dependsOn === null) return [dependencyOf, id];
  return fail();
}

function checkOther(context: RouteContext, id: string, other: string): void {
  if (other === id) badField('the other task', 'another one');
  taskNamed(context, other);
}

/** Whether `from` waits for `to`, itself or through others. */
function waits({ world }: RouteContext, from: string, to: string): boolean {
  const all = world.relations.of('').filter(({ kind }) => kind === 'dependency');
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { taskId, otherId } of all) if (taskId === id) open.push(otherId);
  }
  return false;
}

function linked(context: RouteContext) {
  const { world } = context;
  const placed = world.task(param(context, 'task_id')) ?? outOfReach();
  return json({ task: taskWire(placed, world, false) });
}
