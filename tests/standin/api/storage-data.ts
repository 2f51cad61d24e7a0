import type { ClearStorageDataOptions } from 'electron';
import type { Browser } from '../chromium/browser.ts';
import type { Session as Cdp } from '../chromium/connection.ts';

type Storage = NonNullable<ClearStorageDataOptions['storages']>[number];

/** Electron's kinds of storage by Chromium's names for them; cookies are cleared on their own. */
const TYPES: Readonly<Record<Storage, string>> = {
  cookies: '',
  filesystem: 'file_systems',
  indexdb: 'indexeddb',
  localstorage: 'local_storage',
  shadercache: 'shader_cache',
  serviceworkers: 'service_workers',
  cachestorage: 'cache_storage',
};

/** What DevTools is to clear, divided by commas; empty when there is nothing but cookies. */
export const storageTypes = (storages: readonly Storage[] | undefined): string =>
  (storages ?? (Object.keys(TYPES) as Storage[]))
    .map((storage) => TYPES[storage])
    .filter(Boolean)
    .join(',');

/** What pages of a session keep in Chromium. */
export class PageStorage {
  readonly #browser: () => Browser;
  readonly #context: () => Promise<string | undefined>;
  #page: Cdp | undefined;

  constructor(
    browser: () => Browser,
    context: () => Promise<string | undefined> = async () => undefined,
  ) {
    this.#browser = browser;
    this.#context = context;
  }

  /** Notes a page that lives: DevTools clears storage on behalf of one. */
  noteCdp(page: Cdp): void {
    this.#page = page;
  }

  /** @param origin `*` for all of them. */
  async clear(origin: string, types: string): Promise<void> {
    await this.#withPage((page) =>
      page.send('Storage.clearDataForOrigin', { origin, storageTypes: types }),
    );
  }

  async clearCache(): Promise<void> {
    await this.#withPage((page) => page.send('Network.clearBrowserCache'));
  }

  async #withPage(work: (page: Cdp) => Promise<unknown>): Promise<void> {
    if (this.#page !== undefined) {
      try {
        await this.#page.whileThere(work(this.#page));
        return;
      } catch {
        // That page has gone meanwhile.
        this.#page = undefined;
      }
    }
    const bounds = { x: 0, y: 0, width: 100, height: 100 };
    const target = await this.#browser().openWindow(bounds, await this.#context());
    try {
      await work(target.session);
    } finally {
      await this.#browser().closeTarget(target.id);
    }
  }
}
