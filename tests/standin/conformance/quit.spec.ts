import { once } from 'node:events';
import type { ElectronApplication } from '@playwright/test';
import { recorded, recordedNames, startElectron } from './processes.ts';
import { expect, states } from './support.ts';

const QUIT = 'docs/api/app.md#appquit';
const EXIT = 'docs/api/app.md#appexitexitcode';
const BEFORE_QUIT = 'docs/api/app.md#event-before-quit';
const WILL_QUIT = 'docs/api/app.md#event-will-quit';
const ALL_CLOSED = 'docs/api/app.md#event-window-all-closed';

/** What the recorder app puts on `globalThis`. */
interface RecorderGlobals {
  note(name: string, ...details: unknown[]): void;
}

/** Opens hidden windows that note their `close` and `closed` by their titles. */
const openWindows = (app: ElectronApplication, ...titles: readonly string[]): Promise<void> =>
  app.evaluate(({ BrowserWindow }, names) => {
    const { note } = globalThis as unknown as RecorderGlobals;
    for (const title of names) {
      const window = new BrowserWindow({ show: false, title });
      window.on('close', () => note(`close ${title}`));
      window.on('closed', () => note(`closed ${title}`));
    }
  }, titles);

const quit = (app: ElectronApplication): Promise<void> =>
  app
    .evaluate(({ app: electronApp }) => setImmediate(() => electronApp.quit()))
    .then(() => undefined);

const ended = (app: ElectronApplication): Promise<number | null> =>
  once(app.process(), 'exit').then(([code]) => code as number | null);

const QUITTING = ['before-quit', 'will-quit', 'quit'];

states(
  'app.quit',
  'asks the app, closes the windows, then tells that it quits; window-all-closed is not told',
  QUIT,
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    await openWindows(app, 'one');
    const end = ended(app);
    await quit(app);
    expect(await end).toBe(0);
    const names = recordedNames(userData).slice(2);
    expect(names).toEqual(['before-quit', 'close one', 'closed one', 'will-quit', 'quit']);
    expect(recorded(userData).at(-1)?.slice(1)).toEqual(['quit', 0]);
  },
);

states(
  'app.quit',
  'tells all three at once where no window is open',
  QUIT,
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    const end = ended(app);
    await app.evaluate(({ app: electronApp }) =>
      setImmediate(() => {
        const { note } = globalThis as unknown as RecorderGlobals;
        electronApp.quit();
        note('after the call');
      }),
    );
    expect(await end).toBe(0);
    expect(recordedNames(userData).slice(2)).toEqual([...QUITTING, 'after the call']);
  },
);

states(
  'app ‘before-quit’',
  'keeps the app and its windows when its default is prevented',
  BEFORE_QUIT,
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    await openWindows(app, 'one');
    await app.evaluate(({ app: electronApp }) => {
      electronApp.once('before-quit', (event) => event.preventDefault());
    });
    await quit(app);
    await expect.poll(() => recordedNames(userData)).toContain('before-quit');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(recordedNames(userData)).not.toContain('close one');
    const end = ended(app);
    await quit(app);
    expect(await end).toBe(0);
    expect(recordedNames(userData).filter((name) => name === 'before-quit')).toHaveLength(2);
  },
);

states(
  'BrowserWindow ‘close’',
  'keeps the app when its default is prevented; other windows close all the same',
  'docs/api/browser-window.md#event-close',
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    await openWindows(app, 'stays', 'goes');
    await app.evaluate(({ BrowserWindow }) => {
      const isStaying = (window: Electron.BrowserWindow): boolean => window.getTitle() === 'stays';
      const window = BrowserWindow.getAllWindows().find(isStaying);
      window?.once('close', (event) => event.preventDefault());
    });
    await quit(app);
    await expect.poll(() => recordedNames(userData)).toContain('closed goes');
    expect(recordedNames(userData)).toContain('close stays');
    expect(recordedNames(userData)).not.toContain('will-quit');
    const end = ended(app);
    await quit(app);
    expect(await end).toBe(0);
    expect(recordedNames(userData).slice(-4)).toEqual([
      'close stays',
      'closed stays',
      'will-quit',
      'quit',
    ]);
  },
);

states(
  'app ‘will-quit’',
  'keeps the app without its windows when its default is prevented',
  WILL_QUIT,
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    await openWindows(app, 'one');
    await app.evaluate(({ app: electronApp }) => {
      electronApp.once('will-quit', (event) => event.preventDefault());
    });
    await quit(app);
    await expect.poll(() => recordedNames(userData)).toContain('will-quit');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
    expect(recordedNames(userData)).not.toContain('quit');
    expect(recordedNames(userData)).not.toContain('window-all-closed');
    await openWindows(app, 'another');
    const end = ended(app);
    await quit(app);
    expect(await end).toBe(0);
  },
);

states(
  'app ‘window-all-closed’',
  'keeps the app where somebody listens',
  ALL_CLOSED,
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    await openWindows(app, 'one', 'two');
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
    await expect.poll(() => recordedNames(userData)).toContain('window-all-closed');
    expect(recordedNames(userData).at(-2)).toMatch(/^closed /);
    expect(await app.evaluate(({ app: electronApp }) => electronApp.isReady())).toBe(true);
    expect(recordedNames(userData)).not.toContain('before-quit');
  },
);

states(
  'app ‘window-all-closed’',
  'quits the app where nobody listens',
  ALL_CLOSED,
  async ({ launch, userData }) => {
    const env = { RECORDER_ENDS_WITHOUT_WINDOWS: '1' };
    const app = await launch({ app: 'recorder', env });
    await openWindows(app, 'one');
    const end = ended(app);
    await app.evaluate(({ BrowserWindow }) => {
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
    });
    expect(await end).toBe(0);
    expect(recordedNames(userData).slice(-3)).toEqual(QUITTING);
  },
);

states(
  'app.exit',
  'asks neither the app nor its windows, and ends with the code',
  EXIT,
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    await openWindows(app, 'one');
    const end = ended(app);
    await app.evaluate(({ app: electronApp }) => setImmediate(() => electronApp.exit(7)));
    expect(await end).toBe(7);
    expect(
      recorded(userData)
        .map((entry) => entry.slice(1))
        .slice(2),
    ).toEqual([['closed one'], ['quit', 7]]);
  },
);

states('app.exit', 'ends with 0 unless told otherwise', EXIT, async ({ launch, userData }) => {
  const app = await launch({ app: 'recorder' });
  const end = ended(app);
  await app.evaluate(({ app: electronApp }) => setImmediate(() => electronApp.exit()));
  expect(await end).toBe(0);
  expect(recorded(userData).at(-1)?.slice(1)).toEqual(['quit', 0]);
});

states(
  'process.exit',
  'is app.exit in the main process',
  'lib/browser/init.ts',
  async ({ launch, userData }) => {
    const app = await launch({ app: 'recorder' });
    const end = ended(app);
    await app.evaluate(() => setImmediate(() => process.exit(9)));
    expect(await end).toBe(9);
    expect(recorded(userData).at(-1)?.slice(1)).toEqual(['quit', 9]);
  },
);

states(
  'app.exit',
  'ends on the spot before ready, without a word',
  'shell/browser/browser.cc, ExitWithCode',
  async ({ userData }) => {
    const { ended: end } = startElectron({ userData, env: { RECORDER_EXITS_EARLY: '3' } });
    expect(await end).toBe(3);
    expect(recordedNames(userData)).toEqual(['start']);
  },
);

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  states(
    signal,
    'quits the app as app.quit does',
    'shell/browser/electron_browser_main_parts_posix.cc',
    async ({ userData }) => {
      const one = startElectron({ userData });
      await expect.poll(() => recordedNames(userData), { timeout: 30_000 }).toContain('ready');
      one.child.kill(signal);
      expect(await one.ended).toBe(0);
      expect(recordedNames(userData).slice(-3)).toEqual(QUITTING);
    },
  );
