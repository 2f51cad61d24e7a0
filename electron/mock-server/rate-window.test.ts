import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateWindows } from './rate-window.ts';

describe('rate window', () => {
  test('counts down, refuses over the limit and opens again at the reset', () => {
    const windows = createRateWindows();
    const start = 1_000_000_400;
    expect(windows.charge('a', 2, start)).toEqual({
      limit: 2,
      remaining: 1,
      resetAt: 1_000_061,
      exceeded: false,
    });
    expect(windows.charge('a', 2, start + 1)).toMatchObject({ remaining: 0, exceeded: false });
    expect(windows.charge('a', 2, 1_000_060_999)).toMatchObject({ remaining: 0, exceeded: true });
    expect(windows.charge('a', 2, 1_000_061_000)).toMatchObject({ remaining: 1, exceeded: false });
  });

  test('tokens do not share a window', () => {
    const windows = createRateWindows();
    windows.charge('a', 1, 0);
    expect(windows.charge('b', 1, 0).exceeded).toBe(false);
    expect(windows.charge('a', 1, 0).exceeded).toBe(true);
  });

  test('whoever waits for the reset is let in, and no window admits more than its limit', () => {
    assert(
      property(
        array(integer({ min: 0, max: 20_000 }), { maxLength: 80 }),
        integer({ min: 1, max: 9 }),
        (gaps, limit) => {
          const windows = createRateWindows();
          const admitted = new Map<number, number>();
          let now = 1_700_000_000_123;
          for (const gap of gaps) {
            now += gap;
            const first = windows.charge('a', limit, now);
            const window = [Math.floor(now / 1000) + 1, Math.ceil(now / 1000) + 60];
            expect(first.resetAt).toBeGreaterThanOrEqual(window[0] ?? 0);
            expect(first.resetAt).toBeLessThanOrEqual(window[1] ?? 0);
            if (first.exceeded) now = first.resetAt * 1000;
            const through = first.exceeded ? windows.charge('a', limit, now) : first;
            expect(through.exceeded).toBe(false);
            const used = (admitted.get(through.resetAt) ?? 0) + 1;
            admitted.set(through.resetAt, used);
            expect(used + through.remaining).toBe(limit);
          }
        },
      ),
    );
  });
});
