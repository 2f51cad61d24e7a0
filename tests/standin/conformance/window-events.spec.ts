import { inMain } from './in-pages.ts';

const DOC = 'docs/api/browser-window.md';

inMain(
  'BrowserWindow ‘close’',
  'can be prevented',
  `${DOC}#event-close`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const asked = kit.once(window, 'close');
    window.once('close', (event) => event.preventDefault());
    window.close();
    await asked;
    await new Promise((done) => setTimeout(done, 50));
    return window.isDestroyed();
  },
  false,
);

inMain(
  'BrowserWindow ‘closed’',
  'comes after ‘close’',
  `${DOC}#event-closed`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const seen = kit.record(window, 'close', 'closed');
    const closed = kit.once(window, 'closed');
    window.close();
    await closed;
    return seen;
  },
  ['close', 'closed'],
);

inMain(
  'win.destroy',
  'asks nobody, and still tells ‘closed’',
  `${DOC}#windestroy`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const seen = kit.record(window, 'close', 'closed');
    const closed = kit.once(window, 'closed');
    window.destroy();
    await closed;
    return seen;
  },
  ['closed'],
);

inMain(
  'BrowserWindow ‘show’',
  'comes when a window is shown, and ‘hide’ when hidden',
  `${DOC}#event-show`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const shown = kit.once(window, 'show');
    window.show();
    await shown;
    const hidden = kit.once(window, 'hide');
    window.hide();
    await hidden;
    return window.isVisible();
  },
  false,
);

inMain(
  'BrowserWindow ‘ready-to-show’',
  'comes once for a page, also when hidden',
  `${DOC}#event-ready-to-show`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const seen = kit.record(window, 'ready-to-show');
    const ready = kit.once(window, 'ready-to-show');
    await window.loadURL('data:text/html,<h1>x</h1>');
    await ready;
    return [seen.length, window.isVisible()];
  },
  [1, false],
);

inMain(
  'BrowserWindow ‘page-title-updated’',
  'sets the window’s title unless prevented',
  `${DOC}#event-page-title-updated`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, title: 'Given' });
    const told = kit.once(window, 'page-title-updated');
    window.once('page-title-updated', (event) => event.preventDefault());
    await window.loadURL('data:text/html,<title>Page</title>');
    await told;
    const first = window.getTitle();
    const again = kit.once(window, 'page-title-updated');
    await window.webContents.executeJavaScript('document.title = "Other"; 0');
    await again;
    await new Promise((done) => setTimeout(done));
    return [first, window.getTitle()];
  },
  ['Given', 'Other'],
);

inMain(
  'app ‘browser-window-created’',
  'tells of each new window',
  'docs/api/app.md#event-browser-window-created',
  ({ app, BrowserWindow }) => {
    let told: unknown;
    app.once('browser-window-created', (_event, window) => {
      told = window;
    });
    const window = new BrowserWindow({ show: false });
    return told === window;
  },
  true,
);

inMain(
  'app ‘web-contents-created’',
  'tells of each new page',
  'docs/api/app.md#event-web-contents-created',
  ({ app, BrowserWindow }) => {
    let told: unknown;
    app.once('web-contents-created', (_event, contents) => {
      told = contents;
    });
    const window = new BrowserWindow({ show: false });
    return told === window.webContents;
  },
  true,
);

inMain(
  'win.close',
  'leaves a page that objects to unload, and tells',
  'docs/api/web-contents.md#event-will-prevent-unload',
  async () => {
    const window = await kit.open('stay.html');
    const objected = kit.once(window.webContents, 'will-prevent-unload');
    window.close();
    await objected;
    await new Promise((done) => setTimeout(done, 50));
    const isGone = window.isDestroyed();
    // It would object to the end of the test, too.
    window.destroy();
    return isGone;
  },
  false,
);

inMain(
  'WebContents ‘will-prevent-unload’',
  'closes the page all the same when prevented',
  'docs/api/web-contents.md#event-will-prevent-unload',
  async () => {
    const window = await kit.open('stay.html');
    window.webContents.once('will-prevent-unload', (event) => event.preventDefault());
    const closed = kit.once(window, 'closed');
    window.close();
    await closed;
    return window.isDestroyed();
  },
  true,
);

inMain(
  'window.close',
  'asks the window like win.close',
  `${DOC}#event-close`,
  async () => {
    const window = await kit.open();
    const seen = kit.record(window, 'close', 'closed');
    const closed = kit.once(window, 'closed');
    window.webContents.executeJavaScript('window.close()').catch(() => undefined);
    await closed;
    return seen;
  },
  ['close', 'closed'],
);

inMain(
  'WebContents ‘destroyed’',
  'comes with the end of the window',
  'docs/api/web-contents.md#event-destroyed',
  async () => {
    const { webContents } = await kit.open();
    const destroyed = kit.once(webContents, 'destroyed');
    webContents.close();
    await destroyed;
    return webContents.isDestroyed();
  },
  true,
);

inMain(
  'app ‘window-all-closed’',
  'comes when the last window has closed',
  'docs/api/app.md#event-window-all-closed',
  async ({ app, BrowserWindow }) => {
    const first = new BrowserWindow({ show: false });
    const second = new BrowserWindow({ show: false });
    let count = 0;
    app.on('window-all-closed', () => {
      count += 1;
    });
    const firstClosed = kit.once(first, 'closed');
    first.close();
    await firstClosed;
    const before = count;
    const all = kit.once(app, 'window-all-closed');
    second.close();
    await all;
    return [before, count];
  },
  [0, 1],
);
