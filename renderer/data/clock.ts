import { useSyncExternalStore } from 'react';

/** Where time comes from: main's clock, and ticks that stop while nobody can see them. */
export interface Clock {
  /** Unix milliseconds now. */
  now(): number;
  /** Unix milliseconds of the latest tick; it changes only together with a call of the listeners. */
  tick(): number;
  /** Calls back every second while the window is visible. */
  subscribe(listener: () => void): () => void;
  /** Calls back once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** What a clock is made of; the root hands in the browser's. */
interface ClockParts {
  now(): number;
  every(milliseconds: number, callback: () => void): () => void;
  after(milliseconds: number, callback: () => void): () => void;
  readonly visibility: {
    isVisible(): boolean;
    subscribe(listener: () => void): () => void;
  };
}

const TICK_MS = 1000;

/** Builds a clock that runs a timer only while someone listens and the window is visible. */
export function createClock({ now, every, after, visibility }: ClockParts): Clock {
  const listeners = new Set<() => void>();
  let latest = now();
  let stop: (() => void) | null = null;
  let unwatch: (() => void) | null = null;

  const beat = (): void => {
    latest = now();
    for (const listener of listeners) listener();
  };
  const settle = (): void => {
    const wanted = listeners.size > 0 && visibility.isVisible();
    if (wanted && stop === null) {
      stop = every(TICK_MS, beat);
      beat();
    } else if (!wanted && stop !== null) {
      stop();
      stop = null;
    }
  };

  return {
    now,
    after,
    tick: () => latest,
    subscribe(listener) {
      listeners.add(listener);
      unwatch ??= visibility.subscribe(settle);
      settle();
      return () => {
        listeners.delete(listener);
        settle();
        if (listeners.size > 0) return;
        unwatch?.();
        unwatch = null;
      };
    },
  };
}

/** The current time in Unix milliseconds, rounded down to `stepMs`, so that a minute's clock renders once a minute. */
export function useNow(clock: Clock, stepMs: number = TICK_MS): number {
  return useSyncExternalStore(clock.subscribe, () => Math.floor(clock.tick() / stepMs) * stepMs);
}
