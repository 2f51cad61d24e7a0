import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const STANDIN = resolve(import.meta.dirname, '..');
export const EXECUTABLE = join(STANDIN, 'dist', 'electron');
export const FIXTURE_APP = join(STANDIN, 'fixtures', 'app');

/** One thing that happened to the fixture app: its name, then details. */
export type Note = readonly [string, ...unknown[]];

export interface LaunchOptions {
  /** Leaves Playwright's loader in, as a test without `executablePath` does. */
  readonly withLoader?: boolean;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly colorScheme?: 'light' | 'dark' | null;
}

export interface Fixtures {
  /** A folder for this test's data. */
  readonly userData: string;
  /** Starts the fixture app; it is closed after the test. */
  readonly launch: (options?: LaunchOptions) => Promise<{ app: ElectronApplication; page: Page }>;
  /** Starts the executable without Playwright; it is killed after the test. */
  readonly start: (args: readonly string[], options?: { env?: NodeJS.ProcessEnv }) => Started;
}

export interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** The exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

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

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from it.
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'standin-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  launch: async ({ userData }, use) => {
    const apps: ElectronApplication[] = [];
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(STANDIN, 'dist');
    await use(async ({ withLoader = false, args = [], env = {}, colorScheme = null } = {}) => {
      const app = await _electron.launch({
        ...(withLoader ? {} : { executablePath: EXECUTABLE }),
        args: [...args, `--user-data-dir=${userData}`, FIXTURE_APP],
        env: environment(env),
        colorScheme,
      });
      apps.push(app);
      const page = await app.firstWindow();
      await page.getByRole('heading', { name: 'Fixture' }).waitFor();
      return { app, page };
    });
    for (const app of apps) await app.close();
  },
  start: async ({ userData }, use) => {
    const children: ChildProcess[] = [];
    await use((args, { env = environment() } = {}) => {
      const child = spawn(EXECUTABLE, [`--user-data-dir=${userData}`, ...args], { env });
      children.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          output += String(chunk);
        });
      const ended = new Promise<number | null>((done) => {
        child.on('exit', (code) => done(code));
      });
      return { child, output: () => output, ended };
    });
    for (const child of children) child.kill('SIGKILL');
  },
});

export { expect } from '@playwright/test';

/** Everything the fixture app noted so far. */
export const notesOf = (app: ElectronApplication): Promise<Note[]> =>
  app.evaluate(() => (globalThis as unknown as { notes: { events: Note[] } }).notes.events);

/** The names alone, in order. */
export const eventsOf = async (app: ElectronApplication): Promise<string[]> =>
  (await notesOf(app)).map(([name]) => name);
