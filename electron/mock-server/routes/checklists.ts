import { json } from '../answer.ts';
import type { SampleChecklist, SampleChecklistItem } from '../data/records.ts';
import { checklistWire } from '../wire/checklist.ts';
import type { PlacedTask } from '../world.ts';
import { editableTask, mayWrite, notFound, param, seesTask } from './access.ts';
import { badField, readBody, type Body } from './body.ts';
import { del, post, put, type Route, type RouteContext } from './route.ts';
import { peopleOf } from './task-fields.ts';

interface Found {
  readonly placed: PlacedTask;
  readonly checklist: SampleChecklist;
}

const PATH = '/v2/checklist/{checklist_id}';
const ITEM_PATH = `${PATH}/checklist_item/{checklist_item_id}`;

/** Checklists of tasks and their items. */
export const CHECKLIST_ROUTES: readonly Route[] = [
  post('/v2/task/{task_id}/checklist', createChecklist),
  put(PATH, updateChecklist),
  del(PATH, (context) => {
    const { placed, checklist } = checklistIn(context);
    write(
      context,
      placed,
      placed.task.checklists.filter(({ id }) => id !== checklist.id),
    );
    return json({});
  }),
  post(`${PATH}/checklist_item`, createItem),
  put(ITEM_PATH, updateItem),
  del(ITEM_PATH, (context) => {
    const found = checklistIn(context);
    const gone = itemIn(context, found).id;
    const items = found.checklist.items
      .filter(({ id }) => id !== gone)
      .map((item) => (item.parentId === gone ? onTop(item) : item));
    replace(context, found, { ...found.checklist, items });
    return json({});
  }),
];

/** The checklist of the path. It is looked for among all tasks: its id does not tell which has it. */
function checklistIn(context: RouteContext): Found {
  const { world, workspaces } = context;
  const wanted = param(context, 'checklist_id');
  for (const { id: workspaceId } of workspaces) {
    const sees = seesTask(context, workspaceId);
    for (const task of world.tasks.of(workspaceId)) {
      const checklist = task.checklists.find(({ id }) => id === wanted);
      if (checklist === undefined || !sees(task)) continue;
      const placed = world.place(task) ?? notFound('Checklist');
      mayWrite(context, workspaceId);
      return { placed, checklist };
    }
  }
  return notFound('Checklist');
}

const itemIn = (context: RouteContext, { checklist }: Found): SampleChecklistItem =>
  checklist.items.find(({ id }) => id === param(context, 'checklist_item_id')) ??
  notFound('Checklist item');

const onTop = (item: SampleChecklistItem): SampleChecklistItem => ({ ...item, parentId: null });

function write(
  { world, now, visibleFrom }: RouteContext,
  { task }: PlacedTask,
  checklists: readonly SampleChecklist[],
): void {
  world.tasks.put({ ...task, checklists, updatedAt: now }, { now, visibleFrom });
}

/** Puts a changed checklist in its place and answers with it. */
function replace(context: RouteContext, { placed }: Found, changed: SampleChecklist) {
  const { task } = placed;
  write(
    context,
    placed,
    task.checklists.map((each) => (each.id === changed.id ? changed : each)),
  );
  const index = task.checklists.findIndex(({ id }) => id === changed.id);
  return json({ checklist: checklistWire(changed, task.id, index, context.world) });
}

function requiredText(body: Body): string {
  const name = body.text('name')?.trim() ?? '';
  return name === '' ? badField('name', 'text') : name;
}

function createChecklist(context: RouteContext) {
  const { world, userId, now } = context;
  const placed = editableTask(context);
  const name = requiredText(readBody(context.body));
  const checklist: SampleChecklist = {
    id: world.ids.uuid(),
    name,
    creatorId: userId,
    createdAt: now,
    items: [],
  };
  const { task } = placed;
  write(context, placed, [...task.checklists, checklist]);
  return json({ checklist: checklistWire(checklist, task.id, task.checklists.length, world) });
}

/** `position` is where it stands among the task's checklists, from 0. */
function updateChecklist(context: RouteContext) {
  const { placed, checklist } = checklistIn(context);
  const body = readBody(context.body);
  const changed = { ...checklist, name: body.has('name') ? requiredText(body) : checklist.name };
  const others = placed.task.checklists.filter(({ id }) => id !== checklist.id);
  const before = placed.task.checklists.findIndex(({ id }) => id === checklist.id);
  const position = Math.min(Math.max(0, body.integer('position') ?? before), others.length);
  write(context, placed, others.toSpliced(position, 0, changed));
  return json({});
}

function readAssignee(context: RouteContext, body: Body, { placed }: Found) {
  const assignee = body.integerOrNull('assignee');
  if (typeof assignee === 'number') {
    peopleOf(context, placed.workspaceId, [assignee], 'assignee');
  }
  return assignee;
}

function createItem(context: RouteContext) {
  const { world, now } = context;
  const found = checklistIn(context);
  const body = readBody(context.body);
  const name = requiredText(body);
  const assigneeId = readAssignee(context, body, found) ?? null;
  const item: SampleChecklistItem = {
    id: world.ids.uuid(),
    name,
    assigneeId,
    resolved: false,
    parentId: null,
    createdAt: now,
  };
  return replace(context, found, { ...found.checklist, items: [...found.checklist.items, item] });
}

function updateItem(context: RouteContext) {
  const found = checklistIn(context);
  const item = itemIn(context, found);
  const body = readBody(context.body);
  const assigneeId = readAssignee(context, body, found);
  const changed: SampleChecklistItem = {
    ...item,
    name: body.has('name') ? requiredText(body) : item.name,
    assigneeId: assigneeId === undefined ? item.assigneeId : assigneeId,
    resolved: body.flag('resolved') ?? item.resolved,
    parentId: readParent(body, found, item),
  };
  const items = found.checklist.items.map((each) => (each.id === item.id ? changed : each));
  return replace(context, found, { ...found.checklist, items });
}

/** An item can stand below another of its checklist, but not below itself. */
function readParent(body: Body, { checklist }: Found, item: SampleChecklistItem): string | null {
  const parent = body.textOrNull('parent');
  if (parent === undefined) return item.parentId;
  for (let above = parent; above !== null;) {
    const found = checklist.items.find(({ id }) => id === above);
    if (found === undefined || found.id === item.id) {
      return badField('parent', 'another item of the checklist that is not below this one');
    }
    above = found.parentId;
  }
  return parent;
}
