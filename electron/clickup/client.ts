import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { OperationInfo, ParametersOf } from '../contract/operations.ts';
import type { Answer, Parameters, RequestProgress, Traffic } from '../contract/requests.ts';
import { classifyAnswer, readClickUpSaid } from './api-errors.ts';
import type { Clock } from './clock.ts';
import { courseOf } from './course.ts';
import { createDelivery } from './deliver.ts';
import type { Endpoint } from './endpoint.ts';
import { type OutgoingBody, writeBody } from './outgoing-body.ts';
import { createRateGates } from './rate-gates.ts';
import type { Reachability } from './reachability.ts';
import { parseJson } from './read-answer.ts';
import { createSharedReads } from './shared-reads.ts';
import { buildTarget, resolveTarget } from './target.ts';
import { type Transport, unlessAborted } from './transport.ts';

/** A token with the one endpoint it may be sent to. Exists in main's memory only. */
export interface Authorization {
  /** The connection's id, under which its traffic is told; null while a token is only being tried. */
  readonly account: string | null;
  readonly endpoint: Endpoint;
  readonly token: string;
  /** Personal tokens go bare, OAuth tokens as `Bearer` (ClickUp's authentication page). */
  readonly scheme: 'personal' | 'bearer';
}

/** Reads the token when it is needed and not before; its error ends the request unsent. */
export type AuthorizationSupplier = () => Promise<Result<Authorization>>;

export interface ClientOptions {
  readonly reads: Transport;
  /** Sends each request once at most, which a read's way need not promise. */
  readonly writes: Transport;
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly reachability: Reachability;
  /** Told how an account's requests stand, after every change. */
  readonly onTraffic: (account: string, traffic: Traffic) => void;
}

/**
 * Whom a request serves. A person waits for an `interactive` one, which overtakes everything queued;
 * `background` work keeps to a share of the budget.
 */
export type Priority = 'interactive' | 'background';

/** What every request is sent with. */
export interface SendOptions {
  readonly authorize: AuthorizationSupplier;
  readonly priority: Priority;
  readonly signal?: AbortSignal;
  /**
   * Told each time the request begins to wait or to be sent. Who passes it shows the waiting: such a
   * request waits for ClickUp's limit as long as it takes, while an `interactive` one that nobody sees
   * waiting gives its 429 back where the reset is more than 20 s away.
   */
  readonly onProgress?: (progress: RequestProgress) => void;
}

export interface ClientRequest extends SendOptions {
  readonly operation: OperationInfo;
  readonly parameters: Parameters;
  readonly body?: OutgoingBody;
}

export interface Client {
  /**
   * Sends one operation and answers what ClickUp answered, whatever the status. Gives an error only
   * where there is no answer: `invalid` before the token is read, the supplier's own errors,
   * `offline`, `timeout`, `cancelled`, `badAnswer` (a redirect, a broken certificate, an answer above
   * 64 MB). Reads are tried again where that may help; a write travels once, and again only where it
   * was refused for the limit, which means that nothing was written.
   */
  send(request: ClientRequest): Promise<Result<Answer>>;
  /**
   * Sends one of Perch's own reads and gives its parsed value, or the error that the answer stands
   * for; `badAnswer` where the parser makes nothing of it.
   */
  read<const O extends OperationInfo & { readonly method: 'GET' }, T>(
    operation: O,
    parameters: ParametersOf<O> & Parameters,
    parse: (body: unknown) => T | null,
    options: SendOptions,
  ): Promise<Result<T>>;
}

const LEAVES_CLICKUP: PerchError = {
  kind: 'invalid',
  field: '',
  reason: 'This address leaves ClickUp’s API.',
  said: null,
};

/** The request path of Perch: proves where a request goes, then reads the token, then waits for its turn. */
export function createClient(options: ClientOptions): Client {
  const gates = createRateGates(options);
  const shared = createSharedReads();
  const deliver = createDelivery(options);

  const send: Client['send'] = async (request) => {
    const { operation, parameters, authorize, signal } = request;
    const { method } = operation;
    const target = buildTarget(operation, parameters);
    if (!target.ok) return target;
    const body = writeBody(request.body);
    if (!body.ok) return body;
    const authorized = await authorizeUnlessCancelled(authorize, signal);
    if (!authorized.ok) return authorized;
    const authorization = authorized.value;
    const url = resolveTarget(authorization.endpoint, target.value);
    if (url === null) return fail(LEAVES_CLICKUP);

    const key = gates.keyOf(authorization);
    const outgoing = {
      method,
      url: url.href,
      target: target.value,
      body: body.value,
      authorization,
      gate: gates.of(key, authorization.account),
    };
    if (method === 'GET') {
      return shared.read(key, url.href, request, (course) => deliver(outgoing, course));
    }
    try {
      return await deliver(outgoing, courseOf(request));
    } finally {
      shared.written(key);
    }
  };

  return {
    send,
    async read(operation, parameters, parse, sendOptions) {
      const answer = await send({ ...sendOptions, operation, parameters });
      return answer.ok ? valueOfAnswer(answer.value, parse) : answer;
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
