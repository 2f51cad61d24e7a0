import { inMain, inPage } from './in-pages.ts';
import { expect } from './support.ts';

const SANDBOX = 'docs/tutorial/sandbox.md#preload-scripts';

inPage(
  'webPreferences.preload',
  'has Electron’s renderer modules and none of Node’s',
  SANDBOX,
  () => bridge.modules(),
  ['object', 'object', 'refused'],
);

inPage(
  'webPreferences.preload',
  'finds require, process, module and exports',
  SANDBOX,
  () => bridge.globals(),
  ['function', 'object', 'object', 'object', 'object'],
);

inPage(
  'process',
  'tells a preload where it runs',
  'docs/api/process.md#sandbox',
  () => bridge.process(),
  {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    electron: expect.stringMatching(/^\d+\.\d+\.\d+/),
    platform: 'linux',
  },
);

inMain(
  'webPreferences.preload',
  'runs before the page’s own scripts',
  'docs/api/structures/web-preferences.md',
  async ({ ipcMain }) => {
    const ran = kit.once(ipcMain, 'preload-ran');
    await kit.open();
    const [, path, state] = await ran;
    return [path, state];
  },
  ['/plain.html', 'loading'],
);

inMain(
  'webPreferences.preload',
  'runs again for each document',
  'docs/api/structures/web-preferences.md',
  async ({ ipcMain }) => {
    const seen = kit.record(ipcMain, 'preload-ran');
    const window = await kit.open();
    await window.loadURL('app://pages/second.html');
    return seen.length;
  },
  2,
);

inMain(
  'webPreferences.preload',
  'does not run in frames by itself',
  'docs/api/structures/web-preferences.md',
  async ({ ipcMain }) => {
    const paths: unknown[] = [];
    ipcMain.on('preload-ran', (_event, path) => paths.push(path));
    await kit.open('frames.html');
    return paths;
  },
  ['/frames.html'],
);

inMain(
  'WebContents ‘preload-error’',
  'comes when a preload throws',
  'docs/api/web-contents.md#event-preload-error',
  async ({ app, BrowserWindow }) => {
    const { writeFileSync } = process.getBuiltinModule('node:fs');
    const preload = `${app.getPath('userData')}/throws.cjs`;
    writeFileSync(preload, 'throw new Error("no such preload")');
    const window = new BrowserWindow({ show: false, webPreferences: { preload } });
    const failed = kit.once(window.webContents, 'preload-error');
    await window.loadURL('data:text/html,x');
    const [, path, error] = await failed;
    return [path === preload, (error as Error).message.includes('no such preload')];
  },
  [true, true],
);

inMain(
  'webContents.getLastWebPreferences',
  'tells the safe defaults',
  'docs/tutorial/security.md',
  async () => {
    const { webContents } = await kit.open();
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
      webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
    ).getLastWebPreferences();
    return [sandbox, contextIsolation, nodeIntegration, webSecurity];
  },
  [true, true, false, true],
);
