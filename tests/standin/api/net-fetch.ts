import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SchemeHandler } from '../page/requests.ts';

export interface FetchHost {
  readonly isOnline: () => boolean;
  readonly userAgent: () => string;
  readonly storagePath: (partition: string) => string;
}

/** Node's reasons for a failed request, by Chromium's names for them. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'ERR_CONNECTION_REFUSED'],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/, 'ERR_NAME_NOT_RESOLVED'],
  [/^ECONNRESET$/, 'ERR_CONNECTION_RESET'],
  [/^UND_ERR_SOCKET$/, 'ERR_EMPTY_RESPONSE'],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'ERR_CONNECTION_TIMED_OUT'],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, 'ERR_TIMED_OUT'],
  [/^ENETUNREACH$/, 'ERR_INTERNET_DISCONNECTED'],
  [/^EHOSTUNREACH$/, 'ERR_ADDRESS_UNREACHABLE'],
  [/^CERT_HAS_EXPIRED$/, 'ERR_CERT_DATE_INVALID'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'ERR_CERT_COMMON_NAME_INVALID'],
  [/CERT|SELF_SIGNED|UNABLE_TO_/, 'ERR_CERT_AUTHORITY_INVALID'],
  [/^(ERR_SSL|EPROTO)/, 'ERR_SSL_PROTOCOL_ERROR'],
  [/^HPE_/, 'ERR_INVALID_HTTP_RESPONSE'],
];

/**
 * `net.fetch`: Node's, with the differences that Electron's has in `lib/browser/api/net-fetch.ts`
 * and `net-client-request.ts`. Failures read `net::ERR_…`; `redirect: 'error'` and `'manual'`
 * both reject; the answer carries no `url`. There is no cookie jar and no HTTP cache.
 */
export async function fetchAsElectron(
  host: FetchHost,
  handlerOf: (scheme: string) => SchemeHandler | undefined,
  input: string | Request,
  init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
): Promise<Response> {
  const request = new Request(input, init);
  request.signal.throwIfAborted();
  const { protocol } = new URL(request.url);
  const handler =
    init?.bypassCustomProtocolHandlers === true ? undefined : handlerOf(protocol.slice(0, -1));
  if (handler !== undefined) return handler(request);
  if (protocol === 'file:') return readAsResponse(request.url);
  if (protocol === 'http:' || protocol === 'https:') {
    if (!host.isOnline()) throw new Error('net::ERR_INTERNET_DISCONNECTED');
    return fetchOverNetwork(host, request);
  }
  if (protocol === 'data:' || protocol === 'blob:') return fetch(request);
  throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
}

async function fetchOverNetwork(host: FetchHost, request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  // Node would name itself, and ask for any language.
  if (!headers.has('user-agent')) headers.set('user-agent', host.userAgent());
  if (!headers.has('accept-language')) headers.set('accept-language', 'en-US');
  const follows = request.redirect === 'follow';
  let answer: Response;
  try {
    answer = await fetch(request, { headers, redirect: follows ? 'follow' : 'manual' });
  } catch (error) {
    request.signal.throwIfAborted();
    throw toNetError(error);
  }
  if (!follows && [301, 302, 303, 307, 308].includes(answer.status)) {
    await answer.body?.cancel();
    throw new Error(
      request.redirect === 'error'
        ? "Attempted to redirect, but redirect policy was 'error'"
        : 'Redirect was cancelled',
    );
  }
  const { status, statusText } = answer;
  return new Response(answer.body, { headers: answer.headers, status, statusText });
}

async function readAsResponse(url: string): Promise<Response> {
  try {
    return new Response(new Uint8Array(await readFile(fileURLToPath(url))));
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}

/** Chromium's name for what Node's fetch failed with. */
export function toNetError(error: unknown): Error {
  const { cause } = error as { cause?: unknown };
  const { code = '', message = '' } = (cause ?? {}) as { code?: string; message?: string };
  if (message === 'bad port') return new Error('net::ERR_UNSAFE_PORT');
  if (message === 'redirect count exceeded') return new Error('net::ERR_TOO_MANY_REDIRECTS');
  const [, name = 'ERR_FAILED'] = REASONS.find(([pattern]) => pattern.test(code)) ?? [];
  return new Error(`net::${name}`, { cause: error });
}
