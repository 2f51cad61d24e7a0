import { json, noContent } from '../answer.ts';
import type { SampleTask } from '../data/model.ts';
import { findTasks, readTaskFilter } from '../task-filter.ts';
import { attachmentWire } from '../wire/attachment.ts';
import { taskWire } from '../wire/task.ts';
import { removeTask } from '../world/removal.ts';
import { editableTask, listIn, seesTask, taskIn, workspaceIn } from './access.ts';
import { createTask } from './task-create.ts';
import { moveTask } from './task-move.ts';
import { updateTask } from './task-update.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';

const MARKDOWN = 'include_markdown_description';

/** Tasks of a Workspace, of a List, and one by its id. */
export const TASK_ROUTES: readonly Route[] = [
  get('/v2/team/{team_id}/task', teamTasks),
  get('/v2/list/{list_id}/task', listTasks),
  post('/v2/list/{list_id}/task', createTask),
  get('/v2/task/{task_id}', oneTask),
  put('/v2/task/{task_id}', updateTask),
  del('/v2/task/{task_id}', (context) => {
    removeTask(context.world, editableTask(context).task.id, context);
    return noContent;
  }),
  put('/v3/workspaces/{workspace_id}/tasks/{task_id}/home_list/{list_id}', moveTask),
];

const tasksWire = ({ world, query }: RouteContext, tasks: readonly SampleTask[]) => {
  const markdown = query.flag(MARKDOWN);
  return tasks
    .flatMap((task) => world.place(task) ?? [])
    .map((placed) => taskWire(placed, world, markdown));
};

/** `last_page` is not documented here; peers have seen it, so it is an option and off. */
function teamTasks(context: RouteContext) {
  const { world, query, now, lastPageOnTeam } = context;
  const { id } = workspaceIn(context);
  const filter = readTaskFilter(query);
  const { items, last } = findTasks(filter, id, world, now, seesTask(context, id));
  return json({
    tasks: tasksWire(context, items),
    ...(lastPageOnTeam ? { last_page: last } : {}),
  });
}

/** Tasks whose home is the List. `include_timl` is read and changes nothing: no task stands in two Lists. */
function listTasks(context: RouteContext) {
  const { world, query, now } = context;
  const { list, space } = listIn(context);
  query.flag('include_timl');
  const filter = { ...readTaskFilter(query), listIds: new Set([list.id]) };
  const { items, last } = findTasks(filter, space.workspaceId, world, now);
  return json({ tasks: tasksWire(context, items), last_page: last });
}

function oneTask(context: RouteContext) {
  const { world, query } = context;
  const placed = taskIn(context);
  const { task, workspaceId } = placed;
  const subtasks = (): readonly SampleTask[] =>
    world.tasks.of(workspaceId).filter(({ parentId }) => parentId === task.id);
  return json({
    ...taskWire(placed, world, query.flag(MARKDOWN)),
    ...(query.flag('include_subtasks') ? { subtasks: tasksWire(context, subtasks()) } : {}),
    attachments: world.attachments.of(task.id).map(attachmentWire),
  });
}
