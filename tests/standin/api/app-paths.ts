import type { App } from 'electron';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

export type PathName = Parameters<App['getPath']>[0];

/** Folders a desktop may have moved, by their name in `user-dirs.dirs` and where they are else. */
const USER_FOLDERS = {
  desktop: ['DESKTOP', 'Desktop'],
  documents: ['DOCUMENTS', 'Documents'],
  downloads: ['DOWNLOAD', 'Downloads'],
  music: ['MUSIC', 'Music'],
  pictures: ['PICTURES', 'Pictures'],
  videos: ['VIDEOS', 'Videos'],
} as const;

/** Electron creates these when they are first asked for. */
const CREATED: ReadonlySet<string> = new Set(['userData', 'crashDumps', 'logs', 'userCache']);

/** `app.getPath`, by the rules Electron follows on Linux. */
export class AppPaths {
  readonly #appName: () => string;
  readonly #set = new Map<string, string>();

  constructor(appName: () => string, userData: string) {
    this.#appName = appName;
    if (userData !== '') this.#set.set('userData', userData);
  }

  /** Throws for a name that Electron does not know either. */
  get(name: PathName | 'cache' | 'userCache'): string {
    const path = this.#set.get(name) ?? this.#default(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    if (CREATED.has(name)) mkdirSync(path, { recursive: true });
    return path;
  }

  /** Nothing is created. Throws for a relative path and an unknown name. */
  set(name: PathName, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (this.#set.get(name) === undefined && this.#default(name) === undefined)
      throw new Error('Failed to set path');
    this.#set.set(name, path);
  }

  /** `app.setAppLogsPath`: the default again without a path; the folder is there afterwards. */
  setLogs(path: string | undefined): void {
    if (path !== undefined && !isAbsolute(path)) throw new Error('Path must be absolute');
    const logs = path ?? join(this.get('userData'), 'logs');
    mkdirSync(logs, { recursive: true });
    this.#set.set('logs', logs);
  }

  #default(name: string): string | undefined {
    const home = homedir();
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] || join(home, '.config');
      case 'userData':
        return join(this.get('appData'), this.#appName());
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad');
      case 'cache':
        return process.env['XDG_CACHE_HOME'] || join(home, '.cache');
      case 'userCache':
        return join(this.get('cache'), this.#appName());
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return process.execPath;
      case 'assets':
        return dirname(process.execPath);
      default:
        return name in USER_FOLDERS ? userFolder(name as keyof typeof USER_FOLDERS) : undefined;
    }
  }
}

function userFolder(name: keyof typeof USER_FOLDERS): string {
  const home = homedir();
  const [key, fallback] = USER_FOLDERS[name];
  const config = process.env['XDG_CONFIG_HOME'] || join(home, '.config');
  let text = '';
  try {
    text = readFileSync(join(config, 'user-dirs.dirs'), 'utf8');
  } catch {
    // A desktop that moved nothing has no such file.
  }
  const value = new RegExp(`^\\s*XDG_${key}_DIR\\s*=\\s*"(.*)"\\s*$`, 'm').exec(text)?.[1];
  const path = value?.replace(/^\$HOME/, home).replaceAll(/\\(.)/g, '$1');
  return path !== undefined && isAbsolute(path) ? path : join(home, fallback);
}
