import { inMain } from './in-pages.ts';
import { expect } from './support.ts';

const DOC = 'docs/api/web-contents.md';

inMain(
  'WebContents',
  'tells the events of a load in order',
  `${DOC}#document-navigations`,
  async () => {
    const window = await kit.open('');
    const seen = kit.record(
      window.webContents,
      'did-start-loading',
      'did-start-navigation',
      'will-navigate',
      'did-frame-navigate',
      'did-navigate',
      'dom-ready',
      'did-frame-finish-load',
      'did-finish-load',
      'did-stop-loading',
    );
    const stopped = kit.once(window.webContents, 'did-stop-loading');
    await window.loadURL('app://pages/plain.html');
    await stopped;
    return seen;
  },
  [
    'did-start-loading',
    'did-start-navigation',
    'did-frame-navigate',
    'did-navigate',
    'dom-ready',
    'did-frame-finish-load',
    'did-finish-load',
    'did-stop-loading',
  ],
);

inMain(
  'WebContents ‘did-fail-load’',
  'tells code, name and address',
  `${DOC}#event-did-fail-load`,
  async () => {
    const window = await kit.open('');
    const failed = kit.once(window.webContents, 'did-fail-load');
    const message = await kit.messageOf(() => window.loadURL('http://127.0.0.1:2/'));
    const [, code, name, url, isMainFrame] = await failed;
    return [
      message.includes(`${String(name)} (${String(code)}) loading`),
      Number(code) < 0,
      url,
      isMainFrame,
    ];
  },
  [true, true, 'http://127.0.0.1:2/', true],
);

inMain(
  'WebContents ‘did-fail-load’',
  'does not come for a load that is called off',
  `${DOC}#event-did-fail-load`,
  async () => {
    const { webContents } = await kit.open();
    const seen = kit.record(webContents, 'did-fail-load');
    const off = kit.once(webContents, 'did-fail-provisional-load');
    webContents.on('will-navigate', (event) => event.preventDefault());
    await webContents.executeJavaScript('document.querySelector("#next").click()');
    await Promise.race([off, new Promise((done) => setTimeout(done, 300))]);
    return seen;
  },
  [],
);

inMain(
  'win.loadURL',
  'rejects an address that is none',
  `${DOC}#contentsloadurlurl-options`,
  async () => {
    const window = await kit.open('');
    return kit.messageOf(() => window.loadURL('no address'));
  },
  expect.stringContaining('ERR_INVALID_URL (-300)'),
);

inMain(
  'win.loadURL',
  'rejects with code, number and address of what failed',
  `${DOC}#contentsloadurlurl-options`,
  async () => {
    const window = await kit.open('');
    const error = await window.loadURL('http://127.0.0.1:2/').catch((reason: unknown) => reason);
    const { code, errno, url } = error as { code: string; errno: number; url: string };
    return [code, errno, url];
  },
  ['ERR_CONNECTION_REFUSED', -102, 'http://127.0.0.1:2/'],
);

inMain(
  'win.loadURL',
  'rejects the load that another one replaces',
  `${DOC}#contentsloadurlurl-options`,
  async () => {
    const window = await kit.open('');
    const first = kit.messageOf(() => window.loadURL('app://pages/plain.html'));
    await window.loadURL('app://pages/second.html');
    return [
      (await first).includes('ERR_ABORTED (-3)') || (await first) === 'undefined',
      window.webContents.getURL(),
    ];
  },
  [true, 'app://pages/second.html'],
);

inMain(
  'win.loadFile',
  'loads a file with query and hash',
  `${DOC}#contentsloadfilefilepath-options`,
  async () => {
    const window = await kit.open('');
    await window.loadFile(`${kit.site}/plain.html`, { query: { a: '1' }, hash: 'top' });
    return window.webContents.getURL();
  },
  expect.stringMatching(/^file:\/\/\/.*\/plain\.html\?a=1#top$/),
);

inMain(
  'webContents.isLoading',
  'is true from the call of loadURL until the load has stopped',
  `${DOC}#contentsisloading`,
  async () => {
    const window = await kit.open('');
    const states = [window.webContents.isLoading()];
    const stopped = kit.once(window.webContents, 'did-stop-loading');
    void window.loadURL('app://pages/plain.html');
    states.push(window.webContents.isLoading());
    await stopped;
    return [...states, window.webContents.isLoading()];
  },
  [false, true, false],
);

inMain(
  'webContents.reload',
  'loads the page anew',
  `${DOC}#contentsreload`,
  async () => {
    const { webContents } = await kit.open();
    await webContents.executeJavaScript('window.old = true');
    const loaded = kit.once(webContents, 'did-finish-load');
    webContents.reload();
    await loaded;
    return (await webContents.executeJavaScript('"old" in window')) as boolean;
  },
  false,
);

inMain(
  'WebContents ‘page-title-updated’',
  'tells the title and that the page set it',
  `${DOC}#event-page-title-updated`,
  async () => {
    const window = await kit.open('');
    const updated = kit.once(window.webContents, 'page-title-updated');
    await window.loadURL('app://pages/plain.html');
    const [, title, isExplicit] = await updated;
    return [title, isExplicit, window.webContents.getTitle()];
  },
  ['Plain', true, 'Plain'],
);

inMain(
  'WebContents ‘page-favicon-updated’',
  'tells the addresses of the page’s icons',
  `${DOC}#event-page-favicon-updated`,
  async () => {
    const window = await kit.open('');
    const updated = kit.once(window.webContents, 'page-favicon-updated');
    await window.loadURL('app://pages/second.html');
    const [, urls] = await updated;
    return urls;
  },
  ['app://pages/icon.png'],
);
