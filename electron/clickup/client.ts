import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { Answer, AnswerBody, OperationInfo, RateBudget } from '../contract/requests.ts';
import { classifyAnswer, readClickUpSaid } from './api-errors.ts';
import type { Clock } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import { classifyNetworkFailure } from './network-errors.ts';
import type { Parameters } from './operations.ts';
import { readRateBudget } from './rate-budget.ts';
import { redactAnswer, redactToken } from './redaction.ts';
import { buildTarget, resolveTarget } from './target.ts';

/** A token with the one endpoint it may be sent to. Exists in main's memory only. */
export interface Authorization {
  /** Whose budget a request counts against: ClickUp's limits are per token, so this is the connection's id. */
  readonly account: string;
  readonly endpoint: Endpoint;
  readonly token: string;
  /** Personal tokens go bare, OAuth tokens as `Bearer` (ClickUp's authentication page). */
  readonly scheme: 'personal' | 'bearer';
}

/** Reads the token when it is needed and not before; its error ends the request unsent. */
export type AuthorizationSupplier = () => Promise<Result<Authorization>>;

/** The part of `fetch` in use. In the app it is a Chromium session's; it must refuse redirects. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ClientOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Milliseconds until the headers must have come, and then again until the body must have. */
  readonly timeouts: { readonly headersMs: number; readonly bodyMs: number };
  readonly onBudget: (account: string, budget: RateBudget) => void;
  /** Told whether the network carried a request, where that is known: not of one that was cancelled or refused. */
  readonly onNetwork: (account: string, reached: boolean) => void;
}

export interface Client {
  /**
   * Sends one operation and answers what ClickUp answered, whatever the status. Gives an error only
   * where there is no answer: `invalid` before the token is read, the supplier's own errors,
   * `offline`, `timeout`, `cancelled`, `badAnswer` (a redirect, a broken certificate).
   */
  send(
    operation: OperationInfo,
    parameters: Parameters,
    authorize: AuthorizationSupplier,
    signal?: AbortSignal,
  ): Promise<Result<Answer>>;
}

const LEAVES_CLICKUP: PerchError = {
  kind: 'invalid',
  field: '',
  reason: 'This address leaves ClickUp’s API.',
  said: null,
};

/** The request path of Perch: one attempt, no cookies, no cache, no redirects. */
export function createClient(options: ClientOptions): Client {
  const { clock, timeouts } = options;

  return {
    async send(operation, parameters, authorize, signal) {
      const target = buildTarget(operation, parameters);
      if (!target.ok) return target;
      if (signal?.aborted === true) return fail({ kind: 'cancelled' });
      const abort = new AbortController();
      const cancel = () => abort.abort('cancelled');
      signal?.addEventListener('abort', cancel, { once: true });
      let phaseMs = timeouts.headersMs;
      let disarm = (): void => {};
      let account: string | null = null;
      try {
        // A keychain may be asking the person for a password: there is no time limit here, and
        // cancelling need not wait for it.
        const authorization = await unlessAborted(authorize(), abort.signal);
        if (!authorization.ok) return authorization;
        const { endpoint, token, scheme } = authorization.value;
        account = authorization.value.account;
        const url = resolveTarget(endpoint, target.value);
        if (url === null) return fail(LEAVES_CLICKUP);

        disarm = clock.after(phaseMs, () => abort.abort('timeout'));
        const startedAt = clock.now();
        const sending = options.fetch(url.href, {
          method: operation.method,
          headers: {
            accept: 'application/json',
            authorization: scheme === 'bearer' ? `Bearer ${token}` : token,
          },
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          signal: abort.signal,
        });
        const response = await unlessAborted(sending, abort.signal);
        disarm();
        phaseMs = timeouts.bodyMs;
        disarm = clock.after(phaseMs, () => abort.abort('timeout'));
        const budget = readRateBudget(response.headers, clock.now());
        if (budget !== null) options.onBudget(account, budget);
        const bytes = new Uint8Array(await unlessAborted(response.arrayBuffer(), abort.signal));
        options.onNetwork(account, true);
        const statusText = redactToken(response.statusText, token);
        const contentType = redactToken(response.headers.get('content-type') ?? '', token);
        const body = redactAnswer(new TextDecoder().decode(bytes), token);
        return ok({
          status: response.status,
          statusText: statusText.text,
          target: target.value,
          durationMs: Math.max(0, clock.now() - startedAt),
          bytes: bytes.byteLength,
          contentType: contentType.text === '' ? null : contentType.text,
          budget,
          redacted: statusText.count + contentType.count + body.count,
          body: readBody(body.text),
        });
      } catch (failure) {
        const error: PerchError =
          abort.signal.reason === 'cancelled'
            ? { kind: 'cancelled' }
            : abort.signal.reason === 'timeout'
              ? { kind: 'timeout', afterMs: phaseMs }
              : classifyNetworkFailure(failure, phaseMs);
        const isUnreached = error.kind === 'offline' || error.kind === 'timeout';
        if (isUnreached && account !== null) options.onNetwork(account, false);
        return fail(error);
      } finally {
        disarm();
        signal?.removeEventListener('abort', cancel);
      }
    },
  };
}

/**
 * Ends with the abort where that comes first. The signal alone is not relied upon: a network stack
 * may leave a body that is being read open for ever.
 */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = () => reject(new Error('aborted'));
    if (signal.aborted) abandon();
    signal.addEventListener('abort', abandon, { once: true });
    work.then(resolve, reject);
  });
}

function readBody(text: string): AnswerBody {
  if (text.trim() === '') return { kind: 'empty' };
  return parseJson(text) === undefined ? { kind: 'text', text } : { kind: 'json', text };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The error that an answer with a status of 400 or more stands for; null for any other. */
export function errorOfAnswer(answer: Answer): PerchError | null {
  if (answer.status < 400) return null;
  const said = answer.body.kind === 'json' ? readClickUpSaid(parseJson(answer.body.text)) : null;
  const resetAt = answer.budget?.resetAt ?? null;
  return classifyAnswer(answer.status, said, resetAt, answer.contentType);
}

/**
 * Turns an answer into the value that Perch itself works with: an error status becomes its error,
 * and what is not the JSON that was expected becomes `badAnswer`.
 */
export function valueOfAnswer<T>(answer: Answer, parse: (body: unknown) => T | null): Result<T> {
  const error = errorOfAnswer(answer);
  if (error !== null) return fail(error);
  const value = answer.body.kind === 'json' ? parse(parseJson(answer.body.text)) : null;
  if (value === null) {
    const { status, contentType } = answer;
    return fail({ kind: 'badAnswer', status, contentType, said: null });
  }
  return ok(value);
}
