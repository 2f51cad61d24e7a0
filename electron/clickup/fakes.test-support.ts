import { ok } from '../contract/errors.ts';
import type { RateBudget } from '../contract/requests.ts';
import {
  type Authorization,
  type AuthorizationSupplier,
  type Client,
  createClient,
} from './client.ts';
import { CLICKUP } from './endpoint.ts';
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
  readonly budgets: readonly RateBudget[];
  readonly network: readonly boolean[];
  /** Resolves once that many requests have reached the network. */
  sentCount(count: number): Promise<void>;
}

/** A client over a fake network, with everything it tells noted. */
export function bench(respond: Responder): Bench {
  const clock = createFakeClock();
  const sent: SentRequest[] = [];
  const budgets: RateBudget[] = [];
  const network: boolean[] = [];
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
    transport,
    clock,
    onBudget: (_account, budget) => budgets.push(budget),
    onNetwork: (_account, reached) => network.push(reached),
  });
  return {
    client,
    transport,
    clock,
    sent,
    budgets,
    network,
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

export const authorizeCanary = authorizeWith(canaryAuthorization);
