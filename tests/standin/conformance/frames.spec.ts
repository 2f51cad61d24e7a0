import { inMain } from './in-pages.ts';

const DOC = 'docs/api/web-frame-main.md';

inMain(
  'webContents.mainFrame',
  'tells address and origin',
  `${DOC}#frameurl-readonly`,
  async () => {
    const { mainFrame } = (await kit.open()).webContents;
    return [
      mainFrame.url,
      mainFrame.origin,
      mainFrame.parent,
      mainFrame.top === mainFrame,
      mainFrame.detached,
    ];
  },
  ['app://pages/plain.html', 'app://pages', null, true, false],
);

inMain(
  'frame.frames',
  'lists the frames below, with names and parents',
  `${DOC}#frameframes-readonly`,
  async () => {
    const { mainFrame } = (await kit.open('frames.html')).webContents;
    const [child] = mainFrame.frames;
    return [
      child?.name,
      child?.url,
      child?.parent === mainFrame,
      child?.top === mainFrame,
      mainFrame.framesInSubtree.length,
    ];
  },
  ['child', 'app://pages/child.html', true, true, 2],
);

inMain(
  'event.senderFrame',
  'is the frame that spoke',
  'docs/api/structures/ipc-main-event.md',
  async ({ ipcMain }) => {
    const seen: unknown[] = [];
    ipcMain.on('preload-ran', ({ sender, senderFrame }, path) =>
      seen.push([path, senderFrame === sender.mainFrame, senderFrame?.parent === sender.mainFrame]),
    );
    await kit.open('frames.html', { webPreferences: { nodeIntegrationInSubFrames: true } });
    return seen;
  },
  [
    ['/frames.html', true, false],
    ['/child.html', false, true],
  ],
);

inMain(
  'frame.send',
  'reaches that frame alone',
  `${DOC}#framesendchannel-args`,
  async () => {
    const { mainFrame } = (
      await kit.open('frames.html', { webPreferences: { nodeIntegrationInSubFrames: true } })
    ).webContents;
    const [child] = mainFrame.frames;
    child?.send('heard', 'below');
    const heard = (frame: Electron.WebFrameMain | undefined): Promise<unknown> =>
      frame?.executeJavaScript('bridge.heard()') as Promise<unknown>;
    for (
      let attempt = 0;
      attempt < 100 && ((await heard(child)) as unknown[]).length === 0;
      attempt += 1
    )
      await new Promise((done) => setTimeout(done, 10));
    return [await heard(child), await heard(mainFrame)];
  },
  [[['below']], []],
);

inMain(
  'event.reply',
  'goes back to the frame that spoke',
  'docs/api/structures/ipc-main-event.md',
  async ({ ipcMain }) => {
    ipcMain.on('question', (event) => event.reply('heard', 'answer'));
    const { mainFrame } = (
      await kit.open('frames.html', { webPreferences: { nodeIntegrationInSubFrames: true } })
    ).webContents;
    const [child] = mainFrame.frames;
    await child?.executeJavaScript('bridge.send("question")');
    const heard = (frame: Electron.WebFrameMain | undefined): Promise<unknown> =>
      frame?.executeJavaScript('bridge.heard()') as Promise<unknown>;
    for (
      let attempt = 0;
      attempt < 100 && ((await heard(child)) as unknown[]).length === 0;
      attempt += 1
    )
      await new Promise((done) => setTimeout(done, 10));
    return [await heard(child), await heard(mainFrame)];
  },
  [[['answer']], []],
);

inMain(
  'frame.executeJavaScript',
  'runs in the frame',
  `${DOC}#frameexecutejavascriptcode-usergesture`,
  async () => {
    const { mainFrame } = (await kit.open('frames.html')).webContents;
    return mainFrame.frames[0]?.executeJavaScript('document.title') as Promise<unknown>;
  },
  'Child',
);

inMain(
  'WebContents ‘will-frame-navigate’',
  'comes for a frame, and will-navigate does not',
  'docs/api/web-contents.md#event-will-frame-navigate',
  async () => {
    const { webContents } = await kit.open('frames.html');
    const seen = kit.record(webContents, 'will-navigate');
    const asked = kit.once(webContents, 'will-frame-navigate');
    webContents.on('will-frame-navigate', (event) => event.preventDefault());
    await webContents.mainFrame.frames[0]?.executeJavaScript(
      'document.querySelector("#go").click()',
    );
    const [details] = (await asked) as [Electron.WebContentsWillFrameNavigateEventParams];
    return [details.url, details.isMainFrame, seen];
  },
  ['app://pages/second.html', false, []],
);

inMain(
  'WebContents ‘did-frame-navigate’',
  'comes for a frame',
  'docs/api/web-contents.md#event-did-frame-navigate',
  async () => {
    const { webContents } = await kit.open('frames.html');
    const navigated = kit.once(webContents, 'did-frame-navigate');
    await webContents.mainFrame.frames[0]?.executeJavaScript(
      'document.querySelector("#go").click()',
    );
    const [, url, , , isMainFrame] = await navigated;
    return [url, isMainFrame];
  },
  ['app://pages/second.html', false],
);

inMain(
  'WebContents ‘frame-created’',
  'tells of a frame',
  'docs/api/web-contents.md#event-frame-created',
  async () => {
    const { webContents } = await kit.open();
    const created = kit.once(webContents, 'frame-created');
    await webContents.executeJavaScript(
      'document.body.append(document.createElement("iframe")); 0',
    );
    const [, { frame }] = (await created) as [unknown, { frame: Electron.WebFrameMain }];
    return [frame.parent === webContents.mainFrame, webContents.mainFrame.frames[0] === frame];
  },
  [true, true],
);

inMain(
  'frame.frames',
  'forgets a frame that is taken away',
  `${DOC}#framedetached-readonly`,
  async () => {
    const { webContents } = await kit.open('frames.html');
    await webContents.executeJavaScript('document.querySelector("iframe").remove()');
    for (let attempt = 0; attempt < 100 && webContents.mainFrame.frames.length > 0; attempt += 1)
      await new Promise((done) => setTimeout(done, 10));
    return webContents.mainFrame.frames.length;
  },
  0,
);

inMain(
  'webFrameMain.fromId',
  'finds a frame by its numbers',
  `${DOC}#webframemainfromidprocessid-routingid`,
  async ({ webFrameMain }) => {
    const { mainFrame } = (await kit.open()).webContents;
    const { processId, routingId } = mainFrame;
    return [webFrameMain.fromId(processId, routingId) === mainFrame, webFrameMain.fromId(-1, -1)];
  },
  [true, undefined],
);
