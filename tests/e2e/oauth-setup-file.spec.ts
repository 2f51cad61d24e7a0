import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseInDialogs } from './support/dialogs.ts';
import {
  answerTo,
  beginSignIn,
  deliverLink,
  enterApp,
  expect,
  LOOPBACK,
  OAUTH_APP,
  PROTOCOL,
  test,
} from './support/oauth.ts';
import { temporaryFolder, type Perch } from './support/perch.ts';
import type { Fixtures } from './support/test.ts';

/* A team's set-up file, from the admin's Perch to somebody else's. */

const PASSPHRASE = 'SAMPLE six words are better than one';
const NORTHWIND = '9002411';

/** Drops a file on a part of the window. */
async function drop(page: Page, on: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'team.perch-setup'));
    return transfer;
  }, text);
  await page.locator(on).dispatchEvent('dragover', { dataTransfer });
  await page.locator(on).dispatchEvent('drop', { dataTransfer });
}

/** The admin's Perch with the app set up, on the Tokens screen. */
async function adminsPerch(launch: Fixtures['launch']): Promise<Perch> {
  const perch = await launch();
  const { page } = perch;
  await enterApp(page, { ticked: [PROTOCOL, LOOPBACK], bridge: 'perch.example/back' });
  await beginSignIn(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await page.getByRole('button', { name: 'Tokens', exact: true }).click();
  return perch;
}

async function exportTo(perch: Perch, path: string): Promise<string> {
  const { page } = perch;
  await chooseInDialogs(perch.app, path);
  await page.getByRole('button', { name: 'Share set-up file…' }).click();
  await page.getByLabel('Passphrase, 12 characters or more').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Save file…' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  return readFile(path, 'utf8');
}

/** Somebody else's Perch, with a folder of its own. */
async function otherPerch(launch: Fixtures['launch']) {
  const folder = await temporaryFolder();
  const perch = await launch({ userData: folder.path });
  return { ...perch, ...folder };
}

/** Enters the passphrase and signs in as far as the question whose account it is. */
async function signInWithFile(perch: Perch, clickup: Fixtures['clickup']): Promise<void> {
  const { page } = perch;
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for your browser' })).toBeVisible();
  await deliverLink(perch, await answerTo(perch, clickup, [NORTHWIND]));
  // ClickUp's double exchanges a code for the right secret only.
  await expect(page.getByRole('button', { name: 'Connect Ada Kessler' })).toBeVisible();
}

test('an admin saves it with a passphrase; somebody else chooses it and signs in', async ({
  launch,
  clickup,
  userData,
}) => {
  const admin = await adminsPerch(launch);
  const path = join(userData, 'team.perch-setup');

  await chooseInDialogs(admin.app, null);
  await admin.page.getByRole('button', { name: 'Share set-up file…' }).click();
  const passphrase = admin.page.getByLabel('Passphrase, 12 characters or more');
  await passphrase.fill('too short');
  await expect(admin.page.getByRole('button', { name: 'Save file…' })).toBeDisabled();
  await passphrase.fill(PASSPHRASE);
  await admin.page.getByRole('button', { name: 'Save file…' }).click();
  await expect(passphrase).toHaveValue(PASSPHRASE);
  await admin.page.getByRole('button', { name: 'Cancel' }).click();

  const text = await exportTo(admin, path);
  for (const secret of [OAUTH_APP.clientSecret, PASSPHRASE]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16));
  }

  const other = await otherPerch(launch);
  const { page } = other;
  await chooseInDialogs(other.app, path);
  await page.getByRole('tab', { name: 'Sign in with OAuth' }).click();
  await page.getByRole('button', { name: 'Open team set-up file…' }).click();
  await expect(page.getByRole('heading', { name: 'Set-up file of your team' })).toBeVisible();
  for (const shown of [OAUTH_APP.clientId, PROTOCOL, LOOPBACK, 'https://perch.example/back']) {
    await expect(page.getByText(shown, { exact: true })).toBeVisible();
  }
  await page.getByLabel('Passphrase').fill('SAMPLE not the passphrase');
  await page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('does not open this file');
  expect(await page.evaluate(() => window.perch.session.read())).toMatchObject({
    value: { oauthApps: [], signIn: null },
  });
  await signInWithFile(other, clickup);
  expect((await other.bridgeTraffic()).join('\n')).not.toContain(OAUTH_APP.clientSecret);
  await other.quit();
  await other.remove();
});

test('it can be dropped anywhere on the window', async ({ launch, clickup, userData }) => {
  const text = await exportTo(await adminsPerch(launch), join(userData, 'team.perch-setup'));
  const other = await otherPerch(launch);
  const { page } = other;
  await page.getByLabel('Personal token').fill('SAMPLE text that is being typed');
  await drop(page, 'footer', text);
  await expect(page.getByRole('heading', { name: 'Set-up file of your team' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).last().click();
  // The same file once more is a drop too.
  await drop(page, 'header', text);
  await signInWithFile(other, clickup);
  await other.quit();
  await other.remove();
});

test('it names the team’s endpoint in the place of the secret, and then needs no passphrase', async ({
  launch,
  userData,
}) => {
  const admin = await adminsPerch(launch);
  const path = join(userData, 'team.perch-setup');
  await chooseInDialogs(admin.app, path);
  await admin.page.getByRole('button', { name: 'Share set-up file…' }).click();
  await admin.page.getByRole('tab', { name: 'Kept by an endpoint' }).click();
  const address = admin.page.getByLabel('Address of the exchange endpoint');
  await address.fill('http://perch.example/exchange');
  await admin.page.getByRole('button', { name: 'Save file…' }).click();
  await expect(admin.page.getByRole('alert')).toContainText('is an https address');
  await address.fill('https://perch.example/exchange');
  await admin.page.getByRole('button', { name: 'Save file…' }).click();
  await expect(admin.page.getByText('Saved.')).toBeVisible();
  const text = await readFile(path, 'utf8');
  expect(JSON.parse(text).secret).toEqual({
    kind: 'endpoint',
    address: 'https://perch.example/exchange',
  });

  const other = await otherPerch(launch);
  await drop(other.page, 'main', text);
  await expect(other.page.getByText(/only the code goes there/u)).toBeVisible();
  await expect(other.page.getByLabel('Passphrase')).toHaveCount(0);
  await other.page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(other.page.getByRole('heading', { name: 'Waiting for your browser' })).toBeVisible();
  await other.quit();
  await other.remove();
});

test('it leads to signing in from any other screen too', async ({ launch, userData }) => {
  const admin = await adminsPerch(launch);
  const text = await exportTo(admin, join(userData, 'team.perch-setup'));
  await drop(admin.page, 'main', text);
  await expect(admin.page.getByRole('heading', { name: 'Set-up file of your team' })).toBeVisible();
});

/** What may have become of a file on its way, and what is told. */
const UNUSABLE = {
  damaged: { change: (text: string) => text.replace('{', '('), told: 'or it is damaged' },
  'cut short': { change: (text: string) => text.slice(0, -40), told: 'or it is damaged' },
  empty: { change: () => '', told: 'or it is damaged' },
  'too long': { change: (text: string) => text + ' '.repeat(70_000), told: 'it is too long' },
  'of a newer Perch': {
    change: (text: string) => text.replace('"version": 1', '"version": 2'),
    told: 'made by a newer Perch',
  },
  'with an address in plain http': {
    change: (text: string) => text.replace('https://perch.example', 'http://perch.example'),
    told: 'or it is damaged',
  },
} as const;

test('a file that is damaged, too long or of a newer Perch is refused, dropped or chosen', async ({
  launch,
  userData,
}) => {
  const path = join(userData, 'team.perch-setup');
  const text = await exportTo(await adminsPerch(launch), path);
  const other = await otherPerch(launch);
  const { page } = other;
  await chooseInDialogs(other.app, path);
  await page.getByRole('tab', { name: 'Sign in with OAuth' }).click();
  const alert = page.getByRole('alert');
  for (const { change, told } of Object.values(UNUSABLE)) {
    await drop(page, 'main', change(text));
    await expect(alert).toContainText('Check the set-up file');
    await expect(alert).toContainText(told);
    await writeFile(path, change(text));
    await page.getByRole('button', { name: 'Open team set-up file…' }).click();
    await expect(alert).toContainText(told);
  }
  // Its secret changed on the way: the form holds, and no passphrase opens it.
  await drop(
    page,
    'main',
    text.replace(
      /("ciphertext": ")(.)/u,
      (_all, head: string, one: string) => head + (one === 'A' ? 'B' : 'A'),
    ),
  );
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await expect(alert).toHaveCount(0);
  await page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(alert).toContainText('does not open this file');
  expect(await page.evaluate(() => window.perch.session.read())).toMatchObject({
    value: { oauthApps: [] },
  });
  await other.quit();
  await other.remove();
});

test('a folder that may not be written is told, and the form stays', async ({
  launch,
  userData,
}) => {
  const admin = await adminsPerch(launch);
  const { page } = admin;
  await chooseInDialogs(admin.app, join(userData, 'no such folder', 'team.perch-setup'));
  await page.getByRole('button', { name: 'Share set-up file…' }).click();
  await page.getByLabel('Passphrase, 12 characters or more').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Save file…' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Passphrase, 12 characters or more')).toHaveValue(PASSPHRASE);
});
