import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/session.md';

states('session', 'cannot be had before ready', DOC, async ({ early }) => {
  const message = 'TypeError: Session can only be received when app is ready';
  expect(early).toMatchObject({ defaultSession: message, fromPartition: message });
});

states(
  'session.fromPartition',
  'gives the same session for the same name, and the default one for none',
  `${DOC}#sessionfrompartitionpartition-options`,
  async ({ app }) => {
    const same = await app.evaluate(({ session }) => [
      session.fromPartition('a') === session.fromPartition('a'),
      session.fromPartition('a') === session.fromPartition('b'),
      session.fromPartition('') === session.defaultSession,
    ]);
    expect(same).toEqual([true, false, true]);
  },
);

states(
  'app ‘session-created’',
  'tells of a session that was made',
  'docs/api/app.md#event-session-created',
  async ({ launch }) => {
    const app = await launch();
    const told = await app.evaluate(({ app: electronApp, session }) => {
      const seen: Electron.Session[] = [];
      electronApp.on('session-created', (created) => seen.push(created));
      const made = session.fromPartition('made');
      session.fromPartition('made');
      return [seen.length, seen[0] === made];
    });
    expect(told).toEqual([1, true]);
  },
);

states(
  'ses.isPersistent',
  'is told by the prefix persist:',
  `${DOC}#sesispersistent`,
  async ({ app }) => {
    const persistent = await app.evaluate(({ session }) =>
      ['', 'persist:a', 'a'].map((name) => session.fromPartition(name).isPersistent()),
    );
    expect(persistent).toEqual([true, true, false]);
  },
);

states(
  'ses.storagePath',
  'is null for a session in memory',
  `${DOC}#sesstoragepath-readonly`,
  async ({ app }) => {
    const paths = await app.evaluate(({ session }) =>
      ['persist:a', 'a'].map((name) => session.fromPartition(name).storagePath),
    );
    expect(paths).toEqual([expect.stringMatching(/Partitions.a$/), null]);
  },
);

states(
  'ses.setUserAgent',
  'changes what requests say, languages too',
  `${DOC}#sessetuseragentuseragent-acceptlanguages`,
  async ({ app }) => {
    await withServer(
      (request, response) =>
        response.end(`${request.headers['user-agent']} ${request.headers['accept-language']}`),
      async (url) => {
        const [named, text] = await app.evaluate(async ({ session }, address) => {
          const ses = session.fromPartition('agent');
          ses.setUserAgent('Conformance/1', 'de');
          return [ses.getUserAgent(), await (await ses.fetch(address)).text()] as const;
        }, url);
        expect(named).toBe('Conformance/1');
        expect(text).toMatch(/^Conformance\/1 de/);
      },
    );
  },
);

states(
  'ses.resolveProxy',
  'is DIRECT without a proxy',
  `${DOC}#sesresolveproxyurl`,
  async ({ app }) => {
    const proxy = await app.evaluate(async ({ session }) => {
      await session.defaultSession.setProxy({ mode: 'direct' });
      return session.defaultSession.resolveProxy('https://example.com/');
    });
    expect(proxy).toBe('DIRECT');
  },
);

states(
  'ses.clearStorageData',
  'empties cookies and what pages stored',
  `${DOC}#sesclearstoragedataoptions`,
  async ({ app }) => {
    await withServer(
      (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('page'),
      async (url) => {
        const left = await app.evaluate(async ({ BrowserWindow, session }, address) => {
          const window = new BrowserWindow({ show: false });
          await window.loadURL(address);
          const { webContents } = window;
          await webContents.executeJavaScript('localStorage.a = "1"; document.cookie = "a=1"; 0');
          const state = (): Promise<unknown> =>
            webContents.executeJavaScript('[localStorage.a ?? "none", document.cookie]');
          const before = await state();
          await session.defaultSession.clearStorageData();
          await window.loadURL(address);
          return [before, await state()];
        }, url);
        expect(left).toEqual([
          ['1', 'a=1'],
          ['none', ''],
        ]);
      },
    );
  },
);

states(
  'ses.clearStorageData',
  'leaves what it was not asked to empty',
  `${DOC}#sesclearstoragedataoptions`,
  async ({ app }) => {
    await withServer(
      (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('page'),
      async (url) => {
        const left = await app.evaluate(async ({ BrowserWindow, session }, address) => {
          const window = new BrowserWindow({ show: false });
          await window.loadURL(address);
          const { webContents } = window;
          await webContents.executeJavaScript('localStorage.a = "1"; document.cookie = "a=1"; 0');
          await session.defaultSession.clearStorageData({ storages: ['localstorage'] });
          await window.loadURL(address);
          return webContents.executeJavaScript('[localStorage.a ?? "none", document.cookie]');
        }, url);
        expect(left).toEqual(['none', 'a=1']);
      },
    );
  },
);

states(
  'ses.closeAllConnections',
  'ends requests that are on their way',
  `${DOC}#sescloseallconnections`,
  async ({ app }) => {
    await withServer(
      () => undefined,
      async (url) => {
        const rejected = await app.evaluate(async ({ session }, address) => {
          const ses = session.fromPartition('connections');
          const pending = ses.fetch(address).then(
            () => 'answered',
            () => 'rejected',
          );
          await new Promise((later) => setTimeout(later, 30));
          await ses.closeAllConnections();
          return pending;
        }, url);
        expect(rejected).toBe('rejected');
      },
    );
  },
);

states(
  'ses.setSpellCheckerEnabled',
  'is remembered',
  `${DOC}#sessetspellcheckerenabledenable`,
  async ({ app }) => {
    const seen = await app.evaluate(({ session }) => {
      session.defaultSession.setSpellCheckerEnabled(false);
      return [
        session.defaultSession.isSpellCheckerEnabled(),
        session.defaultSession.spellCheckerEnabled,
      ];
    });
    expect(seen).toEqual([false, false]);
  },
);
