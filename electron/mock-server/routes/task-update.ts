import { json, Refusal, refuse } from '../answer.ts';
import type { SampleTask } from '../data/model.ts';
import { taskWire } from '../wire/task.ts';
import type { PlacedTask } from '../world.ts';
import { isBelow, withStatus } from '../world/task-state.ts';
import { editableTask, outOfReach } from './access.ts';
import { readBody, type Body } from './body.ts';
import type { RouteContext } from './route.ts';
import {
  peopleOf,
  readCustomItem,
  readDate,
  readDescription,
  readDuration,
  readPriority,
  statusBy,
} from './task-fields.ts';

/**
 * Changes what the body names and leaves alone what it does not. `assignees` and `watchers` are
 * `{add, rem}`; null clears a date, an estimate, points or the priority; a subtask can get another parent
 * of its List but never become a task of its own.
 */
export function updateTask(context: RouteContext) {
  const { world, now } = context;
  const placed = editableTask(context);
  const { task, list, space, status } = placed;
  const body = readBody(context.body);
  const name = body.text('name');
  if (name?.trim() === '') throw new Refusal(refuse(400, 'Task name invalid', 'INPUT_005'));
  const wanted = body.text('status');
  const assigneeIds = readChange(context, body, 'assignees', placed, task.assigneeIds);
  const changed: SampleTask = {
    ...task,
    name: name?.trim() ?? task.name,
    ...readDescription(body),
    parentId: readParent(context, body, task),
    archived: body.flag('archived') ?? task.archived,
    customItemId: readCustomItem(body) ?? task.customItemId,
    assigneeIds: space.multipleAssignees ? assigneeIds : assigneeIds.slice(-1),
    watcherIds: readChange(context, body, 'watchers', placed, task.watcherIds),
    priority: or(readPriority(body), task.priority),
    dueAt: or(readDate(context, body, 'due_date'), task.dueAt),
    startAt: or(readDate(context, body, 'start_date'), task.startAt),
    timeEstimate: or(readDuration(body, 'time_estimate'), task.timeEstimate),
    points: or(body.numberOrNull('points'), task.points),
    updatedAt: now,
  };
  const target = wanted === undefined ? status : statusBy(world.statusesOf(list), wanted);
  world.tasks.put(withStatus(changed, status, target, now), context);
  return json(taskWire(world.task(task.id) ?? outOfReach(), world, true));
}

/** What was given, or what was before where nothing was. */
const or = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);

function readChange(
  context: RouteContext,
  body: Body,
  name: 'assignees' | 'watchers',
  { workspaceId }: PlacedTask,
  before: readonly number[],
): readonly number[] {
  const change = body.object(name);
  if (change === undefined) return before;
  const add = peopleOf(context, workspaceId, change.integers('add') ?? [], `${name}.add`);
  const rem = change.integers('rem') ?? [];
  return [...new Set([...before, ...add])].filter((id) => !rem.includes(id));
}

/** A parent must stand in the same List, and not below the task itself. */
function readParent({ world }: RouteContext, body: Body, task: SampleTask): string | null {
  const parent = body.textOrNull('parent');
  if (parent === undefined || parent === null) return task.parentId;
  if (world.tasks.get(parent)?.listId !== task.listId || isBelow(world, task.id, parent)) {
    throw new Refusal(refuse(400, 'Parent not child of list', 'ITEM_137'));
  }
  return parent;
}
