import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from './figure.ts';
import { group, type RuntimeName } from './group.ts';
import { launch, withUserData } from './launched-app.ts';
import { memoryOfTree } from './process-memory.ts';

const LAUNCHES = 3;
/** Late parts of the page have loaded by then, and the launch's garbage is likely gone. */
const SETTLE_MS = 2000;
const MB = 1_000_000;

const memory = (name: string, budget: number | null): Figure => ({
  name,
  kind: 'memory',
  unit: 'MB',
  budget,
});

/**
 * The memory of all of the app's processes together. The budgets are a fifth more than what was
 * first measured on the stand-in, Node and a headless Chromium (463 MB and 459 MB), to notice growth
 * by.
 */
export const memoryGroup = (runtime: RuntimeName) =>
  group({
    figures: {
      open: memory(`memory, window open (${runtime})`, runtime === 'stand-in' ? 555 : null),
      hidden: memory(`memory, window hidden (${runtime})`, runtime === 'stand-in' ? 550 : null),
    },
    async measure(stage) {
      if (process.platform !== 'linux') return { open: null, hidden: null };
      const open: number[] = [];
      const hidden: number[] = [];
      await withUserData(async (userData) => {
        while (open.length < LAUNCHES) {
          const app = await launch(stage, { userData });
          await wait(SETTLE_MS);
          open.push(memoryOfTree(app.pid) / MB);
          await app.hide();
          await wait(SETTLE_MS);
          hidden.push(memoryOfTree(app.pid) / MB);
          await app.quit();
        }
      });
      return { open, hidden };
    },
  });
