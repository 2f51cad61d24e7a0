import { ok } from '../contract/errors.ts';
import type { Traffic } from '../contract/requests.ts';
import {
  type Authorization,
  type AuthorizationSupplier,
  type Client,
  createClient,
} from './client.ts';
import { CLICKUP } from './endpoint.ts';
import { createReachability, type Reach } from './reachability.ts';
import { createTransport, type Transport } from './transport.ts';
import { createFakeClock, type FakeClock } from './fake-clock.test-support.ts';

/** A token that must turn up nowhere but in a header. */
export const CANARY = 'pk_CANARY_0123456789ABCDEF';

/** One request as it reached the fake network. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
}

export type Responder = (url: string, init: RequestInit) => Promise<Response>;

/** A JSON answer as ClickUp sends it. */
export const jsonResponse = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json; charset=utf-8', ...init.headers },
  });

/** A network that never answers and obeys the abort signal. */
export const neverAnswers: Responder = (_url, init) =>
  new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(new Error('net::ERR_ABORTED')));
  });

export interface Bench {
  readonly client: Client;
  readonly transport: Transport;
  readonly clock: FakeClock;
  readonly sent: readonly SentRequest[];
  /** How requests stood, after each change. */
  readonly traffic: readonly Traffic[];
  /** What became known of the way to ClickUp, in order. */
  readonly reach: readonly Reach[];
  /** Whether the system has a network. */
  setNetwork(isThere: boolean): void;
  /** Resolves once that many requests have reached the network. */
  sentCount(count: number): Promise<void>;
}

/** A client over a fake network, with everything it tells noted. Pauses between attempts are `random` of the longest. */
export function bench(respond: Responder, random: () => number = () => 0): Bench {
  const clock = createFakeClock();
  const sent: SentRequest[] = [];
  const traffic: Traffic[] = [];
  const reach: Reach[] = [];
  let hasNetwork = true;
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const transport = createTransport({
    fetch(url, init) {
      sent.push({ url, init });
      for (const { count, resolve } of waiting) if (sent.length >= count) resolve();
      return respond(url, init);
    },
    clock,
    timeouts: { headersMs: 15_000, bodyMs: 30_000 },
  });
  const client = createClient({
    reads: transport,
    writes: transport,
    clock,
    random,
    reachability: createReachability({
      clock,
      random,
      hasNetwork: () => hasNetwork,
      onChange: (_origin, next) => reach.push(next),
    }),
    onTraffic: (_account, next) => traffic.push(next),
  });
  return {
    client,
    transport,
    clock,
    sent,
    traffic,
    reach,
    setNetwork: (isThere) => (hasNetwork = isThere),
    sentCount: (count) =>
      new Promise((resolve) => {
        if (sent.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}

export const canaryAuthorization: Authorization = {
  account: 'canary',
  endpoint: CLICKUP,
  token: CANARY,
  scheme: 'personal',
};

export const authorizeWith =
  (authorization: Authorization): AuthorizationSupplier =>
  () =>
    Promise.resolve(ok(authorization));

/** An answer with ClickUp's rate headers; the reset is Unix milliseconds on a full second. */
export const limitedResponse = (status: number, remaining: number, resetAt: number): Response =>
  jsonResponse(
    {},
    {
      status,
      headers: {
        'x-ratelimit-limit': '100',
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': String(resetAt / 1000),
      },
    },
  );

export const authorizeCanary = authorizeWith(canaryAuthorization);
