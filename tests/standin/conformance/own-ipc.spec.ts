import { inMain } from './in-pages.ts';

const CONTENTS = 'docs/api/web-contents.md';

inMain(
  'webContents.ipc',
  'hears its own page only, and before ipcMain',
  `${CONTENTS}#contentsipc-readonly`,
  async ({ ipcMain }) => {
    const [first, second] = [await kit.open(), await kit.open()];
    const seen: string[] = [];
    first.webContents.ipc.on('word', () => seen.push('page'));
    ipcMain.on('word', () => seen.push('all'));
    await first.webContents.executeJavaScript('bridge.send("word")');
    await second.webContents.executeJavaScript('bridge.send("word")');
    for (let attempt = 0; attempt < 100 && seen.length < 3; attempt += 1)
      await new Promise((done) => setTimeout(done, 10));
    return seen;
  },
  ['page', 'all', 'all'],
);

inMain(
  'webContents.ipc',
  'answers before ipcMain',
  `${CONTENTS}#contentsipc-readonly`,
  async ({ ipcMain }) => {
    const { webContents } = await kit.open();
    ipcMain.handle('who', () => 'all');
    webContents.ipc.handle('who', () => 'page');
    return webContents.executeJavaScript('bridge.invoke("who")') as Promise<unknown>;
  },
  'page',
);

inMain(
  'webFrameMain.ipc',
  'answers before all others',
  'docs/api/web-frame-main.md#frameipc-readonly',
  async () => {
    const { webContents } = await kit.open();
    webContents.ipc.handle('who', () => 'page');
    webContents.mainFrame.ipc.handle('who', () => 'frame');
    return webContents.executeJavaScript('bridge.invoke("who")') as Promise<unknown>;
  },
  'frame',
);

inMain(
  'WebContents ‘ipc-message’',
  'comes for each message of the page',
  `${CONTENTS}#event-ipc-message`,
  async () => {
    const { webContents } = await kit.open();
    const told = kit.once(webContents, 'ipc-message');
    await webContents.executeJavaScript('bridge.send("word", 1)');
    const [, channel, value] = await told;
    return [channel, value];
  },
  ['word', 1],
);
