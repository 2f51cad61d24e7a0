import { badParameter, json, refuse } from '../answer.ts';
import { pageOf, readTaskFilter, select } from '../task-filter.ts';
import { taskWire } from '../wire/task.ts';
import { listIn, outOfReach, workspaceIn, type Route, type RouteContext } from './route.ts';

const MARKDOWN = 'include_markdown_description';

/** Tasks of a Workspace, of a List, and one by its id. */
export const TASK_ROUTES: readonly Route[] = [
  { path: '/v2/team/{id}/task', get: teamTasks, others: [] },
  { path: '/v2/list/{id}/task', get: listTasks, others: ['POST'] },
  { path: '/v2/task/{id}', get: oneTask, others: ['PUT', 'DELETE'] },
];

/** `last_page` is not documented here; peers have seen it, so it is an option and off. */
function teamTasks(context: RouteContext) {
  const { world, query, lastPageOnTeam } = context;
  const workspace = workspaceIn(context);
  const filter = readTaskFilter(query);
  const tasks = world.tasks.filter(({ workspaceId }) => workspaceId === workspace.id);
  const { items, last } = pageOf(filter.page, select(filter, tasks));
  const markdown = query.flag(MARKDOWN);
  return json({
    tasks: items.map((placed) => taskWire(placed, world, markdown)),
    ...(lastPageOnTeam ? { last_page: last } : {}),
  });
}

/** Tasks whose home is the List. `include_timl` is read and changes nothing: no task stands in two Lists. */
function listTasks(context: RouteContext) {
  const { world, query } = context;
  const { list } = listIn(context);
  query.flag('include_timl');
  const filter = { ...readTaskFilter(query), listIds: new Set([list.id]) };
  const { items, last } = pageOf(filter.page, select(filter, world.tasks));
  const markdown = query.flag(MARKDOWN);
  return json({
    tasks: items.map((placed) => taskWire(placed, world, markdown)),
    last_page: last,
  });
}

/** 404 ITEM_013 for a task that was deleted, 401 OAUTH_027 for an id never given out (both peer observations). */
function oneTask(context: RouteContext) {
  const { world, query, workspaces, id } = context;
  if (query.flag('custom_task_ids')) {
    if (query.text('team_id') === null) badParameter('team_id', 'given with custom_task_ids');
    return refuse(404, 'Task not found', 'ITEM_013');
  }
  if (world.data.deletedTaskIds.includes(id)) {
    return refuse(404, 'Task not found, deleted', 'ITEM_013');
  }
  const placed = world.task(id);
  if (placed === null || !workspaces.some((workspace) => workspace.id === placed.workspaceId)) {
    return outOfReach();
  }
  const markdown = query.flag(MARKDOWN);
  const subtasks = world.tasks.filter(({ task }) => task.parentId === id);
  return json({
    ...taskWire(placed, world, markdown),
    ...(query.flag('include_subtasks')
      ? { subtasks: subtasks.map((subtask) => taskWire(subtask, world, markdown)) }
      : {}),
    attachments: [],
  });
}
