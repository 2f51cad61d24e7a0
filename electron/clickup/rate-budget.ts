import type { RateBudget } from '../contract/requests.ts';

/** A reset further away than this is a clock that is wrong, not a limit that ClickUp sets (a window is a minute). */
const LONGEST_WINDOW_MS = 5 * 60_000;

/**
 * Reads ClickUp's `X-RateLimit-Limit`, `-Remaining` and `-Reset` (Unix seconds; ClickUp documents
 * them for errors, peers see them on every answer). Null where they are missing or make no sense.
 */
export function readRateBudget(headers: Headers, now: number): RateBudget | null {
  const limit = wholeNumber(headers.get('x-ratelimit-limit'));
  const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
  if (limit === null || remaining === null || limit === 0) return null;
  return { limit, remaining: Math.min(remaining, limit), resetAt: readReset(headers, now) };
}

/** When the limit ends, in Unix milliseconds; null where ClickUp does not say or the time is absurd. */
function readReset(headers: Headers, now: number): number | null {
  const seconds = wholeNumber(headers.get('x-ratelimit-reset'));
  if (seconds === null) return null;
  const resetAt = seconds * 1000;
  return Math.abs(resetAt - now) <= LONGEST_WINDOW_MS ? resetAt : null;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/u.test(text.trim()) ? Number(text) : null;
}
