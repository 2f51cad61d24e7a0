import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.test-support.ts';

describe('the fake clock', () => {
  it('runs what falls due, earliest first and the first set among equals, each at its own time', () => {
    assert(
      property(array(integer({ min: 0, max: 50 })), integer({ min: 0, max: 50 }), (waits, ms) => {
        const clock = createFakeClock(1000);
        const ran: (readonly [index: number, at: number])[] = [];
        for (const [index, wait] of waits.entries()) {
          clock.after(wait, () => ran.push([index, clock.now()]));
        }
        clock.advance(ms);
        expect(ran).toEqual(
          waits
            .map((wait, index) => [index, 1000 + wait] as const)
            .filter(([, at]) => at <= 1000 + ms)
            .toSorted(([, a], [, b]) => a - b),
        );
        expect([clock.now(), clock.pending()]).toEqual([1000 + ms, waits.length - ran.length]);
      }),
    );
  });

  it('runs timers that were set on the way, and none that was cancelled on the way', () => {
    const clock = createFakeClock(0);
    const ran: number[] = [];
    const again = () => {
      ran.push(clock.now());
      clock.after(10, again);
    };
    clock.after(10, again);
    const cancel = clock.after(25, () => ran.push(-1));
    clock.after(20, () => cancel());
    clock.advance(35);
    expect(ran).toEqual([10, 20, 30]);
    expect([clock.now(), clock.pending()]).toEqual([35, 1]);
  });

  it('meets timers that are set in promises where it is told to let these settle', async () => {
    const clock = createFakeClock(0);
    const sleep = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
    const ran: number[] = [];
    const work = async () => {
      for (let step = 0; step < 3; step += 1) {
        await sleep(10);
        ran.push(clock.now());
      }
    };
    const working = work();
    await clock.advanceAsync(25);
    expect([ran, clock.now()]).toEqual([[10, 20], 25]);
    await clock.advanceAsync(5);
    await working;
    expect([ran, clock.now()]).toEqual([[10, 20, 30], 30]);
  });
});
