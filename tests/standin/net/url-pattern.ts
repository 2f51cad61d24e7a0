const PARTS = /^([^:/]+):\/\/([^/]*)(.*)$/s;

/** A compiled filter of addresses. */
export type UrlPattern = (url: URL) => boolean;

/**
 * Compiles a match pattern of `webRequest`: `<all_urls>`, or scheme, host and path with `*` in them.
 * Throws a TypeError for what is none, with Chromium's reason (`url_pattern.cc`).
 */
export function compileUrlPattern(pattern: string): UrlPattern {
  if (pattern === '<all_urls>') return () => true;
  const fail = (reason: string): never => {
    throw new TypeError(`Invalid url pattern ${pattern}: ${reason}`);
  };
  const [, scheme, authority = '', path = ''] = PARTS.exec(pattern) ?? [];
  if (scheme === undefined) return fail('Missing scheme separator.');
  if (authority === '' && scheme !== 'file') return fail('Empty host.');
  if (path === '') return fail('Empty path.');
  const [, host = '', port] = /^(.*?)(?::(\*|\d+))?$/.exec(authority) ?? [];
  if (/:/.test(host.replace(/^\[.*\]$/, ''))) return fail('Invalid port.');
  const rest = host.replace(/^\*(\.|$)/, '');
  if (rest.includes('*')) return fail('Invalid host wildcard.');
  const matchesHost = hostMatcher(host);
  const matchesPath = globMatcher(path);
  return (url) =>
    (scheme === '*' || url.protocol === `${scheme.toLowerCase()}:`) &&
    matchesHost(url.hostname) &&
    (port === undefined || port === '*' || portOf(url) === port) &&
    matchesPath(url.pathname + url.search);
}

function hostMatcher(host: string): (hostname: string) => boolean {
  const wanted = host.toLowerCase();
  if (wanted === '*') return () => true;
  if (!wanted.startsWith('*.')) return (hostname) => hostname === wanted;
  return (hostname) => hostname === wanted.slice(2) || hostname.endsWith(wanted.slice(1));
}

function globMatcher(glob: string): (text: string) => boolean {
  const source = glob
    .split('*')
    .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`))
    .join('.*');
  const expression = new RegExp(`^${source}$`, 's');
  return (text) => expression.test(text);
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
  'ws:': '80',
  'wss:': '443',
};

const portOf = ({ port, protocol }: URL): string => port || (DEFAULT_PORTS[protocol] ?? '');
