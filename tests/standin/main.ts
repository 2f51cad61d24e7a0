import { open as openInspector } from 'node:inspector';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { findApp, packagedAppBeside, readPackagedApp } from './boot/app-package.ts';
import { parseArguments, parsePackagedArguments } from './boot/arguments.ts';
import { dressProcess } from './boot/process.ts';
import { resolveElectron } from './boot/resolve-electron.ts';
import { Switches } from './boot/switches.ts';
import { watchParent } from './boot/watch-parent.ts';
import { lazyChromiumVersion } from './chromium/chromium-version.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { CONTROL } from './control.ts';
import { createHost } from './host.ts';

/*
 * The Electron stand-in's beginning: it takes Electron's command line and does in Electron's order
 * what Electron does. First the modules of -r, then the app's main, then Chromium, then `ready`.
 */
const [executable = '', ...args] = process.argv.slice(2);
const packaged = packagedAppBeside(executable);
const commandLine = packaged === undefined ? parseArguments(args) : parsePackagedArguments(args);
const require = createRequire(import.meta.url);
const { version } = require('electron/package.json') as { version: string };

if (commandLine.version) {
  process.stdout.write(`v${version}\n`);
  process.exit(0);
}

const orFail = <T>(find: () => T): T => {
  try {
    return find();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(1);
  }
};
const chromium = orFail(() => findChromium(process.env));
// Loaded for those who need it: it costs every start 20 ms.
const { mountAsar } =
  packaged?.endsWith('.asar') === true
    ? await import('./boot/mount-app.ts')
    : { mountAsar: () => undefined };
const files = orFail(() => mountAsar(packaged ?? ''));
const app = orFail(() =>
  packaged === undefined
    ? findApp(commandLine.app ?? '.', version)
    : readPackagedApp(packaged, version),
);
const chromeVersion = lazyChromiumVersion(() => chromium);
const exit = process.exit.bind(process);
const node = process.execPath;
const host = createHost({
  package: app,
  files,
  switches: new Switches(commandLine.switches),
  chromium: () => chromium,
  versions: () => ({ electron: version, chrome: chromeVersion(), node: process.versions.node }),
  env: process.env,
  node,
  exit,
});
dressProcess({
  executable,
  args,
  electron: version,
  chrome: chromeVersion,
  isDefaultApp: packaged === undefined,
  exit: (code) => host.app.exit(code),
});
Object.defineProperty(globalThis, CONTROL, { value: host.control });
resolveElectron(host.electron);

// As in Electron the first signal asks the app to quit; a second one is not asked about.
let isAsked = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (isAsked) host.app.exit(1);
    else host.app.quit();
    isAsked = true;
  });
process.on('exit', () => host.kill());

for (const module of commandLine.modules) require(module);
if (commandLine.inspectPort !== undefined) {
  openInspector(commandLine.inspectPort, '127.0.0.1');
  watchParent(() => host.app.exit(1));
}
try {
  await import(pathToFileURL(app.main).href);
} catch (error) {
  console.error('App threw an error during load');
  console.error(error);
  exit(1);
}
if (!host.app.isQuitting) {
  await host.start();
  if (!host.app.isQuitting) host.app.becomeReady();
}
