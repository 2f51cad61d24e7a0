import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Control } from '../control.ts';
import { environment, EXECUTABLE, expect, test as base } from '../support/fixture-app.ts';

/** An app as tutorials write them, which knows nothing of the stand-in and runs on it as it is. */
const NOTEBOOK = resolve(import.meta.dirname, '..', 'fixtures', 'notebook');

interface Notebook {
  readonly app: ElectronApplication;
  readonly page: Page;
}

const test = base.extend<{ open: (...args: string[]) => Promise<Notebook> }>({
  open: async ({ userData }, use) => {
    const apps: ElectronApplication[] = [];
    await use(async (...args) => {
      const app = await _electron.launch({
        executablePath: EXECUTABLE,
        args: [`--user-data-dir=${userData}`, NOTEBOOK, ...args],
        env: environment({ HOME: userData, XDG_DATA_HOME: userData, XDG_CONFIG_HOME: userData }),
        colorScheme: null,
      });
      apps.push(app);
      const page = await app.firstWindow();
      await page.getByRole('heading', { name: /./ }).waitFor();
      await control(app, (given) => {
        given.blockExternal = true;
      });
      return { app, page };
    });
    for (const app of apps)
      await app.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined);
    for (const app of apps) await app.close();
  },
});

/** Runs `use` on the control object in the main process. */
const control = <T>(app: ElectronApplication, use: (given: Control) => T): Promise<T> =>
  app.evaluate(
    (_electronModule, source) =>
      // oxlint-disable-next-line no-eval -- A function does not cross by itself.
      (0, eval)(`(${source})`)(
        (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('electron-standin.control')],
      ) as T,
    String(use),
  ) as Promise<T>;

const clickMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(),
    id,
  );

const note = (page: Page) => page.getByLabel('Note');

test('starts with its window, its versions and its menu', async ({ open }) => {
  const { app, page } = await open();
  await expect(page).toHaveTitle('Notebook');
  await expect(page.locator('#versions')).toHaveText(/^Electron \d+\.\d+\.\d+$/);
  expect(
    await page.evaluate(() => Reflect.get(Reflect.get(window, 'notebook') as object, 'version')),
  ).toBe('Notebook 3.1.0');
  const menu = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label, submenu }) => [label, submenu?.items.length]),
  );
  expect(menu?.map(([label]) => label)).toEqual(['&File', 'Edit', '&View', 'Help']);
});

test('opens a note that a dialog names, and saves it under another name', async ({
  open,
  userData,
}) => {
  const { app, page } = await open();
  const source = join(userData, 'shopping.txt');
  const copy = join(userData, 'copy.txt');
  await writeFile(source, 'bread');
  await app.evaluate(
    ({ dialog }, [from, to]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [from] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: to });
    },
    [source, copy] as const,
  );
  await clickMenu(app, 'open');
  await expect(page.getByRole('heading')).toHaveText('shopping.txt');
  await note(page).fill('bread and butter');
  await expect.poll(() => titleOf(app)).toBe('Notebook •');
  await clickMenu(app, 'save');
  await expect(page.getByRole('heading')).toHaveText('copy.txt');
  expect(await readFile(copy, 'utf8')).toBe('bread and butter');
  expect(await titleOf(app)).toBe('Notebook');
});

const titleOf = (app: ElectronApplication): Promise<string | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

test('a notification that is clicked brings the window forward', async ({ open, userData }) => {
  const { app, page } = await open();
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    join(userData, 'saved.txt'),
  );
  await note(page).fill('text');
  await clickMenu(app, 'save');
  await expect
    .poll(() =>
      control(app, ({ notifications }) =>
        notifications.shown.map(({ title, body }) => [title, body]),
      ),
    )
    .toEqual([['Saved', 'saved.txt']]);
  const focused = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.blur();
    const given = (globalThis as unknown as Record<symbol, Control>)[
      Symbol.for('electron-standin.control')
    ];
    given?.notifications.shown[0]?.click();
    return window?.isFocused();
  });
  expect(focused).toBe(true);
});

test('asks before it loses changes, and keeps the window when told to', async ({ open }) => {
  const { app, page } = await open();
  await note(page).fill('unsaved');
  await expect.poll(() => titleOf(app)).toBe('Notebook •');
  const closeWith = (response: number): Promise<void> =>
    app.evaluate(({ BrowserWindow, dialog }, answer) => {
      dialog.showMessageBox = () => Promise.resolve({ response: answer, checkboxChecked: false });
      BrowserWindow.getAllWindows()[0]?.close();
    }, response);
  await closeWith(1);
  expect(await note(page).inputValue()).toBe('unsaved');
  const closed = page.waitForEvent('close');
  await closeWith(0);
  await closed;
});

test('a person can answer the question, too', async ({ open }) => {
  const { app, page } = await open();
  await note(page).fill('unsaved');
  await expect.poll(() => titleOf(app)).toBe('Notebook •');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => control(app, ({ dialogs }) => dialogs.pending.length)).toBe(1);
  const closed = page.waitForEvent('close');
  await control(app, ({ dialogs }) => dialogs.pending[0]?.answer({ response: 0 }));
  await closed;
});

test('remembers where its window was', async ({ open, userData }) => {
  const { app } = await open();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 30, y: 40, width: 520, height: 410 });
    window?.close();
  });
  await app.waitForEvent('close').catch(() => undefined);
  const again = await open();
  expect(
    await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()),
  ).toEqual({ x: 30, y: 40, width: 520, height: 410 });
  expect(JSON.parse(await readFile(join(userData, 'window-state.json'), 'utf8'))).toMatchObject({
    isMaximized: false,
  });
});

test('the preferences are a modal child that sets theme and zoom and closes itself', async ({
  open,
}) => {
  const { app, page } = await open();
  const appearing = app.waitForEvent('window');
  await clickMenu(app, 'preferences');
  const preferences = await appearing;
  await expect(preferences.getByRole('heading')).toHaveText('Preferences');
  expect(new URL(preferences.url()).hash).toBe('#appearance');
  const family = await app.evaluate(({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows();
    const [child] = main?.getChildWindows() ?? [];
    return [child?.isModal(), child?.getParentWindow() === main, child?.isResizable()];
  });
  expect(family).toEqual([true, true, false]);

  await preferences.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const width = await page.evaluate(() => innerWidth);
  await preferences.getByLabel('Zoom').fill('2');
  await preferences.getByLabel('Zoom').blur();
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / 2);

  const closed = preferences.waitForEvent('close');
  await preferences.getByRole('button', { name: 'Done' }).click();
  await closed;
  expect(app.windows()).toHaveLength(1);
});

test('a context menu offers what the place allows', async ({ open }) => {
  const { app, page } = await open();
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function (this: Electron.Menu) {
      Object.assign(globalThis, { opened: this });
    };
  });
  await page.getByRole('link', { name: 'Guide' }).click({ button: 'right' });
  const opened = (): Promise<unknown> =>
    app.evaluate(() =>
      (globalThis as unknown as { opened?: Electron.Menu }).opened?.items.map((item) => [
        item.role ?? item.label,
        item.enabled,
      ]),
    );
  await expect.poll(opened).toEqual([
    ['cut', false],
    ['copy', false],
    ['paste', false],
    ['', true],
    ['Copy link address', true],
  ]);
  await app.evaluate(() =>
    (globalThis as unknown as { opened?: Electron.Menu }).opened?.items[4]?.click(),
  );
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'https://notebook.example/guide',
  );
});

test('links go to the browser, or to a window of their own, and never lead away', async ({
  open,
}) => {
  const { app, page } = await open();
  await page.getByRole('link', { name: 'Guide' }).click();
  await expect
    .poll(() => control(app, ({ openedExternal }) => [...openedExternal]))
    .toEqual(['https://notebook.example/guide']);
  await page.getByRole('link', { name: 'Elsewhere' }).click();
  await expect(page).toHaveTitle('Notebook');
  const appearing = app.waitForEvent('window');
  await page.getByRole('link', { name: 'Help' }).click();
  const help = await appearing;
  await expect(help.getByRole('heading')).toHaveText('Help');
  // Not by its window's title: on the stand-in that of a window which a page opened may stay behind.
  await expect(help).toHaveTitle('Help');
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.getSize()[0]),
      ),
    )
    .toEqual([900, 420]);
});

test('finds, pictures and prints its page', async ({ open, userData }) => {
  const { app, page } = await open();
  await note(page).fill('one two one');
  await page.getByLabel('Find').fill('one');
  await page.getByLabel('Find').blur();
  await expect(page.locator('#matches')).toHaveText('2 found');
  const picture = await page.evaluate(() =>
    (Reflect.get(window, 'notebook') as { picture(area: object): Promise<string> }).picture({
      x: 0,
      y: 0,
      width: 50,
      height: 40,
    }),
  );
  expect(picture).toMatch(/^data:image\/png;base64,/);
  const pdf = join(userData, 'note.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  await clickMenu(app, 'export');
  await expect
    .poll(async () => String((await readFile(pdf).catch(() => Buffer.of())).subarray(0, 5)))
    .toBe('%PDF-');
});

test('keys reach the app before the page, and shortcuts from everywhere', async ({ open }) => {
  const { app, page } = await open();
  // Keys that come faster than the app answers may be lost on the stand-in: pressed until one is not.
  await expect(async () => {
    await note(page).fill('loud');
    await note(page).press('Control+b');
    await expect(note(page)).toHaveValue('**loud**', { timeout: 1000 });
  }).toPass();
  expect(
    await app.evaluate(({ globalShortcut }) =>
      globalShortcut.isRegistered('CommandOrControl+Alt+N'),
    ),
  ).toBe(true);
  await control(app, ({ shortcuts }) => shortcuts.press('CommandOrControl+Alt+N'));
  await expect(note(page)).toHaveValue('');
});

test('a link starts a note, cold and while it runs', async ({ open, userData }) => {
  const { page } = await open('notebook://new?text=cold');
  await expect(note(page)).toHaveValue('cold');
  const second = spawn(
    EXECUTABLE,
    [`--user-data-dir=${userData}`, NOTEBOOK, 'notebook://new?text=warm'],
    {
      env: environment({ HOME: userData, XDG_DATA_HOME: userData, XDG_CONFIG_HOME: userData }),
      stdio: 'ignore',
    },
  );
  await new Promise((ended) => second.on('exit', ended));
  await expect(note(page)).toHaveValue('warm');
});

test('a menu item that is checked tells the page', async ({ open }) => {
  const { app, page } = await open();
  await app.evaluate(({ BrowserWindow, Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('wrap');
    item?.click(undefined, BrowserWindow.getAllWindows()[0]);
  });
  await expect(page.locator('body')).toHaveClass('nowrap');
  expect(
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('wrap')?.checked),
  ).toBe(false);
});
