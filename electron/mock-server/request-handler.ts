import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse, type Answer } from './answer.ts';
import { readAuthorization } from './authorization.ts';
import { wait, type Clock } from './clock.ts';
import { deliver, send } from './delivery.ts';
import { carryOut, type Delivery } from './fault-outcome.ts';
import type { FaultPlan } from './fault-plan.ts';
import { bodyFields } from './oauth/exchange.ts';
import { rateHeaders, type RateStanding } from './rate-window.ts';
import { readBody } from './request-body.ts';
import { createJudge, type Incoming, type JudgeOptions } from './request-judge.ts';
import { SECRET_PARAMETERS, type OpenRequest, type RequestLog } from './request-log.ts';

export interface HandlerOptions extends JudgeOptions {
  readonly clock: Clock;
  readonly faults: FaultPlan;
  readonly log: RequestLog;
  readonly rateHeadersOn: 'all' | 'errors';
  /** PNGs by their path. They need no token, and no faults hit them. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The only `Host` that is answered. */
  readonly host: () => string;
  /** Aborted when the server closes. */
  readonly closing: AbortSignal;
}

/** ClickUp's operations have these methods; none of them answers a browser's preflight. */
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

const FAILED = refuse(500, 'The sample server failed.', 'SAMPLE_500');

/** Answers requests: host, body, faults, token, rate limit, operation, in this order. Never throws. */
export function createRequestHandler(
  options: HandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { clock, faults, log, closing } = options;
  const judge = createJudge(options);

  const headersFor = (delivery: Delivery, standing: RateStanding | null, at: number) => {
    if (standing === null || !('answer' in delivery)) return {};
    const { status } = delivery.answer;
    if (options.rateHeadersOn === 'errors' && status < 400) return {};
    const told = status === 429 ? { ...standing, remaining: 0 } : standing;
    const style = delivery.kind === 'whole' ? delivery.rate : undefined;
    return rateHeaders(told, style ?? 'honest', at);
  };

  const serve = async (
    request: IncomingMessage,
    response: ServerResponse,
    record: OpenRequest,
    arrived: Omit<Incoming, 'body'>,
  ): Promise<void> => {
    const answerAtOnce = (answer: Answer): void => {
      request.resume();
      record.answered(answer.status);
      send(response, answer, {});
      record.ended(clock.now());
    };
    if (request.headers.host !== options.host()) {
      return answerAtOnce(
        refuse(403, 'This server answers only to its own address.', 'SAMPLE_403'),
      );
    }
    const picture = options.pictures.get(arrived.path);
    if (picture !== undefined) {
      request.resume();
      record.answered(200);
      response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture);
      record.ended(clock.now());
      return;
    }
    if (arrived.method === 'OPTIONS') {
      return answerAtOnce({
        status: 204,
        contentType: '',
        body: '',
        headers: { Allow: METHODS },
      });
    }
    const incoming = { ...arrived, body: await readBody(request) };
    for (const [name, value] of bodyFields(incoming.body)) {
      if (SECRET_PARAMETERS.includes(name)) record.carries(value);
    }
    const hits = faults.take(arrived);
    record.hitBy(hits.kinds);
    const { standing, operate } = judge(incoming);
    const delivery = await carryOut(hits.outcome, {
      target: arrived,
      arrivedAt: arrived.at,
      clock,
      signal: closing,
      operate: (now) => {
        try {
          return operate(now, now + hits.invisibleMs);
        } catch {
          return FAILED;
        }
      },
    });
    if (hits.latencyMs > 0) await wait(clock, hits.latencyMs, closing);
    if ('answer' in delivery) record.answered(delivery.answer.status);
    deliver(response, delivery, headersFor(delivery, standing, arrived.at), clock, () =>
      record.ended(clock.now()),
    );
  };

  return (request, response) => {
    const at = clock.now();
    // Node would tell the computer's time, by which the rate headers would make no sense on another clock.
    response.setHeader('Date', new Date(at).toUTCString());
    const method = request.method ?? 'GET';
    const { path, search } = split(request.url ?? '/');
    const parameters = new URLSearchParams(search);
    const { authorization } = request.headers;
    const credentials = readAuthorization(authorization);
    const record = log.arrive({ method, path, at, authorization: credentials.kind }, parameters);
    if (credentials.kind !== 'none') record.carries(credentials.value);
    for (const name of SECRET_PARAMETERS) {
      for (const value of parameters.getAll(name)) record.carries(value);
    }
    response.once('close', () => record.ended(clock.now()));
    // A client that has gone away is its own affair: there is nobody left to tell.
    response.on('error', () => response.destroy());
    const arrived = { method, path, search, parameters, authorization, at };
    serve(request, response, record, arrived).catch(() => {
      if (response.headersSent || closing.aborted || request.socket.destroyed) {
        response.destroy();
        return;
      }
      record.answered(FAILED.status);
      send(response, FAILED, {});
    });
  };
}

/** Takes a request target apart by hand: `new URL` would read `//host` as another server. */
function split(target: string): { readonly path: string; readonly search: string } {
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, search: '' }
    : { path: target.slice(0, at), search: target.slice(at) };
}
