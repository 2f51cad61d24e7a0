import { Readable } from 'node:stream';
import type { Loaded } from './answer.ts';
import { toLists, without, type HeaderList } from './headers.ts';
import { NetError } from './net-error.ts';

/** One request of a chain of redirects. */
export interface Step {
  readonly url: URL;
  readonly method: string;
  readonly headers: HeaderList;
  readonly body: Buffer | Readable | null;
}

/** As many as Chromium follows. */
export const MAX_REDIRECTS = 20;

/** Schemes that no server may send a request to. */
export const UNSAFE_TARGETS = /^(about|blob|data|file|filesystem|javascript|view-source):$/;

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Fields by their names in lower case, every value in a list. */
export const lowerCaseLists = (headers: HeaderList): Record<string, string[]> =>
  toLists(headers.map(([name, value]) => [name.toLowerCase(), value] as const));

/** The next request of a chain (Fetch Standard, "HTTP-redirect fetch"). */
export function redirectTo(step: Step, location: string, status: number): Step {
  let url: URL;
  try {
    url = new URL(location, step.url);
  } catch {
    throw new NetError('ERR_INVALID_REDIRECT');
  }
  if (url.hash === '') url.hash = step.url.hash;
  const becomesGet =
    (status === 303 && step.method !== 'HEAD' && step.method !== 'GET') ||
    ((status === 301 || status === 302) && step.method === 'POST');
  const headers =
    url.origin === step.url.origin ? step.headers : without(step.headers, /^authorization$/i);
  return becomesGet
    ? {
        url,
        method: 'GET',
        headers: without(headers, /^(content-(encoding|language|location|type)|origin)$/i),
        body: null,
      }
    : { url, method: step.method, headers, body: step.body };
}

/** The answer that stands for a redirect of a `webRequest` listener, as Chromium makes one up. */
export const sentOn = ({ url }: Step, location: string): Loaded => ({
  url: url.href,
  statusCode: 307,
  statusMessage: 'Internal Redirect',
  httpVersion: { major: 1, minor: 1 },
  headers: [['Location', location]],
  body: Readable.from([]),
});
