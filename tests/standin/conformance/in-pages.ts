import { randomUUID } from 'node:crypto';
import type { ElectronApplication, Page } from '@playwright/test';
import type * as Electron from 'electron';
import { expect, states } from './support.ts';

type Body<T> = (electron: typeof Electron) => T | Promise<T>;

/** Opens a page of the app's with its preload; Playwright has caught up with it, too. */
export async function openPage(app: ElectronApplication, name = 'plain.html'): Promise<Page> {
  // A mark finds it: Playwright may hear late of a window that another statement closed.
  const mark = randomUUID();
  await app.evaluate((_electron, page) => kit.open(page).then(() => undefined), `${name}?${mark}`);
  const find = (): Page | undefined => app.windows().find((page) => page.url().includes(mark));
  await expect.poll(find, { intervals: [5, 10, 20, 50] }).toBeDefined();
  return find() as Page;
}

/** States what a piece of the main process gives, in the app `pages`. See `states`. */
export function inMain<T>(
  subject: string,
  sentence: string,
  source: string,
  body: Body<T>,
  expected: unknown,
): void {
  states(subject, sentence, source, async ({ app }) => {
    expect(await app.evaluate(body as Body<unknown>)).toEqual(expected);
  });
}

/** States what a piece of a page with the app's preload gives. `page` is one of the app's. */
export function inPage<T>(
  subject: string,
  sentence: string,
  source: string,
  body: () => T | Promise<T>,
  expected: unknown,
  use: { readonly page?: string } = {},
): void {
  states(subject, sentence, source, async ({ app }) => {
    const page = await openPage(app, use.page);
    expect<unknown>(await page.evaluate(body)).toEqual(expected);
  });
}
