import { eventsOf, expect, test } from '../support/fixture-app.ts';

test('a window hides, shows and tells so', async ({ launch }) => {
  const { app, page } = await launch();
  await expect.poll(() => eventsOf(app)).toContain('show');
  const visible = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const states = [window?.isVisible()];
    window?.hide();
    states.push(window?.isVisible(), window?.isFocused());
    window?.show();
    states.push(window?.isVisible(), window?.isFocused());
    return states;
  });
  expect(visible).toEqual([true, false, false, true, true]);
  const events = (await eventsOf(app)).filter((name) => /^(show|hide|focus|blur)$/.test(name));
  expect(events).toEqual(['show', 'focus', 'blur', 'hide', 'show', 'focus']);
  expect(await page.evaluate(() => fixture.invoke('echo', 'alive'))).toBe('alive');
});

test('bounds are those that were set', async ({ launch }) => {
  const { app, page } = await launch();
  const bounds = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(700, 500);
    return window?.getBounds();
  });
  expect(bounds).toMatchObject({ width: 700, height: 500 });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500]);
});

test('pages follow nativeTheme', async ({ launch }) => {
  const { app, page } = await launch();
  const prefersDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await prefersDark()).toBe(false);
  const updates = await app.evaluate(({ nativeTheme }) => {
    let count = 0;
    nativeTheme.on('updated', () => (count += 1));
    nativeTheme.themeSource = 'dark';
    nativeTheme.themeSource = 'dark';
    return [count, nativeTheme.shouldUseDarkColors];
  });
  expect(updates).toEqual([1, true]);
  await expect.poll(prefersDark).toBe(true);
  await page.reload();
  expect(await prefersDark()).toBe(true);
});

test('an app without windows stays, and can open one again', async ({ launch }) => {
  const { app, page } = await launch();
  const closed = page.waitForEvent('close');
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    electronApp.removeAllListeners('window-all-closed');
    electronApp.on('window-all-closed', () => undefined);
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await closed;
  // Long enough for Chromium to end, were it to follow its last window.
  await new Promise((done) => setTimeout(done, 1_000));
  const title = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ width: 300, height: 200 });
    await window.loadURL('app://fixture/index.html');
    return window.webContents.executeJavaScript('document.title') as Promise<string>;
  });
  expect(title).toBe('Script ran');
});
