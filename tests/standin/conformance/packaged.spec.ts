import { _electron, type ElectronApplication } from '@playwright/test';
import { createPackageWithOptions } from '@electron/asar';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageApp } from '../package-app.ts';
import { electronExecutable, recordedAs, startElectron, RECORDER } from './processes.ts';
import { environment, expect, states } from './support.ts';

const PACKAGING = 'docs/tutorial/application-distribution.md';
const ASAR = 'docs/tutorial/asar-archives.md';
const PACKED = join(import.meta.dirname, 'apps', 'packed');

interface Packaged {
  readonly folder: string;
  readonly executable: string;
  readonly archive: string;
}

const withPackaged = async (
  options: { readonly app?: string; readonly unpack?: string; readonly name?: string },
  body: (packaged: Packaged) => Promise<void>,
): Promise<void> => {
  const { app = PACKED, unpack, name = 'some-app' } = options;
  const root = await mkdtemp(join(tmpdir(), 'conformance-packaged-'));
  try {
    const built = join(root, 'built');
    await createPackageWithOptions(
      app,
      join(built, 'app.asar'),
      unpack === undefined ? {} : { unpack },
    );
    await writeFile(join(built, 'extra.txt'), 'An extra resource');
    const folder = join(root, 'distribution');
    const electron = electronExecutable();
    const source = join(built, 'app.asar');
    const executable = await packageApp({ electron, source, folder, name });
    await body({ folder, executable, archive: join(folder, 'resources', 'app.asar') });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};

const launched = async (
  { executable }: Packaged,
  userData: string,
  body: (app: ElectronApplication) => Promise<void>,
  args: readonly string[] = [],
): Promise<void> => {
  const app = await _electron.launch({
    executablePath: executable,
    args: [`--user-data-dir=${userData}`, ...args],
    env: environment(),
    colorScheme: null,
  });
  try {
    await body(app);
  } finally {
    await app.close();
  }
};

states(
  'app.isPackaged',
  'is true for an executable of another name with resources/app.asar',
  'docs/api/app.md#appispackaged-readonly',
  async ({ userData }) =>
    withPackaged({}, (packaged) =>
      launched(packaged, userData, async (app) => {
        const facts = await app.evaluate(({ app: electronApp }) => ({
          isPackaged: electronApp.isPackaged,
          defaultApp: process.defaultApp,
          resources: process.resourcesPath,
          executable: [process.execPath, electronApp.getPath('exe')],
          appPath: electronApp.getAppPath(),
          name: electronApp.getName(),
          version: electronApp.getVersion(),
          desktop: process.env['CHROME_DESKTOP'],
        }));
        expect(facts).toEqual({
          isPackaged: true,
          defaultApp: undefined,
          resources: join(packaged.folder, 'resources'),
          executable: [packaged.executable, packaged.executable],
          appPath: packaged.archive,
          name: 'Conformance Packed',
          version: '4.5.6',
          desktop: 'conformance-packed.desktop',
        });
      }),
    ),
);

states(
  'process.argv',
  'holds a packaged app’s own arguments right after the executable',
  'docs/api/process.md',
  async ({ userData }) =>
    withPackaged({ app: RECORDER }, async ({ executable }) => {
      const args = ['-r', 'not-a-module', '--version', 'scheme://link'];
      const one = startElectron({
        userData,
        executable,
        app: null,
        args,
        env: { RECORDER_ENDS: '1' },
      });
      expect(await one.ended).toBe(0);
      const [[argv] = []] = recordedAs(userData, 'start');
      expect(argv).toEqual([executable, `--user-data-dir=${userData}`, ...args]);
    }),
);

states(
  'An app in an archive',
  'reads and imports its files by their paths in the archive',
  ASAR,
  async ({ userData }) =>
    withPackaged({}, (packaged) =>
      launched(packaged, userData, async (app) => {
        const { archive } = packaged;
        const read = (): Promise<unknown> =>
          app.evaluate(() => (globalThis as unknown as { found: unknown }).found);
        await expect.poll(read).toEqual({
          here: archive,
          text: 'Read from the archive',
          bySync: 'Read from the archive',
          byPromise: 'Read from the archive',
          entries: ['data.txt', 'lib', 'main.mjs', 'package.json', 'page.html', 'page.js'],
          isThere: [true, false],
          greeting: 'Hello',
          description: `Hello from conformance-packed in ${join(archive, 'lib')}`,
          later: true,
        });
      }),
    ),
);

states(
  'An archive',
  'looks like a folder of files, which cannot be written',
  ASAR,
  async ({ userData }) =>
    withPackaged({}, (packaged) =>
      launched(packaged, userData, async (app) => {
        const { archive } = packaged;
        const facts = await app.evaluate((_electron, path) => {
          const fs = process.getBuiltinModule('node:fs');
          const codeOf = (attempt: () => void): unknown => {
            try {
              attempt();
              return 'written';
            } catch (error) {
              return (error as { code: unknown }).code;
            }
          };
          return {
            isFolder: [fs.statSync(path).isDirectory(), fs.statSync(`${path}/lib`).isDirectory()],
            size: fs.statSync(`${path}/data.txt`).size,
            real: fs.realpathSync(`${path}/lib/../data.txt`),
            absent: codeOf(() => fs.readFileSync(`${path}/absent.txt`)),
            folder: codeOf(() => fs.mkdirSync(`${path}/new`)),
          };
        }, archive);
        expect(facts).toEqual({
          isFolder: [true, true],
          size: 21,
          real: join(archive, 'data.txt'),
          absent: 'ENOENT',
          folder: 'ENOTDIR',
        });
      }),
    ),
);

states(
  'win.loadFile',
  'shows a page of the archive with its script, by its path in the app',
  'docs/tutorial/asar-archives.md#web-api',
  async ({ userData }) =>
    withPackaged({}, (packaged) =>
      launched(packaged, userData, async (app) => {
        const shown = await app.evaluate(async ({ BrowserWindow }) => {
          const window = new BrowserWindow({ show: false });
          await window.loadFile('page.html');
          const title: unknown = await window.webContents.executeJavaScript('document.title');
          return [title, window.webContents.getURL()];
        });
        const url = pathToFileURL(join(packaged.archive, 'page.html')).href;
        expect(shown).toEqual(['Script of the archive', url]);
      }),
    ),
);

states(
  'app.asar.unpacked',
  'holds files that are read through the archive all the same, beside other resources',
  ASAR,
  async ({ userData }) =>
    withPackaged({ unpack: '**/data.txt' }, (packaged) =>
      launched(packaged, userData, async (app) => {
        const facts = await app.evaluate((_electron, path) => {
          const { readFileSync } = process.getBuiltinModule('node:fs');
          return [
            readFileSync(`${path}/data.txt`, 'utf8'),
            readFileSync(`${path}.unpacked/data.txt`, 'utf8'),
            readFileSync(`${process.resourcesPath}/extra.txt`, 'utf8'),
          ];
        }, packaged.archive);
        expect(facts).toEqual([
          'Read from the archive',
          'Read from the archive',
          'An extra resource',
        ]);
      }),
    ),
);

states(
  'An executable named electron',
  'runs resources/app.asar too, unpackaged as app.isPackaged sees it',
  PACKAGING,
  async ({ userData }) =>
    withPackaged({ name: 'electron' }, (packaged) =>
      launched(packaged, userData, async (app) => {
        const facts = await app.evaluate(({ app: electronApp }) => [
          electronApp.isPackaged,
          electronApp.getName(),
          process.defaultApp,
        ]);
        expect(facts).toEqual([false, 'Conformance Packed', undefined]);
      }),
    ),
);
