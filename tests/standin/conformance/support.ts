import { _electron, test as base, type ElectronApplication } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import confirmed from './confirmed-on-electron.json' with { type: 'json' };

/**
 * Conformance specs say what Electron documents, one statement a test, in Electron's and Playwright's
 * own terms only: no control object, nothing of the stand-in, so that the same file runs on the real
 * binary. `confirmed-on-electron.json` names the Electron version on which each was seen to hold.
 */
export interface ConformanceFixtures {
  /** A folder for this test's data. */
  readonly userData: string;
  /** Starts an app of `apps/`; it is closed after the test. */
  readonly launch: (options?: ConformanceLaunch) => Promise<ElectronApplication>;
}

export interface ConformanceLaunch {
  /** A folder of `apps/`. `blank` opens nothing and stays. */
  readonly app?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const APPS = join(import.meta.dirname, 'apps');

/** This process's environment with changes. */
export const environment = (
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ),
  ...more,
});

const test = base.extend<ConformanceFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from it.
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  launch: async ({ userData }, use) => {
    const running: ElectronApplication[] = [];
    await use(async ({ app = 'blank', args = [], env = {} } = {}) => {
      const started = await _electron.launch({
        args: [...args, `--user-data-dir=${userData}`, join(APPS, app)],
        env: environment(env),
        colorScheme: null,
      });
      running.push(started);
      // Launching settles as soon as the app can be asked, which may be before it is ready.
      await started
        .evaluate(({ app: electronApp }) => electronApp.whenReady())
        .catch(() => undefined);
      return started;
    });
    for (const app of running) await app.close();
  },
});

type Body = Parameters<typeof test>[2];

/**
 * One documented behaviour.
 * @param subject What it is about, as Electron writes it: `app.getVersion`, `BrowserWindow 'close'`.
 * @param sentence What holds.
 * @param source The page of Electron's documentation, and the heading where one helps.
 */
export function states(subject: string, sentence: string, source: string, body: Body): void {
  const title = `${subject}: ${sentence}`;
  const versions: Readonly<Record<string, string>> = confirmed;
  const annotation = [
    { type: 'documented in', description: source },
    { type: 'confirmed on Electron', description: versions[title] ?? 'not yet' },
  ];
  test(title, { annotation }, body);
}

export { expect } from '@playwright/test';
export { test };
