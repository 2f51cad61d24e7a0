import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clickMenu, control, expect, note, test } from '../support/notebook.ts';

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
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => [window.getTitle(), window.getSize()[0]]),
      ),
    )
    .toEqual([
      ['Notebook', 900],
      ['Help', 420],
    ]);
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
