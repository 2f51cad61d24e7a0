import type { Control } from '../control.ts';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication } from '@playwright/test';
import { environment } from '../support/fixture-app.ts';
import { EXECUTABLE } from '../support/fixture-app.ts';
import { clickMenu, control, expect, note, NOTEBOOK, test } from '../support/notebook.ts';

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
