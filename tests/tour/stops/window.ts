import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHANNELS } from '../../../electron/contract/channels.ts';
import type { RateBudget, Traffic } from '../../../electron/contract/requests.ts';
import { chooseOperation, send } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, TourScreen, Visit } from '../stop.ts';
import { damageCiphertext } from '../support/files.ts';
import { longNames, manyWorkspaces } from '../support/long-names.ts';
import { connected as signedIn, WORLD } from '../support/signing-in.ts';
import { NOW } from '../support/looks.ts';
import {
  failChannel,
  goTo,
  refuseWith,
  secondRun,
  settled,
  showSession,
  withTwoConnections,
} from '../support/steps.ts';

async function withSwitcherOpen(perch: Perch): Promise<Perch> {
  await perch.page.getByRole('button', { name: /Workspace switcher/u }).click();
  await perch.page.getByRole('menu').waitFor();
  return perch;
}

/** A notice that the file with the connections brings about. */
const fileNotice = (
  id: string,
  title: string,
  caption: string,
  prepare: (path: string) => Promise<void>,
  sight: RegExp,
): Stop => ({
  id,
  title,
  caption,
  setUp: async ({ launch, userData }) => {
    await prepare(join(userData, 'connections.json'));
    return launch();
  },
  shows: (page) => [page.getByRole('alert').filter({ hasText: sight })],
});

/** The status line as requests stand. */
const traffic = (
  id: string,
  title: string,
  caption: string,
  told: Traffic,
  sight: string | RegExp,
): Stop => ({
  id,
  title,
  caption,
  setUp: async (visit) => {
    const perch = await settled(visit);
    await showSession(perch, (session) => ({ ...session, traffic: told }));
    return perch;
  },
  shows: (page) => [page.getByRole('contentinfo').getByText(sight)],
});

/** The status line with a budget. */
const budget = (id: string, title: string, caption: string, left: RateBudget): Stop =>
  traffic(
    id,
    title,
    caption,
    { budget: left, waiting: 0, goesOnAt: null },
    `${left.remaining} of ${left.limit}`,
  );

/** The connections file damaged after it had been written twice, so that there is one from before. */
async function restored(visit: Visit): Promise<Perch> {
  const first = await settled(visit);
  await goTo(first.page, 'Tokens');
  await first.page.getByRole('button', { name: 'Verify now' }).click();
  await first.page.locator('button[aria-busy="true"]').waitFor({ state: 'detached' });
  await first.quit();
  await writeFile(join(visit.userData, 'connections.json'), 'damaged');
  return visit.launch();
}

export const window: TourScreen = {
  name: 'window',
  title: 'The window',
  about: 'What every screen has around it: the switcher, the notices and the status line.',
  stops: [
    {
      id: 'switcher',
      title: 'Switcher',
      caption: 'The Workspaces of every connection, and where to manage both.',
      setUp: async (visit) => withSwitcherOpen(await withTwoConnections(visit)),
      shows: (page) => [
        page.getByRole('menu').getByText('All Workspaces…'),
        page.getByRole('menu').getByText('Ada Kessler · Sample data'),
      ],
    },
    {
      id: 'switcher-many',
      title: 'Switcher with many Workspaces',
      caption: 'The first nine; the rest are one step away.',
      world: { data: manyWorkspaces() },
      setUp: async (visit) => withSwitcherOpen(await settled(visit)),
      shows: (page) => [page.getByRole('menu').getByText('Fjord Kajak')],
    },
    {
      id: 'switcher-long-names',
      title: 'Switcher with long names',
      caption: 'Names are cut; the check stays in sight.',
      world: { data: longNames() },
      setUp: async (visit) => withSwitcherOpen(await settled(visit)),
      shows: (page) => [page.getByRole('menu').getByText(/HarbourClinic/u)],
    },
    {
      id: 'notice-revoked',
      title: 'Notice: token revoked',
      caption: 'ClickUp no longer knows the token.',
      setUp: async (visit) => {
        const perch = await settled(visit);
        refuseWith(visit, 401, 'OAUTH_025', 'Token invalid');
        await chooseOperation(perch.page, 'Get authorized user');
        await send(perch.page);
        return perch;
      },
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'no longer knows this token' })],
    },
    {
      id: 'notice-refused',
      title: 'Notice: token refused',
      caption: 'ClickUp refuses the token twice and does not say why.',
      setUp: async (visit) => {
        const perch = await settled(visit);
        refuseWith(visit, 401, 'OAUTH_099', 'Unauthorized');
        await chooseOperation(perch.page, 'Get Spaces');
        await send(perch.page);
        return perch;
      },
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'ClickUp refuses this token' })],
    },
    {
      id: 'notice-sign-in',
      title: 'Notice: sign in again',
      caption: 'ClickUp no longer knows an OAuth connection; one button opens the browser.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await signedIn(visit);
        await goTo(perch.page, 'Requests');
        refuseWith(visit, 401, 'OAUTH_019', 'Token not found');
        await chooseOperation(perch.page, 'Get authorized user');
        await send(perch.page);
        return perch;
      },
      shows: (page) => [page.getByRole('alert').getByRole('button', { name: 'Sign in again' })],
    },
    {
      id: 'switcher-broken',
      title: 'Switcher with a connection that needs something',
      caption: 'What it needs stands where its Workspaces are.',
      setUp: async (visit) => {
        const perch = await settled(visit);
        refuseWith(visit, 401, 'OAUTH_025', 'Token invalid');
        await chooseOperation(perch.page, 'Get authorized user');
        await send(perch.page);
        await perch.page.getByRole('alert').first().waitFor();
        return withSwitcherOpen(perch);
      },
      shows: (page) => [page.getByRole('menuitem', { name: 'Needs a new token' })],
    },
    {
      id: 'notice-locked',
      title: 'Notice: keychain locked',
      caption: 'The token is there and cannot be read until the keychain is unlocked.',
      setUp: async (visit) => {
        const { keyring } = visit;
        if (keyring !== null) return secondRun(visit, () => keyring.lock());
        const perch = await settled(visit);
        await showSession(perch, (session) => ({
          ...session,
          connections: session.connections.map((one) => ({ ...one, status: { kind: 'locked' } })),
        }));
        return perch;
      },
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'Your keychain is locked' })],
    },
    {
      id: 'notice-unreadable',
      title: 'Notice: token unreadable',
      caption: 'What is stored is left as it is until the token is entered again.',
      setUp: (visit) => secondRun(visit, () => damageCiphertext(visit.userData)),
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'cannot be decrypted' })],
    },
    {
      id: 'notice-insecure',
      title: 'Notice: no keyring',
      caption: 'The token is kept for this run, with two ways on.',
      setUp: async (visit) => {
        const perch = await settled(visit);
        await showSession(perch, (session) => ({
          ...session,
          vault: { kind: 'insecure', backend: 'basic_text' },
          connections: session.connections.map((one) => ({ ...one, place: 'memory' })),
        }));
        return perch;
      },
      shows: (page) => [page.getByRole('button', { name: 'Store it anyway' })],
    },
    {
      id: 'notice-unavailable',
      title: 'Notice: encryption silent',
      caption: 'The system’s encryption did not answer.',
      setUp: async (visit) => {
        const perch = await settled(visit);
        await showSession(perch, (session) => ({
          ...session,
          vault: { kind: 'unavailable' },
          connections: session.connections.map((one) => ({ ...one, place: 'memory' })),
        }));
        return perch;
      },
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'did not answer' })],
    },
    {
      id: 'notice-restored',
      title: 'Notice: connections restored',
      caption: 'The file was damaged; the version before it was taken, and the bytes are kept.',
      setUp: restored,
      shows: (page) => [
        page.getByRole('alert').filter({ hasText: 'The version before it' }),
        // The window verifies the token once it shows, which is over by then.
        page.getByRole('contentinfo').getByText('91 of 100 left'),
      ],
    },
    fileNotice(
      'notice-lost',
      'Notice: connections damaged',
      'Nothing could be restored; the bytes are kept under the name that is told.',
      (path) => writeFile(path, 'damaged'),
      /Connect again to go on/u,
    ),
    fileNotice(
      'notice-newer',
      'Notice: stored by a newer Perch',
      'What a newer version has stored is left alone.',
      (path) => writeFile(path, JSON.stringify({ version: 99, document: {} })),
      /stored by a newer Perch/u,
    ),
    fileNotice(
      'notice-storage-locked',
      'Notice: connections not readable',
      'The system does not let the file be read now.',
      // A link to itself: nobody can read through it, not even root.
      (path) => symlink('connections.json', path),
      /cannot read the file/u,
    ),
    budget('budget-low', 'Budget: a quarter left', 'The meter turns to a warning below a third.', {
      limit: 100,
      remaining: 24,
      resetAt: NOW + 40_000,
    }),
    budget('budget-out', 'Budget: nearly used up', 'And to red below a tenth.', {
      limit: 100,
      remaining: 4,
      resetAt: NOW + 40_000,
    }),
    traffic(
      'budget-waiting',
      'Waiting for the limit',
      'How many requests wait and when they go on.',
      {
        budget: { limit: 100, remaining: 0, resetAt: NOW + 50_000 },
        waiting: 3,
        goesOnAt: NOW + 50_000,
      },
      /waiting for the limit, 3 requests, goes on in/u,
    ),
    {
      id: 'crash',
      title: 'A screen that fails',
      caption: 'A mistake in one screen leaves the rest of the window alone.',
      setUp: async (visit) => {
        const perch = await settled(visit);
        // A time that is none: the Tokens screen cannot draw it.
        await showSession(perch, (session) => ({
          ...session,
          connections: session.connections.map((one) => ({ ...one, verifiedAt: Number.NaN })),
        }));
        await goTo(perch.page, 'Tokens');
        return perch;
      },
      shows: () => ['This screen ran into a mistake of ours'],
    },
    {
      id: 'opening',
      title: 'Opening',
      caption: 'The frame of the window, while main is asked for the session.',
      setUp: async (visit) => {
        const perch = await visit.launch();
        await failChannel(perch, CHANNELS.session.read, null);
        await perch.page.reload();
        return perch;
      },
      shows: (page) => [page.locator('[aria-busy="true"]'), page.getByLabel('Opening Perch')],
    },
    {
      id: 'opening-failed',
      title: 'Opening failed',
      caption: 'The session could not be read.',
      setUp: async (visit) => {
        const perch = await visit.launch();
        await failChannel(perch, CHANNELS.session.read, { kind: 'internal' });
        await perch.page.reload();
        return perch;
      },
      shows: () => ['Perch could not read its own state'],
    },
  ],
};
