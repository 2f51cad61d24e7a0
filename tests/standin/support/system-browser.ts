import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../chromium/find-chromium.ts';
import type { Desktop } from './deep-links.ts';

/** The browser that opens a private desktop's web links: a real Chromium, started by the first one. */
export interface SystemBrowser {
  /** The tab whose address begins so, once there is one. Playwright drives it. */
  page(beginning: string): Promise<Page>;
  /** Lets go of it; the desktop's `stop` ends it. */
  disconnect(): Promise<void>;
}

export interface SystemBrowserOptions {
  /**
   * Which sites may start which scheme's app without asking. Chromium else shows a prompt that no
   * test can press.
   */
  readonly allow: readonly { readonly origin: string; readonly scheme: string }[];
}

const PATIENCE_MS = 20_000;

/** Installs Chromium as the handler of `http` and `https` links, with a fresh profile. */
export async function installSystemBrowser(
  desktop: Desktop,
  { allow }: SystemBrowserOptions,
): Promise<SystemBrowser> {
  const profile = join(desktop.home, 'browser-profile');
  const pairs: Record<string, Record<string, true>> = {};
  for (const { origin, scheme } of allow) pairs[origin] = { ...pairs[origin], [scheme]: true };
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ protocol_handler: { allowed_origin_protocol_pairs: pairs } }),
  );
  await desktop.install({
    id: 'system-browser.desktop',
    name: 'System Browser',
    command: [
      findChromium(process.env),
      `--user-data-dir=${profile}`,
      // Chromium's sandbox refuses root; --test-type takes the warning about it away.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
      '--remote-debugging-port=0',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--password-store=basic',
    ],
    schemes: ['http', 'https'],
  });

  let connected: Promise<Browser> | undefined;
  const connect = async (): Promise<Browser> => {
    const port = await until(async () => {
      const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8');
      return text.split('\n')[0];
    }, 'The system browser did not start');
    return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  };
  return {
    page: async (beginning) => {
      connected ??= connect();
      const browser = await connected;
      return until(
        async () =>
          browser
            .contexts()
            .flatMap((context) => context.pages())
            .find((page) => page.url().startsWith(beginning)),
        `The system browser has no tab at ${beginning}`,
      );
    },
    disconnect: async () => {
      await (await connected)?.close();
      connected = undefined;
    },
  };
}

async function until<T>(read: () => Promise<T | undefined>, failure: string): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await read().catch(() => undefined);
    if (value !== undefined && value !== '') return value;
    if (performance.now() > deadline) throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
