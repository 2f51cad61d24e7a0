import { json } from '../answer.ts';
import { findTasks, readTaskFilter, type TaskFilter } from '../task-filter.ts';
import { taskWire } from '../wire/task.ts';
import { viewWire, type ViewPlace } from '../wire/view.ts';
import {
  folderIn,
  listBy,
  listIn,
  notFound,
  param,
  seesTask,
  spaceBy,
  spaceIn,
  workspaceBy,
  workspaceIn,
  folderBy,
} from './access.ts';
import { get, type Route, type RouteContext } from './route.ts';

/** Every place has one view, a list of its tasks. Views cannot be made or changed here. */
export const VIEW_ROUTES: readonly Route[] = [
  get('/v2/team/{team_id}/view', (context) => views('team', workspaceIn(context).id)),
  get('/v2/space/{space_id}/view', (context) => views('space', spaceIn(context).id)),
  get('/v2/folder/{folder_id}/view', (context) => views('folder', folderIn(context).folder.id)),
  get('/v2/list/{list_id}/view', (context) => views('list', listIn(context).list.id)),
  get('/v2/view/{view_id}', (context) => json({ view: viewWire(viewIn(context).place) })),
  get('/v2/view/{view_id}/task', viewTasks),
];

const views = (kind: ViewPlace['kind'], id: string) => json({ views: [viewWire({ kind, id })] });

const KINDS = { '4': 'space', '5': 'folder', '6': 'list', '7': 'team' } as const;

/** The place that a view's id names, its Workspace, and the filter that keeps to the place. */
function viewIn(context: RouteContext): {
  readonly place: ViewPlace;
  readonly workspaceId: string;
  readonly within: Partial<TaskFilter>;
} {
  const [, digit = '', id = ''] = /^([4567])-(\d+)-1$/.exec(param(context, 'view_id')) ?? [];
  const kind = Object.entries(KINDS).find(([number]) => number === digit)?.[1];
  const only = new Set([id]);
  switch (kind) {
    case 'team':
      return { place: { kind, id }, workspaceId: workspaceBy(context, id).id, within: {} };
    case 'space': {
      const { workspaceId } = spaceBy(context, id);
      return { place: { kind, id }, workspaceId, within: { spaceIds: only } };
    }
    case 'folder': {
      const { workspaceId } = folderBy(context, id).space;
      return { place: { kind, id }, workspaceId, within: { folderIds: only } };
    }
    case 'list': {
      const { workspaceId } = listBy(context, id).space;
      return { place: { kind, id }, workspaceId, within: { listIds: only } };
    }
    case undefined:
      return notFound('View');
  }
}

/** The open tasks of a view's place, in the order they were made, newest first. */
function viewTasks(context: RouteContext) {
  const { world, query, now } = context;
  const { workspaceId, within } = viewIn(context);
  const filter: TaskFilter = { ...readTaskFilter(query), ...within };
  const { items, last } = findTasks(
    filter,
    workspaceId,
    world,
    now,
    seesTask(context, workspaceId),
  );
  return json({
    tasks: items
      .flatMap((task) => world.place(task) ?? [])
      .map((each) => taskWire(each, world, false)),
    last_page: last,
  });
}
