import { refuse, type Answer } from './answer.ts';
import { assertNever } from './assert-never.ts';
import { wait, type Clock } from './clock.ts';
import { RATE_LIMIT_REACHED } from './ecodes.ts';
import type { FaultOutcome, RateHeaderStyle, RequestTarget } from './faults.ts';

/** How an answer leaves the server. */
export type Delivery =
  | { readonly kind: 'whole'; readonly answer: Answer; readonly rate?: RateHeaderStyle }
  | { readonly kind: 'half'; readonly answer: Answer }
  | {
      readonly kind: 'drip';
      readonly answer: Answer;
      readonly bytes: number;
      readonly everyMs: number;
    }
  | { readonly kind: 'cut' }
  | { readonly kind: 'never' };

/** The request that an outcome meets. */
export interface Scene {
  readonly target: RequestTarget;
  /** Runs the operation. `now`: Unix ms. Never throws. */
  readonly operate: (now: number) => Answer;
  /** Unix ms. */
  readonly arrivedAt: number;
  readonly clock: Clock;
  /** Aborted when the server closes; what was to run later does not run then. */
  readonly signal: AbortSignal;
}

/** What a gateway, a firewall or a captive portal shows. */
function page(status: number): string {
  const title =
    status >= 500 ? 'Bad gateway' : status >= 400 ? 'Access denied' : 'Sign in to this network';
  return `<!doctype html><html><title>${title}</title><body><h1>${title}</h1></body></html>`;
}

const whole = (answer: Answer): Delivery => ({ kind: 'whole', answer });

/** Combines an outcome with the operation it meets. Rejects when the server closes while it waits. */
export async function carryOut(outcome: FaultOutcome | null, scene: Scene): Promise<Delivery> {
  const { target, clock, signal } = scene;
  const operate = (): Answer => scene.operate(scene.arrivedAt);
  switch (outcome?.kind) {
    case undefined:
      return whole(operate());
    case 'status':
      if (outcome.commits === true) operate();
      return whole(refuse(outcome.status, outcome.sentence, outcome.ecode));
    case 'rateLimited': {
      const { sentence, ecode } = RATE_LIMIT_REACHED;
      return { kind: 'whole', answer: refuse(429, sentence, ecode), rate: outcome.headers };
    }
    case 'html':
      if (outcome.commits === true) operate();
      return whole({
        status: outcome.status,
        contentType: 'text/html; charset=utf-8',
        body: page(outcome.status),
      });
    case 'redirect':
      return whole({
        status: outcome.status,
        contentType: 'text/plain',
        body: '',
        headers: { Location: `${outcome.origin}${target.path}${target.search}` },
      });
    case 'malformedJson': {
      const { body, ...answer } = operate();
      return whole({ ...answer, status: 200, body: body.slice(0, -1) });
    }
    case 'emptyBody':
      return whole({ ...operate(), status: 200, body: '' });
    case 'cutBeforeHeaders':
      operate();
      return { kind: 'cut' };
    case 'cutBeforeCommit':
      return { kind: 'cut' };
    case 'commitThenCut':
      if (outcome.lateMs === undefined) operate();
      else {
        await wait(clock, outcome.lateMs, signal);
        scene.operate(clock.now());
      }
      return { kind: 'cut' };
    case 'cutThenCommit': {
      const cancel = clock.after(outcome.lateMs, () => void scene.operate(clock.now()));
      signal.addEventListener('abort', cancel, { once: true });
      return { kind: 'cut' };
    }
    case 'cutMidBody': {
      const answer = operate();
      return answer.body === '' ? { kind: 'cut' } : { kind: 'half', answer };
    }
    case 'drip':
      return {
        kind: 'drip',
        answer: operate(),
        bytes: Math.max(1, outcome.bytes),
        everyMs: outcome.everyMs,
      };
    case 'neverAnswer':
      if (outcome.commits !== false) operate();
      return { kind: 'never' };
    default:
      return assertNever(outcome);
  }
}
