import { inMain } from './in-pages.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const PREFERENCES = 'docs/api/structures/web-preferences.md';
const SESSION = 'docs/api/session.md';

inMain(
  'webPreferences.partition',
  'makes the page of the window one of that session',
  PREFERENCES,
  async ({ session }) => {
    const { webContents } = await kit.open('', { webPreferences: { partition: 'pages' } });
    return [
      webContents.session === session.fromPartition('pages'),
      webContents.session === session.defaultSession,
    ];
  },
  [true, false],
);

inMain(
  'webPreferences.session',
  'goes before webPreferences.partition',
  PREFERENCES,
  async ({ session }) => {
    const chosen = session.fromPartition('chosen');
    const { webContents } = await kit.open('', {
      webPreferences: { session: chosen, partition: 'named' },
    });
    return webContents.session === chosen;
  },
  true,
);

inMain(
  'ses.protocol',
  'handles what pages of the session ask for, and of no other',
  `${SESSION}#sesprotocol-readonly`,
  async ({ session }) => {
    const html = { headers: { 'content-type': 'text/html' } };
    const { protocol } = session.fromPartition('handled');
    protocol.handle('app', () => new Response('<title>Handled</title>', html));
    const own = await kit.open('', { webPreferences: { partition: 'handled' } });
    const other = await kit.open('', { webPreferences: { partition: 'unhandled' } });
    await own.loadURL('app://pages/plain.html');
    const failure = await kit.messageOf(() => other.loadURL('app://pages/plain.html'));
    return [own.webContents.getTitle(), failure.startsWith('ERR_')];
  },
  ['Handled', true],
);

inMain(
  'webPreferences.partition',
  'is the session of windows that the page opens, too',
  'docs/api/window-open.md',
  async ({ session }) => {
    const html = { headers: { 'content-type': 'text/html' } };
    const { protocol } = session.fromPartition('opening');
    protocol.handle('app', () => new Response('<title>Handled</title>', html));
    const { webContents } = await kit.open('plain.html', {
      webPreferences: { partition: 'opening' },
    });
    const created = kit.once(webContents, 'did-create-window');
    await webContents.executeJavaScript('window.open("second.html"); 0', true);
    const [child] = (await created) as [Electron.BrowserWindow];
    return child.webContents.session === session.fromPartition('opening');
  },
  true,
);

states(
  'webPreferences.partition',
  'keeps cookies and storage of pages apart from those of other sessions',
  `${SESSION}#sessionfrompartitionpartition-options`,
  async ({ app }) =>
    withServer(
      (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('page'),
      async (url) => {
        const seen = await app.evaluate(async ({ BrowserWindow }, address) => {
          const stored = async (partition: string, store: boolean): Promise<unknown> => {
            const window = new BrowserWindow({ show: false, webPreferences: { partition } });
            await window.loadURL(address);
            if (store)
              await window.webContents.executeJavaScript(
                'localStorage.a = "1"; document.cookie = "a=1"; 0',
              );
            return window.webContents.executeJavaScript(
              '[localStorage.a ?? "none", document.cookie]',
            );
          };
          return [
            await stored('one', true),
            await stored('two', false),
            await stored('', false),
            await stored('one', false),
          ];
        }, url);
        expect(seen).toEqual([
          ['1', 'a=1'],
          ['none', ''],
          ['none', ''],
          ['1', 'a=1'],
        ]);
      },
    ),
);

states(
  'ses.cookies',
  'are those of the session’s pages and of its requests alike',
  'docs/api/cookies.md',
  async ({ app }) =>
    withServer(
      (request, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end(request.headers.cookie),
      async (url) => {
        const seen = await app.evaluate(async ({ BrowserWindow, session }, address) => {
          const shared = session.fromPartition('shared');
          await shared.cookies.set({ url: address, name: 'before', value: '1' });
          const window = new BrowserWindow({
            show: false,
            webPreferences: { partition: 'shared' },
          });
          await window.loadURL(address);
          const sent = await window.webContents.executeJavaScript('document.body.textContent');
          await window.webContents.executeJavaScript('document.cookie = "after=1"; 0');
          const asked = await (await shared.fetch(address)).text();
          const names = (await shared.cookies.get({})).map(({ name }) => name).toSorted();
          await shared.clearStorageData();
          return [sent, asked.split('; ').toSorted(), names, await shared.cookies.get({})];
        }, url);
        expect(seen).toEqual(['before=1', ['after=1', 'before=1'], ['after', 'before'], []]);
      },
    ),
);
