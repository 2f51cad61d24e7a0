import { json } from '../answer.ts';
import type { SampleSpace, SampleStatus } from '../data/model.ts';
import { spaceWire } from '../wire/hierarchy.ts';
import { removeSpace } from '../world/removal.ts';
import { guestIn, mayOrganise, spaceIn, workspaceIn } from './access.ts';
import { readBody } from './body.ts';
import { changedName, requiredName } from './hierarchy-names.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';

/** What a new Space begins with. */
const STATUSES: readonly SampleStatus[] = [
  { name: 'to do', type: 'open', color: '#87909e' },
  { name: 'complete', type: 'closed', color: '#1f9d63' },
];

/** Spaces. `archived=true` gives the archived ones instead of the others. */
export const SPACE_ROUTES: readonly Route[] = [
  get('/v2/team/{team_id}/space', listSpaces),
  post('/v2/team/{team_id}/space', createSpace),
  get('/v2/space/{space_id}', (context) => json(spaceWire(spaceIn(context)))),
  put('/v2/space/{space_id}', updateSpace),
  del('/v2/space/{space_id}', (context) => {
    const space = spaceIn(context);
    mayOrganise(context, space.workspaceId);
    removeSpace(context.world, space.id, context);
    return json({});
  }),
];

function listSpaces(context: RouteContext) {
  const { world, query, now } = context;
  const workspace = workspaceIn(context);
  const archived = query.flag('archived');
  const spaces =
    guestIn(context, workspace.id) === null ? world.spaces.listed(workspace.id, now) : [];
  return json({ spaces: spaces.filter((space) => space.archived === archived).map(spaceWire) });
}

function createSpace(context: RouteContext) {
  const workspace = workspaceIn(context);
  mayOrganise(context, workspace.id);
  const body = readBody(context.body);
  const space: SampleSpace = {
    id: context.world.ids.space(),
    workspaceId: workspace.id,
    name: requiredName(body, 'OAUTH_117'),
    color: null,
    private: false,
    archived: false,
    multipleAssignees: body.flag('multiple_assignees') ?? true,
    statuses: STATUSES,
  };
  return json(spaceWire(context.world.spaces.put(space, context)));
}

function updateSpace(context: RouteContext) {
  const space = spaceIn(context);
  mayOrganise(context, space.workspaceId);
  const body = readBody(context.body);
  const color = body.textOrNull('color');
  const changed: SampleSpace = {
    ...space,
    name: changedName(body, space.name, 'OAUTH_117'),
    color: color === undefined ? space.color : color,
    private: body.flag('private') ?? space.private,
    multipleAssignees: body.flag('multiple_assignees') ?? space.multipleAssignees,
  };
  return json(spaceWire(context.world.spaces.put(changed, context)));
}
