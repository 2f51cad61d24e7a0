import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '../../..');
const RECORDER = join(import.meta.dirname, 'recorder.cjs');

/** The runtime's executable, as `electron` itself finds it (`ELECTRON_OVERRIDE_DIST_PATH` decides). */
export const executable = (): string => {
  const path: unknown = createRequire(import.meta.url)('electron');
  if (typeof path !== 'string') throw new Error('The package electron gave no path to its binary');
  return path;
};

/** Playwright starts Electron so on Linux; whoever starts it beside Playwright has to as well. */
export const SANDBOX_SWITCH: readonly string[] =
  process.platform === 'linux' ? ['--no-sandbox'] : [];

export interface LaunchOptions {
  /** A folder that outlives the launch, so that the app can be started again. */
  readonly userData: string;
  /** The server to talk to in ClickUp's place. */
  readonly origin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Chromium's switches and the app's own arguments. */
  readonly args?: readonly string[];
  /** A program that starts the runtime in its own way; the runtime itself where not given. */
  readonly executable?: string;
  /** What a person does before there is a window, as after a hidden start. */
  readonly beforeWindow?: (app: ElectronApplication) => Promise<void>;
}

/** A running Perch with what it shows outside its window. */
export interface Perch {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the process has printed so far. */
  readonly output: () => string;
  readonly trayLabels: () => Promise<readonly string[]>;
  readonly clickTray: (id: string) => Promise<void>;
  readonly openedLinks: () => Promise<readonly string[]>;
  /** Every answer and event that crossed the bridge, as JSON. */
  readonly bridgeTraffic: () => Promise<readonly string[]>;
  /** Unix milliseconds at which a window was shown. */
  readonly shownAt: () => Promise<readonly number[]>;
  readonly isWindowVisible: () => Promise<boolean>;
  /** Quits as a person would and waits for the process to end. */
  readonly quit: () => Promise<void>;
}

/** The recorder's notes, read in the app's process. */
interface AppRecord {
  readonly menu: Electron.Menu | null;
  readonly openedLinks: readonly string[];
  readonly answers: readonly string[];
  readonly events: readonly string[];
  readonly shownAt: readonly number[];
}

/** The command line of the built app, after the runtime's own name. */
export const appArguments = ({
  userData,
  args = [],
  origin,
}: Pick<LaunchOptions, 'userData' | 'args' | 'origin'>): readonly string[] => [
  '-r',
  RECORDER,
  `--user-data-dir=${userData}`,
  ...SANDBOX_SWITCH,
  ...args,
  ROOT,
  ...(origin === undefined ? [] : [`--clickup-origin=${origin}`]),
];

/**
 * Starts the built app. The executable is named, so Playwright's own loader stays out, and with it
 * its `--password-store=basic`: tokens go to a real keyring.
 */
export async function launchPerch(options: LaunchOptions): Promise<Perch> {
  const app = await _electron.launch({
    executablePath: options.executable ?? executable(),
    args: [...appArguments(options)],
    env: { ...definedEnvironment(), ...options.env },
  });
  let printed = '';
  const child = app.process();
  child.stdout?.on('data', (chunk) => (printed += String(chunk)));
  child.stderr?.on('data', (chunk) => (printed += String(chunk)));
  await options.beforeWindow?.(app);
  const page = await app.firstWindow();
  await page.getByRole('contentinfo').waitFor();

  const record = () =>
    app.evaluate(() => {
      const { menu: _menu, ...notes } = Reflect.get(
        globalThis,
        Symbol.for('perch.record'),
      ) as AppRecord;
      return notes;
    });

  return {
    app,
    page,
    output: () => printed,
    trayLabels: () =>
      app.evaluate(() => {
        const notes = Reflect.get(globalThis, Symbol.for('perch.record')) as AppRecord;
        const labels = (menu: Electron.Menu): string[] =>
          menu.items.flatMap((item) => [
            ...(item.type === 'separator' ? [] : [item.label]),
            ...(item.submenu === undefined || item.submenu === null ? [] : labels(item.submenu)),
          ]);
        return notes.menu === null ? [] : labels(notes.menu);
      }),
    clickTray: (id) => clickTray(app, id),
    openedLinks: async () => (await record()).openedLinks,
    bridgeTraffic: async () => {
      const { answers, events } = await record();
      return [...answers, ...events];
    },
    shownAt: async () => (await record()).shownAt,
    isWindowVisible: () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((window) => window.isVisible()),
      ),
    quit: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => undefined);
      await ended;
    },
  };
}

/** Chooses an entry of the tray's menu. */
export const clickTray = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate((_electron, itemId) => {
    const notes = Reflect.get(globalThis, Symbol.for('perch.record')) as AppRecord;
    const item = notes.menu?.getMenuItemById(itemId);
    if (item === undefined || item === null) throw new Error(`The tray has no entry ${itemId}`);
    item.click();
  }, id);

/** A folder for one test's data, removed by the returned function. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'perch-e2e-'));
  return {
    path,
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
