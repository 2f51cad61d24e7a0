import type { Browser } from '../chromium/browser.ts';
import { ChromiumCookies } from '../net/chromium-cookies.ts';
import type { CookieStore, StoredCookie } from '../net/cookie.ts';
import { MemoryCookies } from '../net/memory-cookies.ts';
import { PageStorage } from './storage-data.ts';

/** Where in Chromium the pages of a session live, with the cookies they share with its requests. */
export interface SessionPages {
  readonly cookies: CookieStore;
  /** What pages keep; undefined while no page of the session has been opened. */
  storage(): PageStorage | undefined;
  /** The id of Chromium's browser context; undefined for its profile. */
  context(): Promise<string | undefined>;
}

/** The default session has Chromium's profile. */
export const createDefaultPages = (browser: () => Browser): SessionPages => {
  const storage = new PageStorage(browser);
  return {
    cookies: new ChromiumCookies(browser),
    storage: () => storage,
    context: async () => undefined,
  };
};

/**
 * Another session has a context of its own, made with its first window and gone with the process.
 * Until then nobody but the session's own requests has cookies, and they are kept here.
 */
export class PartitionPages implements SessionPages, CookieStore {
  readonly #browser: () => Browser;
  readonly #memory = new MemoryCookies();
  readonly #storage: PageStorage;
  #opened: Promise<{ readonly id: string; readonly cookies: ChromiumCookies }> | undefined;

  constructor(browser: () => Browser) {
    this.#browser = browser;
    this.#storage = new PageStorage(browser, () => this.context());
  }

  get cookies(): CookieStore {
    return this;
  }

  storage(): PageStorage | undefined {
    return this.#opened === undefined ? undefined : this.#storage;
  }

  async context(): Promise<string> {
    this.#opened ??= this.#open();
    return (await this.#opened).id;
  }

  async all(): Promise<readonly StoredCookie[]> {
    return (await this.#store()).all();
  }

  async put(cookie: StoredCookie): Promise<void> {
    await (await this.#store()).put(cookie);
  }

  async delete(cookie: StoredCookie): Promise<void> {
    await (await this.#store()).delete(cookie);
  }

  async clear(): Promise<void> {
    await (await this.#store()).clear();
  }

  async #store(): Promise<CookieStore> {
    return (await this.#opened)?.cookies ?? this.#memory;
  }

  async #open() {
    const created = await this.#browser().send('Target.createBrowserContext', {
      disposeOnDetach: true,
    });
    const id = created.browserContextId;
    const cookies = new ChromiumCookies(this.#browser, id);
    for (const cookie of await this.#memory.all()) await cookies.put(cookie);
    return { id, cookies };
  }
}
