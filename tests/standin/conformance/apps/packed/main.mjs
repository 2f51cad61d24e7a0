// Finds its files as an ordinary app does; the specs pack it and look at `globalThis.found`.
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { greet } from './lib/greet.mjs';

const here = import.meta.dirname;
const { describe } = createRequire(import.meta.url)('./lib/describe');

globalThis.found = {
  here,
  text: readFileSync(join(here, 'data.txt'), 'utf8'),
  bySync: readFileSync(new URL('data.txt', import.meta.url), 'utf8'),
  byPromise: await readFile(join(app.getAppPath(), 'data.txt'), 'utf8'),
  entries: (await readdir(here)).sort(),
  isThere: [existsSync(join(here, 'data.txt')), existsSync(join(here, 'absent.txt'))],
  greeting: greet(),
  description: describe(),
  later: (await import('./lib/greet.mjs')).greet === greet,
};
app.on('window-all-closed', () => undefined);
