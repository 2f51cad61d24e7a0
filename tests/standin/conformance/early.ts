import type { ElectronApplication } from '@playwright/test';

/** What the app `early` noted of the calls it made before it was ready. */
export const earlyOf = (app: ElectronApplication): Promise<Readonly<Record<string, unknown>>> =>
  app.evaluate(() => Reflect.get(globalThis, 'early') as Record<string, unknown>);
