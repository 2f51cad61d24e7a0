import type { ElectronApplication } from '@playwright/test';

interface Init {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly redirect?: 'error' | 'manual';
  readonly credentials?: 'omit';
}

/** What net.fetch gave in the main process, as plain data; a rejection as its message. */
export const fetchIn = (
  app: ElectronApplication,
  url: string,
  init: Init = {},
): Promise<{ status?: number; text?: string; headers?: Record<string, string>; error?: string }> =>
  app.evaluate(
    async ({ net }, given) => {
      try {
        const response = await net.fetch(given.url, given.init);
        return {
          status: response.status,
          text: await response.text(),
          headers: Object.fromEntries(response.headers),
        };
      } catch (error) {
        return { error: (error as Error).message };
      }
    },
    { url, init },
  );
