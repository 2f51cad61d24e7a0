import type { Cookie } from 'electron';

/** A cookie with every attribute known. `domain` begins with a dot unless the cookie is host-only. */
export type StoredCookie = Required<Omit<Cookie, 'expirationDate'>> &
  Pick<Cookie, 'expirationDate'>;

/** Where a session's cookies are. */
export interface CookieStore {
  all(): Promise<readonly StoredCookie[]>;
  /** Adds a cookie in the place of one with the same name, domain and path. */
  put(cookie: StoredCookie): Promise<void>;
  delete(cookie: StoredCookie): Promise<void>;
  clear(): Promise<void>;
}

const host = (domain: string): string => domain.replace(/^\./, '').toLowerCase();

export const isSameCookie = (one: StoredCookie, other: StoredCookie): boolean =>
  one.name === other.name && one.domain === other.domain && one.path === other.path;

/** Whether a host lies in a cookie's domain (RFC 6265, 5.1.3). */
export function matchesDomain({ domain, hostOnly }: StoredCookie, hostname: string): boolean {
  const own = host(domain);
  return hostname === own || (!hostOnly && hostname.endsWith(`.${own}`));
}

/** RFC 6265, 5.1.4. */
function matchesPath({ path }: StoredCookie, pathname: string): boolean {
  if (!pathname.startsWith(path)) return false;
  return path.endsWith('/') || pathname.length === path.length || pathname[path.length] === '/';
}

/** Chromium trusts the computer itself as much as an encrypted connection. */
const isTrustworthy = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);

export const isExpired = ({ expirationDate }: StoredCookie, nowSeconds: number): boolean =>
  expirationDate !== undefined && expirationDate <= nowSeconds;

/** The cookies that a request to `url` carries, the longest path first. */
export function cookiesFor(
  all: readonly StoredCookie[],
  url: URL,
  nowSeconds: number,
): readonly StoredCookie[] {
  return all
    .filter(
      (cookie) =>
        !isExpired(cookie, nowSeconds) &&
        matchesDomain(cookie, url.hostname) &&
        matchesPath(cookie, url.pathname) &&
        (!cookie.secure || isTrustworthy(url)),
    )
    .sort((one, other) => other.path.length - one.path.length);
}

export const toCookieHeader = (cookies: readonly StoredCookie[]): string =>
  cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ');

/** The path of a cookie that names none (RFC 6265, 5.1.4). */
export const defaultPath = ({ pathname }: URL): string =>
  pathname.slice(0, Math.max(pathname.lastIndexOf('/'), 1));

const SAME_SITE: Readonly<Record<string, Cookie['sameSite']>> = {
  none: 'no_restriction',
  lax: 'lax',
  strict: 'strict',
};

/**
 * What a `Set-Cookie` field asks for, or undefined when a browser would refuse it (RFC 6265, 5.2 and
 * 5.3; the prefixes and `SameSite=None` as in Chromium). One that is expired stands for a deletion.
 */
export function parseSetCookie(
  field: string,
  url: URL,
  nowSeconds: number,
): StoredCookie | undefined {
  const [pair = '', ...attributes] = field.split(';');
  const equals = pair.indexOf('=');
  const name = equals < 0 ? '' : pair.slice(0, equals).trim();
  const value = pair.slice(equals + 1).trim();
  if (name === '' && value === '') return undefined;
  const given = new Map(
    attributes.map((attribute) => {
      const [key = '', ...rest] = attribute.split('=');
      return [key.trim().toLowerCase(), rest.join('=').trim()] as const;
    }),
  );
  const domain = host(given.get('domain') ?? '');
  const path = given.get('path') ?? '';
  const cookie: StoredCookie = {
    name,
    value,
    domain:
      domain === '' || domain === url.hostname ? `${domain && '.'}${url.hostname}` : `.${domain}`,
    hostOnly: domain === '',
    path: path.startsWith('/') ? path : defaultPath(url),
    secure: given.has('secure'),
    httpOnly: given.has('httponly'),
    sameSite: SAME_SITE[(given.get('samesite') ?? '').toLowerCase()] ?? 'unspecified',
    session: true,
    ...expiry(given.get('max-age'), given.get('expires'), nowSeconds),
  };
  return isAcceptable(cookie, url) ? cookie : undefined;
}

function expiry(
  maxAge: string | undefined,
  expires: string | undefined,
  nowSeconds: number,
): Partial<StoredCookie> {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge))
    return { session: false, expirationDate: nowSeconds + Number(maxAge) };
  const date = Date.parse(expires ?? '');
  return Number.isNaN(date) ? {} : { session: false, expirationDate: date / 1000 };
}

/** Whether a browser stores a cookie that `url` sets. */
export function isAcceptable(cookie: StoredCookie, url: URL): boolean {
  const { name, secure, sameSite, hostOnly, path } = cookie;
  if (!matchesDomain(cookie, url.hostname)) return false;
  // A whole top-level domain, or an address of numbers, is nobody's to share.
  const isShared = !hostOnly && host(cookie.domain) !== url.hostname;
  if (isShared && !host(cookie.domain).includes('.')) return false;
  if (secure && !isTrustworthy(url)) return false;
  if (sameSite === 'no_restriction' && !secure) return false;
  if (name.startsWith('__Secure-') && !secure) return false;
  return !name.startsWith('__Host-') || (secure && hostOnly && path === '/');
}
