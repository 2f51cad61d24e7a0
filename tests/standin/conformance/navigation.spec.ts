import { inMain } from './in-pages.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

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
  'WebContents',
  'asks before a link is followed, in order',
  `${DOC}#document-navigations`,
  async () => {
    const { webContents } = await kit.open();
    const seen = kit.record(
      webContents,
      'did-start-navigation',
      'will-frame-navigate',
      'will-navigate',
      'did-frame-navigate',
      'did-navigate',
    );
    const navigated = kit.once(webContents, 'did-navigate');
    await webContents.executeJavaScript('document.querySelector("#next").click()');
    await navigated;
    return seen;
  },
  [
    'did-start-navigation',
    'will-frame-navigate',
    'will-navigate',
    'did-frame-navigate',
    'did-navigate',
  ],
);

inMain(
  'WebContents ‘will-navigate’',
  'stays when prevented',
  `${DOC}#event-will-navigate`,
  async () => {
    const { webContents } = await kit.open();
    const asked = kit.once(webContents, 'will-navigate');
    webContents.once('will-navigate', (event) => event.preventDefault());
    await webContents.executeJavaScript('document.querySelector("#next").click()');
    const [details] = await asked;
    await new Promise((done) => setTimeout(done, 50));
    return [(details as { url: string }).url, webContents.getURL()];
  },
  ['app://pages/second.html', 'app://pages/plain.html'],
);

inMain(
  'WebContents ‘will-navigate’',
  'does not come for what the app loads',
  `${DOC}#event-will-navigate`,
  async () => {
    const window = await kit.open();
    const seen = kit.record(window.webContents, 'will-navigate', 'will-frame-navigate');
    await window.loadURL('app://pages/second.html');
    return seen;
  },
  [],
);

inMain(
  'WebContents ‘did-navigate-in-page’',
  'comes for an anchor, after did-start-navigation',
  `${DOC}#in-page-navigation`,
  async () => {
    const { webContents } = await kit.open();
    const seen = kit.record(
      webContents,
      'did-start-navigation',
      'did-navigate',
      'did-navigate-in-page',
      'will-navigate',
    );
    const navigated = kit.once(webContents, 'did-navigate-in-page');
    await webContents.executeJavaScript('document.querySelector("#inside").click()');
    const [, url, isMainFrame] = await navigated;
    return [seen, url, isMainFrame];
  },
  [['did-start-navigation', 'did-navigate-in-page'], 'app://pages/plain.html#inside', true],
);

inMain(
  'WebContents ‘did-start-navigation’',
  'tells where, how and in which frame',
  `${DOC}#event-did-start-navigation`,
  async () => {
    const window = await kit.open('');
    const started = kit.once(window.webContents, 'did-start-navigation');
    await window.loadURL('app://pages/plain.html');
    const [details] = await started;
    const { url, isSameDocument, isMainFrame } =
      details as Electron.WebContentsDidStartNavigationEventParams;
    return { url, isSameDocument, isMainFrame };
  },
  { url: 'app://pages/plain.html', isSameDocument: false, isMainFrame: true },
);

states(
  'WebContents ‘did-redirect-navigation’',
  'comes for a server’s redirect, after will-redirect',
  `${DOC}#event-did-redirect-navigation`,
  async ({ launch }) => {
    const app = await launch({ app: 'pages' });
    await withServer(
      (request, response) => {
        if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
        else response.writeHead(203, 'Fine', { 'content-type': 'text/html' }).end('new');
      },
      async (url) => {
        const told = await app.evaluate(async (_electron, base) => {
          const window = await kit.open('');
          const seen = kit.record(
            window.webContents,
            'will-redirect',
            'did-redirect-navigation',
            'did-navigate',
          );
          const navigated = kit.once(window.webContents, 'did-navigate');
          await window.loadURL(`${base}/old`);
          const [, address, code] = await navigated;
          return { seen, path: new URL(address as string).pathname, code };
        }, url);
        expect(told).toEqual({
          seen: ['will-redirect', 'did-redirect-navigation', 'did-navigate'],
          path: '/new',
          code: 203,
        });
      },
    );
  },
);

states(
  'WebContents ‘will-redirect’',
  'ends the load when prevented',
  `${DOC}#event-will-redirect`,
  async ({ launch }) => {
    const app = await launch({ app: 'pages' });
    await withServer(
      (request, response) => {
        if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
        else response.end('new');
      },
      async (url) => {
        const message = await app.evaluate(async (_electron, base) => {
          const window = await kit.open('');
          window.webContents.on('will-redirect', (event) => event.preventDefault());
          return kit.messageOf(() => window.loadURL(`${base}/old`));
        }, url);
        expect(message).toContain('ERR_ABORTED (-3)');
      },
    );
  },
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
  'navigationHistory',
  'knows where the page has been',
  'docs/api/navigation-history.md',
  async () => {
    const window = await kit.open();
    await window.loadURL('app://pages/second.html');
    const { navigationHistory } = window.webContents;
    return {
      length: navigationHistory.length(),
      active: navigationHistory.getActiveIndex(),
      back: navigationHistory.canGoBack(),
      forward: navigationHistory.canGoForward(),
      entries: navigationHistory.getAllEntries().map(({ url, title }) => [url, title]),
    };
  },
  {
    length: 2,
    active: 1,
    back: true,
    forward: false,
    entries: [
      ['app://pages/plain.html', 'Plain'],
      ['app://pages/second.html', 'Second'],
    ],
  },
);

inMain(
  'navigationHistory.goBack',
  'goes back, and goForward forward',
  'docs/api/navigation-history.md#navigationhistorygoback',
  async () => {
    const window = await kit.open();
    await window.loadURL('app://pages/second.html');
    const { navigationHistory } = window.webContents;
    const back = kit.once(window.webContents, 'did-finish-load');
    navigationHistory.goBack();
    await back;
    const urls = [window.webContents.getURL()];
    const forward = kit.once(window.webContents, 'did-finish-load');
    navigationHistory.goForward();
    await forward;
    return [...urls, window.webContents.getURL()];
  },
  ['app://pages/plain.html', 'app://pages/second.html'],
);

inMain(
  'navigationHistory.clear',
  'forgets all but the present page',
  'docs/api/navigation-history.md#navigationhistoryclear',
  async () => {
    const window = await kit.open();
    await window.loadURL('app://pages/second.html');
    const { navigationHistory } = window.webContents;
    navigationHistory.clear();
    return [navigationHistory.length(), navigationHistory.canGoBack()];
  },
  [1, false],
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
