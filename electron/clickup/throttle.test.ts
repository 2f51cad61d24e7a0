import { expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.test-support.ts';
import { createThrottle } from './throttle.ts';

it('tells the first at once and of what follows only the last, each key for itself', () => {
  const clock = createFakeClock();
  const told: string[] = [];
  const say = createThrottle<number>(clock, 100, (key, value) => told.push(`${key}${value}`));
  say('a', 1);
  say('a', 2);
  say('b', 1);
  say('a', 3);
  expect(told).toEqual(['a1', 'b1']);
  clock.advance(99);
  expect(told).toHaveLength(2);
  clock.advance(1);
  expect(told).toEqual(['a1', 'b1', 'a3']);
  say('a', 4);
  clock.advance(1000);
  expect(told).toEqual(['a1', 'b1', 'a3', 'a4']);
  expect(clock.pending()).toBe(0);
});
