import type { App } from 'electron';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export type PathName = Parameters<App['getPath']>[0];

/** `app.getPath`, by the rules Electron follows on Linux. */
export class AppPaths {
  readonly #appName: () => string;
  readonly #set = new Map<PathName, string>();

  constructor(appName: () => string, userData: string) {
    this.#appName = appName;
    if (userData !== '') this.#set.set('userData', userData);
  }

  /** Throws for a name that Electron does not know either. */
  get(name: PathName): string {
    const set = this.#set.get(name);
    if (set !== undefined) return set;
    const home = homedir();
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
      case 'userData':
        return join(this.get('appData'), this.#appName());
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad');
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.execPath;
      case 'module':
        return process.execPath;
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, `${name[0]?.toUpperCase()}${name.slice(1)}`);
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }

  set(name: PathName, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    this.get(name);
    this.#set.set(name, path);
  }
}
