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
  return {
    charge(token, limit, now) {
      let window = windows.get(token);
      if (window === undefined || now >= window.endsAt) {
        for (const [key, { endsAt }] of windows) if (now >= endsAt) windows.delete(key);
        window = { endsAt: windowEnd(now), used: 0 };
        windows.set(token, window);
      }
      window.used += 1;
      return {
        limit,
        remaining: Math.max(0, limit - window.used),
        resetAt: window.endsAt / 1000,
        exceeded: window.used > limit,
      };
    },
  };
}
