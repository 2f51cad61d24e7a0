import { expect, test } from 'vitest';
import { createFakeClock } from '../clickup/fake-clock.test-support.ts';
import { wait } from './clock.ts';

test('a wait ends at its time, and leaves nothing behind when it is aborted', async () => {
  const clock = createFakeClock();
  const aborting = new AbortController();
  const first = wait(clock, 10, aborting.signal);
  clock.advance(10);
  await first;
  const second = wait(clock, 10, aborting.signal);
  aborting.abort(new Error('closing'));
  await expect(second).rejects.toThrow('closing');
  await expect(wait(clock, 10, aborting.signal)).rejects.toThrow('closing');
  expect(clock.pending()).toBe(0);
});
