import { hasDisplay, startHiddenDisplay } from './display.ts';
import { build, ROOT, start } from './run.ts';
import { findRuntime, sandboxSwitch } from './runtime.ts';
import { ensureSystemPackages, FOR_ELECTRON_UNSEEN, FOR_STANDIN } from './system-packages.ts';

/**
 * `npm start`: builds Perch and runs it on real Electron, or on the stand-in where Electron's binary
 * cannot be had. Without a display it walks through the app headless and leaves pictures.
 */
const runtime = findRuntime({ mayFetch: true });
if (runtime.kind === 'standin') {
  console.log(`Running on the stand-in for Electron, because ${runtime.why}.`);
  if (!ensureSystemPackages(FOR_STANDIN)) process.exit(1);
}
const switches = sandboxSwitch(runtime);
build();

if (hasDisplay()) {
  const app = start(runtime.executable, [...switches, ROOT, ...process.argv.slice(2)]);
  app.on('exit', (code) => process.exit(code ?? 1));
} else {
  if (runtime.kind === 'electron') {
    if (!ensureSystemPackages(FOR_ELECTRON_UNSEEN)) process.exit(1);
    await startHiddenDisplay();
  }
  const { walkThrough } = await import('./walk-through.ts');
  await walkThrough(runtime.executable, switches);
}
