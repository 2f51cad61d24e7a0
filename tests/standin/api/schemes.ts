import type { CustomScheme, Privileges } from 'electron';

/** Reserved by RFC 2606, so no real host is ever hidden. */
const SUFFIX = '.invalid';

const PARTS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is;

/** Files that lie elsewhere than where the app sees them: those of a packed app. */
export interface FileAddresses {
  urlToReal(url: string): string;
  urlToArchive(url: string): string;
}

/**
 * The app's own schemes. Chromium knows none of them, so `app://host/path` is loaded as
 * `https://host.app.invalid/path`, and every address is translated back before the app sees it.
 */
export class Schemes {
  readonly #privileges = new Map<string, Privileges>();
  readonly #files: FileAddresses | undefined;

  constructor(files?: FileAddresses) {
    this.#files = files;
  }

  register(schemes: readonly CustomScheme[]): void {
    for (const { scheme, privileges } of schemes) this.#privileges.set(scheme, privileges ?? {});
  }

  /** An address as Chromium loads it. */
  toChromium(url: string): string {
    const [, scheme = '', host = '', rest = ''] = PARTS.exec(url) ?? [];
    if (!this.#privileges.has(scheme.toLowerCase())) return this.#files?.urlToReal(url) ?? url;
    return `https://${host}.${scheme.toLowerCase()}${SUFFIX}${rest}`;
  }

  /** An address as the app knows it. */
  toApp(url: string): string {
    const [, protocol, host = '', rest = ''] = PARTS.exec(url) ?? [];
    if (protocol !== 'https') return this.#files?.urlToArchive(url) ?? url;
    for (const scheme of this.#privileges.keys()) {
      const ending = `.${scheme}${SUFFIX}`;
      if (host.endsWith(ending)) return `${scheme}://${host.slice(0, -ending.length)}${rest}`;
    }
    return url;
  }

  /** The app's scheme of an address that Chromium loads, or undefined. */
  schemeOf(chromiumUrl: string): string | undefined {
    if (!/^https:/i.test(chromiumUrl)) return undefined;
    const url = this.toApp(chromiumUrl);
    return url === chromiumUrl ? undefined : url.slice(0, url.indexOf(':'));
  }

  /** A Content-Security-Policy in which `app:` and `app://host` mean the translated hosts. */
  policyToChromium(policy: string): string {
    let translated = policy;
    for (const scheme of this.#privileges.keys())
      translated = translated
        .split(/(?<=[\s;,])|(?=[\s;,])/)
        .map((part) => {
          if (part === `${scheme}:`) return `https://*.${scheme}${SUFFIX}`;
          return part.startsWith(`${scheme}://`) ? this.toChromium(part) : part;
        })
        .join('');
    return translated;
  }
}
