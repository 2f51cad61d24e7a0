import { Readable } from 'node:stream';
import { toNodeHeaders } from '../net/headers.ts';
import { load, type LoaderHost } from '../net/url-loader.ts';

export type FetchInit = RequestInit & { bypassCustomProtocolHandlers?: boolean };

/** Statuses whose answers have no body (Fetch Standard). */
const NULL_BODY = [101, 204, 205, 304];

/**
 * `net.fetch`, with the differences that Electron's has from a browser's
 * (`lib/browser/api/net-fetch.ts`): failures read `net::ERR_…`; `redirect: 'error'` and `'manual'`
 * both reject; without an `Origin` the session's cookies go along unless `credentials` is `omit`;
 * `mode`, `integrity` and `keepalive` mean nothing; a body is read whole before it is sent; the
 * answer has no `url`.
 */
export async function fetchAsElectron(
  host: LoaderHost,
  input: string | Request,
  init?: FetchInit,
): Promise<Response> {
  const request = new Request(input, init);
  const { signal } = request;
  signal.throwIfAborted();
  const origin = request.headers.get('origin') ?? undefined;
  const ownCredentials = request.credentials === 'same-origin' && origin === undefined;
  const loading = load(
    host,
    {
      url: request.url,
      method: request.method,
      headers: [...request.headers],
      body: request.body === null ? null : Buffer.from(await request.arrayBuffer()),
      signal,
      credentials: ownCredentials ? 'include' : request.credentials,
      origin,
      cache: request.cache,
      bypassCustomProtocolHandlers: init?.bypassCustomProtocolHandlers === true,
    },
    {
      redirected: () => {
        if (request.redirect === 'error')
          throw new Error("Attempted to redirect, but redirect policy was 'error'");
        if (request.redirect === 'manual') throw new Error('Redirect was cancelled');
      },
      // Nobody can answer a fetch's question for a password.
      login: async () => undefined,
    },
  );
  const { statusCode, statusMessage, headers, body } = await loading;
  const joined = Object.entries(toNodeHeaders(headers)).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value] as [string, string],
  );
  const hasBody = !NULL_BODY.includes(statusCode) && request.method !== 'HEAD';
  if (!hasBody) body.resume();
  return new Response(hasBody ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : null, {
    status: statusCode,
    statusText: statusMessage,
    headers: joined,
  });
}
