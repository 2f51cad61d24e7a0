import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.ts';
import { isRoot } from './system-packages.ts';

const ELECTRON = join(ROOT, 'node_modules/electron');

/** Seconds that fetching Electron may take where the stand-in could run instead. */
const FETCH_LIMIT_S = 180;

/** What runs the build: real Electron, or the stand-in with the reason why. */
export type Runtime =
  | { readonly kind: 'electron'; readonly executable: string }
  | { readonly kind: 'standin'; readonly executable: string; readonly why: string };

/** The folder that `ELECTRON_OVERRIDE_DIST_PATH` names to run the stand-in. */
export const STANDIN_DIST = join(ROOT, 'tests/standin/dist');

const isLinux = process.platform === 'linux';

const standin = (why: string): Runtime => ({
  kind: 'standin',
  executable: join(STANDIN_DIST, 'electron'),
  why,
});

/** Electron's binary where it has been fetched, else null. */
function fetchedElectron(): Runtime | null {
  const pathFile = join(ELECTRON, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? { kind: 'electron', executable } : null;
}

/** Fetches Electron's binary; null where that fails, or takes too long where it need not be. */
function fetchElectron(isNeeded: boolean): Runtime | null {
  console.log('Fetching the Electron binary…');
  spawnSync(process.execPath, [join(ELECTRON, 'install.js')], {
    stdio: isNeeded ? 'inherit' : 'ignore',
    ...(isNeeded ? {} : { timeout: FETCH_LIMIT_S * 1000 }),
  });
  return fetchedElectron();
}

/**
 * Finds what to run Perch on. `PERCH_RUNTIME=standin` or `=electron` decides. Otherwise it is real
 * Electron where its binary is there or, with `mayFetch`, can be fetched in time; on Linux the
 * stand-in where not. Throws where there is nothing to run on.
 */
export function findRuntime({ mayFetch }: { readonly mayFetch: boolean }): Runtime {
  const asked = process.env['PERCH_RUNTIME'];
  if (asked === 'standin') {
    if (isLinux) return standin('PERCH_RUNTIME asks for it');
    throw new Error('The stand-in for Electron runs on Linux only.');
  }
  const isNeeded = asked === 'electron' || !isLinux;
  const electron = fetchedElectron() ?? (mayFetch || isNeeded ? fetchElectron(isNeeded) : null);
  if (electron !== null) return electron;
  if (isNeeded) throw new Error('The Electron binary could not be fetched. Try again when online.');
  return standin(
    mayFetch
      ? 'the Electron binary could not be fetched'
      : 'the Electron binary has not been fetched (npm start does)',
  );
}

/**
 * The switch that real Electron needs where the system does not let it start its sandbox: as root,
 * and on distributions that forbid unprivileged user namespaces. Says so, since it is not how Perch
 * should run for people.
 */
export function sandboxSwitch(runtime: Runtime): readonly string[] {
  if (!isLinux || runtime.kind !== 'electron') return [];
  const isPossible = !isRoot() && spawnSync('unshare', ['--user', 'true']).status === 0;
  if (isPossible) return [];
  console.log(
    'This system does not let Electron start its sandbox, so it runs without one here (--no-sandbox).',
  );
  return ['--no-sandbox'];
}
