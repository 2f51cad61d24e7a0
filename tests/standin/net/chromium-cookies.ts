import type { Browser } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/protocol.ts';
import type { CookieStore, StoredCookie } from './cookie.ts';

type SameSite = StoredCookie['sameSite'];

const TO_CHROMIUM: Readonly<Record<SameSite, Protocol.Network.CookieSameSite | undefined>> = {
  no_restriction: 'None',
  lax: 'Lax',
  strict: 'Strict',
  unspecified: undefined,
};

const FROM_CHROMIUM: Readonly<Record<Protocol.Network.CookieSameSite, SameSite>> = {
  None: 'no_restriction',
  Lax: 'lax',
  Strict: 'strict',
};

function toStored(cookie: Protocol.Network.Cookie): StoredCookie {
  const { name, value, domain, path, expires, httpOnly, secure, session, sameSite } = cookie;
  return {
    name,
    value,
    domain,
    hostOnly: !domain.startsWith('.'),
    path,
    httpOnly,
    secure,
    session,
    sameSite: sameSite === undefined ? 'unspecified' : FROM_CHROMIUM[sameSite],
    ...(session ? {} : { expirationDate: expires }),
  };
}

/** The cookies that the pages of a session have, in Chromium's own store. */
export class ChromiumCookies implements CookieStore {
  readonly #browser: () => Browser;
  readonly #place: { readonly browserContextId?: string };

  /** @param context Chromium's browser context; without one the profile. */
  constructor(browser: () => Browser, context?: string) {
    this.#browser = browser;
    this.#place = context === undefined ? {} : { browserContextId: context };
  }

  async all(): Promise<readonly StoredCookie[]> {
    const { cookies } = await this.#browser().send('Storage.getCookies', this.#place);
    return cookies.map(toStored);
  }

  async put({ name, value, domain, hostOnly, path, ...cookie }: StoredCookie): Promise<void> {
    const { httpOnly, secure, sameSite, expirationDate } = cookie;
    const chosen = TO_CHROMIUM[sameSite];
    // Chromium makes a host-only cookie when it is given an address and no domain.
    const place = hostOnly ? { url: `http${secure ? 's' : ''}://${domain}${path}` } : { domain };
    await this.#browser().send('Storage.setCookies', {
      ...this.#place,
      cookies: [
        {
          name,
          value,
          path,
          httpOnly,
          secure,
          ...place,
          ...(chosen === undefined ? {} : { sameSite: chosen }),
          ...(expirationDate === undefined ? {} : { expires: expirationDate }),
        },
      ],
    });
  }

  /** DevTools deletes cookies of a page only; one that has expired deletes its namesake. */
  delete(cookie: StoredCookie): Promise<void> {
    return this.put({ ...cookie, expirationDate: 1, session: false });
  }

  async clear(): Promise<void> {
    await this.#browser().send('Storage.clearCookies', this.#place);
  }
}
