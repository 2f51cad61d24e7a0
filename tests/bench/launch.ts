import type { Figure } from './figure.ts';
import { group, type RuntimeName } from './group.ts';
import { launch, type Marks, withUserData } from './launched-app.ts';

const LAUNCHES = 11;

const time = (name: string, budget: number | null): Figure => ({
  name,
  kind: 'time',
  unit: 'ms',
  budget,
});

/** The app's own work until the window is made: without the waiting for the runtime in between. */
const evaluation = ({ began, evaluated, ready, window }: Marks): number =>
  evaluated - began + (window - ready);

/**
 * From the launch to the tray and to the first paint. Launches with and without Node's compile cache
 * take turns; Electron has none, so there the two are the same.
 */
export const launchGroup = (runtime: RuntimeName) =>
  group({
    figures: {
      evaluation: time('main: evaluation before the first window', 80),
      uncached: time('main: evaluation before the first window, no compile cache', 80),
      tray: time(`launch to tray (${runtime})`, null),
      window: time(`launch to window made (${runtime})`, null),
      paint: time(`launch to first contentful paint (${runtime})`, null),
      page: time(`page load to first contentful paint (${runtime})`, null),
    },
    measure: (stage) =>
      withUserData(async (userData) => {
        const run = async (env: Readonly<Record<string, string>> = {}): Promise<Marks> => {
          const app = await launch(stage, { userData, env });
          await app.quit();
          return app.marks;
        };
        const withoutCache = { NODE_DISABLE_COMPILE_CACHE: '1' };
        // The first launches fill the caches and Chromium's profile.
        await run();
        await run();
        const cached: Marks[] = [];
        const uncached: Marks[] = [];
        while (cached.length < LAUNCHES) {
          cached.push(await run());
          uncached.push(await run(withoutCache));
        }
        return {
          evaluation: cached.map(evaluation),
          uncached: uncached.map(evaluation),
          tray: cached.map(({ spawned, tray }) => tray - spawned),
          window: cached.map(({ spawned, window }) => window - spawned),
          paint: cached.map(({ spawned, painted }) => painted - spawned),
          page: cached.map(({ navigated, painted }) => painted - navigated),
        };
      }),
  });
