import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test as base } from '@playwright/test';
import {
  type MockServer,
  type MockServerOptions,
  type SampleData,
  startMockServer,
} from '../../../electron/mock-server/index.ts';
import { type Keyring, startKeyring } from '../../standin/support/keyring.ts';
import { launchPerch, type LaunchOptions, type Perch, temporaryFolder } from './perch.ts';

export { expect };

/** The token that ClickUp's double knows. Requirement S6: it must be found nowhere afterwards. */
export const TOKEN = 'pk_4400112_CANARYCANARYCANARYCANARY0001';

/** How ClickUp's double differs from the usual, where a test wants it to. */
export interface World {
  /** The Unix milliseconds at which its time stands still; the real time where not given. */
  readonly at?: number;
  readonly data?: SampleData;
  /** The Workspaces that `TOKEN` may see; all of its person's where not given. */
  readonly workspaceIds?: readonly string[];
  readonly oauthApps?: MockServerOptions['oauthApps'];
}

export interface Fixtures {
  /** What `clickup` is made of: set it with `test.use`. */
  readonly world: World;
  /** A keyring of its own, unlocked; nothing on macOS and Windows, which bring theirs. */
  readonly keyring: Keyring | null;
  /** ClickUp's double; it knows `TOKEN` and no other. */
  readonly clickup: MockServer;
  /** The folder of the app's data, kept between two launches of one test. */
  readonly userData: string;
  /** Starts Perch against the double. What is still running afterwards is ended. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Perch>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  keyring: async ({}, use) => {
    const keyring = process.platform === 'linux' ? await startKeyring() : null;
    await use(keyring);
    await keyring?.stop();
  },

  world: [{}, { option: true }],

  clickup: async ({ world: { at, data, workspaceIds, oauthApps } }, use) => {
    const server = await startMockServer({
      clock: {
        now: () => at ?? Date.now(),
        after: (ms, callback) => {
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
      },
      tokens: [
        { value: TOKEN, kind: 'personal', ...(workspaceIds === undefined ? {} : { workspaceIds }) },
      ],
      ...(data === undefined ? {} : { data }),
      ...(oauthApps === undefined ? {} : { oauthApps }),
    });
    await use(server);
    await server.close();
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  userData: async ({}, use) => {
    const folder = await temporaryFolder();
    await use(folder.path);
    await folder.remove();
  },

  launch: async ({ keyring, clickup, userData }, use) => {
    const running: Perch[] = [];
    await use(async (options = {}) => {
      const perch = await launchPerch({
        userData,
        origin: clickup.origin,
        ...options,
        env: { ...keyring?.env, ...options.env },
      });
      running.push(perch);
      return perch;
    });
    await Promise.all(running.map(({ app }) => app.close().catch(() => undefined)));
  },
});

/** Connects with the token as a person does and waits for the picker. */
export async function connect({ page }: Perch, token = TOKEN): Promise<void> {
  await page.getByLabel('Personal token').fill(token);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await page.getByRole('heading', { name: 'Choose a Workspace' }).waitFor();
}

/** Connects and picks Northwind Studio, which leads to the Requests screen. */
export async function connectAndChoose(perch: Perch): Promise<void> {
  await connect(perch);
  await perch.page.getByRole('option', { name: /Northwind Studio/u }).click();
  await perch.page.getByRole('heading', { name: 'Requests' }).waitFor();
}

/** An earlier run, in which the person connected and picked a Workspace, and which has ended. */
export async function connectInEarlierRun(launch: Fixtures['launch']): Promise<void> {
  const earlier = await launch();
  await connectAndChoose(earlier);
  await earlier.quit();
}

/** Selects an operation by its whole title. */
export async function chooseOperation(page: Page, title: string): Promise<void> {
  await page.getByRole('option', { name: title, exact: true }).click();
}

/** Sends what is selected. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send/u }).click();
}

/** The answer's part of the Requests screen. */
export const answerOf = (page: Page): Locator => page.getByRole('region', { name: 'Answer' });

/** Sends a request that needs nothing filled in and waits for its status. */
export async function sendAndExpect(page: Page, status: number): Promise<void> {
  await chooseOperation(page, 'Get authorized user');
  await send(page);
  await expect(answerOf(page).getByText(String(status)).first()).toBeVisible();
}

/** Every file below a folder with its bytes as Latin-1 text, for searching. */
export async function readAllFiles(
  folder: string,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path, text: await readFile(path, 'latin1') };
      }),
  );
}
