import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const ELECTRON = join(ROOT, 'node_modules/electron');

/** Seconds that fetching the Electron binary may take at `npm start`. */
const FETCH_LIMIT_S = 180;

/** What runs the build: real Electron, or the stand-in with the reason why. */
export type Runtime =
  | { readonly kind: 'electron'; readonly executable: string }
  | { readonly kind: 'standin'; readonly executable: string; readonly why: string };

/** The folder that `ELECTRON_OVERRIDE_DIST_PATH` names to run the stand-in. */
export const STANDIN_DIST = join(ROOT, 'tests/standin/dist');

/** Path of the Electron binary where it has been fetched, else null. */
function fetchedElectron(): string | null {
  const pathFile = join(ELECTRON, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Finds what to run Perch on. `PERCH_RUNTIME=standin` or `=electron` decides; otherwise it is real
 * Electron where its binary is there or can be fetched in time, and on Linux the stand-in where not.
 */
export function findRuntime(options: { readonly mayFetch: boolean }): Runtime {
  const asked = process.env['PERCH_RUNTIME'];
  const standin = (why: string): Runtime => ({
    kind: 'standin',
    executable: join(STANDIN_DIST, 'electron'),
    why,
  });
  if (asked === 'standin') return standin('PERCH_RUNTIME asks for it');
  const present = fetchedElectron();
  if (present !== null) return { kind: 'electron', executable: present };
  if (options.mayFetch) {
    console.log('Fetching the Electron binary…');
    const fetching = spawnSync(process.execPath, [join(ELECTRON, 'install.js')], {
      stdio: 'ignore',
      timeout: FETCH_LIMIT_S * 1000,
    });
    const fetched = fetchedElectron();
    if (fetched !== null) return { kind: 'electron', executable: fetched };
    const why =
      fetching.error === undefined
        ? 'the Electron binary could not be fetched'
        : `the Electron binary did not arrive within ${FETCH_LIMIT_S} s`;
    if (process.platform === 'linux') return standin(why);
    throw new Error(`Perch needs Electron here, and ${why}. Try again with a network connection.`);
  }
  if (process.platform === 'linux') return standin('the Electron binary has not been fetched');
  throw new Error(
    'The Electron binary has not been fetched. Run "npm start" once, or "npx install-electron".',
  );
}
