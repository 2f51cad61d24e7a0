import type { Clock } from './clock.ts';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /**
   * Moves the time on by `ms` milliseconds and runs what falls due, earliest first and at its own
   * time, timers that were set on the way included.
   */
  advance(ms: number): void;
  /**
   * As `advance`, but lets everything that is on its way settle before each timer and at the end, so
   * that timers set in promises are met too.
   */
  advanceAsync(ms: number): Promise<void>;
  /** Sets the time as a person sets a clock: no timer runs early or late for it. */
  set(now: number): void;
  /** How many timers have neither run nor been cancelled. */
  pending(): number;
}

interface Timer {
  at: number;
  readonly run: () => void;
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The one fake clock of the unit tests. `startAt` is Unix milliseconds. */
export function createFakeClock(startAt = 1_790_000_000_000): FakeClock {
  let now = startAt;
  const timers = new Set<Timer>();

  /** Runs the earliest timer due by `end`, the first set among equals; says whether there was one. */
  const runNext = (end: number): boolean => {
    let next: Timer | null = null;
    for (const timer of timers) {
      if (timer.at <= end && (next === null || timer.at < next.at)) next = timer;
    }
    if (next === null) return false;
    timers.delete(next);
    now = Math.max(now, next.at);
    next.run();
    return true;
  };

  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, run: callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      while (runNext(end));
      now = end;
    },
    async advanceAsync(ms) {
      const end = now + ms;
      do await settle();
      while (runNext(end));
      now = end;
    },
    set(next) {
      for (const timer of timers) timer.at += next - now;
      now = next;
    },
    pending: () => timers.size,
  };
}
