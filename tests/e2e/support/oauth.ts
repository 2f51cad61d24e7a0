import { chromium, type Browser, type Page } from '@playwright/test';
import type { MockServer } from '../../../electron/mock-server/index.ts';
import { type Desktop, startDesktop } from '../../standin/support/deep-links.ts';
import { installSystemBrowser, type SystemBrowser } from '../../standin/support/system-browser.ts';
import type { Keyring } from '../../standin/support/keyring.ts';
import { freePort } from './free-port.ts';
import { appArguments, executable, type Perch } from './perch.ts';
import { takePorts } from './ports.ts';
import { expect, type Fixtures, test as base } from './test.ts';

export { expect };

/** The OAuth app that ClickUp's double knows, and what must be found nowhere afterwards. */
export const OAUTH_APP = {
  clientId: 'SAMPLE_CLIENT_ID',
  clientSecret: 'CANARY_CLIENT_SECRET_0001',
  name: 'Perch',
  redirectUris: [
    'app.perch.desktop://oauth/callback',
    'http://127.0.0.1:17291/oauth/callback',
    'http://127.0.0.1:23719/oauth/callback',
    'http://127.0.0.1:28461/oauth/callback',
    'https://perch.example/back',
  ],
} as const;

export const [PROTOCOL, LOOPBACK] = OAUTH_APP.redirectUris;

/** Those that Perch answers itself. */
const OWN = OAUTH_APP.redirectUris.slice(0, 4);

/** A desktop on which Perch opens its links and a real Chromium everybody else's. */
export interface SignInDesktop {
  readonly env: Readonly<Record<string, string>>;
  readonly desktop: Desktop;
  readonly browser: SystemBrowser;
  /** The window of a Perch that the desktop itself started. */
  startedWindow(): Promise<Page>;
}

interface OAuthFixtures {
  readonly signIn: SignInDesktop;
  /** The loopback ports, for this test alone while it runs. */
  readonly ports: undefined;
}

/** What a process needs to reach the keyring from another desktop: its bus, and not its home. */
const keyringEnvironment = (keyring: Keyring | null): Readonly<Record<string, string>> => {
  const names = ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'];
  return Object.fromEntries(
    Object.entries(keyring?.env ?? {}).filter(([name]) => names.includes(name)),
  );
};

export const test = base.extend<OAuthFixtures>({
  world: { oauthApps: [OAUTH_APP] },

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  ports: async ({}, use) => {
    const release = await takePorts();
    await use(undefined);
    await release();
  },

  signIn: async ({ keyring, clickup, userData }, use) => {
    const desktop = await startDesktop();
    const port = await freePort();
    const env = {
      ...desktop.env,
      ...keyringEnvironment(keyring),
      RECORDER_OPENS_LINKS: '1',
      STANDIN_HEADLESS: '1',
    };
    const browser = await installSystemBrowser(desktop, {
      allow: [{ origin: clickup.origin, scheme: 'app.perch.desktop' }],
    });
    const changed = Object.entries(env).filter(([name, value]) => desktop.env[name] !== value);
    await desktop.install({
      id: 'app.perch.desktop.desktop',
      name: 'Perch',
      command: [
        '/usr/bin/env',
        ...changed.map(([name, value]) => `${name}=${value}`),
        executable(),
        ...appArguments({
          userData,
          origin: clickup.origin,
          args: [`--remote-debugging-port=${port}`],
        }),
      ],
      schemes: ['app.perch.desktop'],
    });
    const connections: Browser[] = [];
    await use({
      env,
      desktop,
      browser,
      async startedWindow() {
        let page: Page | undefined;
        await expect
          .poll(
            async () => {
              if (connections.length === 0) {
                const there = await chromium
                  .connectOverCDP(`http://127.0.0.1:${port}`)
                  .catch(() => null);
                if (there !== null) connections.push(there);
              }
              const pages = connections
                .flatMap((connection) => connection.contexts())
                .flatMap((context) => context.pages());
              page = pages.find((one) => one.url().includes('perch'));
              return page !== undefined;
            },
            { timeout: 30_000 },
          )
          .toBe(true);
        if (page === undefined) throw new Error('The desktop started no Perch');
        return page;
      },
    });
    await browser.disconnect();
    for (const connection of connections) await connection.close().catch(() => undefined);
    await desktop.stop();
  },
});

/** Goes to the connect screen's OAuth side and enters the app, ready to sign in. */
export async function enterApp(
  page: Page,
  {
    ticked = [PROTOCOL] as readonly string[],
    bridge = '',
    secret = OAUTH_APP.clientSecret as string,
  } = {},
): Promise<void> {
  await page.getByRole('tab', { name: 'Sign in with OAuth' }).click();
  for (const uri of OWN) {
    await page.getByRole('checkbox', { name: uri }).setChecked(ticked.includes(uri));
  }
  if (bridge !== '') await page.getByLabel('Your team’s page').fill(bridge);
  await page.getByLabel('Client ID').fill(OAUTH_APP.clientId);
  await page.getByLabel('Client secret').fill(secret);
}

/** Presses the button that opens the browser, and waits until Perch waits. */
export async function beginSignIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for your browser' })).toBeVisible();
}

/** What a person does in ClickUp: ticks Workspaces, and connects or rejects. */
export async function decide(
  consent: Page,
  decision: 'Connect Workspaces' | 'Reject',
  workspaces: readonly string[] = ['Northwind Studio'],
): Promise<void> {
  for (const box of await consent.getByRole('checkbox').all()) await box.setChecked(false);
  for (const name of workspaces) await consent.getByRole('checkbox', { name }).setChecked(true);
  await consent.getByRole('button', { name: decision }).click({ noWaitAfter: true });
}

/**
 * The same without a browser: posts the form of the authorize page at `address` and answers where it
 * would lead.
 */
export async function decideByForm(
  clickup: MockServer,
  address: string,
  decision: 'connect' | 'reject',
  workspaces: readonly string[],
): Promise<string> {
  const form = new URLSearchParams(new URL(address).searchParams);
  form.set('decision', decision);
  for (const id of workspaces) form.append('workspace', id);
  const response = await fetch(`${clickup.origin}/api`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return response.headers.get('location') ?? '';
}

/** Hands a link to Perch as the system does on this platform, to the running instance. */
export const deliverLink = (perch: Perch, address: string): Promise<void> =>
  perch.app.evaluate(({ app }, link) => {
    if (process.platform === 'darwin') app.emit('open-url', { preventDefault: () => {} }, link);
    else app.emit('second-instance', {}, ['perch', '--flag', link], '/', null);
  }, address);

/** A Perch in which the app was entered and the browser opened. */
export async function waitingPerch(
  launch: Fixtures['launch'],
  app?: Parameters<typeof enterApp>[1],
): Promise<Perch> {
  const perch = await launch();
  await enterApp(perch.page, app);
  await beginSignIn(perch.page);
  return perch;
}

/**
 * The authorize address that the browser was given last, once it was given one other than `before`:
 * the window says that Perch waits a moment earlier.
 */
export async function authorizeAddressOf(perch: Perch, before = ''): Promise<string> {
  const last = async (): Promise<string> => (await perch.openedLinks()).at(-1) ?? '';
  await expect.poll(async () => [before, ''].includes(await last())).toBe(false);
  return last();
}

/** Where the browser is sent after the person's decision on the page that was opened last, after `before`. */
export const answerTo = async (
  perch: Perch,
  clickup: MockServer,
  workspaces: readonly string[],
  decision: 'connect' | 'reject' = 'connect',
  before = '',
): Promise<string> =>
  decideByForm(clickup, await authorizeAddressOf(perch, before), decision, workspaces);
