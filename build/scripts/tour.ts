import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasDisplay, startHiddenDisplay } from './display.ts';
import { build, ROOT, run } from './run.ts';
import { findRuntime, STANDIN_DIST } from './runtime.ts';
import { ensureSystemPackages, FOR_TESTS } from './system-packages.ts';

/**
 * `npm run tour`: builds Perch and takes a picture of every state of every screen into `docs/tour`.
 * `npm run tour -- connect` takes those of one screen, or of one stop with `'connect offline'`.
 * `--scale=2` takes them in twice as many pixels, into `out/tour`. Ends with 1 where a stop does not
 * show what it should.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '1' } },
});
if (!/^[1-4]$/u.test(values.scale)) throw new Error('--scale is 1, 2, 3 or 4.');

if (!ensureSystemPackages(FOR_TESTS)) process.exit(1);
const runtime = findRuntime({ mayFetch: false });
if (runtime.kind === 'standin')
  console.log(`Touring on the stand-in for Electron: ${runtime.why}.`);
if (runtime.kind === 'electron' && !hasDisplay()) await startHiddenDisplay();
build();

const folder = values.scale === '1' ? join(ROOT, 'docs/tour') : join(ROOT, 'out/tour');
const only = positionals.length === 0 ? [] : ['--grep', positionals.join(' ')];
process.exit(
  run('playwright', ['test', '--config', 'tests/tour/playwright.config.ts', ...only], {
    PERCH_TOUR_FOLDER: folder,
    PERCH_TOUR_SCALE: values.scale,
    ...(runtime.kind === 'standin' ? { ELECTRON_OVERRIDE_DIST_PATH: STANDIN_DIST } : {}),
  }),
);
