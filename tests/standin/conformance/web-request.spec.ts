import type { ElectronApplication } from '@playwright/test';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/web-request.md';

const html = { 'content-type': 'text/html' };

/** Loads a page in a hidden window and tells what its body says, or why the load failed. */
const bodyOf = (app: ElectronApplication, url: string): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL(address);
      return String(await window.webContents.executeJavaScript('document.body.textContent'));
    } catch (error) {
      return (error as { code?: string }).code ?? 'no code';
    }
  }, url);

states(
  'webRequest.onBeforeRequest',
  'cancels a page’s request',
  `${DOC}#webrequestonbeforerequestfilter-listener`,
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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
    async ({ launch }) => {
      const app = await launch();
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
  'webRequest',
  'refuses a pattern that is none',
  'docs/api/structures/web-request-filter.md',
  async ({ launch }) => {
    const app = await launch();
    const name = await app.evaluate(({ session }) => {
      try {
        session.defaultSession.webRequest.onCompleted({ urls: ['example'] }, () => undefined);
        return 'no error';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(name).toBe('TypeError');
  },
);

states(
  'webRequest.onBeforeSendHeaders',
  'changes what a page sends',
  `${DOC}#webrequestonbeforesendheadersfilter-listener`,
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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

states(
  'webRequest.onHeadersReceived',
  'changes the head of an answer to a page',
  `${DOC}#webrequestonheadersreceivedfilter-listener`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (_request, response) => response.writeHead(200, html).end('<b>bold</b>'),
      async (url) => {
        await app.evaluate(({ session }) =>
          session.defaultSession.webRequest.onHeadersReceived((details, callback) =>
            callback({
              responseHeaders: { ...details.responseHeaders, 'content-type': ['text/plain'] },
            }),
          ),
        );
        expect(await bodyOf(app, url)).toBe('<b>bold</b>');
      },
    );
  },
);

states(
  'webRequest.onHeadersReceived',
  'changes the status of an answer',
  `${DOC}#webrequestonheadersreceivedfilter-listener`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (_request, response) => response.end('x'),
      async (url) => {
        const status = await app.evaluate(async ({ net, session }, address) => {
          session.defaultSession.webRequest.onHeadersReceived((details, callback) =>
            callback({
              responseHeaders: { ...details.responseHeaders },
              statusLine: 'HTTP/1.1 404 Not Found',
            }),
          );
          return (await net.fetch(address)).status;
        }, url);
        expect(status).toBe(404);
      },
    );
  },
);

states(
  'webRequest.onBeforeRedirect',
  'is told where a server sends the request',
  `${DOC}#webrequestonbeforeredirectfilter-listener`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) =>
        request.url === '/there'
          ? response.end('there')
          : response.writeHead(302, { location: '/there' }).end(),
      async (url) => {
        const told = await app.evaluate(async ({ net, session }, address) => {
          const seen: unknown[] = [];
          session.defaultSession.webRequest.onBeforeRedirect(({ redirectURL, statusCode }) =>
            seen.push([redirectURL, statusCode]),
          );
          await net.fetch(address);
          return seen;
        }, url);
        expect(told).toEqual([[`${url}/there`, 302]]);
      },
    );
  },
);

for (const source of ['a page', 'the main process'])
  states(
    'webRequest.onCompleted',
    `is told status and headers of an answer to ${source}`,
    `${DOC}#webrequestoncompletedfilter-listener`,
    async ({ launch }) => {
      const app = await launch();
      await withServer(
        (_request, response) =>
          response.writeHead(203, { ...html, 'X-Limit': '100' }).end('answer'),
        async (url) => {
          const told = await app.evaluate(
            async ({ BrowserWindow, net, session }, given) => {
              const completed = new Promise((resolve) => {
                session.defaultSession.webRequest.onCompleted(
                  { urls: [`${given.url}/page`] },
                  ({ statusCode, responseHeaders, fromCache, error }) =>
                    resolve({ statusCode, limit: responseHeaders?.['X-Limit'], fromCache, error }),
                );
              });
              if (given.source === 'a page')
                await new BrowserWindow({ show: false }).loadURL(`${given.url}/page`);
              else await (await net.fetch(`${given.url}/page`)).text();
              return completed;
            },
            { url, source },
          );
          expect(told).toEqual({
            statusCode: 203,
            limit: ['100'],
            fromCache: false,
            error: 'net::OK',
          });
        },
      );
    },
  );

for (const source of ['a page', 'the main process'])
  states(
    'webRequest.onErrorOccurred',
    `is told why a request of ${source} failed`,
    `${DOC}#webrequestonerroroccurredfilter-listener`,
    async ({ launch }) => {
      const app = await launch();
      const free = await withServer(
        () => undefined,
        async (url) => url,
      );
      const told = await app.evaluate(
        async ({ BrowserWindow, net, session }, given) => {
          const failed = new Promise((resolve) => {
            session.defaultSession.webRequest.onErrorOccurred(({ url, error }) =>
              resolve([url, error]),
            );
          });
          if (given.source === 'a page')
            await new BrowserWindow({ show: false }).loadURL(given.url).catch(() => undefined);
          else await net.fetch(given.url).catch(() => undefined);
          return failed;
        },
        { url: `${free}/`, source },
      );
      expect(told).toEqual([`${free}/`, 'net::ERR_CONNECTION_REFUSED']);
    },
  );

states('webRequest', 'forgets a listener that is set to null', DOC, async ({ launch }) => {
  const app = await launch();
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

states('webRequest', 'sees requests of a custom scheme', DOC, async ({ launch }) => {
  const app = await launch();
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
