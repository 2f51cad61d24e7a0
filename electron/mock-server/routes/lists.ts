import { json } from '../answer.ts';
import type { SampleFolder, SampleList, SamplePriority, SampleSpace } from '../data/model.ts';
import { listWire, wholeListWire } from '../wire/hierarchy.ts';
import { priorityOf } from '../wire/priority.ts';
import { dayOrTime } from '../world/dates.ts';
import { removeList } from '../world/removal.ts';
import { folderIn, listIn, mayOrganise, spaceIn } from './access.ts';
import { badField, readBody, type Body } from './body.ts';
import { changedName, requiredName } from './hierarchy-names.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';

/** Lists of a Folder and those that stand in a Space itself. */
export const LIST_ROUTES: readonly Route[] = [
  get('/v2/space/{space_id}/list', (context) => listLists(context, spaceIn(context), null)),
  post('/v2/space/{space_id}/list', (context) => createList(context, spaceIn(context), null)),
  get('/v2/folder/{folder_id}/list', (context) => {
    const { folder, space } = folderIn(context);
    return listLists(context, space, folder);
  }),
  post('/v2/folder/{folder_id}/list', (context) => {
    const { folder, space } = folderIn(context);
    return createList(context, space, folder);
  }),
  get('/v2/list/{list_id}', (context) => {
    const { list, space } = listIn(context);
    return json(wholeListWire(list, space, context.world));
  }),
  put('/v2/list/{list_id}', updateList),
  del('/v2/list/{list_id}', (context) => {
    const { list, space } = listIn(context);
    mayOrganise(context, space.workspaceId);
    removeList(context.world, list.id, context);
    return json({});
  }),
];

function listLists(context: RouteContext, space: SampleSpace, folder: SampleFolder | null) {
  const { world, query, now } = context;
  const archived = query.flag('archived');
  const folderId = folder?.id ?? null;
  const lists = world.lists
    .listed(space.id, now)
    .filter((list) => list.folderId === folderId && list.archived === archived);
  return json({ lists: lists.map((list) => listWire(list, space, world)) });
}

/** A priority given by its number; null clears. */
function readPriority(body: Body, before: SamplePriority | null): SamplePriority | null {
  const number = body.integerOrNull('priority');
  if (number === undefined || number === null) return number === null ? null : before;
  return priorityOf(number) ?? badField('priority', '1 to 4 or null');
}

/** The fields that both creating and changing understand, over what was before. */
function withFields(context: RouteContext, body: Body, list: SampleList): SampleList {
  const { world, userId } = context;
  const due = body.timeOrNull('due_date');
  const hasTime = body.flag('due_date_time') ?? false;
  const assignee = body.raw('assignee') === 'none' ? null : body.integerOrNull('assignee');
  if (typeof assignee === 'number' && world.person(assignee) === null) {
    badField('assignee', 'a member of the Workspace');
  }
  return {
    ...list,
    content: body.text('markdown_content') ?? body.text('content') ?? list.content,
    priority: readPriority(body, list.priority),
    dueAt: due === undefined ? list.dueAt : dayOrTime(due, hasTime, world.person(userId)),
    dueHasTime: due === undefined ? list.dueHasTime : hasTime,
    assigneeId: assignee === undefined ? list.assigneeId : assignee,
  };
}

function createList(context: RouteContext, space: SampleSpace, folder: SampleFolder | null) {
  const { world } = context;
  mayOrganise(context, space.workspaceId);
  const body = readBody(context.body);
  const empty = {
    spaceId: space.id,
    folderId: folder?.id ?? null,
    name: requiredName(body, 'OAUTH_117'),
    content: '',
    archived: false,
    priority: null,
    dueAt: null,
    dueHasTime: false,
    assigneeId: null,
    statuses: null,
  };
  const list = { ...withFields(context, body, { id: '', ...empty }), id: world.ids.list() };
  return json(wholeListWire(world.lists.put(list, context), space, world));
}

function updateList(context: RouteContext) {
  const { world } = context;
  const { list, space } = listIn(context);
  mayOrganise(context, space.workspaceId);
  const body = readBody(context.body);
  const changed = {
    ...withFields(context, body, list),
    name: changedName(body, list.name, 'OAUTH_117'),
  };
  return json(wholeListWire(world.lists.put(changed, context), space, world));
}
