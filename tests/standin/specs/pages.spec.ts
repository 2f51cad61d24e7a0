import { expect, notesOf, test } from '../support/fixture-app.ts';

test('the policy of an app:// page is enforced', async ({ launch }) => {
  const { page } = await launch();
  const blocked = await page.evaluate(async () => {
    const outcome = async (work: () => unknown): Promise<string> => {
      try {
        return String(await work());
      } catch (error) {
        return (error as Error).name;
      }
    };
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    document.head.append(inline);
    return {
      secure: isSecureContext,
      inline: 'inlineRan' in globalThis,
      // DevTools lets its own evaluation do what a page may not, hence the turn of the event loop.
      eval: await outcome(async () => {
        await new Promise((done) => setTimeout(done));
        return Reflect.construct(Function, ['return 1']);
      }),
      elsewhere: await outcome(() => fetch('https://example.invalid/')),
      own: await outcome(async () => (await fetch('/index.html')).status),
    };
  });
  expect(blocked).toEqual({
    secure: true,
    inline: false,
    eval: 'EvalError',
    elsewhere: 'TypeError',
    own: '200',
  });
});

test('a link by the full address of a page of the app is followed', async ({ launch }) => {
  const { app, page } = await launch();
  await page.locator('#absolute').click();
  await expect(page).toHaveURL(/absolute\.html$/);
  const contentsUrl = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(contentsUrl).toBe('app://fixture/absolute.html');
});

test('permission handlers decide what a page may do', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(async ({ BrowserWindow, session }) => {
    const allowed = (permission: string): boolean => permission === 'clipboard-sanitized-write';
    session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) =>
      callback(allowed(permission)),
    );
    session.defaultSession.setPermissionCheckHandler((_contents, permission) =>
      allowed(permission),
    );
    await BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/index.html');
  });
  const states = (): Promise<string[]> =>
    page.evaluate(() =>
      Promise.all(
        ['clipboard-write', 'notifications', 'geolocation', 'camera'].map(
          async (name) =>
            (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    );
  // Playwright may still be leaving the old document.
  await expect(async () =>
    expect(await states()).toEqual(['granted', 'denied', 'denied', 'denied']),
  ).toPass({ timeout: 5_000 });
});

test('links and windows that no request announces can be stopped too', async ({ launch }) => {
  const { app, page } = await launch();
  const addresses = ['other.fixture://x', 'mailto:a@example.com', 'about:blank'];
  for (const address of addresses)
    await page.evaluate((to) => {
      window.open(to);
      const link = document.createElement('a');
      link.href = to;
      link.click();
    }, address);
  const asked = async (name: string): Promise<unknown[]> =>
    (await notesOf(app)).filter(([noted]) => noted === name).map(([, url]) => url);
  await expect.poll(() => asked('will-navigate')).toEqual(addresses);
  await expect.poll(() => asked('window-open')).toEqual(addresses);
  await expect(page).toHaveURL(/index\.html$/);
  expect(app.windows()).toHaveLength(1);
  expect(await page.evaluate(() => fixture.invoke('echo', 'still here'))).toBe('still here');
});
