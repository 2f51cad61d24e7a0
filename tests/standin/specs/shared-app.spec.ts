import type { ElectronApplication } from '@playwright/test';
import { join } from 'node:path';
import { withServer } from '../conformance/server.ts';
import { sharedApp, type SharedApp } from '../conformance/shared-app.ts';
import { startApp } from '../conformance/support.ts';
import { expect, STANDIN, test } from '../support/fixture-app.ts';

/** What the conformance specs rely on: no statement hears of the one before. */
async function sharing(
  userData: string,
  body: (next: () => Promise<ElectronApplication>) => Promise<void>,
): Promise<void> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(STANDIN, 'dist');
  let starts = 0;
  const start = (): Promise<ElectronApplication> =>
    startApp(join(userData, String((starts += 1))), { app: 'pages' });
  const shared: SharedApp = sharedApp(start, 1_000);
  try {
    await body(() => shared.asStarted(() => kit.reset()));
  } finally {
    await shared.end();
  }
}

const answer = (app: ElectronApplication): Promise<number> => app.evaluate(() => 6 * 7);

test('one process serves one statement after the other', async ({ userData }) => {
  await sharing(userData, async (next) => {
    const first = await next();
    expect(await next()).toBe(first);
    expect(await answer(first)).toBe(42);
  });
});

test('an app that a statement ended is replaced', async ({ userData }) => {
  await sharing(userData, async (next) => {
    const first = await next();
    const ended = new Promise((done) => first.process().once('exit', done));
    await first.evaluate(({ app }) => app.exit()).catch(() => undefined);
    await ended;
    expect(await answer(await next())).toBe(42);
  });
});

test('an app that a statement blocks is replaced', async ({ userData }) => {
  await sharing(userData, async (next) => {
    const first = await next();
    const blocked = first.process();
    void first
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
    expect(await answer(await next())).toBe(42);
    await expect.poll(() => blocked.signalCode).toBe('SIGKILL');
  });
});

test('what a statement leaves behind is undone', async ({ userData }) => {
  await sharing(userData, async (next) =>
    withServer(
      (request, response) => response.end(request.headers['x-added'] ?? 'nothing'),
      async (url) => {
        const app = await next();
        await app.evaluate(async (electron, address) => {
          const { globalShortcut, ipcMain, Menu, nativeTheme, protocol } = electron;
          const window = await kit.open();
          await window.webContents.executeJavaScript('localStorage.left = "behind"');
          const { session, zoomFactor } = window.webContents;
          window.webContents.zoomFactor = zoomFactor * 2;
          await session.cookies.set({ url: address, name: 'left', value: 'behind' });
          session.webRequest.onBeforeSendHeaders(({ requestHeaders }, callback) =>
            callback({ requestHeaders: { ...requestHeaders, 'x-added': 'yes' } }),
          );
          session.setUserAgent('Left/1');
          protocol.handle('http', () => new Response('left behind'));
          ipcMain.handle('left', () => 'behind');
          ipcMain.on('left', () => undefined);
          electron.app.on('activate', () => undefined);
          electron.app.name = 'Left';
          electron.dialog.showOpenDialog = async () => ({ canceled: true, filePaths: ['left'] });
          globalShortcut.register('Ctrl+Alt+F7', () => undefined);
          globalShortcut.setSuspended(true);
          Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Left' }]));
          nativeTheme.themeSource = 'dark';
        }, url);
        expect(await next()).toBe(app);
        const left = await app.evaluate(async (electron, address) => {
          const { BrowserWindow, globalShortcut, ipcMain, Menu, nativeTheme } = electron;
          const windows = BrowserWindow.getAllWindows().length;
          const { webContents } = await kit.open();
          return {
            windows,
            stored: (await webContents.executeJavaScript('localStorage.left ?? "gone"')) as string,
            zoom: webContents.zoomFactor,
            cookies: await webContents.session.cookies.get({}),
            answer: await (await webContents.session.fetch(address)).text(),
            agent: webContents.session.getUserAgent() === electron.app.userAgentFallback,
            listeners: ipcMain.listenerCount('left') + electron.app.listenerCount('activate'),
            again: await kit.messageOf(() => ipcMain.handle('left', () => 'again')),
            name: electron.app.name,
            dialog: String(electron.dialog.showOpenDialog).includes('left'),
            shortcuts: globalShortcut.isSuspended() || globalShortcut.isRegistered('Ctrl+Alt+F7'),
            menu: Menu.getApplicationMenu()?.items.some(({ label }) => label === 'Left') ?? false,
            theme: nativeTheme.themeSource,
          };
        }, url);
        expect(left).toEqual({
          windows: 0,
          stored: 'gone',
          zoom: 1,
          cookies: [],
          answer: 'nothing',
          agent: true,
          listeners: 0,
          again: 'undefined',
          name: 'Conformance Pages',
          dialog: false,
          shortcuts: false,
          menu: false,
          theme: 'system',
        });
      },
    ),
  );
});
