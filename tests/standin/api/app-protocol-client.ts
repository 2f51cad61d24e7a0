import { spawnSync } from 'node:child_process';
import { displayName } from './app-desktop-entry.ts';
import { preferredLanguages } from './app-locale.ts';

/** RFC 3986, section 3.1. */
const SCHEME = /^[a-z][a-z0-9+.-]*$/i;

/**
 * Who opens the links of a scheme, by the rules Electron follows on Linux: GIO is asked, through its
 * own command, and the app is known by the .desktop file that `CHROME_DESKTOP` names. A program's
 * path and arguments count for nothing, and nothing is ever removed.
 */
export class ProtocolClient {
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** False for a scheme that is none, without a desktop name, or where its file is not installed. */
  setAsDefault(scheme: string): boolean {
    const desktop = this.#env['CHROME_DESKTOP'];
    if (!isScheme(scheme) || desktop === undefined) return false;
    const { status, stderr } = this.#gio('mime', `x-scheme-handler/${scheme}`, desktop);
    if (status !== 0 && stderr !== '') console.error(stderr.trim());
    return status === 0;
  }

  isDefault(scheme: string): boolean {
    if (!isScheme(scheme)) return false;
    const handler = this.#handlerOf(scheme);
    return handler !== undefined && handler === this.#env['CHROME_DESKTOP'];
  }

  /** Electron does not implement it on Linux. */
  removeAsDefault(): boolean {
    return false;
  }

  /** What the handler of an address calls itself, or an empty text. */
  nameOf(url: string): string {
    const [, scheme = ''] = /^([^:]*):/.exec(url) ?? [];
    const handler = SCHEME.test(scheme) ? this.#handlerOf(scheme.toLowerCase()) : undefined;
    if (handler === undefined) return '';
    return displayName(handler, preferredLanguages(this.#env), this.#env);
  }

  #handlerOf(scheme: string): string | undefined {
    const { status, stdout } = this.#gio('mime', `x-scheme-handler/${scheme}`);
    // Without a handler the line names the type alone, and no colon.
    const [, handler] = /^[^\n]*: (\S+\.desktop)$/m.exec(stdout.split('\n')[0] ?? '') ?? [];
    return status === 0 ? handler : undefined;
  }

  #gio(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr, error } = spawnSync('gio', args, {
      env: { ...this.#env, LC_ALL: 'C' },
      encoding: 'utf8',
      timeout: 10_000,
    });
    if (error !== undefined)
      throw new Error('The stand-in needs gio (Debian: libglib2.0-bin) for link schemes', {
        cause: error,
      });
    return { status, stdout, stderr };
  }
}

function isScheme(scheme: string): boolean {
  if (SCHEME.test(scheme)) return true;
  console.error(`Not a link scheme: '${scheme}'`);
  return false;
}
