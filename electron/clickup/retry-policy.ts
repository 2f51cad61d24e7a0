import type { Method } from '../contract/operations.ts';
import type { Priority } from './client.ts';

/** What became of one attempt, as far as it decides about another. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterMs: number | null }
  /** There was no connection, or it was lost, or no headers came in time. */
  | { readonly kind: 'unreached' }
  /** Anything that another attempt would not mend. */
  | { readonly kind: 'final' };

/** How often a request is tried and for how long, by whom it serves: a person gives up sooner. */
const PATIENCE: Readonly<
  Record<Priority, { readonly attempts: number; readonly totalMs: number }>
> = {
  interactive: { attempts: 3, totalMs: 20_000 },
  background: { attempts: 8, totalMs: 10 * 60_000 },
};

/** Less time than this is not worth another attempt. */
const SHORTEST_ATTEMPT_MS = 3000;

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Answers of something between Perch and ClickUp, or of a ClickUp that is busy: gone in a moment. */
const PASSING = new Set([500, 502, 503, 504]);

/** What is done after an attempt. Milliseconds. */
export type Verdict =
  | { readonly kind: 'done' }
  /** Try again after a pause, and give up where no headers have come within `headersMs`. */
  | { readonly kind: 'again'; readonly pauseMs: number; readonly headersMs: number }
  /** ClickUp refused it for the limit: back to the end of the line, whose gate knows when it opens. */
  | { readonly kind: 'inLine' };

export interface Tried {
  readonly method: Method;
  readonly priority: Priority;
  readonly outcome: Outcome;
  /** How many attempts there were. */
  readonly attempts: number;
  /** Milliseconds since the first of them was sent. */
  readonly elapsedMs: number;
  /** Milliseconds until the gate lets a request go. */
  readonly opensInMs: number;
  /** Whether somebody is shown that the request waits, and may cancel it. */
  readonly isShown: boolean;
}

/**
 * Decides about another attempt. Only reads are repeated after a failure, since a write may have
 * happened all the same. Any request that was refused with 429 may go again: such a refusal comes in
 * place of the operation (RFC 6585, section 4; ClickUp's page on rate limits). A pause is what the
 * server asked for, else between nothing and twice as much each time ("full jitter").
 * @param random From 0 to 1, as `Math.random`.
 */
export function judgeAttempt(tried: Tried, random: () => number): Verdict {
  const { outcome, priority, attempts, elapsedMs } = tried;
  const patience = PATIENCE[priority];
  const leftMs = patience.totalMs - elapsedMs;
  if (attempts >= patience.attempts) return { kind: 'done' };
  if (outcome.kind === 'answered' && outcome.status === 429) {
    const isTooLong = !tried.isShown && tried.opensInMs > leftMs;
    return isTooLong ? { kind: 'done' } : { kind: 'inLine' };
  }
  const isPassing =
    outcome.kind === 'unreached' || (outcome.kind === 'answered' && PASSING.has(outcome.status));
  if (tried.method !== 'GET' || !isPassing) return { kind: 'done' };
  const asked = outcome.kind === 'answered' ? outcome.retryAfterMs : null;
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
  const pauseMs = asked ?? random() * longest;
  const headersMs = leftMs - pauseMs;
  return headersMs < SHORTEST_ATTEMPT_MS ? { kind: 'done' } : { kind: 'again', pauseMs, headersMs };
}
