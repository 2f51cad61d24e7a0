import { EventEmitter } from 'node:events';
import type { Cookie, Cookies as ElectronCookies, CookiesSetDetails } from 'electron';
import {
  cookiesFor,
  defaultPath,
  isAcceptable,
  isExpired,
  isSameCookie,
  matchesDomain,
  parseSetCookie,
  toCookieHeader,
  type CookieStore,
  type StoredCookie,
} from '../net/cookie.ts';
import type { CookieAccess } from '../net/url-loader.ts';
import { createEvent } from './event.ts';

type Surface = Omit<ElectronCookies, keyof EventEmitter>;

type Cause = 'inserted' | 'inserted-no-change-overwrite' | 'explicit' | 'overwrite' | 'expired';

const nowSeconds = (): number => Date.now() / 1000;

/**
 * A session's `cookies`. `changed` tells of what this object and the session's requests do; what a
 * page does to its own cookies is seen in `get`, but nobody tells of it.
 */
export class Cookies extends EventEmitter implements Surface, CookieAccess {
  readonly #store: CookieStore;

  constructor(store: CookieStore) {
    super();
    this.#store = store;
  }

  async get(filter: Parameters<ElectronCookies['get']>[0]): Promise<Cookie[]> {
    const all = await this.#store.all();
    const { url, name, domain, path, secure, session, httpOnly } = filter;
    const candidates = url === undefined ? all : cookiesFor(all, new URL(url), nowSeconds());
    return candidates
      .filter(
        (cookie) =>
          (name === undefined || name === cookie.name) &&
          (domain === undefined || matchesDomain(cookie, domain.replace(/^\./, ''))) &&
          (path === undefined || path === cookie.path) &&
          (secure === undefined || secure === cookie.secure) &&
          (session === undefined || session === cookie.session) &&
          (httpOnly === undefined || httpOnly === cookie.httpOnly),
      )
      .map((cookie) => Object.assign({}, cookie));
  }

  async set(details: CookiesSetDetails): Promise<void> {
    if (typeof details.url !== 'string') throw new Error("Missing required option 'url'");
    const { name = '', value = '', expirationDate, httpOnly = false } = details;
    const sameSite = details.sameSite ?? 'lax';
    if (!SAME_SITE.includes(sameSite))
      throw new Error(`Failed to convert '${sameSite}' to an appropriate cookie same site value`);
    if (!URL.canParse(details.url)) throw new Error(INVALID_DOMAIN);
    const url = new URL(details.url);
    const domain = details.domain?.replace(/^\./, '');
    const cookie: StoredCookie = {
      name,
      value,
      domain: domain === undefined || domain === '' ? url.hostname : `.${domain}`,
      hostOnly: domain === undefined || domain === '',
      path: details.path ?? defaultPath(url),
      secure: details.secure ?? sameSite === 'no_restriction',
      httpOnly,
      sameSite,
      session: expirationDate === undefined,
      ...(expirationDate === undefined ? {} : { expirationDate }),
    };
    if (!matchesDomain(cookie, url.hostname)) throw new Error(INVALID_DOMAIN);
    if (!/^https?:$/.test(url.protocol)) throw new Error(NO_COOKIES);
    if (!isAcceptable(cookie, url)) throw new Error(NOT_STORED);
    await this.#put(cookie);
  }

  async remove(url: string, name: string): Promise<void> {
    const all = await this.#store.all();
    for (const cookie of cookiesFor(all, new URL(url), nowSeconds()))
      if (cookie.name === name) await this.#delete(cookie, 'explicit');
  }

  /** Chromium writes by itself, and what is in memory has no disk. */
  async flushStore(): Promise<void> {
    await this.#store.all();
  }

  async headerFor(url: URL): Promise<string> {
    return toCookieHeader(cookiesFor(await this.#store.all(), url, nowSeconds()));
  }

  async receive(url: URL, setCookies: readonly string[]): Promise<void> {
    for (const field of setCookies) {
      const cookie = parseSetCookie(field, url, nowSeconds());
      if (cookie !== undefined) await this.#put(cookie);
    }
  }

  /** Removes the cookies of one host, or all. For `clearStorageData`. */
  async clear(hostname?: string): Promise<void> {
    for (const cookie of await this.#store.all())
      if (hostname === undefined || matchesDomain(cookie, hostname))
        await this.#delete(cookie, 'explicit');
  }

  async #put(cookie: StoredCookie): Promise<void> {
    const before = (await this.#store.all()).find((other) => isSameCookie(other, cookie));
    if (isExpired(cookie, nowSeconds())) {
      if (before !== undefined) await this.#delete(before, 'expired');
      return;
    }
    await this.#store.put(cookie);
    if (before !== undefined) this.#tell(before, 'overwrite', true);
    const isSame = before !== undefined && before.value === cookie.value;
    this.#tell(cookie, isSame ? 'inserted-no-change-overwrite' : 'inserted', false);
  }

  async #delete(cookie: StoredCookie, cause: Cause): Promise<void> {
    await this.#store.delete(cookie);
    this.#tell(cookie, cause, true);
  }

  #tell(cookie: StoredCookie, cause: Cause, removed: boolean): void {
    this.emit('changed', createEvent(), { ...cookie }, cause, removed);
  }
}

const SAME_SITE: readonly string[] = ['unspecified', 'no_restriction', 'lax', 'strict'];

const INVALID_DOMAIN =
  'Failed to set cookie - The cookie was set with an invalid Domain attribute.';
const NO_COOKIES =
  'Failed to set cookie - Attempted to set a cookie from a scheme that does not support cookies.';
const NOT_STORED = 'Failed to set cookie - The cookie was malformed and could not be stored';
