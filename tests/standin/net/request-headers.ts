import { valueOf, valuesOf, type HeaderList } from './headers.ts';
import type { Step } from './redirect.ts';

export interface Challenge {
  readonly scheme: string;
  readonly realm: string;
  readonly host: string;
  readonly port: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What the app and its session say of themselves. */
export interface Speaker {
  readonly userAgent: () => string;
  readonly acceptLanguage: () => string;
}

/** The fields that Chromium adds where the app has set none, around the app's own. */
export function complete(host: Speaker, own: HeaderList, { url, method, body }: Step): HeaderList {
  const isSecure = url.protocol === 'https:';
  const length = Buffer.isBuffer(body)
    ? ([['Content-Length', String(body.byteLength)]] as const)
    : body !== null
      ? ([['Transfer-Encoding', 'chunked']] as const)
      : method === 'POST' || method === 'PUT'
        ? ([['Content-Length', '0']] as const)
        : [];
  const defaults: HeaderList = [
    ['Accept', '*/*'],
    ['User-Agent', host.userAgent()],
    ['Accept-Encoding', isSecure ? 'gzip, deflate, br, zstd' : 'gzip, deflate'],
    ['Accept-Language', host.acceptLanguage()],
  ];
  const missing = defaults.filter(([name]) => valueOf(own, name.toLowerCase()) === undefined);
  return [['Host', url.host], ['Connection', 'keep-alive'], ...length, ...own, ...missing];
}

/** The question for a password in a refusal, if it is one that can be answered. */
export function challengeOf(headers: HeaderList, url: URL): Challenge | undefined {
  const field = valuesOf(headers, 'www-authenticate').find((value) => /^basic\b/i.test(value));
  if (field === undefined) return undefined;
  const [, realm = ''] = /realm="([^"]*)"/i.exec(field) ?? [];
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return { scheme: 'basic', realm, host: url.hostname, port };
}
