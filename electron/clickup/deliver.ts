import { assertNever, fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { Method } from '../contract/operations.ts';
import type { Answer, Attempt } from '../contract/requests.ts';
import type { Authorization } from './client.ts';
import type { Clock } from './clock.ts';
import type { Course } from './course.ts';
import type { WrittenBody } from './outgoing-body.ts';
import { pause } from './pause.ts';
import { readRetryAfter, type Standing } from './rate-headers.ts';
import type { RateGate, Turn } from './rate-gate.ts';
import type { Reachability } from './reachability.ts';
import { readAnswer } from './read-answer.ts';
import { judgeAttempt, type Outcome } from './retry-policy.ts';
import type { Received, Transport } from './transport.ts';

/** A request whose address was proved to stay at its endpoint. */
export interface Outgoing {
  readonly method: Method;
  readonly url: string;
  /** Path and query below the API's origin. */
  readonly target: string;
  readonly body: WrittenBody;
  readonly authorization: Authorization;
  readonly gate: RateGate;
}

export interface DeliveryOptions {
  readonly reads: Transport;
  readonly writes: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly reachability: Reachability;
}

/** Brings a request to ClickUp in one attempt or several, each in its turn, and answers what the last one met. */
export type Deliver = (outgoing: Outgoing, course: Course) => Promise<Result<Answer>>;

const CANCELLED = fail({ kind: 'cancelled' });

export function createDelivery(options: DeliveryOptions): Deliver {
  const { clock, random, reachability } = options;

  /** Waits for the network and for the limit; null where nobody waits any more. */
  const turnFor = async (
    { authorization, gate }: Outgoing,
    course: Course,
  ): Promise<Turn | null> => {
    const origin = authorization.endpoint.api;
    for (;;) {
      // A person's request goes at once, whatever is known: it is the best way to find out.
      if (course.priority === 'background') {
        await reachability.untilWorthTrying(origin, newsOf(course));
      }
      const before = reachability.of(origin);
      const turn = await inLine(gate, course);
      const isGone = before !== 'offline' && reachability.of(origin) === 'offline';
      if (turn === null || course.priority === 'interactive' || !isGone) return turn;
      turn.end(false);
    }
  };

  return async (outgoing, course) => {
    const { authorization, gate, method } = outgoing;
    const { token, scheme, endpoint } = authorization;
    const attempts: Attempt[] = [];
    let waitingSince = clock.now();
    let firstSentAt: number | null = null;
    let headersMs: number | undefined;
    for (;;) {
      const turn = await turnFor(outgoing, course);
      if (turn === null) return CANCELLED;
      const sentAt = clock.now();
      firstSentAt ??= sentAt;
      course.tell({ kind: 'sending', attempt: attempts.length + 1 });
      let standing: Standing | null = null;
      let isAnswered = false;
      const transport = method === 'GET' ? options.reads : options.writes;
      const received = await transport(
        {
          url: outgoing.url,
          method,
          headers: {
            accept: 'application/json',
            ...outgoing.body.headers,
            authorization: scheme === 'bearer' ? `Bearer ${token}` : token,
          },
          ...(outgoing.body.body === null ? {} : { body: outgoing.body.body }),
          ...(headersMs === undefined ? {} : { headersMs }),
          onHeaders(status, headers) {
            isAnswered = true;
            standing = turn.answered(status, headers);
            reachability.note(endpoint.api, true);
          },
        },
        course.signal,
      );
      turn.end(received.ok || received.mayHaveLeft);
      if (!isAnswered && isUnreached(received)) reachability.note(endpoint.api, false);
      const now = clock.now();
      attempts.push({
        waitedMs: Math.max(0, sentAt - waitingSince),
        durationMs: received.ok ? received.value.durationMs : Math.max(0, now - sentAt),
        outcome: received.ok
          ? { kind: 'answered', status: received.value.status }
          : { kind: 'failed', error: received.error.kind },
      });
      const verdict = judgeAttempt(
        {
          method,
          priority: course.priority,
          outcome: outcomeOf(received, isAnswered),
          attempts: attempts.length,
          elapsedMs: now - firstSentAt,
          opensInMs: gate.opensAt(course.priority) - now,
          isShown: course.isShown,
        },
        random,
      );
      waitingSince = now;
      switch (verdict.kind) {
        case 'done':
          return received.ok
            ? ok(
                readAnswer({
                  ...received.value,
                  target: outgoing.target,
                  token,
                  standing,
                  attempts,
                }),
              )
            : fail(errorAfter(received.error, now - firstSentAt));
        case 'inLine':
          headersMs = undefined;
          break;
        case 'again': {
          const until = now + verdict.pauseMs;
          course.tell({ kind: 'waiting', ahead: 0, until });
          await pause(clock, verdict.pauseMs, newsOf(course));
          if (course.signal?.aborted === true) return CANCELLED;
          ({ headersMs } = verdict);
          break;
        }
        default:
          return assertNever(verdict);
      }
    }
  };
}

/** Aborted when nobody waits any more and when a person begins to: either way there is no sense in resting. */
const newsOf = ({ signal, lifted }: Course): AbortSignal =>
  AbortSignal.any([signal, lifted].filter((news) => news !== null && news !== undefined));

/** A place in the gate's line until the turn comes, nobody waits any more, or a person does. */
async function inLine(gate: RateGate, course: Course): Promise<Turn | null> {
  const { signal, lifted } = course;
  if (signal?.aborted === true) return null;
  const place = gate.line(course.priority, (progress) => course.tell(progress));
  signal?.addEventListener('abort', place.leave, { once: true });
  lifted?.addEventListener('abort', place.lift, { once: true });
  try {
    return await place.turn;
  } finally {
    signal?.removeEventListener('abort', place.leave);
    lifted?.removeEventListener('abort', place.lift);
  }
}

/** A timeout is told by how long it was waited altogether. */
const errorAfter = (error: PerchError, elapsedMs: number): PerchError =>
  error.kind === 'timeout'
    ? { kind: 'timeout', afterMs: Math.max(error.afterMs, elapsedMs) }
    : error;

const isUnreached = (received: Received): boolean =>
  !received.ok && (received.error.kind === 'offline' || received.error.kind === 'timeout');

function outcomeOf(received: Received, isAnswered: boolean): Outcome {
  if (received.ok) {
    const { status, headers } = received.value;
    return { kind: 'answered', status, retryAfterMs: readRetryAfter(headers) };
  }
  if (!isUnreached(received)) return { kind: 'final' };
  // The body's time has run out: an answer that was too slow once is too slow again.
  return isAnswered && received.error.kind === 'timeout'
    ? { kind: 'final' }
    : { kind: 'unreached' };
}
