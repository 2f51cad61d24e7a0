import { inMain } from './in-pages.ts';
import { expect } from './support.ts';

const MAIN = 'docs/api/ipc-main.md';
const RENDERER = 'docs/api/ipc-renderer.md';
const CONTENTS = 'docs/api/web-contents.md';

inMain(
  'ipcMain.handle',
  'answers ipcRenderer.invoke',
  `${MAIN}#ipcmainhandlechannel-listener`,
  async ({ ipcMain }) => {
    ipcMain.handle('sum', async (_event, a: number, b: number) => a + b);
    const { webContents } = await kit.open();
    return webContents.executeJavaScript('bridge.invoke("sum", 2, 3)') as Promise<unknown>;
  },
  5,
);

inMain(
  'ipcRenderer.invoke',
  'tells an error by its text alone',
  `${RENDERER}#ipcrendererinvokechannel-args`,
  async () => {
    const { webContents } = await kit.open();
    return webContents.executeJavaScript(
      'bridge.invoke("throw").catch(({ message }) => message)',
    ) as Promise<unknown>;
  },
  "Error invoking remote method 'throw': TypeError: no such luck",
);

inMain(
  'ipcRenderer.invoke',
  'rejects where nobody answers',
  `${RENDERER}#ipcrendererinvokechannel-args`,
  async () => {
    const { webContents } = await kit.open();
    return webContents.executeJavaScript(
      'bridge.invoke("nobody").catch(({ message }) => message)',
    ) as Promise<unknown>;
  },
  "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
);

inMain(
  'ipcRenderer.invoke',
  'rejects an answer that cannot be cloned',
  `${RENDERER}#ipcrendererinvokechannel-args`,
  async ({ ipcMain }) => {
    ipcMain.handle('function', () => () => 1);
    const { webContents } = await kit.open();
    return webContents.executeJavaScript(
      'bridge.invoke("function").catch(({ message }) => message)',
    ) as Promise<unknown>;
  },
  expect.stringContaining('An object could not be cloned.'),
);

inMain(
  'ipcMain.handle',
  'refuses a second handler',
  `${MAIN}#ipcmainhandlechannel-listener`,
  ({ ipcMain }) => {
    ipcMain.handle('once', () => 1);
    return kit.messageOf(() => ipcMain.handle('once', () => 2));
  },
  "Attempted to register a second handler for 'once'",
);

inMain(
  'ipcMain.removeHandler',
  'makes room for another',
  `${MAIN}#ipcmainremovehandlerchannel`,
  async ({ ipcMain }) => {
    ipcMain.handle('changed', () => 1);
    ipcMain.removeHandler('changed');
    ipcMain.handle('changed', () => 2);
    const { webContents } = await kit.open();
    return webContents.executeJavaScript('bridge.invoke("changed")') as Promise<unknown>;
  },
  2,
);

inMain(
  'ipcMain.handleOnce',
  'answers a single time',
  `${MAIN}#ipcmainhandleoncechannel-listener`,
  async ({ ipcMain }) => {
    ipcMain.handleOnce('single', () => 1);
    const { webContents } = await kit.open();
    return webContents.executeJavaScript(
      'bridge.invoke("single").then((first) => bridge.invoke("single").catch(({ message }) => [first, message]))',
    ) as Promise<unknown>;
  },
  [1, "Error invoking remote method 'single': Error: No handler registered for 'single'"],
);

inMain(
  'ipcMain.on',
  'hears ipcRenderer.send with its sender',
  `${MAIN}#ipcmainonchannel-listener`,
  async ({ ipcMain }) => {
    const { webContents } = await kit.open();
    const heard = kit.once(ipcMain, 'word');
    await webContents.executeJavaScript('bridge.send("word", 1, "two")');
    const [event, ...args] = (await heard) as [Electron.IpcMainEvent, ...unknown[]];
    return [event.sender === webContents, event.senderFrame === webContents.mainFrame, args];
  },
  [true, true, [1, 'two']],
);

inMain(
  'event.reply',
  'goes to the frame that sent',
  'docs/api/structures/ipc-main-event.md',
  async ({ ipcMain }) => {
    ipcMain.on('question', (event, value: number) => event.reply('answer', value + 1));
    const { webContents } = await kit.open();
    return webContents.executeJavaScript(
      'new Promise((done) => { bridge.listen("answer", done); bridge.send("question", 1); })',
    ) as Promise<unknown>;
  },
  2,
);

inMain(
  'ipcRenderer.sendSync',
  'waits for event.returnValue',
  `${RENDERER}#ipcrenderersendsyncchannel-args`,
  async ({ ipcMain }) => {
    ipcMain.on('ask', (event, value: number) => {
      event.returnValue = { twice: value * 2 };
    });
    const { webContents } = await kit.open();
    return webContents.executeJavaScript('bridge.sendSync("ask", 21)') as Promise<unknown>;
  },
  { twice: 42 },
);

inMain(
  'ipcRenderer.sendSync',
  'waits for a value that comes later, too',
  `${RENDERER}#ipcrenderersendsyncchannel-args`,
  async ({ ipcMain }) => {
    ipcMain.on('ask', (event) => {
      setTimeout(() => {
        event.returnValue = 'late';
      }, 20);
    });
    const { webContents } = await kit.open();
    return webContents.executeJavaScript('bridge.sendSync("ask")') as Promise<unknown>;
  },
  'late',
);

inMain(
  'webContents.send',
  'is heard by ipcRenderer.on, in order',
  `${CONTENTS}#contentssendchannel-args`,
  async () => {
    const { webContents } = await kit.open();
    webContents.send('heard', 1, { a: 2 });
    webContents.send('heard', 3);
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const heard = (await webContents.executeJavaScript('bridge.heard()')) as unknown[];
      if (heard.length === 2) return heard;
      await new Promise((done) => setTimeout(done, 10));
    }
    return [];
  },
  [[1, { a: 2 }], [3]],
);

inMain(
  'webContents.send',
  'refuses what cannot be cloned',
  `${CONTENTS}#contentssendchannel-args`,
  async () => {
    const { webContents } = await kit.open();
    const errors: string[] = [];
    const { error } = console;
    console.error = (...parts: unknown[]) => void errors.push(parts.map(String).join(' '));
    const message = await kit.messageOf(() => webContents.send('heard', () => 1));
    console.error = error;
    return `${message} ${errors.join(' ')}`.includes('An object could not be cloned.');
  },
  true,
);

inMain(
  'webContents.send',
  'wants a channel',
  `${CONTENTS}#contentssendchannel-args`,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.send(undefined as unknown as string));
  },
  'Missing required channel argument',
);

inMain(
  'ipcRenderer.off',
  'stops a listener',
  `${RENDERER}#ipcrendereroffchannel-listener`,
  async ({ ipcMain }) => {
    ipcMain.on('echo-twice', (event) => {
      event.reply('tick');
      event.reply('tock');
    });
    const { webContents } = await kit.open();
    return webContents.executeJavaScript(`new Promise((done) => {
      const seen = [];
      const stop = bridge.listen('tick', () => seen.push('tick'));
      stop();
      bridge.listen('tock', () => done(seen));
      bridge.send('echo-twice');
    })`) as Promise<unknown>;
  },
  [],
);

inMain(
  'ipcRenderer.once',
  'hears a single time',
  `${RENDERER}#ipcrendereroncechannel-listener`,
  async ({ ipcMain }) => {
    ipcMain.on('thrice', (event) => {
      event.reply('tick');
      event.reply('tick');
      event.reply('tock');
    });
    const { webContents } = await kit.open();
    return webContents.executeJavaScript(`new Promise((done) => {
      const seen = [];
      bridge.listenOnce('tick', () => seen.push('tick'));
      bridge.listen('tock', () => done(seen));
      bridge.send('thrice');
    })`) as Promise<unknown>;
  },
  ['tick'],
);
