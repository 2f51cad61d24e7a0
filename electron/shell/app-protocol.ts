import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** The privileges Perch's own scheme needs, and no more: no fetch, no CSP bypass, no service workers. */
export const APP_SCHEME = {
  scheme: 'app',
  privileges: { standard: true, secure: true, codeCache: true },
} as const;

/** The address of the window's page. */
export const APP_PAGE = 'app://perch/index.html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The policy of every page: nothing but our own files, styles by nonce, no address to talk to at all. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const headersOf = (type: string): Headers =>
  new Headers({
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });

const notFound = (): Response => new Response('Not found', { status: 404 });

/** A picture that the window may show. */
interface ShownPicture {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Serves the built renderer under `app://perch/`. Only known file types below `root`, whatever the
 * path says: Chromium resolves plain dots by itself, but leaves encoded slashes and backslashes, so
 * the path is decoded once, normalized and checked.
 */
export function createAppProtocol(
  root: string,
  /** The picture at a path below `/pictures/`; null where there is none. */
  pictureAt: (path: string) => Promise<ShownPicture | null>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' || !URL.canParse(request.url)) return notFound();
    const url = new URL(request.url);
    if (url.host === 'perch' && url.pathname.startsWith('/pictures/')) {
      const picture = await pictureAt(url.pathname);
      return picture === null
        ? notFound()
        : new Response(picture.bytes, { headers: headersOf(picture.type) });
    }
    const file = url.host === 'perch' ? fileBelow(root, url.pathname) : null;
    const type = file === null ? undefined : TYPES[extname(file)];
    if (file === null || type === undefined) return notFound();
    let body: Buffer;
    try {
      body = await readFile(file);
    } catch {
      return notFound();
    }
    const headers = headersOf(type);
    if (extname(file) !== '.html') return new Response(new Uint8Array(body), { headers });
    const nonce = randomBytes(16).toString('base64');
    headers.set('content-security-policy', contentSecurityPolicy(nonce));
    return new Response(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce), { headers });
  };
}

/** The file that a URL path names below a folder; null where it would lead out of it. */
export function fileBelow(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = normalize(join(root, decoded));
  return file.startsWith(root + sep) ? file : null;
}
