import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { Clock } from './clock.ts';
import { classifyNetworkFailure } from './network-errors.ts';

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
  readonly body?: string;
  /** Called as soon as the headers are there. */
  readonly onHeaders?: (headers: Headers) => void;
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

/**
 * Sends one request: no cookies, no cache, no redirects, a time limit for each phase. Errors:
 * `offline`, `timeout`, `cancelled`, `badAnswer` (a redirect, a broken certificate). Nothing of the
 * request, its headers least of all, is ever in an error.
 */
export type Transport = (
  request: OutgoingRequest,
  signal?: AbortSignal,
) => Promise<Result<RawAnswer>>;

export function createTransport({ fetch, clock, timeouts }: TransportOptions): Transport {
  return async ({ url, method, headers, body, onHeaders }, signal) => {
    const abort = new AbortController();
    const cancel = () => abort.abort('cancelled');
    if (signal?.aborted === true) return fail({ kind: 'cancelled' });
    signal?.addEventListener('abort', cancel, { once: true });
    let phaseMs = timeouts.headersMs;
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
      onHeaders?.(response.headers);
      const bytes = new Uint8Array(await unlessAborted(response.arrayBuffer(), abort.signal));
      const durationMs = Math.max(0, clock.now() - startedAt);
      const { status, statusText } = response;
      return ok({ status, statusText, headers: response.headers, bytes, durationMs });
    } catch (failure) {
      return fail(errorOf(failure, abort.signal.reason, phaseMs));
    } finally {
      disarm();
      signal?.removeEventListener('abort', cancel);
    }
  };
}

function errorOf(failure: unknown, reason: unknown, phaseMs: number): PerchError {
  if (reason === 'cancelled') return { kind: 'cancelled' };
  if (reason === 'timeout') return { kind: 'timeout', afterMs: phaseMs };
  return classifyNetworkFailure(failure, phaseMs);
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
