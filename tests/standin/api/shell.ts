import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Shell } from 'electron';
import { runProgram } from '../run-program.ts';

/** What an app may ask of the desktop. */
export type DesktopAction = 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem';

export interface ShellHost {
  /** Takes what the desktop is asked for instead of it; false lets the desktop do it. */
  readonly intercept: (action: DesktopAction, target: string) => boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** The part of Electron's `shell` that is here; Windows alone has shortcut links. */
type ShellSurface = Pick<
  Shell,
  'beep' | 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem'
>;

/** How long a bus service may take to show a file. */
const PATIENCE_MS = 5_000;

/** `shell`: what Electron hands to the desktop on Linux, by the same programs. */
export function createShell({ intercept, env }: ShellHost) {
  /** Resolves once the program runs; nobody waits for its end. */
  const launch = (program: string, target: string, cwd?: string): Promise<void> => {
    const child = spawn(program, [target], {
      cwd,
      // Tells mailcap's programs that there is no terminal.
      env: { ...env, MM_NOTTTY: '1' },
      detached: true,
      stdio: 'ignore',
    });
    child.unref();
    return new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', () => reject(new Error('Failed to open path')));
    });
  };

  const showByFileManager = async (path: string): Promise<boolean> => {
    const target = ['--dest', 'org.freedesktop.FileManager1'];
    const object = ['--object-path', '/org/freedesktop/FileManager1'];
    const method = ['--method', 'org.freedesktop.FileManager1.ShowItems'];
    const items = [`['${pathToFileURL(path).href.replaceAll("'", '%27')}']`, "''"];
    const args = ['call', '--session', ...target, ...object, ...method, ...items];
    if (!env['DBUS_SESSION_BUS_ADDRESS']) return false;
    return (await runProgram('gdbus', args, { env, timeoutMs: PATIENCE_MS })).code === 0;
  };

  const shell: ShellSurface = {
    openExternal: async (url) => {
      const { href, protocol } = new URL(url);
      if (intercept('openExternal', href)) return;
      await launch(protocol === 'mailto:' ? 'xdg-email' : 'xdg-open', href);
    },
    // On Linux Electron starts xdg-open and never settles the promise: its callback is dropped where
    // the program's end is not waited for (`platform_util_linux.cc`). Apps that wait hang there too.
    openPath: (path) => {
      if (!intercept('openPath', path))
        launch('xdg-open', path, existingFolder(path)).catch(() => undefined);
      return new Promise<string>(() => undefined);
    },
    showItemInFolder: (path) => {
      if (intercept('showItemInFolder', path)) return;
      const openFolder = async (): Promise<void> => {
        const folder = existingFolder(path);
        if (folder !== undefined) await launch('xdg-open', '.', folder);
      };
      void showByFileManager(path)
        .then((shown) => (shown ? undefined : openFolder()))
        .catch(() => undefined);
    },
    trashItem: async (path) => {
      if (intercept('trashItem', path)) return;
      const [program, ...args] = trashCommand(path, env);
      const { code } = await runProgram(program, args, { env, timeoutMs: 60_000 });
      if (code !== 0) throw new Error('Failed to move item to trash');
    },
    beep: () => undefined,
  };
  return shell;
}

/** The folder of a file, where there is one. */
function existingFolder(path: string): string | undefined {
  const folder = dirname(path);
  return existsSync(folder) && statSync(folder).isDirectory() ? folder : undefined;
}

/** Electron's choice of a program: `ELECTRON_TRASH`, else KDE's own, else gio. */
function trashCommand(path: string, env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  const isKde = /\bKDE\b/.test(env['XDG_CURRENT_DESKTOP'] ?? '');
  const wanted = env['ELECTRON_TRASH'] || (isKde ? 'kioclient5' : 'gio');
  switch (wanted) {
    case 'kioclient5':
    case 'kioclient':
      return [wanted, 'move', path, 'trash:/'];
    case 'trash-cli':
      return ['trash-put', path];
    case 'gvfs-trash':
      return ['gvfs-trash', path];
    default:
      return ['gio', 'trash', path];
  }
}
