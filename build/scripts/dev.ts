import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build as electronVite } from 'electron-vite';
import { ROOT, start } from './run.ts';
import { findRuntime, sandboxSwitch } from './runtime.ts';
import { ensureSystemPackages, FOR_STANDIN } from './system-packages.ts';

/**
 * `npm run dev`: rebuilds on each change. A change of the renderer reloads the page over the
 * debugging port, so it comes through `app://` under the final policy as ever; a change of main or
 * preload starts the app anew.
 */
const DEBUGGING_PORT = 9333;
/** Milliseconds to wait for the last file of a build. */
const SETTLE_MS = 200;

const runtime = findRuntime({ mayFetch: true });
if (runtime.kind === 'standin' && !ensureSystemPackages(FOR_STANDIN)) process.exit(1);
const switches = sandboxSwitch(runtime);

await electronVite({
  configFile: join(ROOT, 'build/electron.vite.config.ts'),
  logLevel: 'warn',
  build: { watch: {} },
});
let app = startApp();

onChange('renderer', () => void reloadPages());
onChange('main', restart);
onChange('preload', restart);
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

/** Starts the app; when it is quit by hand, that ends the script too. */
function startApp() {
  const started = start(runtime.executable, [
    `--remote-debugging-port=${DEBUGGING_PORT}`,
    ...switches,
    ROOT,
  ]);
  started.once('exit', (code) => stop(code ?? 0));
  return started;
}

function restart(): void {
  app.removeAllListeners('exit');
  app.once('exit', () => {
    app = startApp();
  });
  app.kill();
}

function stop(code: number): never {
  app.kill();
  process.exit(code);
}

async function reloadPages(): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${DEBUGGING_PORT}`);
  try {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page) => page.reload()));
  } finally {
    await browser.close();
  }
}

function onChange(bundle: string, then: () => void): void {
  const folder = join(ROOT, 'out', bundle);
  if (!existsSync(folder)) throw new Error(`${folder} has not been built`);
  let timer: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(then, SETTLE_MS);
  });
}
