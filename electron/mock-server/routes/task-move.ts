import { json } from '../answer.ts';
import type { SampleStatus, SampleTask } from '../data/model.ts';
import { statusWire } from '../wire/hierarchy.ts';
import { fieldsFor } from '../world/fields.ts';
import { below, withStatus } from '../world/task-state.ts';
import { editableTask, listBy, param, type ListAndSpace } from './access.ts';
import { readBody, type Body } from './body.ts';
import type { RouteContext } from './route.ts';
import { failV3, v3Workspace } from './v3.ts';

/**
 * Gives a task, and its subtasks with it, another home List of the same Workspace. A status that the List
 * lacks needs a mapping, else 400. Values of Custom Fields that do not apply there are lost.
 */
export function moveTask(context: RouteContext) {
  const { world, now } = context;
  const workspace = v3Workspace(context);
  const placed = editableTask(context);
  const target = listBy(context, param(context, 'list_id'));
  if (placed.workspaceId !== workspace.id || target.space.workspaceId !== workspace.id) {
    failV3(context, 404, 'Task or List not found in this Workspace');
  }
  const { task } = placed;
  if (task.parentId !== null) failV3(context, 400, 'Subtasks move with their parent');
  const body = readBody(context.body);
  const moves = [task, ...below(world, task)].map((each) => move(context, body, each, target, now));
  for (const each of moves) world.tasks.put(each, context);
  return json({ data: { task_id: task.id, new_list_id: target.list.id } });
}

function move(
  context: RouteContext,
  body: Body,
  task: SampleTask,
  target: ListAndSpace,
  now: number,
): SampleTask {
  const { world } = context;
  const before = world.place(task);
  const statuses = world.statusesOf(target.list);
  const mapped = before === null ? undefined : mappedStatus(body, before.status, before, target);
  const status =
    statuses.find(({ name }) => name === mapped) ??
    statuses.find(({ name }) => name === task.status) ??
    failV3(context, 400, `The List has no status “${task.status}”, and none is mapped to it`);
  const fields = new Set(fieldsFor(target.list, world).map(({ id }) => id));
  return {
    ...withStatus(task, before?.status ?? null, status, now),
    listId: target.list.id,
    values: Object.fromEntries(Object.entries(task.values).filter(([id]) => fields.has(id))),
    updatedAt: now,
  };
}

/** The name of the status that `status_mappings` puts in the place of another; they name ids. */
function mappedStatus(
  body: Body,
  status: SampleStatus,
  from: ListAndSpace,
  to: ListAndSpace,
): string | undefined {
  const idOf = ({ list, space }: ListAndSpace, each: SampleStatus): string =>
    statusWire(list.statuses === null ? space.id : list.id, each, 0).id;
  const mapping = (body.list('status_mappings') ?? [])
    .map((each) => readBody(each))
    .find((each) => each.text('source_status_id') === idOf(from, status));
  const wanted = mapping?.text('destination_status_id');
  const statuses = to.list.statuses ?? to.space.statuses;
  return statuses.find((each) => idOf(to, each) === wanted)?.name;
}
