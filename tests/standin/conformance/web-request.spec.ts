import { bodyOf } from './body-of.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/web-request.md';

const html = { 'content-type': 'text/html' };

states(
  'webRequest.onBeforeRequest',
  'cancels a page’s request',
  `${DOC}#webrequestonbeforerequestfilter-listener`,
  async ({ app }) => {
    await withServer(
      (_request, response) => response.writeHead(200, html).end('page'),
      async (url) => {
        await app.evaluate(({ session }) =>
          session.defaultSession.webRequest.onBeforeRequest((_details, callback) =>
            callback({ cancel: true }),
          ),
        );
        expect(await bodyOf(app, url)).toBe('ERR_BLOCKED_BY_CLIENT');
      },
    );
  },
);

states(
  'webRequest.onBeforeRequest',
  'cancels a request of the main process',
  `${DOC}#webrequestonbeforerequestfilter-listener`,
  async ({ app }) => {
    const message = await app.evaluate(({ net, session }) => {
      session.defaultSession.webRequest.onBeforeRequest((_details, callback) =>
        callback({ cancel: true }),
      );
      return net.fetch('http://127.0.0.1:9/').then(String, (error: Error) => error.message);
    });
    expect(message).toBe('net::ERR_BLOCKED_BY_CLIENT');
  },
);

states(
  'webRequest.onBeforeRequest',
  'sends a page elsewhere',
  `${DOC}#webrequestonbeforerequestfilter-listener`,
  async ({ app }) => {
    await withServer(
      (request, response) => response.writeHead(200, html).end(request.url),
      async (url) => {
        await app.evaluate(
          ({ session }, address) =>
            session.defaultSession.webRequest.onBeforeRequest(
              { urls: [`${address}/old`] },
              (_details, callback) => callback({ redirectURL: `${address}/new` }),
            ),
          url,
        );
        expect(await bodyOf(app, `${url}/old`)).toBe('/new');
      },
    );
  },
);

states(
  'webRequest.onBeforeRequest',
  'is told address, method, kind and page',
  `${DOC}#webrequestonbeforerequestfilter-listener`,
  async ({ app }) => {
    await withServer(
      (_request, response) =>
        response
          .writeHead(200, html)
          .end('<script>fetch("/data", { method: "POST", body: "sent" })</script>'),
      async (url) => {
        const told = await app.evaluate(async ({ BrowserWindow, session }, address) => {
          const window = new BrowserWindow({ show: false });
          const seen: unknown[] = [];
          const both = new Promise((done) => {
            session.defaultSession.webRequest.onBeforeRequest(
              { urls: [`${address}/*`] },
              (details, callback) => {
                const { uploadData = [], webContentsId } = details;
                seen.push([
                  details.url,
                  details.method,
                  details.resourceType,
                  webContentsId === window.webContents.id,
                  uploadData.map(({ bytes }) => bytes.toString()),
                ]);
                callback({});
                if (details.url.endsWith('/data')) done(undefined);
              },
            );
          });
          await window.loadURL(`${address}/`);
          await both;
          return seen;
        }, url);
        expect(told).toEqual([
          [`${url}/`, 'GET', 'mainFrame', true, []],
          [`${url}/data`, 'POST', 'xhr', true, ['sent']],
        ]);
      },
    );
  },
);

for (const [filter, called] of [
  [{ urls: ['<all_urls>'] }, true],
  [{ urls: ['*://*/*'] }, true],
  [{ urls: ['http://127.0.0.1/*'] }, true],
  [{ urls: ['https://*/*'] }, false],
  [{ urls: ['http://*/other'] }, false],
  [{ urls: ['<all_urls>'], excludeUrls: ['*://*/wanted*'] }, false],
  [{ urls: ['<all_urls>'], types: ['image'] }, false],
] as const)
  states(
    'WebRequestFilter',
    `${JSON.stringify(filter)} ${called ? 'matches' : 'does not match'} a request`,
    'docs/api/structures/web-request-filter.md',
    async ({ app }) => {
      await withServer(
        (_request, response) => response.end(),
        async (url) => {
          const heard = await app.evaluate(
            async ({ net, session }, given) => {
              let times = 0;
              session.defaultSession.webRequest.onBeforeRequest(
                given.filter as never,
                (_details, callback) => {
                  times += 1;
                  callback({});
                },
              );
              await net.fetch(given.url);
              return times;
            },
            { filter, url: `${url}/wanted?x` },
          );
          expect(heard).toBe(called ? 1 : 0);
        },
      );
    },
  );

states(
  'webRequest.onBeforeSendHeaders',
  'changes what a page sends',
  `${DOC}#webrequestonbeforesendheadersfilter-listener`,
  async ({ app }) => {
    await withServer(
      (request, response) =>
        response.writeHead(200, html).end(String(request.headers['x-added'] ?? 'nothing')),
      async (url) => {
        await app.evaluate(({ session }) =>
          session.defaultSession.webRequest.onBeforeSendHeaders((details, callback) =>
            callback({ requestHeaders: { ...details.requestHeaders, 'X-Added': 'yes' } }),
          ),
        );
        expect(await bodyOf(app, url)).toBe('yes');
      },
    );
  },
);

states(
  'webRequest.onSendHeaders',
  'sees what onBeforeSendHeaders changed',
  `${DOC}#webrequestonsendheadersfilter-listener`,
  async ({ app }) => {
    await withServer(
      (request, response) => response.end(String(request.headers['x-added'])),
      async (url) => {
        const [told, sent] = await app.evaluate(async ({ net, session }, address) => {
          const { webRequest } = session.defaultSession;
          webRequest.onBeforeSendHeaders((details, callback) =>
            callback({ requestHeaders: { ...details.requestHeaders, 'X-Added': 'yes' } }),
          );
          let seen = '';
          webRequest.onSendHeaders(({ requestHeaders }) => {
            seen = requestHeaders['X-Added'] ?? 'nothing';
          });
          const text = await (await net.fetch(address)).text();
          return [seen, text];
        }, url);
        expect([told, sent]).toEqual(['yes', 'yes']);
      },
    );
  },
);

states('webRequest', 'forgets a listener that is set to null', DOC, async ({ app }) => {
  await withServer(
    (_request, response) => response.end('answer'),
    async (url) => {
      const text = await app.evaluate(async ({ net, session }, address) => {
        const { webRequest } = session.defaultSession;
        webRequest.onBeforeRequest((_details, callback) => callback({ cancel: true }));
        webRequest.onBeforeRequest(null);
        return (await net.fetch(address)).text();
      }, url);
      expect(text).toBe('answer');
    },
  );
});

states('webRequest', 'sees requests of a custom scheme', DOC, async ({ app }) => {
  const seen = await app.evaluate(async ({ BrowserWindow, protocol, session }) => {
    protocol.handle(
      'app',
      () => new Response('page', { headers: { 'content-type': 'text/html' } }),
    );
    const urls: string[] = [];
    session.defaultSession.webRequest.onBeforeRequest({ urls: ['app://*/*'] }, (details, go) => {
      urls.push(details.url);
      go({});
    });
    await new BrowserWindow({ show: false }).loadURL('app://host/page');
    return urls;
  });
  expect(seen).toEqual(['app://host/page']);
});
