import { isSameCookie, type CookieStore, type StoredCookie } from './cookie.ts';

/** The cookies of a session that no page shares: gone with the process. */
export class MemoryCookies implements CookieStore {
  #cookies: readonly StoredCookie[] = [];

  async all(): Promise<readonly StoredCookie[]> {
    return this.#cookies;
  }

  async put(cookie: StoredCookie): Promise<void> {
    this.#cookies = [...this.#cookies.filter((other) => !isSameCookie(cookie, other)), cookie];
  }

  async delete(cookie: StoredCookie): Promise<void> {
    this.#cookies = this.#cookies.filter((other) => !isSameCookie(cookie, other));
  }

  async clear(): Promise<void> {
    this.#cookies = [];
  }
}
