import { earlyOf } from './early.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/session.md';
const COOKIES = 'docs/api/cookies.md';

states('session', 'cannot be had before ready', DOC, async ({ launch }) => {
  const app = await launch({ app: 'early' });
  const message = 'TypeError: Session can only be received when app is ready';
  expect(await earlyOf(app)).toMatchObject({ defaultSession: message, fromPartition: message });
});

states(
  'session.fromPartition',
  'gives the same session for the same name, and the default one for none',
  `${DOC}#sessionfrompartitionpartition-options`,
  async ({ launch }) => {
    const app = await launch();
    const same = await app.evaluate(({ session }) => [
      session.fromPartition('a') === session.fromPartition('a'),
      session.fromPartition('a') === session.fromPartition('b'),
      session.fromPartition('') === session.defaultSession,
    ]);
    expect(same).toEqual([true, false, true]);
  },
);

states(
  'ses.isPersistent',
  'is told by the prefix persist:',
  `${DOC}#sesispersistent`,
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
    const paths = await app.evaluate(({ session }) =>
      ['persist:a', 'a'].map((name) => session.fromPartition(name).storagePath),
    );
    expect(paths).toEqual([expect.stringMatching(/Partitions.a$/), null]);
  },
);

states(
  'cookies.get',
  'gives what set stored, with its attributes',
  `${COOKIES}#cookiesgetfilter`,
  async ({ launch }) => {
    const app = await launch();
    const cookies = await app.evaluate(async ({ session }) => {
      const { cookies: jar } = session.defaultSession;
      await jar.set({
        url: 'https://example.com/folder/page',
        name: 'a',
        value: '1',
        httpOnly: true,
        secure: true,
        sameSite: 'strict',
      });
      return jar.get({ name: 'a' });
    });
    expect(cookies).toEqual([
      {
        name: 'a',
        value: '1',
        domain: 'example.com',
        hostOnly: true,
        path: '/folder',
        secure: true,
        httpOnly: true,
        session: true,
        sameSite: 'strict',
      },
    ]);
  },
);

states(
  'cookies.get',
  'filters by address, domain, path and kind',
  `${COOKIES}#cookiesgetfilter`,
  async ({ launch }) => {
    const app = await launch();
    const found = await app.evaluate(async ({ session }) => {
      const { cookies: jar } = session.fromPartition('cookies');
      const url = 'https://www.example.com/';
      const later = Date.now() / 1000 + 3600;
      await jar.set({ url, name: 'host', value: '1' });
      await jar.set({ url, name: 'domain', value: '1', domain: 'example.com' });
      await jar.set({ url, name: 'deep', value: '1', path: '/deep' });
      await jar.set({ url, name: 'lasting', value: '1', expirationDate: later });
      await jar.set({ url, name: 'secure', value: '1', secure: true });
      const names = async (filter: Electron.CookiesGetFilter): Promise<string[]> =>
        (await jar.get(filter)).map(({ name }) => name).toSorted();
      return {
        all: await names({}),
        deep: await names({ url: 'https://www.example.com/deep/x' }),
        plain: await names({ url: 'http://www.example.com/' }),
        other: await names({ url: 'https://other.example.com/' }),
        path: await names({ path: '/deep' }),
        lasting: await names({ session: false }),
        secure: await names({ secure: true }),
      };
    });
    expect(found).toEqual({
      all: ['deep', 'domain', 'host', 'lasting', 'secure'],
      deep: ['deep', 'domain', 'host', 'lasting', 'secure'],
      plain: ['domain', 'host', 'lasting'],
      other: ['domain'],
      path: ['deep'],
      lasting: ['lasting'],
      secure: ['secure'],
    });
  },
);

states('cookies.set', 'needs an address', `${COOKIES}#cookiessetdetails`, async ({ launch }) => {
  const app = await launch();
  const message = await app.evaluate(({ session }) =>
    session.defaultSession.cookies.set({ name: 'a' } as never).then(String, String),
  );
  expect(message).toBe("Error: Missing required option 'url'");
});

states(
  'cookies.set',
  'refuses a domain that is not the address’s',
  `${COOKIES}#cookiessetdetails`,
  async ({ launch }) => {
    const app = await launch();
    const message = await app.evaluate(({ session }) =>
      session.defaultSession.cookies
        .set({ url: 'https://example.com/', name: 'a', domain: 'example.org' })
        .then(String, String),
    );
    expect(message).toContain('Failed to set cookie - The cookie was set with an invalid Domain');
  },
);

states(
  'cookies.remove',
  'forgets one cookie',
  `${COOKIES}#cookiesremoveurl-name`,
  async ({ launch }) => {
    const app = await launch();
    const left = await app.evaluate(async ({ session }) => {
      const { cookies: jar } = session.defaultSession;
      const url = 'http://example.com/';
      await jar.set({ url, name: 'a', value: '1' });
      await jar.set({ url, name: 'b', value: '1' });
      await jar.remove(url, 'a');
      return (await jar.get({ url })).map(({ name }) => name);
    });
    expect(left).toEqual(['b']);
  },
);

states(
  "cookies 'changed'",
  'tells of what was added and removed',
  `${COOKIES}#event-changed`,
  async ({ launch }) => {
    const app = await launch();
    const changes = await app.evaluate(async ({ session }) => {
      const { cookies: jar } = session.defaultSession;
      const seen: unknown[] = [];
      const both = new Promise((done) => {
        jar.on('changed', (_event, { name }, cause, removed) => {
          seen.push([name, cause, removed]);
          if (seen.length === 2) done(undefined);
        });
      });
      await jar.set({ url: 'http://example.com/', name: 'a', value: '1' });
      await jar.remove('http://example.com/', 'a');
      await both;
      return seen;
    });
    expect(changes).toEqual([
      ['a', 'inserted', false],
      ['a', 'explicit', true],
    ]);
  },
);

states(
  'ses.fetch',
  'keeps the cookies of two partitions apart',
  `${DOC}#sesfetchinput-init`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) =>
        response.writeHead(200, { 'set-cookie': 'a=1' }).end(request.headers.cookie ?? 'none'),
      async (url) => {
        const texts = await app.evaluate(async ({ session }, address) => {
          const read = async (name: string): Promise<string> =>
            (await session.fromPartition(name).fetch(address)).text();
          return [await read('one'), await read('one'), await read('two')];
        }, url);
        expect(texts).toEqual(['none', 'a=1', 'none']);
      },
    );
  },
);

states(
  'ses.setUserAgent',
  'changes what requests say, languages too',
  `${DOC}#sessetuseragentuseragent-acceptlanguages`,
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
