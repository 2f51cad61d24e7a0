import { inMain } from './in-pages.ts';

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
