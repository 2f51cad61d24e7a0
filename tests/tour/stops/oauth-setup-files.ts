import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SetupFile, writeSetup } from '../../../electron/connections/oauth/setup-file.ts';
import { OAUTH_APP, PROTOCOL } from '../../e2e/support/oauth.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, Visit } from '../stop.ts';
import { connected, WORLD } from '../support/signing-in.ts';
import { fresh, goTo } from '../support/steps.ts';

/** A secret that no passphrase opens. */
const SEALED: SetupFile['secret'] = {
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
};
const HOSTED: SetupFile['secret'] = {
  kind: 'endpoint',
  address: 'https://perch.example/exchange',
};

/** A set-up file that the person chooses in the system's dialog. */
async function withFile(visit: Visit, text: string): Promise<Perch> {
  const perch = await fresh(visit);
  const path = join(visit.userData, 'team.perch-setup');
  await writeFile(path, text);
  await perch.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await perch.page.getByRole('tab', { name: 'Sign in with OAuth' }).click();
  await perch.page.getByRole('button', { name: 'Open team set-up file…' }).click();
  return perch;
}

const withSetup = (visit: Visit, secret: SetupFile['secret']): Promise<Perch> =>
  withFile(
    visit,
    writeSetup({
      clientId: OAUTH_APP.clientId,
      redirectUris: [PROTOCOL, 'https://perch.example/back'],
      secret,
    }),
  );

/** An app whose secret stays with the team's endpoint, on the Tokens screen. */
async function hosted(visit: Visit): Promise<Perch> {
  const perch = await withSetup(visit, HOSTED);
  const { page } = perch;
  await page.getByRole('button', { name: 'Add and sign in' }).click();
  await page.getByRole('heading', { name: 'Waiting for your browser' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await page.getByRole('heading', { name: 'Choose a Workspace' }).waitFor();
  await goTo(page, 'Tokens');
  return perch;
}

/** A team's set-up file, coming and going. */
export const setupFiles: readonly Stop[] = [
  {
    id: 'file',
    title: 'A team’s set-up file',
    caption: 'What it says, before anything of it is used; the passphrase opens the secret.',
    setUp: (visit) => withSetup(visit, SEALED),
    shows: () => ['Set-up file of your team', OAUTH_APP.clientId],
  },
  {
    id: 'file-wrong-passphrase',
    title: 'A wrong passphrase',
    caption: 'The file stays open, and so does the field.',
    setUp: async (visit) => {
      const perch = await withSetup(visit, SEALED);
      await perch.page.getByLabel('Passphrase').fill('SAMPLE wrong passphrase');
      await perch.page.getByRole('button', { name: 'Add and sign in' }).click();
      return perch;
    },
    shows: (page) => [page.getByRole('alert').filter({ hasText: 'does not open this file' })],
  },
  {
    id: 'file-hosted',
    title: 'A set-up file without a secret',
    caption: 'The team’s endpoint keeps it; no passphrase is needed.',
    setUp: (visit) => withSetup(visit, HOSTED),
    shows: () => [/only the code goes there/u],
  },
  {
    id: 'file-damaged',
    title: 'A damaged set-up file',
    caption: 'Nothing of it is used.',
    setUp: (visit) => withFile(visit, 'damaged'),
    shows: () => ['Check the set-up file', /or it is damaged/u],
  },
  {
    id: 'file-over-window',
    title: 'A file over the window',
    caption: 'It can be dropped anywhere, on every screen.',
    setUp: async (visit) => {
      const perch = await fresh(visit);
      const dataTransfer = await perch.page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['{}'], 'team.perch-setup'));
        return transfer;
      });
      await perch.page.locator('main').dispatchEvent('dragover', { dataTransfer });
      return perch;
    },
    shows: () => ['Drop the set-up file to open it'],
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
    id: 'share-hosted',
    title: 'Sharing one without a secret',
    caption: 'It names the endpoint that keeps the secret, and needs no passphrase.',
    setUp: async (visit) => {
      const perch = await hosted(visit);
      await perch.page.getByRole('button', { name: 'Share set-up file…' }).click();
      return perch;
    },
    shows: (page) => [/The file holds no secret/u, page.getByText(/^Secret stays with/u)],
  },
  {
    id: 'share-endpoint',
    title: 'An endpoint in the place of the secret',
    caption: 'For a team that hosts one: the file names it.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await connected(visit);
      const { page } = perch;
      await page.getByRole('button', { name: 'Share set-up file…' }).click();
      await page.getByRole('tab', { name: 'Kept by an endpoint' }).click();
      return perch;
    },
    shows: (page) => [page.getByLabel('Address of the exchange endpoint')],
  },
  {
    id: 'shared',
    title: 'A set-up file is saved',
    caption: 'And said so, where it was asked for.',
    setUp: async (visit) => {
      const perch = await hosted(visit);
      const { app, page } = perch;
      await app.evaluate(
        ({ dialog }, filePath) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath });
        },
        join(visit.userData, 'saved.perch-setup'),
      );
      await page.getByRole('button', { name: 'Share set-up file…' }).click();
      await page.getByRole('button', { name: 'Save file…' }).click();
      return perch;
    },
    shows: () => ['Saved.'],
  },
];
