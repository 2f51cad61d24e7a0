import { build, ROOT, start } from './run.ts';
import { findRuntime } from './runtime.ts';
import { ensureSystemPackages, FOR_STANDIN } from './system-packages.ts';

/**
 * `npm start`: builds Perch and runs it on real Electron, or on the stand-in where Electron's binary
 * cannot be had. Without a display it walks through the app headless and leaves pictures.
 */
const hasDisplay =
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (name) => name !== undefined && name !== '',
  );

const runtime = findRuntime({ mayFetch: true });
if (runtime.kind === 'standin') {
  console.log(`Running on the stand-in for Electron, because ${runtime.why}.`);
  if (!ensureSystemPackages(FOR_STANDIN)) process.exit(1);
}
build();

if (hasDisplay) {
  const app = start(runtime.executable, [ROOT, ...process.argv.slice(2)]);
  app.on('exit', (code) => process.exit(code ?? 1));
} else {
  const { walkThrough } = await import('./walk-through.ts');
  await walkThrough(runtime);
}
