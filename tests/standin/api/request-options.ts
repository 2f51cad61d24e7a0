import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { ClientRequestConstructorOptions } from 'electron';

/** A header as the app set it: its own spelling, and a value that becomes a text when it is sent. */
export interface GivenHeader {
  readonly name: string;
  readonly value: string | string[];
}

const POLICIES: readonly unknown[] = ['follow', 'error', 'manual'];

/** The address that the options of a `net.request` mean; throws for what Electron refuses. */
export function addressOf(options: ClientRequestConstructorOptions): string {
  if (options.url) return options.url;
  const { protocol = 'http:', host, hostname = 'localhost', port, path = '/' } = options;
  if (path.includes(' ')) throw new TypeError('Request path contains unescaped characters');
  const place = host ?? (port === undefined ? hostname : `${hostname}:${port}`);
  return new URL(path, `${protocol}//${place}`).href;
}

/** Throws for options that no request can have. */
export function checkOptions(url: URL, options: ClientRequestConstructorOptions): void {
  const { redirect = 'follow', headers, credentials, origin, session, partition } = options;
  if (!POLICIES.includes(redirect))
    throw new Error('redirect mode should be one of follow, error or manual');
  if (headers !== undefined && headers !== null && typeof headers !== 'object')
    throw new TypeError('headers must be an object');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Error('ClientRequest only supports http: and https: protocols');
  if (credentials === 'same-origin' && !origin)
    throw new Error('credentials: same-origin requires origin to be set');
  if (session === undefined && partition !== undefined && typeof partition !== 'string')
    throw new TypeError('`partition` should be a string');
}

/** Throws for a header that HTTP cannot carry. */
export function checkHeader(name: unknown, value: unknown): void {
  if (typeof name !== 'string')
    throw new TypeError('`name` should be a string in setHeader(name, value)');
  if (value === undefined || value === null)
    throw new Error(`\`value\` required in setHeader("${name}", value)`);
  try {
    validateHeaderName(name);
  } catch {
    throw new Error(`Invalid header name: '${name}'`);
  }
  try {
    validateHeaderValue(name, String(value));
  } catch {
    throw new Error(`Invalid value for header '${name}': '${String(value)}'`);
  }
}
