import { expect, notesOf, test } from '../support/fixture-app.ts';

/** Electron has it, its declarations do not. */
interface WithPreferences {
  getLastWebPreferences(): Electron.WebPreferences;
}

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

test('a handler sees method, body and the app’s own address', async ({ launch }) => {
  const { app, page } = await launch();
  const echoed = await page.evaluate(async () => {
    const answer = await fetch('/posted', { method: 'POST', body: 'päckchen' });
    return answer.text();
  });
  expect(echoed).toBe('päckchen');
  expect(await notesOf(app)).toContainEqual(['request', 'POST', 'app://fixture/posted']);
});

test('a handler that fails fails the request', async ({ launch }) => {
  const { page } = await launch();
  const failure = await page.evaluate(async () => {
    try {
      await fetch('/fails');
      return 'no error';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(failure).toBe('TypeError');
});

test('will-navigate stops what it prevents, and only that', async ({ launch }) => {
  const { app, page } = await launch();
  await page.locator('#away').click();
  await expect
    .poll(() => notesOf(app))
    .toContainEqual(['will-navigate', 'https://example.invalid/away']);
  expect(await page.evaluate(() => fixture.invoke('echo', 'still here'))).toBe('still here');

  await page.locator('#own').click();
  await expect(page).toHaveURL(/other\.html$/);
  await page.locator('#absolute').click();
  await expect(page).toHaveURL(/absolute\.html$/);
  const contentsUrl = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(contentsUrl).toBe('app://fixture/absolute.html');
});

test('a reload and the app’s own loads are no navigation of the page', async ({ launch }) => {
  const { app, page } = await launch();
  await page.reload();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/again.html'),
  );
  expect((await notesOf(app)).filter(([name]) => name === 'will-navigate')).toEqual([]);
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

test('a window that is denied does not open', async ({ launch }) => {
  const { app, page } = await launch();
  await page.locator('#window').click();
  await expect
    .poll(() => notesOf(app))
    .toContainEqual(['window-open', 'https://example.invalid/window']);
  await expect.poll(() => app.windows().length).toBe(1);
});

test('a load that fails rejects with Chromium’s reason', async ({ launch }) => {
  const { app } = await launch();
  const failure = await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    try {
      await window?.loadURL('http://127.0.0.1:9/');
      return undefined;
    } catch (error) {
      const { message, code, errno } = error as Error & { code: string; errno: number };
      return { message, code, errno };
    }
  });
  expect(failure?.code).toMatch(/^ERR_(UNSAFE_PORT|CONNECTION_REFUSED)$/);
  expect(failure?.message).toBe(
    `${failure?.code} (${failure?.errno}) loading 'http://127.0.0.1:9/'`,
  );
});

test('the page can be pictured and asked from main', async ({ launch }) => {
  const { app } = await launch();
  const seen = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const image = await contents?.capturePage();
    return {
      title: (await contents?.executeJavaScript('document.title')) as string,
      size: image?.getSize(),
      preferences: (contents as unknown as WithPreferences | undefined)?.getLastWebPreferences(),
    };
  });
  expect(seen).toMatchObject({ title: 'Script ran', size: { width: 640, height: 480 } });
  expect(seen.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
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
