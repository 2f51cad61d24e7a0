import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Control } from '../control.ts';
import { environment, EXECUTABLE, test as base } from './fixture-app.ts';

/** An app as tutorials write them, which knows nothing of the stand-in and runs on it as it is. */
export const NOTEBOOK = resolve(import.meta.dirname, '..', 'fixtures', 'notebook');

interface Notebook {
  readonly app: ElectronApplication;
  readonly page: Page;
}

export const test = base.extend<{ open: (...args: string[]) => Promise<Notebook> }>({
  open: async ({ userData }, use) => {
    const apps: ElectronApplication[] = [];
    await use(async (...args) => {
      const app = await _electron.launch({
        executablePath: EXECUTABLE,
        args: [`--user-data-dir=${userData}`, NOTEBOOK, ...args],
        env: environment({ HOME: userData, XDG_DATA_HOME: userData, XDG_CONFIG_HOME: userData }),
        colorScheme: null,
      });
      apps.push(app);
      const page = await app.firstWindow();
      await page.getByRole('heading', { name: /./ }).waitFor();
      await control(app, (given) => {
        given.blockExternal = true;
      });
      return { app, page };
    });
    for (const app of apps)
      await app.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined);
    for (const app of apps) await app.close();
  },
});

/** Runs `use` on the control object in the main process. */
export const control = <T>(app: ElectronApplication, use: (given: Control) => T): Promise<T> =>
  app.evaluate(
    (_electronModule, source) =>
      // oxlint-disable-next-line no-eval -- A function does not cross by itself.
      (0, eval)(`(${source})`)(
        (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('electron-standin.control')],
      ) as T,
    String(use),
  ) as Promise<T>;

export const clickMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(),
    id,
  );

export const note = (page: Page) => page.getByLabel('Note');

export { expect } from '@playwright/test';
