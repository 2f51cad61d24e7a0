import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/session.md';
const COOKIES = 'docs/api/cookies.md';

states(
  'cookies.get',
  'gives what set stored, with its attributes',
  `${COOKIES}#cookiesgetfilter`,
  async ({ app }) => {
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
  async ({ app }) => {
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

states('cookies.set', 'needs an address', `${COOKIES}#cookiessetdetails`, async ({ app }) => {
  const message = await app.evaluate(({ session }) =>
    session.defaultSession.cookies.set({ name: 'a' } as never).then(String, String),
  );
  expect(message).toBe("Error: Missing required option 'url'");
});

states(
  'cookies.set',
  'refuses a domain that is not the address’s',
  `${COOKIES}#cookiessetdetails`,
  async ({ app }) => {
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
  async ({ app }) => {
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
  async ({ app }) => {
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
  async ({ app }) => {
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
