import { CHANNELS } from '../../../electron/contract/channels.ts';
import type { Connection } from '../../../electron/contract/session.ts';
import { connect } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { TourScreen, Visit } from '../stop.ts';
import { damageCiphertext } from '../support/files.ts';
import { longNames } from '../support/long-names.ts';
import { connected as signedIn, WORLD } from '../support/signing-in.ts';
import {
  connected,
  failChannel,
  goTo,
  plansRead,
  refuseWith,
  sampling,
  secondRun,
  settled,
  showSession,
  withTwoConnections,
} from '../support/steps.ts';

async function onTokens(perch: Perch): Promise<Perch> {
  await goTo(perch.page, 'Tokens');
  await perch.page.getByRole('heading', { name: 'Tokens' }).waitFor();
  return perch;
}

async function verifying(visit: Visit, prepare: () => void): Promise<Perch> {
  const perch = await onTokens(await settled(visit));
  prepare();
  await perch.page.getByRole('button', { name: 'Verify now' }).click();
  return perch;
}

async function askedToSignOut(visit: Visit): Promise<Perch> {
  const perch = await onTokens(await settled(visit));
  await perch.page.getByRole('button', { name: 'Sign out', exact: true }).click();
  return perch;
}

/** The connection there is, as it would be kept on other systems and in other ways. */
async function keptElsewhere(
  visit: Visit,
  variants: readonly Partial<Connection>[],
): Promise<Perch> {
  const perch = await onTokens(await settled(visit));
  await showSession(perch, (session) => ({
    ...session,
    connections: session.connections.flatMap((connection) =>
      variants.map((variant, index) => ({
        ...connection,
        ...variant,
        id: `${connection.id}${index}`,
      })),
    ),
    activeConnectionId: `${session.connections[0]?.id ?? ''}0`,
  }));
  return perch;
}

export const tokens: TourScreen = {
  name: 'tokens',
  title: 'Tokens',
  about: 'The token settings: every connection, where its token lies, and what can be done to it.',
  stops: [
    {
      id: 'personal',
      title: 'A personal token',
      caption: 'Whose it is, what it reaches, where it lies and when it was last proved good.',
      setUp: async (visit) => onTokens(await settled(visit)),
      shows: () => ['Working', /encrypted/u, 'Verify now'],
    },
    {
      id: 'two',
      title: 'Two connections',
      caption: 'The sample data beside a personal token; one of them is active.',
      setUp: async (visit) => onTokens(await withTwoConnections(visit)),
      shows: (page) => ['Leave sample data', page.getByRole('button', { name: 'Make active' })],
    },
    {
      id: 'sample',
      title: 'Only the sample data',
      caption: 'It has no token, and leaves with one click.',
      setUp: async (visit) => onTokens(await sampling(visit)),
      shows: () => ['There is no token; the sample server runs inside Perch'],
    },
    {
      id: 'verifying',
      title: 'Verifying',
      caption: 'ClickUp is asked whether the token is still good.',
      setUp: (visit) => verifying(visit, () => visit.clickup.fail({ kind: 'neverAnswer' })),
      shows: (page) => [page.locator('button[aria-busy="true"]')],
    },
    {
      id: 'verify-failed',
      title: 'Verifying offline',
      caption: 'No answer says nothing about the token, so it stays what it was.',
      setUp: (visit) => verifying(visit, () => visit.clickup.fail({ kind: 'cutBeforeHeaders' })),
      shows: () => ['You are offline', 'Working'],
    },
    {
      id: 'needs-token',
      title: 'Refused by ClickUp',
      caption: 'The token was revoked. It stays stored until another takes its place.',
      setUp: (visit) =>
        verifying(visit, () => refuseWith(visit, 401, 'OAUTH_025', 'Token invalid')),
      shows: (page) => ['ClickUp refused the token', page.getByRole('main').getByText('OAUTH_025')],
    },
    {
      id: 'two-kinds',
      title: 'A sign-in beside a token',
      caption: 'Both by the same person; each has its own actions.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await signedIn(visit);
        const { page } = perch;
        await page.getByRole('button', { name: 'Add a connection' }).click();
        await page.getByRole('tab', { name: 'Personal token' }).click();
        await connect(perch);
        await plansRead(page);
        return onTokens(perch);
      },
      shows: (page) => [
        'Add or remove Workspaces',
        page.getByRole('button', { name: 'Replace token' }),
      ],
    },
    {
      id: 'signed-out-there',
      title: 'Ended in ClickUp',
      caption: 'A sign-in that ClickUp no longer knows says what helps: signing in again.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await signedIn(visit);
        visit.clickup.revoke(
          visit.clickup.issued.findLast(({ kind }) => kind === 'token')?.value ?? '',
        );
        await perch.page.getByRole('button', { name: 'Verify now' }).click();
        return perch;
      },
      shows: (page) => [
        page.getByRole('main').getByRole('button', { name: 'Sign in again' }),
        page.getByRole('contentinfo').getByText('Sign in again'),
      ],
    },
    {
      id: 'locked',
      title: 'Keychain locked',
      caption: 'Nothing is deleted; unlocking and trying again is enough.',
      setUp: async (visit) => {
        if (visit.keyring !== null)
          return onTokens(await secondRun(visit, () => visit.keyring?.lock()));
        return keptElsewhere(visit, [{ status: { kind: 'locked' } }]);
      },
      shows: (page) => [page.getByRole('main').getByText('Keychain is locked')],
    },
    {
      id: 'unreadable',
      title: 'Stored token unreadable',
      caption: 'It was encrypted with a key that is gone, so it has to be entered again.',
      setUp: async (visit) =>
        onTokens(await secondRun(visit, () => damageCiphertext(visit.userData))),
      shows: (page) => [page.getByRole('main').getByText('Cannot be read'), 'Enter a new token'],
    },
    {
      id: 'memory',
      title: 'No keyring',
      caption: 'The token is kept for this run; storing it weakly is the person’s choice.',
      setUp: async ({ launch }) => {
        const perch = await launch({ args: ['--password-store=basic'] });
        await connect(perch);
        await plansRead(perch.page);
        if (process.platform !== 'linux')
          await showSession(perch, (session) => ({
            ...session,
            vault: { kind: 'insecure', backend: 'basic_text' },
            connections: session.connections.map((one) => ({ ...one, place: 'memory' })),
          }));
        return onTokens(perch);
      },
      shows: (page) => [
        'In memory for this run only; it is gone when Perch quits',
        page.getByRole('button', { name: 'Store anyway' }),
      ],
    },
    {
      id: 'weak',
      title: 'Stored weakly',
      caption: 'By choice, and said so wherever the token is named.',
      setUp: (visit) => keptElsewhere(visit, [{ place: 'weak' }]),
      shows: () => ['On this computer under a key that is not secret, by your choice'],
    },
    {
      id: 'other-systems',
      title: 'On other systems',
      caption: 'Kept by the macOS Keychain, and by Windows for an OAuth connection.',
      setUp: (visit) =>
        keptElsewhere(visit, [{ place: 'macKeychain' }, { place: 'windowsDpapi', kind: 'oauth' }]),
      shows: () => ['On this computer, encrypted by the macOS Keychain', 'OAuth'],
    },
    {
      id: 'sign-out',
      title: 'Signing out',
      caption: 'Asked once more in place, with what it does and does not do.',
      setUp: askedToSignOut,
      shows: (page) => [page.getByRole('button', { name: 'Yes, sign out' })],
    },
    {
      id: 'sign-out-failed',
      title: 'Signing out failed',
      caption: 'The disk refuses; the connection is still there.',
      setUp: async (visit) => {
        const perch = await askedToSignOut(visit);
        await failChannel(perch, CHANNELS.connections.signOut, {
          kind: 'storage',
          cause: 'readOnly',
        });
        await perch.page.getByRole('button', { name: 'Yes, sign out' }).click();
        return perch;
      },
      shows: () => ['Perch may not write to its folder'],
    },
    {
      id: 'long-names',
      title: 'Long names',
      caption: 'A name, an address and a list of Workspaces that do not fit.',
      world: { data: longNames() },
      setUp: async (visit) => onTokens(await connected(visit)),
      shows: (page) => [page.getByRole('heading', { name: /Kessler-Brandenburg/u })],
    },
  ],
};
