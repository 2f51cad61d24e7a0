import { expect, test } from 'vitest';
import { createClock } from './clock.ts';

const setUp = () => {
  let now = 10_000;
  let isVisible = true;
  const timers = new Set<() => void>();
  const watchers = new Set<() => void>();
  const clock = createClock({
    now: () => now,
    every(_milliseconds, callback) {
      timers.add(callback);
      return () => timers.delete(callback);
    },
    after: () => () => undefined,
    visibility: {
      isVisible: () => isVisible,
      subscribe(listener) {
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
    },
  });
  return {
    clock,
    timers,
    watchers,
    pass(milliseconds: number) {
      now += milliseconds;
      for (const timer of timers) timer();
    },
    show(visible: boolean) {
      isVisible = visible;
      for (const watcher of watchers) watcher();
    },
  };
};

test('ticks only while someone listens', () => {
  const { clock, timers, watchers, pass } = setUp();
  expect(timers.size).toBe(0);
  let heard = 0;
  const stop = clock.subscribe(() => (heard += 1));
  const atStart = heard;
  pass(1000);
  expect(heard).toBe(atStart + 1);
  expect(clock.tick()).toBe(11_000);
  stop();
  expect(timers.size).toBe(0);
  expect(watchers.size).toBe(0);
});

test('rests while the window is hidden and is right at once when it is back', () => {
  const { clock, timers, pass, show } = setUp();
  clock.subscribe(() => undefined);
  show(false);
  expect(timers.size).toBe(0);
  pass(60_000);
  expect(clock.tick()).toBe(10_000);
  show(true);
  expect(clock.tick()).toBe(70_000);
  expect(timers.size).toBe(1);
});
