import { json } from '../answer.ts';
import { sharedFolderWire, sharedListWire } from '../wire/hierarchy.ts';
import { memberWire, userWire, workspaceWire } from '../wire/people.ts';
import { taskWire } from '../wire/task.ts';
import { guestIn, listIn, outOfReach, taskIn, workspaceIn } from './access.ts';
import { get, type Route, type RouteContext } from './route.ts';

/** The person, their Workspaces, the plans of these, and who sees what. */
export const PEOPLE_ROUTES: readonly Route[] = [
  get('/v2/user', ({ world, userId }) =>
    json({ user: userWire(world.person(userId) ?? outOfReach()) }),
  ),
  get('/v2/team', ({ world, workspaces }) =>
    json({ teams: workspaces.map((workspace) => workspaceWire(workspace, world)) }),
  ),
  get('/v2/team/{team_id}/plan', (context) => {
    const { plan } = workspaceIn(context);
    return json({ plan_name: plan.name, plan_id: plan.id });
  }),
  get('/v2/team/{team_id}/seats', seats),
  get('/v2/team/{team_id}/shared', shared),
  get('/v2/list/{list_id}/member', (context) => {
    const { space } = listIn(context);
    return members(context, space.workspaceId, space.private ? [] : null);
  }),
  get('/v2/task/{task_id}/member', (context) => {
    const { task, workspaceId } = taskIn(context);
    return members(context, workspaceId, [task.creatorId, ...task.assigneeIds]);
  }),
];

function seats(context: RouteContext) {
  const { memberIds, guests } = workspaceIn(context);
  const filled = memberIds.length - guests.length;
  return json({
    members: { filled_members_seats: filled, total_member_seats: filled, empty_member_seats: 0 },
    guests: {
      filled_guest_seats: guests.length,
      total_guest_seats: guests.length + 5,
      empty_guest_seats: 5,
    },
  });
}

/**
 * Those with explicit access, as ClickUp has it: of a List nobody but the admins where its Space is
 * private, everyone of the Workspace otherwise (`ids` null); of a task those who made it or have it.
 */
function members({ world }: RouteContext, workspaceId: string, ids: readonly number[] | null) {
  const workspace = world.workspace(workspaceId);
  const listed = ids ?? workspace?.memberIds ?? [];
  const found = [...new Set([...(workspace?.adminIds ?? []), ...listed])].flatMap(
    (id) => world.person(id) ?? [],
  );
  return json({ members: found.map(memberWire) });
}

/** What was shared with a guest; empty for everyone else. Guests have no other way to their Lists. */
function shared(context: RouteContext) {
  const { world } = context;
  const workspace = workspaceIn(context);
  const guest = guestIn(context, workspace.id);
  const placed = (guest?.taskIds ?? []).flatMap((id) => world.task(id) ?? []);
  return json({
    shared: {
      tasks: placed.map((task) => taskWire(task, world, false)),
      lists: (guest?.listIds ?? [])
        .flatMap((id) => world.lists.get(id) ?? [])
        .map((list) => sharedListWire(list, world)),
      folders: (guest?.folderIds ?? [])
        .flatMap((id) => world.folders.get(id) ?? [])
        .map((folder) => sharedFolderWire(folder, world)),
    },
  });
}
