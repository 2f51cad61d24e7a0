import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fetchIn } from './fetch-in.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/net.md#netfetchinput-init';

states('net.fetch', 'gives up an endless redirect', DOC, async ({ app }) => {
  await withServer(
    (_request, response) => response.writeHead(302, { location: '/' }).end(),
    async (url) =>
      expect(await fetchIn(app, url)).toEqual({ error: 'net::ERR_TOO_MANY_REDIRECTS' }),
  );
});

for (const [redirect, error] of [
  ['error', "Attempted to redirect, but redirect policy was 'error'"],
  ['manual', 'Redirect was cancelled'],
] as const)
  states('net.fetch', `rejects a redirect with redirect: ${redirect}`, DOC, async ({ app }) => {
    await withServer(
      (_request, response) => response.writeHead(302, { location: '/' }).end(),
      async (url) => expect(await fetchIn(app, url, { redirect })).toEqual({ error }),
    );
  });

states('net.fetch', 'names a refused connection', DOC, async ({ app }) => {
  const free = await withServer(
    () => undefined,
    async (url) => url,
  );
  expect(await fetchIn(app, free)).toEqual({ error: 'net::ERR_CONNECTION_REFUSED' });
});

states('net.fetch', 'names an empty answer', DOC, async ({ app }) => {
  const server = createServer((socket) => socket.once('data', () => socket.end())).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  expect(await fetchIn(app, `http://127.0.0.1:${port}/`)).toEqual({
    error: 'net::ERR_EMPTY_RESPONSE',
  });
  server.close();
});

states('net.fetch', 'refuses ports of other protocols', DOC, async ({ app }) => {
  expect(await fetchIn(app, 'http://127.0.0.1:25/')).toEqual({ error: 'net::ERR_UNSAFE_PORT' });
});

states('net.fetch', 'knows no scheme that nobody handles', DOC, async ({ app }) => {
  expect(await fetchIn(app, 'nobodys://x/')).toEqual({ error: 'net::ERR_UNKNOWN_URL_SCHEME' });
});

states(
  'net.fetch',
  'rejects a file that is not there',
  'docs/api/net.md#netfetchinput-init',
  async ({ app }) => {
    expect(await fetchIn(app, 'file:///no/such/file')).toEqual({
      error: 'net::ERR_FILE_NOT_FOUND',
    });
  },
);

states('net.fetch', 'rejects with the reason of an abort', DOC, async ({ app }) => {
  await withServer(
    () => undefined,
    async (url) => {
      const message = await app.evaluate(async ({ net }, address) => {
        const controller = new AbortController();
        const pending = net.fetch(address, { signal: controller.signal });
        setTimeout(() => controller.abort(new Error('enough')), 20);
        return pending.then(String, (error: Error) => error.message);
      }, url);
      expect(message).toBe('enough');
    },
  );
});

states('net.fetch', 'refuses headers that the network owns', DOC, async ({ app }) => {
  await withServer(
    (_request, response) => response.end(),
    async (url) =>
      expect(await fetchIn(app, url, { headers: { Host: 'elsewhere' } })).toEqual({
        error: 'net::ERR_INVALID_ARGUMENT',
      }),
  );
});
