import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  beginSignIn,
  decide,
  enterApp,
  expect,
  LOOPBACK,
  PROTOCOL,
  test,
} from './support/oauth.ts';

/*
 * Signing in through a real Chromium on a desktop of its own: the authorize page, the person's
 * decision, the redirect, xdg-open, and back into Perch.
 */

test.skip(process.platform !== 'linux', 'Only on Linux can a test have a desktop of its own');

test('the custom protocol into the running Perch', async ({
  signIn,
  launch,
  clickup,
  userData,
}) => {
  const perch = await launch({ env: signIn.env });
  const { page } = perch;
  await enterApp(page);
  await beginSignIn(page);
  const consent = await signIn.browser.page(`${clickup.origin}/api`);
  // Requirement O1: the page is in the browser, and no window of Perch ever loads it.
  expect(consent.url()).toContain('client_id=SAMPLE_CLIENT_ID');
  expect(perch.app.windows()).toHaveLength(1);
  await decide(consent, 'Connect Workspaces');

  await expect(page.getByRole('heading', { name: 'Connect this account?' })).toBeVisible();
  await expect(page.getByText('Ada Kessler').first()).toBeVisible();
  const stored = () => readFile(join(userData, 'connections.json'), 'utf8');
  expect(JSON.parse(await stored()).document.connections).toEqual([]);
  await page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  // Only one Workspace was allowed, so there is nothing to pick.
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  const [connection] = JSON.parse(await stored()).document.connections;
  expect(connection.kind).toBe('oauth');
  expect(connection.workspaces).toHaveLength(1);
  expect(JSON.stringify(await stored())).not.toContain('CANARY');
});

test('the custom protocol into the stopped Perch: the attempt is read back from the vault', async ({
  signIn,
  launch,
  clickup,
}) => {
  const first = await launch({ env: signIn.env });
  await enterApp(first.page);
  await beginSignIn(first.page);
  const consent = await signIn.browser.page(`${clickup.origin}/api`);
  await first.quit();

  await decide(consent, 'Connect Workspaces');
  const page = await signIn.startedWindow();
  await expect(page.getByRole('heading', { name: 'Connect this account?' })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
});

test('the loopback port', async ({ ports: _ports, signIn, launch, clickup }) => {
  const { page } = await launch({ env: signIn.env });
  await enterApp(page, { ticked: [LOOPBACK] });
  await beginSignIn(page);
  const consent = await signIn.browser.page(`${clickup.origin}/api`);
  await decide(consent, 'Connect Workspaces');
  await consent.waitForURL(/127\.0\.0\.1:17291/u);
  await expect(consent.getByText('You can close this page.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Connect this account?' })).toBeVisible();
  // Requirement O11: the port is open only while an attempt waits.
  await expect(fetch(LOOPBACK)).rejects.toThrow('fetch failed');
});

test('a person who says no in the browser is told so in Perch', async ({
  signIn,
  launch,
  clickup,
}) => {
  const { page } = await launch({ env: signIn.env });
  await enterApp(page);
  await beginSignIn(page);
  await decide(await signIn.browser.page(`${clickup.origin}/api`), 'Reject', []);
  await expect(page.getByRole('alert')).toContainText('ClickUp was told no');
  await expect(page.getByRole('alert')).toContainText('Nothing was stored');
});

test('an unregistered redirect URL is ClickUp’s page in the browser, and Perch has the next route', async ({
  signIn,
  launch,
  clickup,
}) => {
  const { page } = await launch({ env: signIn.env });
  await enterApp(page, { ticked: [LOOPBACK], bridge: 'perch.example/elsewhere' });
  await page.getByRole('checkbox', { name: LOOPBACK }).setChecked(false);
  await page.getByRole('checkbox', { name: PROTOCOL }).setChecked(false);
  await beginSignIn(page);
  const consent = await signIn.browser.page(`${clickup.origin}/api`);
  await expect(consent.getByRole('alert')).toContainText('OAUTH_007');
  await expect(page.getByRole('heading', { name: 'Waiting for your browser' })).toBeVisible();
});

test('the trial of a route opens the browser and reports what arrived', async ({
  ports: _ports,
  signIn,
  launch,
}) => {
  const { page } = await launch({ env: signIn.env });
  await enterApp(page, { ticked: [PROTOCOL, LOOPBACK] });
  await beginSignIn(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await page.getByRole('button', { name: 'Tokens', exact: true }).click();
  for (const uri of [PROTOCOL, LOOPBACK]) {
    await page.getByRole('button', { name: `Test ${uri}` }).click();
    await expect(page.getByText('Works: the browser came back to Perch.')).toBeVisible();
  }
});
