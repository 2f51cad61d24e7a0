import type { Perch } from '../../e2e/support/perch.ts';
import { TOKEN } from '../../e2e/support/test.ts';
import type { TourScreen, Visit } from '../stop.ts';
import { longNames, manyWorkspaces } from '../support/long-names.ts';
import { NOW } from '../support/looks.ts';
import { connected as signedIn, WORLD } from '../support/signing-in.ts';
import {
  chooseFirst,
  connected,
  fresh,
  goTo,
  plansRead,
  refuseWith,
  settled,
  showSession,
  tryToken,
} from '../support/steps.ts';

const HOUR_MS = 3_600_000;

const search = (perch: Perch) => perch.page.getByRole('combobox', { name: 'Find a Workspace' });

/** Back in the picker after choosing, with the plans read. */
async function picking(visit: Visit): Promise<Perch> {
  const perch = await settled(visit);
  await goTo(perch.page, 'Workspaces');
  await plansRead(perch.page);
  return perch;
}

async function refreshing(visit: Visit, prepare: () => void): Promise<Perch> {
  const perch = await picking(visit);
  prepare();
  await perch.page.getByRole('button', { name: 'Refresh' }).click();
  return perch;
}

export const workspaces: TourScreen = {
  name: 'workspaces',
  title: 'Workspaces',
  about: 'The Workspace picker: search, arrows and Enter, or a digit.',
  stops: [
    {
      id: 'choose',
      title: 'After connecting',
      caption: 'Every Workspace the token may see, with its members and its plan.',
      setUp: connected,
      shows: () => ['Choose a Workspace', 'Northwind Studio', 'Business plan', 'Unlimited plan'],
    },
    {
      id: 'loading',
      title: 'Plans still loading',
      caption: 'The list is there at once; each plan has its place kept until it arrives.',
      setUp: async (visit) => {
        visit.clickup.fail({ kind: 'neverAnswer', match: { path: /\/plan$/u } });
        const perch = await fresh(visit);
        await tryToken(perch.page, TOKEN);
        return perch;
      },
      shows: (page) => ['Northwind Studio', page.locator('.skeleton')],
    },
    {
      id: 'no-plan',
      title: 'Plans unknown',
      caption: 'ClickUp did not tell the plans. That stops nobody from choosing.',
      setUp: async (visit) => {
        visit.clickup.fail({
          kind: 'status',
          status: 500,
          ecode: 'SYS_001',
          sentence: 'Internal server error',
          match: { path: /\/plan$/u },
        });
        return connected(visit);
      },
      shows: (page) => ['Northwind Studio', page.getByTitle('ClickUp did not tell the plan')],
    },
    {
      id: 'current',
      title: 'One is in use',
      caption: 'The Workspace in use has a check and is where the arrows begin.',
      setUp: picking,
      shows: (page) => [page.getByLabel('Current Workspace')],
    },
    {
      id: 'search',
      title: 'Searching',
      caption: 'Names and ids are searched as one types; Enter takes the marked row.',
      setUp: async (visit) => {
        const perch = await picking(visit);
        await search(perch).fill('har');
        return perch;
      },
      shows: () => ['Harbour Clinic'],
    },
    {
      id: 'no-match',
      title: 'Nothing found',
      caption: 'What was searched, and the way back.',
      setUp: async (visit) => {
        const perch = await picking(visit);
        await search(perch).fill('zebra');
        return perch;
      },
      shows: () => ['No Workspace matches “zebra”', 'Clear search'],
    },
    {
      id: 'refreshing',
      title: 'Refreshing',
      caption: 'ClickUp is asked again; the list stays in use.',
      setUp: (visit) => refreshing(visit, () => visit.clickup.fail({ kind: 'neverAnswer' })),
      shows: (page) => [page.locator('button[aria-busy="true"]')],
    },
    {
      id: 'offline',
      title: 'Refreshing offline',
      caption: 'The list of before stays, and says of when it is.',
      setUp: async (visit) => {
        const perch = await refreshing(visit, () =>
          visit.clickup.fail({ kind: 'cutBeforeHeaders' }),
        );
        await perch.page.getByText('You are offline').waitFor();
        await showSession(perch, (session) => ({
          ...session,
          connections: session.connections.map((one) => ({
            ...one,
            verifiedAt: NOW - 2 * HOUR_MS,
          })),
        }));
        return perch;
      },
      shows: () => ['You are offline', 'Northwind Studio', /This list is from/u],
    },
    {
      id: 'refused',
      title: 'Refreshing with a revoked token',
      caption: 'The token was regenerated elsewhere; one button leads to a new one.',
      setUp: (visit) =>
        refreshing(visit, () => refuseWith(visit, 401, 'OAUTH_025', 'Token invalid')),
      shows: (page) => [
        'ClickUp refused the token',
        page.getByRole('contentinfo').getByText('Needs a new token'),
      ],
    },
    {
      id: 'taken-away',
      title: 'A Workspace was taken away',
      caption: 'It was in use; the token stays, and another one is chosen.',
      setUp: (visit) => refreshing(visit, () => visit.clickup.forgetWorkspace(TOKEN, '9002411')),
      shows: () => [/Northwind Studio is no longer among your Workspaces/u, 'Harbour Clinic'],
    },
    {
      id: 'taken-away-sign-in',
      title: 'A Workspace was taken away from a sign-in',
      caption: 'One button leads to ClickUp, where it can be allowed again.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await signedIn(visit);
        const { page } = perch;
        await goTo(page, 'Workspaces');
        await chooseFirst(perch);
        const token = visit.clickup.issued.findLast(({ kind }) => kind === 'token')?.value ?? '';
        visit.clickup.forgetWorkspace(token, '9002411');
        await goTo(page, 'Workspaces');
        await page.getByRole('button', { name: 'Refresh' }).click();
        return perch;
      },
      shows: (page) => [
        /Perch may no longer use Northwind Studio/u,
        page.getByRole('button', { name: 'Add or remove Workspaces' }),
      ],
    },
    {
      id: 'none',
      title: 'No Workspace',
      caption: 'The token is good but may see no Workspace.',
      world: { workspaceIds: [] },
      setUp: async (visit) => {
        const perch = await fresh(visit);
        await tryToken(perch.page, TOKEN);
        return perch;
      },
      shows: () => ['No Workspace for this token'],
    },
    {
      id: 'one',
      title: 'A single Workspace',
      caption: 'A token for one Workspace: there is nothing to choose, but to see.',
      world: { workspaceIds: ['9002411'] },
      setUp: async (visit) => {
        const perch = await fresh(visit);
        await tryToken(perch.page, TOKEN);
        await perch.page.getByText('Connected as Ada Kessler').waitFor();
        await goTo(perch.page, 'Workspaces');
        return perch;
      },
      shows: () => ['Northwind Studio', 'Business plan'],
    },
    {
      id: 'many',
      title: 'Many Workspaces',
      caption: 'An agency’s list: the first nine by digit, all by search.',
      world: { data: manyWorkspaces() },
      setUp: connected,
      shows: () => ['Northwind Studio', 'Juniper Labs'],
    },
    {
      id: 'long-names',
      title: 'Long names',
      caption: 'Names are cut at the end of their column; nothing else gives way.',
      world: { data: longNames() },
      setUp: connected,
      shows: () => [/Northwind Studio für Gestaltung/u, 'Business plan'],
    },
  ],
};
