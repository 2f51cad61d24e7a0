import { inMain } from './in-pages.ts';
import { expect } from './support.ts';

const DOC = 'docs/api/web-contents.md';
const EXECUTE = `${DOC}#contentsexecutejavascriptcode-usergesture`;

inMain(
  'webContents.executeJavaScript',
  'gives the value of the code',
  EXECUTE,
  async () =>
    (await kit.open()).webContents.executeJavaScript('document.title') as Promise<unknown>,
  'Plain',
);

inMain(
  'webContents.executeJavaScript',
  'waits for a promise',
  EXECUTE,
  async () =>
    (await kit.open()).webContents.executeJavaScript(
      'Promise.resolve({ a: [1] })',
    ) as Promise<unknown>,
  { a: [1] },
);

inMain(
  'webContents.executeJavaScript',
  'rejects with what the promise rejects with',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() =>
      webContents.executeJavaScript('Promise.reject(new Error("refused"))'),
    );
  },
  expect.stringContaining('refused'),
);

inMain(
  'webContents.executeJavaScript',
  'does not tell what the code throws',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.executeJavaScript('throw new Error("secret")'));
  },
  expect.stringContaining('Script failed to execute'),
);

inMain(
  'webContents.executeJavaScript',
  'refuses a value that cannot be cloned',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.executeJavaScript('(() => 1)'));
  },
  expect.stringContaining('An object could not be cloned.'),
);

inMain(
  'webContents.executeJavaScript',
  'keeps values JSON does not know',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    const value = (await webContents.executeJavaScript(
      '({ date: new Date(5), map: new Map([[1, 2]]), big: 3n })',
    )) as {
      date: Date;
      map: Map<number, number>;
      big: bigint;
    };
    return [value.date.getTime(), value.map.get(1), value.big === 3n];
  },
  [5, 2, true],
);

inMain(
  'webContents.executeJavaScript',
  'gives a user gesture when asked',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    const code = 'navigator.userActivation.isActive';
    return [
      await webContents.executeJavaScript(code),
      await webContents.executeJavaScript(code, true),
    ] as unknown[];
  },
  [false, true],
);

inMain(
  'webContents.executeJavaScriptInIsolatedWorld',
  'sees the page but not its variables',
  `${DOC}#contentsexecutejavascriptinisolatedworldworldid-scripts-usergesture`,
  async () => {
    const { webContents } = await kit.open();
    await webContents.executeJavaScript('window.own = 1');
    return webContents.executeJavaScriptInIsolatedWorld(1_004, [
      { code: 'window.other = 2' },
      { code: '[typeof own, other, document.title]' },
    ]) as Promise<unknown>;
  },
  ['undefined', 2, 'Plain'],
);

inMain(
  'webContents.executeJavaScriptInIsolatedWorld',
  'reaches the preload’s world as 999',
  `${DOC}#contentsexecutejavascriptinisolatedworldworldid-scripts-usergesture`,
  async () =>
    (await kit.open()).webContents.executeJavaScriptInIsolatedWorld(999, [
      { code: 'globalThis.secret' },
    ]) as Promise<unknown>,
  'of the isolated world',
);

inMain(
  'webContents.insertCSS',
  'styles the page until removeInsertedCSS',
  `${DOC}#contentsinsertcsscss-options`,
  async () => {
    const { webContents } = await kit.open();
    const color = (): Promise<unknown> =>
      webContents.executeJavaScript('getComputedStyle(document.body).color') as Promise<unknown>;
    const key = await webContents.insertCSS('body { color: rgb(1, 2, 3); }');
    const styled = await color();
    await webContents.removeInsertedCSS(key);
    return [styled, await color()];
  },
  ['rgb(1, 2, 3)', 'rgb(0, 0, 0)'],
);

inMain(
  'webContents.setZoomFactor',
  'draws the page larger',
  `${DOC}#contentssetzoomfactorfactor`,
  async () => {
    const { webContents } = await kit.open();
    const width = (): Promise<number> =>
      webContents.executeJavaScript('innerWidth') as Promise<number>;
    const before = await width();
    webContents.setZoomFactor(2);
    for (let attempt = 0; attempt < 100 && (await width()) === before; attempt += 1)
      await new Promise((done) => setTimeout(done, 10));
    return [webContents.getZoomFactor(), before / (await width())];
  },
  [2, 2],
);

inMain(
  'webContents.setZoomFactor',
  'refuses what is not above zero',
  `${DOC}#contentssetzoomfactorfactor`,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.setZoomFactor(0));
  },
  expect.stringContaining("'zoomFactor' must be a double greater than 0.0"),
);

inMain(
  'webContents.setZoomLevel',
  'counts steps of a fifth',
  `${DOC}#contentssetzoomlevellevel`,
  async () => {
    const { webContents } = await kit.open();
    webContents.setZoomLevel(1);
    const first = webContents.getZoomFactor();
    webContents.zoomLevel = 0;
    return [first.toFixed(2), webContents.getZoomFactor()];
  },
  ['1.20', 1],
);

inMain(
  'webContents.findInPage',
  'counts what it finds',
  `${DOC}#event-found-in-page`,
  async () => {
    const { webContents } = await kit.open();
    const found = kit.once(webContents, 'found-in-page');
    const requestId = webContents.findInPage('one');
    const [, result] = (await found) as [unknown, Electron.FoundInPageResult];
    webContents.stopFindInPage('clearSelection');
    return [result.requestId === requestId, result.matches, result.finalUpdate];
  },
  [true, 2, true],
);

inMain(
  'webContents.findInPage',
  'refuses to look for nothing',
  `${DOC}#contentsfindinpagetext-options`,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.findInPage(''));
  },
  expect.stringContaining('Must provide a non-empty search content'),
);

inMain(
  'webContents.capturePage',
  'pictures the page, or a part of it',
  `${DOC}#contentscapturepagerect-opts`,
  async () => {
    const window = await kit.open('plain.html', { show: true });
    const whole = await window.webContents.capturePage();
    const part = await window.webContents.capturePage({ x: 0, y: 0, width: 50, height: 40 });
    return [whole.isEmpty(), part.getSize()];
  },
  [false, { width: 50, height: 40 }],
);

inMain(
  'webContents.printToPDF',
  'gives a PDF',
  `${DOC}#contentsprinttopdfoptions`,
  async () => {
    const { webContents } = await kit.open();
    return (await webContents.printToPDF({})).subarray(0, 5).toString();
  },
  '%PDF-',
);

inMain(
  'webContents.printToPDF',
  'refuses a paper it does not know',
  `${DOC}#contentsprinttopdfoptions`,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.printToPDF({ pageSize: 'Napkin' as 'A4' }));
  },
  'Invalid pageSize Napkin',
);

inMain(
  'webContents.setUserAgent',
  'is what the page says it is',
  `${DOC}#contentssetuseragentuseragent`,
  async () => {
    const window = await kit.open('');
    window.webContents.setUserAgent('Own/1.0');
    await window.loadURL('app://pages/plain.html');
    return [
      window.webContents.getUserAgent(),
      await window.webContents.executeJavaScript('navigator.userAgent'),
    ] as unknown[];
  },
  ['Own/1.0', 'Own/1.0'],
);

inMain(
  'WebContents ‘console-message’',
  'tells level, text and line',
  `${DOC}#event-console-message`,
  async () => {
    const { webContents } = await kit.open();
    const told = kit.once(webContents, 'console-message');
    await webContents.executeJavaScript('console.warn("careful"); 0');
    const [details] = (await told) as [Electron.WebContentsConsoleMessageEventParams];
    return [details.level, details.message, typeof details.lineNumber];
  },
  ['warning', 'careful', 'number'],
);

inMain(
  'WebContents ‘context-menu’',
  'tells the place and what is there',
  `${DOC}#event-context-menu`,
  async () => {
    const { webContents } = await kit.open('plain.html', { show: true });
    const told = kit.once(webContents, 'context-menu');
    const { x, y } = (await webContents.executeJavaScript(
      '(({ x, y }) => ({ x: Math.round(x) + 3, y: Math.round(y) + 3 }))(document.querySelector("#next").getBoundingClientRect())',
    )) as { x: number; y: number };
    webContents.sendInputEvent({ type: 'mouseDown', button: 'right', x, y, clickCount: 1 });
    webContents.sendInputEvent({ type: 'mouseUp', button: 'right', x, y, clickCount: 1 });
    const [, params] = (await told) as [unknown, Electron.ContextMenuParams];
    return [
      params.x === x,
      params.y === y,
      params.linkURL,
      params.linkText,
      params.isEditable,
      params.pageURL,
    ];
  },
  [true, true, 'app://pages/second.html', 'Second', false, 'app://pages/plain.html'],
);

inMain(
  'webContents.sendInputEvent',
  'types into the page',
  `${DOC}#contentssendinputeventinputevent`,
  async () => {
    const { webContents } = await kit.open('plain.html', { show: true });
    await webContents.executeJavaScript(`
      document.querySelector('#field').select();
      document.querySelector('#field').focus();
      window.typed = new Promise((done) => document.querySelector('#field').addEventListener('input', (e) => done(e.target.value)));
      0`);
    webContents.focus();
    webContents.sendInputEvent({ type: 'keyDown', keyCode: 'A' });
    webContents.sendInputEvent({ type: 'char', keyCode: 'a' });
    webContents.sendInputEvent({ type: 'keyUp', keyCode: 'A' });
    return webContents.executeJavaScript('window.typed') as Promise<unknown>;
  },
  'a',
);

inMain(
  'WebContents ‘before-input-event’',
  'tells the key, and keeps it from the page when prevented',
  `${DOC}#event-before-input-event`,
  async () => {
    const { webContents } = await kit.open('plain.html', { show: true });
    const told: Electron.Input[] = [];
    webContents.on('before-input-event', (event, input) => {
      told.push(input);
      if (input.key === 'x') event.preventDefault();
    });
    await webContents.executeJavaScript(
      'window.keys = []; addEventListener("keydown", ({ key }) => keys.push(key)); document.querySelector("#field").focus(); 0',
    );
    webContents.focus();
    for (const keyCode of ['x', 'y']) {
      webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] });
      webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers: ['control'] });
    }
    for (let attempt = 0; attempt < 200 && told.length < 4; attempt += 1)
      await new Promise((done) => setTimeout(done, 10));
    const keys = (await webContents.executeJavaScript('keys')) as string[];
    const [first] = told;
    return [keys, first?.type, first?.key, first?.control];
  },
  [['y'], 'keyDown', 'x', true],
);

inMain(
  'WebContents ‘render-process-gone’',
  'comes when the renderer crashes',
  `${DOC}#event-render-process-gone`,
  async () => {
    const { webContents } = await kit.open();
    const gone = kit.once(webContents, 'render-process-gone');
    webContents.forcefullyCrashRenderer();
    await gone;
    return webContents.isCrashed();
  },
  true,
);

inMain(
  'webContents.fromId',
  'finds a page by its number, as getAllWebContents lists it',
  `${DOC}#webcontentsfromidid`,
  async ({ webContents }) => {
    const { webContents: contents } = await kit.open();
    return [
      webContents.fromId(contents.id) === contents,
      webContents.getAllWebContents().includes(contents),
      webContents.fromFrame(contents.mainFrame) === contents,
    ];
  },
  [true, true, true],
);

inMain(
  'webContents.setAudioMuted',
  'is given back by isAudioMuted',
  `${DOC}#contentssetaudiomutedmuted`,
  async () => {
    const { webContents } = await kit.open();
    const before = webContents.isAudioMuted();
    webContents.setAudioMuted(true);
    return [before, webContents.isAudioMuted()];
  },
  [false, true],
);
