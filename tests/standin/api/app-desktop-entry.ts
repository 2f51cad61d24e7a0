import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folders that hold applications, the person's own first (XDG Base Directory). */
function applicationFolders(env: NodeJS.ProcessEnv): readonly string[] {
  const home = env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  const shared = env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share';
  return [home, ...shared.split(':').filter(Boolean)].map((folder) => join(folder, 'applications'));
}

/** Where an id may lie: each of its dashes may stand for a folder (Desktop Entry, "file naming"). */
function pathsOf(id: string): readonly string[] {
  const dash = id.indexOf('-');
  if (dash < 0) return [id];
  const rest = pathsOf(id.slice(dash + 1));
  return [
    ...rest.map((path) => `${id.slice(0, dash)}-${path}`),
    ...rest.map((path) => `${id.slice(0, dash)}/${path}`),
  ];
}

/** The text of the .desktop file with this id, or undefined when none is installed. */
function readDesktopEntry(id: string, env: NodeJS.ProcessEnv): string | undefined {
  for (const folder of applicationFolders(env))
    for (const path of pathsOf(id).map((name) => join(folder, name)))
      if (existsSync(path)) return readFileSync(path, 'utf8');
  return undefined;
}

/** The name an application shows, in the first of `languages` (`de_DE`, `de`) it speaks. */
export function displayName(
  id: string,
  languages: readonly string[],
  env: NodeJS.ProcessEnv,
): string {
  const [, entry = ''] =
    /^\[Desktop Entry\]\s*$\n([^]*?)(?=^\[|$(?![^]))/m.exec(readDesktopEntry(id, env) ?? '') ?? [];
  const values = new Map(
    entry.split('\n').flatMap((line) => {
      const [, key, value] = /^([^#=\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
  const suffixes = [...languages.map((language) => `[${language.replace('-', '_')}]`), ''];
  const names = ['X-GNOME-FullName', 'Name'].flatMap((key) =>
    suffixes.map((suffix) => values.get(key + suffix)),
  );
  return names.find((name) => name !== undefined) ?? '';
}
