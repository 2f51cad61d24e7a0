import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSetup } from '../../../electron/connections/oauth/setup-file.ts';
import {
  answerTo,
  deliverLink,
  enterApp,
  LOOPBACK,
  OAUTH_APP,
  PROTOCOL,
  waitingPerch,
} from '../../e2e/support/oauth.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, TourScreen, Visit } from '../stop.ts';
import { fresh, goTo } from '../support/steps.ts';

const WORLD = { oauthApps: [OAUTH_APP] };
const WORKSPACES = ['9002411', '9002587'];

async function entered(visit: Visit): Promise<Perch> {
  const perch = await fresh(visit);
  await enterApp(perch.page, TICKED);
  return perch;
}

const TICKED = { ticked: [PROTOCOL, LOOPBACK], bridge: 'perch.example/back' };

const waiting = ({ launch }: Visit): Promise<Perch> => waitingPerch(launch, TICKED);

/** The browser's answer, as the system hands it over. */
async function answered(visit: Visit, decision: 'connect' | 'reject' = 'connect'): Promise<Perch> {
  const perch = await waiting(visit);
  await deliverLink(perch, await answerTo(perch, visit.clickup, WORKSPACES, decision));
  return perch;
}

async function connected(visit: Visit): Promise<Perch> {
  const perch = await answered(visit);
  await perch.page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  await perch.page.getByRole('heading', { name: 'Choose a Workspace' }).waitFor();
  await goTo(perch.page, 'Tokens');
  return perch;
}

/** A set-up file that the person chooses in the system's dialog. */
async function withSetupFile(visit: Visit): Promise<Perch> {
  const perch = await fresh(visit);
  const path = join(visit.userData, 'team.perch-setup');
  await writeFile(
    path,
    writeSetup({
      clientId: OAUTH_APP.clientId,
      redirectUris: [PROTOCOL, 'https://perch.example/back'],
      secret: {
        kind: 'sealed',
        cipher: 'aes-256-gcm',
        kdf: 'scrypt',
        N: 2 ** 14,
        r: 8,
        p: 1,
        salt: Buffer.alloc(16).toString('base64'),
        nonce: Buffer.alloc(12).toString('base64'),
        tag: Buffer.alloc(16).toString('base64'),
        ciphertext: '',
      },
    }),
  );
  await perch.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await perch.page.getByRole('tab', { name: 'Sign in with OAuth' }).click();
  await perch.page.getByRole('button', { name: 'Open team set-up file…' }).click();
  return perch;
}

/** The exchange of the code fails so. */
const failing = (
  id: string,
  title: string,
  caption: string,
  fault: Parameters<Visit['clickup']['fail']>[0],
  sight: string,
): Stop => ({
  id,
  title,
  caption,
  world: WORLD,
  setUp: (visit) => {
    visit.clickup.fail(fault);
    return answered(visit);
  },
  shows: (page) => [page.getByRole('alert').filter({ hasText: sight })],
});

const EXCHANGE = { path: '/api/v2/oauth/token' } as const;

export const oauth: TourScreen = {
  name: 'oauth',
  title: 'Sign in with OAuth',
  about: 'Setting up an OAuth app once, signing in through the browser, and what may come of it.',
  stops: [
    {
      id: 'set-up',
      title: 'Setting up',
      caption: 'The three steps of ClickUp’s own page; every redirect URL has a button to copy it.',
      setUp: async (visit) => {
        const perch = await fresh(visit);
        await perch.page.getByRole('tab', { name: 'Sign in with OAuth' }).click();
        return perch;
      },
      shows: (page) => [page.getByText('Create an App'), PROTOCOL],
    },
    {
      id: 'entered',
      title: 'Client ID and secret',
      caption: 'The secret is masked, and will never be shown again.',
      world: WORLD,
      setUp: entered,
      shows: (page) => [page.getByRole('button', { name: 'Save and sign in' })],
    },
    {
      id: 'file',
      title: 'A team’s set-up file',
      caption: 'What it says, before anything of it is used; the passphrase opens the secret.',
      setUp: withSetupFile,
      shows: () => ['Set-up file of your team', OAUTH_APP.clientId],
    },
    {
      id: 'file-wrong-passphrase',
      title: 'A wrong passphrase',
      caption: 'The file stays open, and so does the field.',
      setUp: async (visit) => {
        const perch = await withSetupFile(visit);
        await perch.page.getByLabel('Passphrase').fill('SAMPLE wrong passphrase');
        await perch.page.getByRole('button', { name: 'Add and sign in' }).click();
        return perch;
      },
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'does not open this file' })],
    },
    {
      id: 'waiting',
      title: 'Waiting for the browser',
      caption: 'Time left, opening again, copying the link, the next route, and pasting by hand.',
      world: WORLD,
      setUp: waiting,
      shows: () => ['Waiting for your browser', 'Use another way: a local port'],
    },
    {
      id: 'ignored',
      title: 'An answer that proves nothing',
      caption: 'It was not sent anywhere, and the sign-in goes on.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await waiting(visit);
        await deliverLink(perch, `${PROTOCOL}?code=SAMPLE&state=SAMPLE`);
        return perch;
      },
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'another sign-in' })],
    },
    {
      id: 'confirming',
      title: 'Whose account it is',
      caption: 'Nothing is stored before the person agrees.',
      world: WORLD,
      setUp: answered,
      shows: () => ['Connect this account?', 'Connect Ada Kessler'],
    },
    {
      id: 'denied',
      title: 'The person said no',
      caption: 'What happened, what it means, and the way back.',
      world: WORLD,
      setUp: (visit) => answered(visit, 'reject'),
      shows: () => ['ClickUp was told no'],
    },
    failing(
      'code-used',
      'The code was used',
      'ClickUp’s own sentence and code stand beside ours.',
      {
        kind: 'status',
        status: 400,
        ecode: 'OAUTH_014',
        sentence: 'Code already used',
        match: EXCHANGE,
      },
      'used up or too old',
    ),
    failing(
      'unknown-client',
      'An unknown client ID',
      'The details can be changed at once.',
      {
        kind: 'status',
        status: 401,
        ecode: 'OAUTH_010',
        sentence: 'Client not found',
        match: EXCHANGE,
      },
      'does not know this client ID',
    ),
    failing(
      'not-registered',
      'A redirect URL that is not registered',
      'The next route that is registered is one click away.',
      {
        kind: 'status',
        status: 400,
        ecode: 'OAUTH_007',
        sentence: 'Redirect URI not registered',
        match: EXCHANGE,
      },
      'not registered',
    ),
    failing(
      'offline',
      'The network went away',
      'On the last step; nothing was stored.',
      { kind: 'cutBeforeHeaders', match: EXCHANGE },
      'network went away',
    ),
    {
      id: 'nothing-pending',
      title: 'A link for which nothing waits',
      caption: 'It was ignored, and Perch says so.',
      setUp: async (visit) => {
        const perch = await fresh(visit);
        await perch.page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
        await deliverLink(perch, `${PROTOCOL}?code=SAMPLE&state=SAMPLE`);
        return perch;
      },
      shows: () => ['A sign-in link was opened, but no sign-in was under way'],
    },
    {
      id: 'start',
      title: 'Signing in again',
      caption: 'With the app set up, one button is left.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await waiting(visit);
        await perch.page.getByRole('button', { name: 'Cancel' }).click();
        return perch;
      },
      shows: (page) => [page.getByRole('button', { name: 'Sign in with the browser' })],
    },
    {
      id: 'apps',
      title: 'The OAuth apps among the tokens',
      caption: 'Where the secret lies, every route with its trial, and sharing with the team.',
      world: WORLD,
      setUp: connected,
      shows: () => ['OAuth apps', 'Add or remove Workspaces'],
    },
    {
      id: 'share',
      title: 'Sharing a set-up file',
      caption: 'The secret is sealed with a passphrase that travels another way.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await connected(visit);
        await perch.page.getByRole('button', { name: 'Share set-up file…' }).click();
        return perch;
      },
      shows: (page) => [page.getByRole('button', { name: 'Save file…' })],
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
  ],
};
