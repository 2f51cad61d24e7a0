import { assertNever } from './assert-never.ts';
import type { RateHeaderStyle } from './faults.ts';

const WINDOW_MS = 60_000;

/** How a token stands after a request. `resetAt` is Unix seconds, as ClickUp's header has it. */
export interface RateStanding {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
  /** The request went over the limit and must be answered with 429. */
  readonly exceeded: boolean;
}

export interface RateWindows {
  /** Counts one request of a token at `now` (Unix ms). */
  charge(token: string, limit: number, now: number): RateStanding;
  /** Counts requests that someone else sent with the token. */
  eat(token: string, requests: number, now: number): void;
}

interface OpenWindow {
  readonly endsAt: number;
  used: number;
}

const windowEnd = (now: number): number => Math.ceil((now + WINDOW_MS) / 1000) * 1000;

/** How a token stands that has not been used: what is told to those who bring none. */
export const untouched = (limit: number, now: number): RateStanding => ({
  limit,
  remaining: limit,
  resetAt: windowEnd(now) / 1000,
  exceeded: false,
});

/**
 * One fixed window of a minute for each token. It opens with the token's first request and ends on a
 * full second, so that someone who waits for the reset named in the header is let in again.
 */
export function createRateWindows(): RateWindows {
  const windows = new Map<string, OpenWindow>();
  const use = (token: string, requests: number, now: number): OpenWindow => {
    let window = windows.get(token);
    if (window === undefined || now >= window.endsAt) {
      for (const [key, { endsAt }] of windows) if (now >= endsAt) windows.delete(key);
      window = { endsAt: windowEnd(now), used: 0 };
      windows.set(token, window);
    }
    window.used += requests;
    return window;
  };
  return {
    charge(token, limit, now) {
      const { used, endsAt } = use(token, 1, now);
      return {
        limit,
        remaining: Math.max(0, limit - used),
        resetAt: endsAt / 1000,
        exceeded: used > limit,
      };
    },
    eat: (token, requests, now) => void use(token, requests, now),
  };
}

const TEN_YEARS = 10 * 365 * 86_400;

/**
 * A token's standing as headers, honest or as a fault wants it. ClickUp promises them on 429 only;
 * peers see them on every answer.
 * @param now Unix ms.
 */
export function rateHeaders(
  { limit, remaining, resetAt }: RateStanding,
  style: RateHeaderStyle,
  now: number,
): Readonly<Record<string, string>> {
  const three = (reset: number) => ({
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(reset),
  });
  switch (style) {
    case 'honest':
      return three(resetAt);
    case 'farReset':
      return three(resetAt + TEN_YEARS);
    case 'resetInMs':
      return three(resetAt * 1000);
    case 'none':
      return {};
    case 'retryAfter':
      return { 'Retry-After': String(Math.max(0, Math.ceil(resetAt - now / 1000))) };
    default:
      return assertNever(style);
  }
}
