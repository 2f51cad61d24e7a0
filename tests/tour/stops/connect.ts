import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHANNELS } from '../../../electron/contract/channels.ts';
import type { PerchError } from '../../../electron/contract/errors.ts';
import { TOKEN } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, TourScreen, Visit } from '../stop.ts';
import { failChannel, fresh, goTo, refuseWith, settled, tryToken } from '../support/steps.ts';

const WRONG = 'pk_4400112_WRONGSAMPLEWRONGSAMPLE0001';

async function typed(visit: Visit, text: string): Promise<Perch> {
  const perch = await fresh(visit);
  await perch.page.getByLabel('Personal token').fill(text);
  return perch;
}

async function tried(visit: Visit, token = TOKEN): Promise<Perch> {
  const perch = await fresh(visit);
  await tryToken(perch.page, token);
  return perch;
}

/** A failure of main's own that this computer cannot bring about. */
const failing = (
  id: string,
  title: string,
  caption: string,
  error: PerchError,
  sight: string,
): Stop => ({
  id,
  title,
  caption,
  setUp: async (visit) => {
    const perch = await fresh(visit);
    await failChannel(perch, CHANNELS.connections.connectPersonal, error);
    await tryToken(perch.page);
    return perch;
  },
  shows: () => [sight],
});

export const connect: TourScreen = {
  name: 'connect',
  title: 'Connect',
  about: 'Where a person hands Perch a personal token, or looks around without one.',
  stops: [
    {
      id: 'empty',
      title: 'First start',
      caption: 'Nothing is known yet. The field has the focus; pasting and Enter is all it takes.',
      setUp: fresh,
      shows: (page) => ['Connect to ClickUp', 'Not connected', page.getByLabel('Personal token')],
    },
    {
      id: 'typed',
      title: 'A token is typed',
      caption: 'It is masked, looks right, and Perch says where it will be kept.',
      setUp: (visit) => typed(visit, TOKEN),
      shows: () => [/Looks like a personal token/u],
    },
    {
      id: 'revealed',
      title: 'The token shown',
      caption: 'Show reveals what was typed until Hide is pressed.',
      setUp: async (visit) => {
        const perch = await typed(visit, TOKEN);
        await perch.page.getByRole('button', { name: 'Show' }).click();
        return perch;
      },
      shows: (page) => [page.getByRole('button', { name: 'Hide' })],
    },
    {
      id: 'odd',
      title: 'An odd token',
      caption: 'A warning with the likely reason, not a wall: it can be tried anyway.',
      setUp: (visit) => typed(visit, 'https://app.clickup.com/settings/apps'),
      shows: (page) => [
        'This is a web address.',
        page.getByRole('button', { name: 'Try it anyway' }),
      ],
    },
    {
      id: 'unusable',
      title: 'Not a token',
      caption: 'What cannot be a token is refused before anything is sent.',
      setUp: (visit) => typed(visit, 'pk_1_ÄÖÜ'),
      shows: () => [/There is a character inside that no token has/u],
    },
    {
      id: 'connecting',
      title: 'Connecting',
      caption: 'ClickUp is being asked who the token belongs to. Nothing moves.',
      setUp: async (visit) => {
        visit.clickup.fail({ kind: 'neverAnswer' });
        return tried(visit);
      },
      shows: (page) => [page.locator('button[aria-busy="true"]')],
    },
    {
      id: 'refused',
      title: 'Refused',
      caption: 'ClickUp does not know the token. Its own sentence and code stand below ours.',
      setUp: (visit) => tried(visit, WRONG),
      shows: () => ['ClickUp refused this token', 'OAUTH_025'],
    },
    {
      id: 'offline',
      title: 'Offline',
      caption: 'Told apart from a refusal; the token stays in the field.',
      setUp: async (visit) => {
        visit.clickup.fail({ kind: 'cutBeforeHeaders' });
        return tried(visit);
      },
      shows: () => ['ClickUp cannot be reached'],
    },
    failing(
      'timeout',
      'No answer',
      'ClickUp took longer than 15 seconds.',
      { kind: 'timeout', afterMs: 15_000 },
      'ClickUp did not answer in time',
    ),
    {
      id: 'rate-limited',
      title: 'Asked to pause',
      caption: 'The budget of the token is used up; the pause counts down.',
      setUp: async (visit) => {
        refuseWith(visit, 429, 'APP_002', 'Rate limit reached');
        return tried(visit);
      },
      shows: () => ['ClickUp asks for a pause', 'APP_002'],
    },
    {
      id: 'server-error',
      title: 'ClickUp has a problem',
      caption: 'An error of ClickUp’s own, which says nothing about the token.',
      setUp: async (visit) => {
        refuseWith(visit, 500, 'SYS_001', 'Internal server error');
        return tried(visit);
      },
      shows: () => ['ClickUp has a problem of its own', 'SYS_001'],
    },
    {
      id: 'something-between',
      title: 'Something in between',
      caption: 'A web page answered in ClickUp’s place, as a hotel’s network does.',
      setUp: async (visit) => {
        visit.clickup.fail({ kind: 'html', status: 200 });
        return tried(visit);
      },
      shows: () => ['Something between you and ClickUp answered'],
    },
    failing(
      'keychain-locked',
      'Keychain locked',
      'ClickUp took the token, and the keychain does not.',
      { kind: 'keychainLocked' },
      'Your keychain is locked',
    ),
    failing(
      'keychain-unavailable',
      'Keychain silent',
      'The system’s encryption gives no answer.',
      { kind: 'keychainUnavailable' },
      'Your keychain did not answer',
    ),
    failing(
      'disk-full',
      'Disk full',
      'The token could not be stored for lack of room.',
      { kind: 'storage', cause: 'full' },
      'The disk is full',
    ),
    {
      id: 'read-only',
      title: 'Folder not writable',
      caption: 'The file with the connections cannot be read or written now, so it is left alone.',
      setUp: async (visit) => {
        // A link to itself: nobody can read through it, not even root.
        await symlink('connections.json', join(visit.userData, 'connections.json'));
        return tried(visit);
      },
      shows: () => ['Perch may not write to its folder'],
    },
    {
      id: 'newer-files',
      title: 'Files of a newer Perch',
      caption: 'What a newer version has stored is left alone to the byte.',
      setUp: async (visit) => {
        const path = join(visit.userData, 'connections.json');
        await writeFile(path, JSON.stringify({ version: 99, document: {} }));
        return tried(visit);
      },
      shows: () => ['These files are from a newer Perch'],
    },
    {
      id: 'another',
      title: 'One more connection',
      caption: 'With a connection there already: a way back, and the keyring is known.',
      setUp: async (visit) => {
        const perch = await settled(visit);
        await goTo(perch.page, 'Tokens');
        await perch.page.getByRole('button', { name: 'Add a connection' }).click();
        return perch;
      },
      shows: (page) => ['Connect to ClickUp', page.getByRole('button', { name: 'Back' })],
    },
  ],
};
