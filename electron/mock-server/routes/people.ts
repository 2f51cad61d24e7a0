import { json } from '../answer.ts';
import { userWire, workspaceWire } from '../wire/people.ts';
import { outOfReach, workspaceIn, type Route } from './route.ts';

/** The person, their Workspaces and the plans of these. */
export const PEOPLE_ROUTES: readonly Route[] = [
  {
    path: '/v2/user',
    get: ({ world, userId }) => json({ user: userWire(world.person(userId) ?? outOfReach()) }),
    others: [],
  },
  {
    path: '/v2/team',
    get: ({ world, workspaces }) =>
      json({ teams: workspaces.map((workspace) => workspaceWire(workspace, world)) }),
    others: [],
  },
  {
    path: '/v2/team/{id}/plan',
    get: (context) => {
      const { plan } = workspaceIn(context);
      return json({ plan_name: plan.name, plan_id: plan.id });
    },
    others: [],
  },
];
