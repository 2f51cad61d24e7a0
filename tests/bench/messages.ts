import type { Figure } from './figure.ts';
import { group, type RuntimeName } from './group.ts';
import { launch, type LaunchedApp, withUserData } from './launched-app.ts';
import { percentile } from './statistics.ts';

const SMALL_CALLS = 1000;
const LARGE_CALLS = 40;
const WARM_UP_CALLS = 50;
const LARGE_BYTES = 1_000_000;

const time = (name: string, budget: number | null): Figure => ({
  name,
  kind: 'time',
  unit: 'ms',
  budget,
});

/** Milliseconds of each of so many calls of the contract's cheapest channel, made one after the other. */
async function roundTrips(
  app: LaunchedApp,
  calls: number,
  answerBytes = 0,
): Promise<readonly number[]> {
  const times = await app.evaluate(
    `(async () => {
      const times = [];
      for (let call = 0; call < ${calls}; call += 1) {
        const before = performance.now();
        const answer = await window.perch.app.describe();
        times.push(performance.now() - before);
        if (!answer.ok) throw new Error('app.describe failed');
      }
      return times;
    })()`,
    answerBytes,
  );
  if (!Array.isArray(times)) throw new Error('The page gave no times.');
  return times.map(Number);
}

/** From the page through the bridge to main and back. */
export const messageGroup = (runtime: RuntimeName) =>
  group({
    figures: {
      small: time(`ipc round trip, small (${runtime})`, 1),
      small95: time(`ipc round trip, small, p95 (${runtime})`, null),
      large: time(`ipc round trip, answer of 1 MB (${runtime})`, null),
    },
    measure: (stage) =>
      withUserData(async (userData) => {
        const app = await launch(stage, { userData });
        await roundTrips(app, WARM_UP_CALLS);
        const small = await roundTrips(app, SMALL_CALLS);
        await roundTrips(app, 2, LARGE_BYTES);
        const large = await roundTrips(app, LARGE_CALLS, LARGE_BYTES);
        await app.quit();
        return { small, small95: percentile(small, 0.95), large };
      }),
  });
