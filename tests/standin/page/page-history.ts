import { setTimeout } from 'node:timers/promises';
import type { Session as Cdp } from '../chromium/connection.ts';
import type { History } from './page-events.ts';

const ATTEMPTS = 200;
const PAUSE_MS = 5;

/** Where a page has been. What was there before the app's first document is left out. */
export class PageHistory {
  readonly #session: Cdp;
  #firstEntry: number | undefined;

  constructor(session: Cdp) {
    this.#session = session;
  }

  /**
   * The history once it includes `url`: Chromium's window hears of a new document a little later than
   * its page.
   */
  async once(url: string): Promise<History> {
    for (let attempt = 1; ; attempt += 1) {
      // While one document takes the place of another there is no history at all.
      const history = await this.#session.send('Page.getNavigationHistory').catch(() => undefined);
      const current = history?.entries[history.currentIndex];
      if (history !== undefined && (current?.url === url || attempt >= ATTEMPTS)) {
        const { currentIndex, entries } = history;
        this.#firstEntry ??= current?.id;
        const first = entries.findIndex(({ id }) => id === this.#firstEntry);
        const start = Math.max(0, first);
        return { index: currentIndex - start, entries: entries.slice(start) };
      }
      if (attempt >= ATTEMPTS) throw new Error('The page is gone');
      await setTimeout(PAUSE_MS);
    }
  }
}
