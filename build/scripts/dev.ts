import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, ROOT, start, tryBuild } from './run.ts';
import { findRuntime, sandboxSwitch } from './runtime.ts';
import { ensureSystemPackages, FOR_STANDIN } from './system-packages.ts';

/**
 * `npm run dev`: builds anew at each change, which takes about a second. A change of the renderer
 * reloads the page over the debugging port, so it comes through `app://` under the final policy as
 * ever; a change of main, preload or contract starts the app anew.
 */
const DEBUGGING_PORT = 9333;
/** Milliseconds to wait for the last file of a change. */
const SETTLE_MS = 150;

const runtime = findRuntime({ mayFetch: true });
if (runtime.kind === 'standin' && !ensureSystemPackages(FOR_STANDIN)) process.exit(1);
const switches = sandboxSwitch(runtime);

build();
let app = startApp();
let changed = new Set<'electron' | 'renderer'>();
let settling: NodeJS.Timeout | undefined;

for (const part of ['electron', 'renderer'] as const) {
  for (const folder of foldersBelow(join(ROOT, part))) {
    watch(folder, (_event, file) => {
      if (file === null || /\.test\.tsx?$/u.test(file)) return;
      changed.add(part);
      clearTimeout(settling);
      settling = setTimeout(() => void rebuild(), SETTLE_MS);
    });
  }
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

/**
 * Each folder is watched by itself: on Linux a recursive watch loses a file that an editor replaces
 * instead of writing into it.
 */
function foldersBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory());
  return [folder, ...below.map((entry) => join(entry.parentPath, entry.name))];
}

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

async function rebuild(): Promise<void> {
  const parts = changed;
  changed = new Set();
  // A mistake is told by the build; the app goes on with what it has.
  if (!tryBuild()) return;
  console.log(`Built after a change in ${[...parts].join(' and ')}.`);
  if (parts.has('electron')) restart();
  else await reloadPages().catch(restart);
}

function restart(): void {
  app.removeAllListeners('exit');
  app.once('exit', () => {
    app = startApp();
  });
  app.kill();
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

function stop(code: number): never {
  app.kill();
  process.exit(code);
}
