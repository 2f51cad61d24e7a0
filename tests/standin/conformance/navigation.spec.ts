import { inMain } from './in-pages.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/web-contents.md';

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
  'does not come for what the app loads or reloads',
  `${DOC}#event-will-navigate`,
  async () => {
    const window = await kit.open();
    const seen = kit.record(window.webContents, 'will-navigate', 'will-frame-navigate');
    await window.loadURL('app://pages/second.html');
    const reloaded = kit.once(window.webContents, 'did-finish-load');
    window.webContents.reload();
    await reloaded;
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
  async ({ app }) => {
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
  async ({ app }) => {
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
