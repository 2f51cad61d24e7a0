import { bodyOf } from './body-of.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/web-request.md';

const html = { 'content-type': 'text/html' };

states(
  'webRequest',
  'refuses a pattern that is none',
  'docs/api/structures/web-request-filter.md',
  async ({ app }) => {
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
  'webRequest.onHeadersReceived',
  'changes the head of an answer to a page',
  `${DOC}#webrequestonheadersreceivedfilter-listener`,
  async ({ app }) => {
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
  async ({ app }) => {
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
  async ({ app }) => {
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
    async ({ app }) => {
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
    async ({ app }) => {
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
