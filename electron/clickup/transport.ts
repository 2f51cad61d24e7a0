import type { PerchError } from '../contract/errors.ts';
import type { Clock } from './clock.ts';
import { classifyNetworkFailure, type NetworkFailure } from './network-errors.ts';

/** The part of `fetch` in use. In the app it is a Chromium session's; it must refuse redirects. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Milliseconds until the headers must have come, and then again until the body must have. */
  readonly timeouts: { readonly headersMs: number; readonly bodyMs: number };
}

export interface OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** Called as soon as the headers are there. */
  readonly onHeaders?: (status: number, headers: Headers) => void;
  /** Milliseconds until the headers must have come, where that is less than usual. */
  readonly headersMs?: number;
}

/** An answer as it came off the wire, decompressed and otherwise unread. */
export interface RawAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** Milliseconds from sending to the last byte. */
  readonly durationMs: number;
}

export type Received =
  | { readonly ok: true; readonly value: RawAnswer }
  | ({ readonly ok: false } & NetworkFailure);

/** The most that an answer may weigh, decompressed: several times ClickUp's largest page, and it fits in memory. */
export const LARGEST_ANSWER = 64 * 1024 * 1024;

/**
 * Sends one request: no cookies, no cache, no redirects, a time limit for each phase, a limit to
 * what an answer may weigh. Errors: `offline`, `timeout`, `cancelled`, `badAnswer` (a redirect, a
 * broken certificate, an answer above `LARGEST_ANSWER`). Nothing of the request, its headers least
 * of all, is ever in an error.
 */
export type Transport = (request: OutgoingRequest, signal?: AbortSignal) => Promise<Received>;

export function createTransport({ fetch, clock, timeouts }: TransportOptions): Transport {
  return async ({ url, method, headers, body, onHeaders, headersMs }, signal) => {
    const abort = new AbortController();
    const cancel = () => abort.abort('cancelled');
    if (signal?.aborted === true) return failed({ kind: 'cancelled' }, false);
    signal?.addEventListener('abort', cancel, { once: true });
    let phaseMs = Math.min(timeouts.headersMs, headersMs ?? timeouts.headersMs);
    let disarm = clock.after(phaseMs, () => abort.abort('timeout'));
    const startedAt = clock.now();
    try {
      const sending = fetch(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: abort.signal,
      });
      const response = await unlessAborted(sending, abort.signal);
      disarm();
      phaseMs = timeouts.bodyMs;
      disarm = clock.after(phaseMs, () => abort.abort('timeout'));
      const { status, statusText } = response;
      onHeaders?.(status, response.headers);
      const bytes = await readUpTo(response.body, LARGEST_ANSWER, abort.signal);
      if (bytes === null) {
        abort.abort('tooLarge');
        return failed(tooLarge(response), true);
      }
      const durationMs = Math.max(0, clock.now() - startedAt);
      const value = { status, statusText, headers: response.headers, bytes, durationMs };
      return { ok: true, value };
    } catch (failure) {
      const { reason } = abort.signal;
      if (reason === 'cancelled') return failed({ kind: 'cancelled' }, true);
      if (reason === 'timeout') return failed({ kind: 'timeout', afterMs: phaseMs }, true);
      return { ok: false, ...classifyNetworkFailure(failure, phaseMs) };
    } finally {
      disarm();
      signal?.removeEventListener('abort', cancel);
    }
  };
}

const failed = (error: PerchError, mayHaveLeft: boolean): Received => ({
  ok: false,
  error,
  mayHaveLeft,
});

const tooLarge = ({ status, headers }: Response): PerchError => ({
  kind: 'badAnswer',
  status,
  contentType: headers.get('content-type'),
  said: null,
  largerThan: LARGEST_ANSWER,
});

/** Reads a body to its end, or null as soon as it has grown above `most` bytes. */
async function readUpTo(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
    const { done, value } = await unlessAborted(reader.read(), signal);
    if (done) break;
    size += value.byteLength;
    if (size > most) return null;
    parts.push(value);
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts, size);
}

/**
 * Ends with the abort where that comes first. The signal alone is not relied upon: a network stack
 * may leave a body that is being read open for ever.
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = () => reject(new Error('aborted'));
    if (signal.aborted) abandon();
    signal.addEventListener('abort', abandon, { once: true });
    work.then(resolve, reject);
  });
}
