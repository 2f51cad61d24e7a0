import { expect, test } from 'vitest';
import { playMixedLoad } from './mixed-load.ts';

test('300 mixed requests beside a program that eats a third: no refusal, the background within its share, a person waits a slot at most', async () => {
  const load = await playMixedLoad();
  expect(load).toMatchObject({ answered: 300, refused: 0 });
  expect(load.backgroundShare).toBeLessThanOrEqual(0.3);
  expect(load.longestWait).toBeLessThanOrEqual(1);
  expect(load.minutes).toBeLessThan(9);
});
