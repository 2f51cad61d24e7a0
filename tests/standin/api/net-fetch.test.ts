import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { Connections } from '../net/exchange.ts';
import { UNWATCHED } from '../net/request-watch.ts';
import type { LoaderHost } from '../net/url-loader.ts';
import { fetchAsElectron } from './net-fetch.ts';

const host: LoaderHost = {
  isOnline: () => true,
  userAgent: () => 'Fixture/1.0',
  acceptLanguage: () => 'en-US',
  connections: new Connections(),
  cookies: { headerFor: async () => '', receive: async () => undefined },
  verify: () => null,
  handlerOf: () => undefined,
  watch: UNWATCHED,
};
const go = (url: string, init?: RequestInit, given: Partial<LoaderHost> = {}): Promise<Response> =>
  fetchAsElectron({ ...host, ...given }, url, init);

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await new Promise((listening) => server.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('net.fetch', () => {
  test('sends no header that Node would make up, and lets the app’s own through', async () => {
    const url = await serve((request, response) => response.end(JSON.stringify(request.headers)));
    expect(await (await go(url)).json()).toMatchObject({
      'user-agent': 'Fixture/1.0',
      'accept-language': 'en-US',
    });
    const own = { 'user-agent': 'Own', 'accept-language': 'de' };
    expect(await (await go(url, { headers: own })).json()).toMatchObject(own);
  });

  test('gives status, headers and body, and no url', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(418, 'Teapot', { 'x-limit': '100' }).end('tea'),
    );
    const answer = await go(url);
    expect([answer.status, answer.statusText, answer.headers.get('x-limit'), answer.url]).toEqual([
      418,
      'Teapot',
      '100',
      '',
    ]);
    expect(await answer.text()).toBe('tea');
  });

  test.each([
    ['error', "Attempted to redirect, but redirect policy was 'error'"],
    ['manual', 'Redirect was cancelled'],
  ] as const)('rejects a redirect with redirect: %s', async (redirect, message) => {
    const url = await serve((_request, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    );
    await expect(go(url, { redirect })).rejects.toThrow(message);
  });

  test('names failures as Chromium does', async () => {
    const server = createTcpServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    await expect(go(`http://127.0.0.1:${port}/`)).rejects.toThrow(
      /^net::ERR_(EMPTY_RESPONSE|CONNECTION_RESET)$/,
    );
    await new Promise((closed) => server.close(closed));
    await expect(go(`http://127.0.0.1:${port}/`)).rejects.toThrow('net::ERR_CONNECTION_REFUSED');
    await expect(go('http://127.0.0.1:1/')).rejects.toThrow('net::ERR_UNSAFE_PORT');
    await expect(go('http://127.0.0.1:9999/', {}, { isOnline: () => false })).rejects.toThrow(
      'net::ERR_INTERNET_DISCONNECTED',
    );
    await expect(go('unknown://x/')).rejects.toThrow('net::ERR_UNKNOWN_URL_SCHEME');
    await expect(go('file:///nowhere/at/all')).rejects.toThrow('net::ERR_FILE_NOT_FOUND');
  });

  test('an abort rejects with its own reason', async () => {
    const url = await serve(() => undefined);
    const controller = new AbortController();
    const pending = go(url, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
    await expect(go(url, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });

  test('asks the app’s own handler first', async () => {
    const answer = await go('app://perch/page', undefined, {
      handlerOf: (scheme) =>
        scheme === 'app' ? (request) => new Response(request.url) : undefined,
    });
    expect(await answer.text()).toBe('app://perch/page');
  });
});
