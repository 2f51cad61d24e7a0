import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, connectAndChoose, expect, test } from './support/test.ts';

const PRELOAD = resolve(import.meta.dirname, '../../out/preload/preload.cjs');

test('the window is sandboxed, isolated and has no Node', async ({ launch }) => {
  const perch = await launch();
  const preferences = await perch.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Electron has it, its type declarations do not.
      const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences');
      const effective = Reflect.apply(
        read as () => Electron.WebPreferences,
        window.webContents,
        [],
      );
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = effective;
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
    }),
  );
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  ]);
  const globals = await perch.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(globals).toEqual([]);
});

test('the page holds the bridge and nothing of Electron', async ({ launch }) => {
  const { page } = await launch();
  const bridge = await page.evaluate(() => ({
    domains: Object.keys(window.perch).sort(),
    oauth: Object.keys(window.perch.oauth).sort(),
    connections: Object.keys(window.perch.connections).sort(),
    frozen: Object.isFrozen(window.perch) && Object.isFrozen(window.perch.connections),
  }));
  expect(bridge).toEqual({
    domains: ['app', 'connections', 'files', 'history', 'oauth', 'on', 'requests', 'session'],
    oauth: [
      'cancel',
      'chooseSetup',
      'confirm',
      'copyAddress',
      'dismissTest',
      'exportSetup',
      'openAgain',
      'openSetup',
      'paste',
      'readSetup',
      'redirects',
      'removeApp',
      'saveApp',
      'start',
      'testRoute',
    ],
    connections: [
      'activate',
      'connectPersonal',
      'connectSample',
      'keepWeakly',
      'retryVault',
      'signOut',
      'verify',
    ],
    frozen: true,
  });
});

test('the policy stops inline code, eval and every connection', async ({ launch, clickup }) => {
  const { page } = await launch();
  const origin = clickup.origin;
  const outcome = await page.evaluate(async (address) => {
    const script = document.createElement('script');
    let inline = 'stopped';
    try {
      script.textContent = 'window.inlineRan = true';
      document.head.append(script);
      if ('inlineRan' in window) inline = 'ran';
    } catch {
      inline = 'stopped';
    }
    // Later, because what the debugger calls directly may use eval whatever the policy says.
    const evaluated = await new Promise((done) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- that it throws is what is tested
          done(String(globalThis.eval('1 + 1')));
        } catch {
          done('stopped');
        }
      }),
    );
    const fetched = await fetch(`${address}/api/v2/user`).then(
      () => 'sent',
      () => 'stopped',
    );
    const image = await new Promise((done) => {
      const element = new Image();
      element.addEventListener('load', () => done('sent'));
      element.addEventListener('error', () => done('stopped'));
      element.src = `${address}/pixel.png`;
    });
    return { inline, evaluated, fetched, image };
  }, origin);
  expect(outcome).toEqual({
    inline: 'stopped',
    evaluated: 'stopped',
    fetched: 'stopped',
    image: 'stopped',
  });
  expect(clickup.requests).toEqual([]);
});

const ELSEWHERE = [
  'https://example.com/',
  'file:///etc/passwd',
  'app://perch/other.html',
  'app.perch.desktop://oauth/callback?code=x',
  'about:blank',
  'mailto:a@example.com',
];

test('no link leads a page of ours anywhere else', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  const before = page.url();
  for (const address of [`${clickup.origin}/`, ...ELSEWHERE]) {
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      link.click();
    }, address);
  }
  await expect(page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  expect(page.url()).toBe(before);
  expect(await perch.openedLinks()).toEqual([]);
  expect(clickup.requests).toEqual([]);
});

test('no page of ours opens a window', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  for (const address of ELSEWHERE) {
    await page.evaluate((to) => {
      window.open(to);
      const link = document.createElement('a');
      link.href = to;
      link.target = '_blank';
      link.click();
    }, address);
  }
  await expect(page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  await expect.poll(() => perch.app.windows().length).toBe(1);
  const windows = await perch.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(windows).toBe(1);
  expect(await perch.openedLinks()).toEqual([]);
});

test('a foreign window with our preload is refused on every channel', async ({ launch }) => {
  const perch = await launch();
  await perch.page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
  const opened = perch.app.waitForEvent('window');
  await perch.app.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await window.loadURL('app://perch/index.html');
  }, PRELOAD);
  const foreign = await opened;
  await foreign.waitForURL(/index\.html$/u);
  const answers = await foreign.evaluate(async () => {
    const { on: _on, ...domains } = window.perch;
    const calls = Object.values(domains).flatMap((domain) => Object.values(domain));
    return Promise.all(calls.map((call) => Reflect.apply(call, undefined, [undefined])));
  });
  expect(answers.length).toBeGreaterThan(10);
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'sender' } });
  }
});

test('permissions are refused', async ({ launch }) => {
  const { page } = await launch();
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[];
    const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
    return asked.map(({ state }) => state);
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('a channel refuses what its schema does not name', async ({ launch }) => {
  const perch = await launch();
  await connect(perch);
  const answers = await perch.page.evaluate(async () => {
    const call = (target: unknown, input: unknown) =>
      Reflect.apply(target as () => Promise<unknown>, undefined, [input]);
    const polluted: unknown = JSON.parse('{"workspaceId":"1","__proto__":{"polluted":true}}');
    return Promise.all([
      call(window.perch.session.chooseWorkspace, { workspaceId: '1', extra: true }),
      call(window.perch.session.chooseWorkspace, polluted),
      call(window.perch.session.chooseWorkspace, { workspaceId: 'x'.repeat(1_000_000) }),
      call(window.perch.connections.connectPersonal, { token: 42 }),
      call(window.perch.requests.send, 'text'),
    ]);
  });
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  const isPolluted = await perch.app.evaluate(() => 'polluted' in {});
  expect(isPolluted).toBe(false);
});

test('only our own files are served, whatever the path says', async ({ launch }) => {
  const perch = await launch();
  const status = (path: string) =>
    perch.app.evaluate(
      async ({ session }, address) => (await session.defaultSession.fetch(address)).status,
      `app://perch${path}`,
    );
  expect(await status('/index.html')).toBe(200);
  const main = pathToFileURL(resolve(import.meta.dirname, '../../out/main/main.js')).pathname;
  for (const path of [
    '/..%2fmain/main.js',
    '/assets/..%2f..%2fmain%2fmain.js',
    '/%2e%2e%5cmain',
    main,
  ]) {
    expect(await status(path), path).toBe(404);
  }
});

test('the contract’s channels are the only ones', async ({ launch }) => {
  const perch = await launch();
  await connectAndChoose(perch);
  const names = await perch.app.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
  // Electron itself listens for errors, so that none ends the process.
  expect(names.filter((name) => name !== 'error')).toEqual([]);
});
