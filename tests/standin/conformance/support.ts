import { _electron, test as base, type ElectronApplication } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import confirmed from './confirmed-on-electron.json' with { type: 'json' };
import { sharedApp, type SharedApp } from './shared-app.ts';

/**
 * Conformance specs say what Electron documents, one statement a test, in Electron's and Playwright's
 * own terms only: no control object, nothing of the stand-in, so that the same file runs on the real
 * binary. `confirmed-on-electron.json` names the Electron version on which each was seen to hold.
 */
export interface ConformanceFixtures {
  /**
   * The app `pages`, as it was when it started: no window, no listener of another statement. The
   * statements of a worker share its process, so one that ends it, gives it arguments or an
   * environment, or changes what cannot be changed back, asks for `launch` instead.
   */
  readonly app: ElectronApplication;
  /** What the app `early` noted of the calls it made before it was ready. */
  readonly early: Readonly<Record<string, unknown>>;
  /** A folder for this test's data. */
  readonly userData: string;
  /** Starts an app of `apps/` in a process of its own; it is closed after the test. */
  readonly launch: (options?: ConformanceLaunch) => Promise<ElectronApplication>;
}

interface WorkerFixtures {
  readonly pagesApp: SharedApp;
  readonly earlyApp: SharedApp;
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

/** Starts an app of `apps/`. */
export async function startApp(
  userData: string,
  { app = 'blank', args = [], env = {} }: ConformanceLaunch,
): Promise<ElectronApplication> {
  const started = await _electron.launch({
    args: [...args, `--user-data-dir=${userData}`, join(APPS, app)],
    env: environment(env),
    colorScheme: null,
  });
  // Launching settles as soon as the app can be asked, which may be before it is ready.
  await started.evaluate(({ app: electronApp }) => electronApp.whenReady()).catch(() => undefined);
  return started;
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  await use(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Shares one app of `apps/` while `use` runs. */
const withShared = (
  options: ConformanceLaunch,
  use: (shared: SharedApp) => Promise<void>,
): Promise<void> =>
  withFolder(async (folder) => {
    let starts = 0;
    // An app that had to be ended may hold its folder for a while.
    const shared = sharedApp(() => startApp(join(folder, String((starts += 1))), options));
    await use(shared);
    await shared.end();
  });

const test = base.extend<ConformanceFixtures, WorkerFixtures>({
  pagesApp: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from it.
    async ({}, use) => withShared({ app: 'pages', args: ['--password-store=basic'] }, use),
    { scope: 'worker' },
  ],
  earlyApp: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => withShared({ app: 'early' }, use),
    { scope: 'worker' },
  ],
  app: async ({ pagesApp }, use) => use(await pagesApp.asStarted(() => kit.reset())),
  early: async ({ earlyApp }, use) => {
    const app = await earlyApp.asStarted(() => undefined);
    await use(
      await app.evaluate(() => Reflect.get(globalThis, 'early') as Record<string, unknown>),
    );
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  userData: async ({}, use) => withFolder(use),
  launch: async ({ userData }, use) => {
    const running: ElectronApplication[] = [];
    await use(async (options = {}) => {
      const started = await startApp(userData, options);
      running.push(started);
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
