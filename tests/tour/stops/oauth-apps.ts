import { authorizeAddressOf, deliverLink, LOOPBACK, PROTOCOL } from '../../e2e/support/oauth.ts';
import type { Stop } from '../stop.ts';
import { connected, waiting, WORLD } from '../support/signing-in.ts';
import { goTo, showSession } from '../support/steps.ts';

/** The OAuth apps on the Tokens screen, and the trial of their routes. */
export const apps: readonly Stop[] = [
  {
    id: 'apps',
    title: 'The OAuth apps among the tokens',
    caption: 'Where the secret lies, every route with its trial, and sharing with the team.',
    world: WORLD,
    setUp: connected,
    shows: () => ['OAuth apps', 'Add or remove Workspaces'],
  },
  {
    id: 'edit',
    title: 'Changing an app',
    caption: 'The secret is kept unless another is entered.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await connected(visit);
      await perch.page.getByRole('button', { name: 'Edit' }).click();
      return perch;
    },
    shows: (page) => [page.getByPlaceholder('Kept; enter another to replace it')],
  },
  {
    id: 'route-test',
    title: 'A route that leads nowhere',
    caption: 'Another program has the port; the others can be tried too.',
    world: WORLD,
    usesPorts: true,
    setUp: async (visit) => {
      const perch = await waiting(visit);
      const { page } = perch;
      await page.getByRole('button', { name: 'Use another way: a local port' }).click();
      await page.getByText(/Local port/u).waitFor();
      await page.getByRole('button', { name: 'Explore with sample data' }).click();
      await page.getByRole('heading', { name: 'Choose a Workspace' }).waitFor();
      await goTo(page, 'Tokens');
      await page.getByRole('button', { name: `Test ${LOOPBACK}` }).click();
      return perch;
    },
    shows: () => ['Another program uses this port.'],
  },
  {
    id: 'remove',
    title: 'Removing an app',
    caption: 'Asked once more in place, with what it does.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await connected(visit);
      await perch.page.getByRole('button', { name: 'Remove', exact: true }).click();
      return perch;
    },
    shows: (page) => [page.getByRole('button', { name: 'Yes, remove' })],
  },
  {
    id: 'route-testing',
    title: 'Testing a route',
    caption: 'The browser was opened, and Perch waits for it to come back.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await connected(visit);
      await perch.page.getByRole('button', { name: `Test ${PROTOCOL}` }).click();
      return perch;
    },
    shows: () => ['Waiting for the browser…'],
  },
  {
    id: 'route-works',
    title: 'A route that works',
    caption: 'The browser came back with nothing but the proof it was given.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await connected(visit);
      const before = await authorizeAddressOf(perch);
      await perch.page.getByRole('button', { name: `Test ${PROTOCOL}` }).click();
      await deliverLink(perch, await authorizeAddressOf(perch, before));
      return perch;
    },
    shows: () => ['Works: the browser came back to Perch.'],
  },
  {
    id: 'route-silent',
    title: 'A route on which nothing came',
    caption: 'After half a minute, with what may be the matter.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await connected(visit);
      await showSession(perch, (session) => ({
        ...session,
        routeTest: { kind: 'nothingCame', redirect: { route: 'protocol', uri: PROTOCOL } },
      }));
      return perch;
    },
    shows: () => [/^Nothing came back/u],
  },
];
