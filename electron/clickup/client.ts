import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { Answer, AnswerBody, OperationInfo, RateBudget } from '../contract/requests.ts';
import { classifyAnswer, readClickUpSaid } from './api-errors.ts';
import type { Clock } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import type { Parameters } from './operations.ts';
import { readRateBudget } from './rate-budget.ts';
import { redactAnswer, redactToken } from './redaction.ts';
import { buildTarget, resolveTarget } from './target.ts';
import { type Transport, unlessAborted } from './transport.ts';

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

export interface ClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
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

/** The request path of Perch: one attempt of an operation with a connection's authorization. */
export function createClient({ transport, clock, onBudget, onNetwork }: ClientOptions): Client {
  return {
    async send(operation, parameters, authorize, signal) {
      const target = buildTarget(operation, parameters);
      if (!target.ok) return target;
      const authorization = await authorizeUnlessCancelled(authorize, signal);
      if (!authorization.ok) return authorization;
      const { account, endpoint, token, scheme } = authorization.value;
      const url = resolveTarget(endpoint, target.value);
      if (url === null) return fail(LEAVES_CLICKUP);

      let budget: RateBudget | null = null;
      const request = {
        url: url.href,
        method: operation.method,
        headers: {
          accept: 'application/json',
          authorization: scheme === 'bearer' ? `Bearer ${token}` : token,
        },
        onHeaders: (headers: Headers) => {
          budget = readRateBudget(headers, clock.now());
          if (budget !== null) onBudget(account, budget);
        },
      };
      const received = await transport(request, signal);
      if (!received.ok) {
        const isUnreached = received.error.kind === 'offline' || received.error.kind === 'timeout';
        if (isUnreached) onNetwork(account, false);
        return received;
      }
      onNetwork(account, true);
      const { status, headers, bytes, durationMs } = received.value;
      const statusText = redactToken(received.value.statusText, token);
      const contentType = redactToken(headers.get('content-type') ?? '', token);
      const body = redactAnswer(new TextDecoder().decode(bytes), token);
      return ok({
        status,
        statusText: statusText.text,
        target: target.value,
        durationMs,
        bytes: bytes.byteLength,
        contentType: contentType.text === '' ? null : contentType.text,
        budget,
        redacted: statusText.count + contentType.count + body.count,
        body: readBody(body.text),
      });
    },
  };
}

/**
 * A keychain may be asking the person for a password: there is no time limit here, and cancelling
 * need not wait for it.
 */
async function authorizeUnlessCancelled(
  authorize: AuthorizationSupplier,
  signal: AbortSignal | undefined,
): Promise<Result<Authorization>> {
  if (signal === undefined) return authorize();
  if (signal.aborted) return fail({ kind: 'cancelled' });
  try {
    const authorization = await unlessAborted(authorize(), signal);
    return signal.aborted ? fail({ kind: 'cancelled' }) : authorization;
  } catch {
    return fail({ kind: 'cancelled' });
  }
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
