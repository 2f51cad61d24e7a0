import { inMain } from './in-pages.ts';
import { expect } from './support.ts';

const DOC = 'docs/api/web-contents.md#contentssetwindowopenhandlerhandler';
const OPEN = 'docs/api/window-open.md';

inMain(
  'webContents.setWindowOpenHandler',
  'is asked with address, name and features',
  DOC,
  async () => {
    const { webContents } = await kit.open();
    const asked = new Promise((done) => {
      webContents.setWindowOpenHandler(({ url, frameName, features }) => {
        done({ url, frameName, features });
        return { action: 'deny' };
      });
    });
    await webContents.executeJavaScript(
      'window.open("second.html", "name", "width=300,height=200"); 0',
    );
    return asked;
  },
  {
    url: 'app://pages/second.html',
    frameName: 'name',
    features: expect.stringContaining('width=300'),
  },
);

inMain(
  'webContents.setWindowOpenHandler',
  'opens nothing when it denies',
  DOC,
  async ({ BrowserWindow }) => {
    const { webContents } = await kit.open();
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    const opened = (await webContents.executeJavaScript(
      'window.open("second.html") === null',
      true,
    )) as boolean;
    await new Promise((done) => setTimeout(done, 100));
    return [BrowserWindow.getAllWindows().length, typeof opened];
  },
  [1, 'boolean'],
);

inMain(
  'WebContents ‘did-create-window’',
  'tells the window that was allowed',
  'docs/api/web-contents.md#event-did-create-window',
  async ({ BrowserWindow }) => {
    const { webContents } = await kit.open();
    webContents.setWindowOpenHandler(() => ({ action: 'allow' }));
    const created = kit.once(webContents, 'did-create-window');
    await webContents.executeJavaScript(
      'window.open("second.html", "name", "width=300,height=200"); 0',
      true,
    );
    const [child, details] = (await created) as [
      Electron.BrowserWindow,
      Electron.DidCreateWindowDetails,
    ];
    return [
      BrowserWindow.getAllWindows().includes(child),
      details.url,
      details.frameName,
      child.getSize(),
    ];
  },
  [true, 'app://pages/second.html', 'name', [300, 200]],
);

inMain(
  'webContents.setWindowOpenHandler',
  'may override the window’s options',
  DOC,
  async () => {
    const { webContents } = await kit.open();
    webContents.setWindowOpenHandler(() => ({
      action: 'allow',
      overrideBrowserWindowOptions: { width: 420, height: 320, show: false },
    }));
    const created = kit.once(webContents, 'did-create-window');
    await webContents.executeJavaScript('window.open("second.html"); 0', true);
    const [child] = (await created) as [Electron.BrowserWindow];
    return [child.getSize(), child.isVisible()];
  },
  [[420, 320], false],
);

inMain(
  'window.open',
  'gives a window whose opener is the page',
  OPEN,
  async () => {
    const { webContents } = await kit.open();
    const created = kit.once(webContents, 'did-create-window');
    await webContents.executeJavaScript('window.child = window.open("second.html"); 0', true);
    const [child] = (await created) as [Electron.BrowserWindow];
    return [
      child.webContents.opener === webContents.mainFrame,
      await child.webContents.executeJavaScript('[document.title, opener.document.title]'),
    ] as unknown[];
  },
  [true, ['Second', 'Plain']],
);

inMain(
  'window.open',
  'opens a window of 800 by 600 points without a handler',
  OPEN,
  async () => {
    const { webContents } = await kit.open();
    const created = kit.once(webContents, 'did-create-window');
    await webContents.executeJavaScript('window.open("second.html"); 0', true);
    const [child] = (await created) as [Electron.BrowserWindow];
    return child.getSize();
  },
  [800, 600],
);

inMain(
  'window.open',
  'opens a window whose title follows its page',
  'docs/api/browser-window.md#event-page-title-updated',
  async () => {
    const { webContents } = await kit.open();
    webContents.setWindowOpenHandler(() => ({
      action: 'allow',
      overrideBrowserWindowOptions: { title: 'Given' },
    }));
    const created = kit.once(webContents, 'did-create-window');
    await webContents.executeJavaScript('window.child = window.open("second.html"); 0', true);
    const [child] = (await created) as [Electron.BrowserWindow];
    if (child.getTitle() === 'Given') await kit.once(child, 'page-title-updated');
    await new Promise((done) => setTimeout(done));
    const titles = [child.getTitle()];
    const again = kit.once(child, 'page-title-updated');
    await webContents.executeJavaScript('child.document.title = "Other"; 0');
    await again;
    await new Promise((done) => setTimeout(done));
    return [...titles, child.getTitle(), child.webContents.getTitle()];
  },
  ['Second', 'Other', 'Other'],
);

inMain(
  'window.open',
  'keeps the protections of the opener',
  OPEN,
  async () => {
    const { webContents } = await kit.open();
    const created = kit.once(webContents, 'did-create-window');
    await webContents.executeJavaScript(
      'window.open("second.html", "", "nodeIntegration=yes,contextIsolation=no"); 0',
      true,
    );
    const [child] = (await created) as [Electron.BrowserWindow];
    const { sandbox, contextIsolation, nodeIntegration } = (
      child.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
    ).getLastWebPreferences();
    return [sandbox, contextIsolation, nodeIntegration];
  },
  [true, true, false],
);

inMain(
  'webContents.setWindowOpenHandler',
  'closes the child with its opener unless told otherwise',
  DOC,
  async () => {
    const window = await kit.open();
    const created = kit.once(window.webContents, 'did-create-window');
    await window.webContents.executeJavaScript('window.open("second.html"); 0', true);
    const [child] = (await created) as [Electron.BrowserWindow];
    const closed = kit.once(child, 'closed');
    window.destroy();
    await closed;
    return child.isDestroyed();
  },
  true,
);

inMain(
  'webContents.setWindowOpenHandler',
  'leaves a child that outlives its opener',
  DOC,
  async () => {
    const window = await kit.open();
    window.webContents.setWindowOpenHandler(() => ({ action: 'allow', outlivesOpener: true }));
    const created = kit.once(window.webContents, 'did-create-window');
    await window.webContents.executeJavaScript('window.open("second.html"); 0', true);
    const [child] = (await created) as [Electron.BrowserWindow];
    const closed = kit.once(window, 'closed');
    window.destroy();
    await closed;
    await new Promise((done) => setTimeout(done, 100));
    return child.isDestroyed();
  },
  false,
);

inMain(
  'webContents.setWindowOpenHandler',
  'is asked for links with a target, too',
  DOC,
  async () => {
    const { webContents } = await kit.open();
    const asked = new Promise((done) => {
      webContents.setWindowOpenHandler(({ url }) => {
        done(url);
        return { action: 'deny' };
      });
    });
    await webContents.executeJavaScript('document.querySelector("#blank").click()', true);
    return asked;
  },
  'app://pages/second.html',
);
