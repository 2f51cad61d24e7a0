import { json, Refusal, refuse } from '../answer.ts';
import type { SampleTask } from '../data/model.ts';
import { taskWire } from '../wire/task.ts';
import { knownTags, withStatus } from '../world/task-state.ts';
import { listIn, mayWrite, outOfReach } from './access.ts';
import { readBody, type Body } from './body.ts';
import { putRelation } from './relations.ts';
import type { RouteContext } from './route.ts';
import {
  peopleOf,
  readCustomFields,
  readCustomItem,
  readDate,
  readDescription,
  readDuration,
  readPriority,
  statusBy,
} from './task-fields.ts';

/**
 * Makes a task in a List. Refused with 400: no name (INPUT_005), a status the List lacks (CRTSK_001), a
 * parent that is not in the List (ITEM_137), a date that is none (INPUT_006), all peer observations. A
 * task to link to that cannot be reached is 401 ACCESS_083. Required Custom Fields count only with
 * `check_required_custom_fields`.
 */
export function createTask(context: RouteContext) {
  const { world, userId, now } = context;
  const at = listIn(context);
  const { list, space } = at;
  mayWrite(context, space.workspaceId);
  const body = readBody(context.body);
  const name = body.text('name')?.trim() ?? '';
  if (name === '') throw new Refusal(refuse(400, 'Task name invalid', 'INPUT_005'));
  if (list.archived) {
    throw new Refusal(refuse(400, 'The List is archived; it takes no new tasks.', 'SAMPLE_400'));
  }
  const statuses = world.statusesOf(list);
  const wanted = body.text('status');
  const status = wanted === undefined ? statuses[0] : statusBy(statuses, wanted);
  if (status === undefined) return outOfReach();
  const assigneeIds = peopleOf(
    context,
    space.workspaceId,
    body.integers('assignees') ?? [],
    'assignees',
  );
  const check = body.flag('check_required_custom_fields') ?? false;
  const linked = linkedTask(context, body);
  const draft: Omit<SampleTask, 'id' | 'orderIndex' | 'tags'> = {
    listId: list.id,
    name,
    ...(readDescription(body) ?? { description: '', markdown: '' }),
    status: '',
    parentId: readParent(context, body, list.id),
    archived: body.flag('archived') ?? false,
    customItemId: readCustomItem(body) ?? 0,
    creatorId: userId,
    assigneeIds: space.multipleAssignees ? assigneeIds : assigneeIds.slice(0, 1),
    watcherIds: [userId],
    priority: readPriority(body) ?? null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    doneAt: null,
    startAt: readDate(context, body, 'start_date') ?? null,
    dueAt: readDate(context, body, 'due_date') ?? null,
    timeEstimate: readDuration(body, 'time_estimate') ?? null,
    points: body.numberOrNull('points') ?? null,
    checklists: [],
    values: readCustomFields(context, at, body, check),
  };
  body.flag('notify_all');
  const tags = body.texts('tags') ?? [];

  const task: SampleTask = {
    ...draft,
    id: world.ids.task(),
    orderIndex: world.ids.order(),
    tags: knownTags(world, space.id, tags, userId, context),
  };
  world.tasks.put(withStatus(task, null, status, now), context);
  if (linked !== null) putRelation(context, 'link', task.id, linked);
  const placed = world.task(task.id) ?? outOfReach();
  return json(taskWire(placed, world, true));
}

function readParent({ world }: RouteContext, body: Body, listId: string): string | null {
  const parent = body.textOrNull('parent');
  if (parent === undefined || parent === null) return null;
  if (world.tasks.get(parent)?.listId !== listId) {
    throw new Refusal(refuse(400, 'Parent not child of list', 'ITEM_137'));
  }
  return parent;
}

function linkedTask({ world, workspaces }: RouteContext, body: Body): string | null {
  const id = body.textOrNull('links_to');
  if (id === undefined || id === null) return null;
  const placed = world.task(id);
  if (placed === null || !workspaces.some((each) => each.id === placed.workspaceId)) {
    throw new Refusal(refuse(401, 'You do not have access to this task', 'ACCESS_083'));
  }
  return id;
}
