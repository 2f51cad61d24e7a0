import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { clickTray, executable, SANDBOX_SWITCH } from './support/perch.ts';
import {
  chooseOperation,
  connect,
  connectAndChoose,
  connectInEarlierRun,
  expect,
  send,
  test,
} from './support/test.ts';
import { withTrayHost } from './support/tray-host.ts';

test('the menu follows what the person has done', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await expect
    .poll(perch.trayLabels)
    .toEqual(['Not connected', 'Connect to ClickUp…', 'Hide Perch', 'Quit Perch']);
  await connect(perch);
  await expect.poll(perch.trayLabels).toContain('Choose a Workspace…');
  await page.getByRole('option', { name: /Northwind Studio/u }).click();
  await expect
    .poll(perch.trayLabels)
    .toEqual(expect.arrayContaining(['Northwind Studio', 'Harbour Clinic', 'Send a request…']));
});

test('a Workspace is changed from the tray', async ({ launch }) => {
  const perch = await launch();
  await connectAndChoose(perch);
  const labels = await perch.trayLabels();
  expect(labels[0]).toBe('Northwind Studio');
  const sideProjects = await perch.app.evaluate(() => {
    const record = Reflect.get(globalThis, Symbol.for('perch.record')) as { menu: Electron.Menu };
    const workspaces = record.menu.getMenuItemById('workspace')?.submenu?.items ?? [];
    return workspaces.find((item) => item.label === 'Side Projects')?.id ?? '';
  });
  await perch.clickTray(sideProjects);
  await expect.poll(async () => (await perch.trayLabels())[0]).toBe('Side Projects');
  await expect(perch.page.getByRole('button', { name: /Side Projects/u }).first()).toBeVisible();
});

test('Hide and Show take turns, and Show leads to the screen it names', async ({ launch }) => {
  const perch = await launch();
  await connectAndChoose(perch);
  await perch.clickTray('hide');
  await expect.poll(perch.isWindowVisible).toBe(false);
  await expect.poll(perch.trayLabels).toContain('Show Perch');
  await perch.clickTray('tokens');
  await expect.poll(perch.isWindowVisible).toBe(true);
  await expect(perch.page.getByRole('heading', { name: 'Tokens' })).toBeVisible();
});

test('a second start shows the first one’s window and ends', async ({ launch, userData }) => {
  const perch = await launch();
  await perch.page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
  await perch.clickTray('hide');
  await expect.poll(perch.isWindowVisible).toBe(false);
  const second = spawn(
    executable(),
    [`--user-data-dir=${userData}`, ...SANDBOX_SWITCH, resolve(import.meta.dirname, '../..')],
    { stdio: 'ignore' },
  );
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect.poll(perch.isWindowVisible).toBe(true);
});

test('a page that crashes comes back by itself', async ({ launch }) => {
  const perch = await launch();
  await connectAndChoose(perch);
  const opened = perch.app.waitForEvent('window');
  const session = await perch.page.context().newCDPSession(perch.page);
  session.send('Page.crash').catch(() => undefined);
  const page = await opened;
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  expect(await perch.isWindowVisible()).toBe(true);
});

test('Quit ends the process', async ({ launch }) => {
  const perch = await launch();
  await perch.page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
  const ended = new Promise((done) => perch.app.process().once('exit', done));
  await perch.clickTray('quit').catch(() => undefined);
  expect(await ended).toBe(0);
});

test.describe('closing the window', () => {
  test.skip(process.platform !== 'linux', 'Only Linux has desktops without a tray');

  test('with a tray it hides, and the tray brings it back', async ({ launch, userData }) => {
    const perch = await launch({ env: await withTrayHost(userData) });
    await perch.page.getByLabel('Personal token').fill('half a tok');
    await perch.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(perch.isWindowVisible).toBe(false);
    await expect.poll(perch.trayLabels).toContain('Show Perch');
    await perch.clickTray('show');
    await expect.poll(perch.isWindowVisible).toBe(true);
    await expect(perch.page.getByLabel('Personal token')).toHaveValue('half a tok');
    await perch.quit();
  });

  test('offline heals when the window is shown again', async ({ launch, userData, clickup }) => {
    const perch = await launch({ env: await withTrayHost(userData) });
    await connectAndChoose(perch);
    clickup.fail({ kind: 'cutBeforeHeaders' });
    await chooseOperation(perch.page, 'Get authorized user');
    await send(perch.page);
    await expect(perch.page.getByRole('contentinfo')).toContainText('Offline');
    clickup.fail(null);
    await perch.clickTray('hide');
    await expect.poll(perch.isWindowVisible).toBe(false);
    await perch.clickTray('show');
    await expect(perch.page.getByRole('contentinfo')).toContainText('Connected as Ada Kessler');
  });

  test('without a tray it quits, so that Perch is nowhere unseen', async ({ launch }) => {
    const perch = await launch();
    const ended = new Promise((done) => perch.app.process().once('exit', done));
    await perch.app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined);
    expect(await ended).toBe(0);
  });

  test('a hidden start shows nothing until it is asked, then what was asked for', async ({
    launch,
    userData,
    clickup,
  }) => {
    await connectInEarlierRun(launch);
    const before = clickup.requests.length;
    const second = await launch({
      env: await withTrayHost(userData),
      args: ['--hidden'],
      beforeWindow: async (app) => {
        await expect
          .poll(() => app.evaluate(() => Reflect.get(globalThis, Symbol.for('perch.record')).menu))
          .not.toBeNull();
        expect(app.windows()).toHaveLength(0);
        expect(clickup.requests).toHaveLength(before);
        await clickTray(app, 'tokens');
      },
    });
    await expect(second.page.getByRole('heading', { name: 'Tokens' })).toBeVisible();
  });
});
