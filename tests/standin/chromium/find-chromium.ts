import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The Chromium to show windows with: `STANDIN_CHROMIUM`, else the first known name on PATH or in
 * /usr/bin. Throws one sentence that names what to install.
 */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const chosen = env['STANDIN_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`STANDIN_CHROMIUM names ${chosen}, which cannot be executed.`);
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin'];
  for (const name of NAMES) {
    const path = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (path !== undefined) return path;
  }
  throw new Error('Chromium is missing: install the package "chromium" or set STANDIN_CHROMIUM.');
}
