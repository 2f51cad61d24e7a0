import type { Readable } from 'node:stream';
import type { SchemeHandler } from '../page/requests.ts';
import { answerOf, readAsAnswer, toLoaded, type Loaded } from './answer.ts';
import type { CertificateCheck, Connections } from './exchange.ts';
import { isUnsafe, valueOf, valuesOf, withHeader, type HeaderList } from './headers.ts';
import { NetError } from './net-error.ts';
import { isBlockedPort } from './ports.ts';
import {
  isRedirect,
  lowerCaseLists,
  MAX_REDIRECTS,
  redirectTo,
  sentOn,
  UNSAFE_TARGETS,
  type Step,
} from './redirect.ts';
import { challengeOf, complete, type Challenge, type Credentials } from './request-headers.ts';
import type { RequestWatch } from './request-watch.ts';

/** What a request needs of its session. */
export interface LoaderHost {
  readonly isOnline: () => boolean;
  readonly userAgent: () => string;
  readonly acceptLanguage: () => string;
  readonly connections: Connections;
  readonly cookies: CookieAccess;
  readonly verify: () => CertificateCheck | null;
  readonly handlerOf: (scheme: string) => SchemeHandler | undefined;
  readonly watch: RequestWatch;
}

/** A session's cookies, as the network sees them. */
export interface CookieAccess {
  /** The `Cookie` field for an address; empty for none. */
  headerFor(url: URL): Promise<string>;
  receive(url: URL, setCookies: readonly string[]): Promise<void>;
}

export interface LoadRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderList;
  readonly body: Buffer | Readable | null;
  readonly signal: AbortSignal;
  readonly credentials: 'include' | 'omit' | 'same-origin';
  readonly origin: string | undefined;
  readonly cache: RequestCache | undefined;
  readonly bypassCustomProtocolHandlers: boolean;
}

export interface LoadEvents {
  /** Rejects to stop. */
  redirected(redirect: Redirect): void;
  /** Credentials for a server that asks for them, or undefined to let its refusal stand. */
  login(challenge: Challenge): Promise<Credentials | undefined>;
}

export interface Redirect {
  readonly statusCode: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string[]>;
}

/**
 * Loads an address as Chromium's network service does for Electron's `net`: handlers of the app's
 * schemes, files, and HTTP with redirects, cookies and the session's `webRequest` listeners.
 * Rejects with `net::ERR_…`, the reason of an abort, or what `events` throws. No HTTP cache, no
 * proxy. Source: `electron_api_url_loader.cc`.
 */
export async function load(
  host: LoaderHost,
  request: LoadRequest,
  events: LoadEvents,
): Promise<Loaded> {
  const watched = host.watch.begin({ url: request.url, method: request.method });
  try {
    const loaded = await follow(host, request, events, watched);
    watched.started();
    loaded.body.once('end', () => watched.completed());
    loaded.body.once('error', (error) => watched.failed(error.message));
    return loaded;
  } catch (error) {
    watched.failed(error instanceof NetError ? error.message : 'net::ERR_ABORTED');
    throw error;
  }
}

async function follow(
  host: LoaderHost,
  request: LoadRequest,
  events: LoadEvents,
  watched: ReturnType<RequestWatch['begin']>,
): Promise<Loaded> {
  if (request.headers.some(isUnsafe)) throw new NetError('ERR_INVALID_ARGUMENT');
  let step: Step = { ...request, url: new URL(request.url) };
  for (let redirects = 0; ; redirects += 1) {
    request.signal.throwIfAborted();
    const elsewhere = await watched.before();
    const answer =
      elsewhere === undefined
        ? await answerTo(host, request, step, events, watched)
        : sentOn(step, elsewhere);
    const location = valueOf(answer.headers, 'location');
    if (!isRedirect(answer.statusCode) || location === undefined) return answer;
    answer.body.resume();
    if (redirects >= MAX_REDIRECTS) throw new NetError('ERR_TOO_MANY_REDIRECTS');
    const next = redirectTo(step, location, answer.statusCode);
    watched.redirected(next.url.href);
    events.redirected({
      statusCode: answer.statusCode,
      method: next.method,
      url: next.url.href,
      headers: lowerCaseLists(answer.headers),
    });
    if (UNSAFE_TARGETS.test(next.url.protocol)) throw new NetError('ERR_UNSAFE_REDIRECT');
    step = next;
    watched.moved(next.url.href, next.method);
  }
}

async function answerTo(
  host: LoaderHost,
  request: LoadRequest,
  step: Step,
  events: LoadEvents,
  watched: ReturnType<RequestWatch['begin']>,
): Promise<Loaded> {
  const { protocol, href } = step.url;
  const handler = request.bypassCustomProtocolHandlers
    ? undefined
    : host.handlerOf(protocol.slice(0, -1));
  if (handler !== undefined) return answerOf(handler, step, request.signal);
  switch (protocol) {
    case 'file:':
      return readAsAnswer(href);
    case 'data:':
    case 'blob:':
      return toLoaded(href, await fetch(href, { signal: request.signal }));
    case 'http:':
    case 'https:':
      break;
    default:
      throw new NetError('ERR_UNKNOWN_URL_SCHEME');
  }
  if (!host.isOnline()) throw new NetError('ERR_INTERNET_DISCONNECTED');
  if (isBlockedPort(step.url)) throw new NetError('ERR_UNSAFE_PORT');
  if (request.cache === 'only-if-cached') throw new NetError('ERR_CACHE_MISS');
  const first = await overNetwork(host, request, step, watched);
  const challenge = first.statusCode === 401 ? challengeOf(first.headers, step.url) : undefined;
  if (challenge === undefined) return first;
  const credentials = await events.login(challenge);
  if (credentials === undefined) return first;
  first.body.resume();
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  const headers = withHeader(step.headers, 'Authorization', `Basic ${basic}`);
  return overNetwork(host, request, { ...step, headers }, watched);
}

async function overNetwork(
  host: LoaderHost,
  request: LoadRequest,
  step: Step,
  watched: ReturnType<RequestWatch['begin']>,
): Promise<Loaded> {
  const { url, method, body } = step;
  const withCookies =
    request.credentials === 'include' ||
    (request.credentials === 'same-origin' && request.origin === url.origin);
  const cookie = withCookies ? await host.cookies.headerFor(url) : '';
  const wanted = cookie === '' ? step.headers : withHeader(step.headers, 'Cookie', cookie);
  const headers = await watched.sending(complete(host, wanted, step));
  const answer = await host.connections.exchange({
    url,
    method,
    headers,
    body,
    signal: request.signal,
    verify: host.verify(),
  });
  const changed = await watched.received(answer);
  const setCookies = valuesOf(changed.headers, 'set-cookie');
  if (withCookies && setCookies.length > 0) await host.cookies.receive(url, setCookies);
  return { ...answer, ...changed, url: url.href };
}
