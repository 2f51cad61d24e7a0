import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, STANDIN, test } from '../support/fixture-app.ts';
import { ELECTRON_SURFACE } from '../surface/electron-surface.ts';
import type { Surface } from '../surface/read-declarations.ts';

const FILE = join(STANDIN, 'surface', 'coverage.md');

/** Names that are there and do more than throw, of all that Electron's has on Linux. */
interface Count {
  readonly name: string;
  readonly here: number;
  readonly all: number;
  readonly missing: readonly string[];
}

test('coverage.md counts what is implemented; if not, run this with STANDIN_WRITE_COVERAGE=1', async ({
  launch,
}) => {
  const { app } = await launch();
  const surface: Surface = ELECTRON_SURFACE;
  const counts = await app.evaluate((electron, { exports, types }) => {
    const refusing = Symbol.for('electron-standin.refusing');
    const isHere = (owner: object, name: string): boolean => {
      for (let at: object | null = owner; at !== null; at = Reflect.getPrototypeOf(at)) {
        const found = Reflect.getOwnPropertyDescriptor(at, name);
        if (found === undefined) continue;
        const member: unknown = found.get ?? found.value;
        return !(typeof member === 'function' && refusing in member);
      }
      return false;
    };
    // Fields of a class are on its instances alone.
    const [window] = electron.BrowserWindow.getAllWindows();
    const menu = electron.Menu.buildFromTemplate([{ label: 'Fixture' }]);
    const instances: Record<string, unknown> = {
      BrowserWindow: window,
      Menu: menu,
      MenuItem: menu.items[0],
      Notification: new electron.Notification(),
      Session: electron.session.defaultSession,
      WebContents: window?.webContents,
      WebRequest: electron.session.defaultSession.webRequest,
      CommandLine: electron.app.commandLine,
    };
    const count = (name: string, owner: unknown, names: readonly string[]): Count => {
      const missing =
        typeof owner === 'object' || typeof owner === 'function'
          ? names.filter((member) => owner === null || !isHere(owner, member))
          : names;
      return { name, here: names.length - missing.length, all: names.length, missing };
    };
    const ofExports = Object.entries(exports).map(([name, { kind, type }]) => {
      const owner: unknown = Reflect.get(electron, name);
      const { methods = [], properties = [], staticMethods = [] } = types[type] ?? {};
      if (kind === 'statics') return count(name, owner, staticMethods);
      if (kind === 'object') return count(name, owner, [...methods, ...properties]);
      const isClassHere = typeof owner === 'function' && !(refusing in owner);
      const instance = instances[name] ?? (owner as { prototype?: object }).prototype;
      return count(name, isClassHere ? instance : undefined, [...methods, ...properties]);
    });
    const reached = ['CommandLine', 'Session', 'WebContents', 'WebRequest'].map((name) =>
      count(name, instances[name], [
        ...(types[name]?.methods ?? []),
        ...(types[name]?.properties ?? []),
      ]),
    );
    return [...ofExports, ...reached];
  }, surface);
  const text = toText(counts);
  if (process.env['STANDIN_WRITE_COVERAGE'] === '1') await writeFile(FILE, text);
  expect(text).toBe(await readFile(FILE, 'utf8'));
});

function toText(counts: readonly Count[]): string {
  const lines = counts.map(({ name, here, all, missing }) => {
    const names = here === 0 ? 'everything' : missing.map((member) => `\`${member}\``).join(', ');
    return `- ${name}: ${here} of ${all}${missing.length === 0 ? '' : `; missing ${names}`}`;
  });
  return `# What the stand-in has of Electron

Methods and properties that Electron's main process has on Linux, counted in a running app by
\`specs/coverage.spec.ts\`. What is missing throws its name when it is used.

${lines.join('\n')}
`;
}
