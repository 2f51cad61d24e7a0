import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { startDesktop, type Desktop } from '../support/deep-links.ts';
import { expect, states, type ConformanceFixtures } from './support.ts';

const OPEN_EXTERNAL = 'docs/api/shell.md#shellopenexternalurl-options';

interface OnDesktop {
  readonly app: ElectronApplication;
  readonly desktop: Desktop;
  /** What the desktop's programs were started with, and where: `program|argument|folder`. */
  readonly opened: () => readonly string[];
}

/** An app on a private desktop whose programs note what they are asked to open. */
const onDesktop = async (
  launch: ConformanceFixtures['launch'],
  body: (on: OnDesktop) => Promise<void>,
): Promise<void> => {
  const desktop = await startDesktop();
  try {
    const log = join(desktop.home, 'opened.log');
    const install = (name: string, schemes: readonly string[], types: readonly string[]) =>
      desktop.install({
        id: `${name}.desktop`,
        name,
        command: ['/bin/sh', '-c', `printf '%s|%s|%s\\n' ${name} "$1" "$PWD" >> '${log}'`, name],
        schemes,
        types,
      });
    await install('browser', ['https', 'conformance.shell'], []);
    await install('editor', [], ['text/plain']);
    await install('files', [], ['inode/directory']);
    const app = await launch({ env: desktop.env });
    const opened = (): readonly string[] =>
      existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
    await body({ app, desktop, opened });
  } finally {
    await desktop.stop();
  }
};

states(
  'shell.openExternal',
  'opens a link in the desktop’s program, as text, and resolves',
  OPEN_EXTERNAL,
  async ({ launch }) =>
    onDesktop(launch, async ({ app, opened }) => {
      const url = 'https://example.invalid/path?a=$(id)&b=;';
      expect(
        await app.evaluate(({ shell }, link) => shell.openExternal(link), url),
      ).toBeUndefined();
      await expect.poll(() => opened().map((line) => line.split('|')[1])).toEqual([url]);
    }),
);

states(
  'shell.openExternal',
  'opens any scheme, and ignores the options of other systems',
  OPEN_EXTERNAL,
  async ({ launch }) =>
    onDesktop(launch, async ({ app, opened }) => {
      await app.evaluate(({ shell }) =>
        shell.openExternal('conformance.shell://link', {
          activate: false,
          workingDirectory: '/nowhere',
          logUsage: true,
        }),
      );
      await expect
        .poll(() => opened().map((line) => line.split('|').slice(0, 2)))
        .toEqual([['browser', 'conformance.shell://link']]);
    }),
);

states(
  'shell.openPath',
  'opens a file in the desktop’s program for its type',
  'docs/api/shell.md#shellopenpathpath',
  async ({ launch }) =>
    onDesktop(launch, async ({ app, desktop, opened }) => {
      const file = join(desktop.home, 'a file.txt');
      await writeFile(file, 'Some text\n');
      // Electron 42 and later never settle the promise on Linux, so nobody waits for it here.
      await app.evaluate(({ shell }, path) => void shell.openPath(path), file);
      await expect
        .poll(() => opened().map((line) => line.split('|').slice(0, 2)))
        .toEqual([['editor', file]]);
    }),
);

states(
  'shell.showItemInFolder',
  'opens the folder of a file where no file manager is on the session bus',
  'docs/api/shell.md#shellshowiteminfolderfullpath',
  async ({ launch }) =>
    onDesktop(launch, async ({ app, desktop, opened }) => {
      const folder = join(desktop.home, 'a folder');
      await mkdir(folder);
      await writeFile(join(folder, 'file.txt'), '');
      await app.evaluate(
        ({ shell }, path) => shell.showItemInFolder(path),
        join(folder, 'file.txt'),
      );
      await expect.poll(() => opened().map((line) => line.split('|')[0])).toEqual(['files']);
      const [, target = '', workingFolder = ''] = opened()[0]?.split('|') ?? [];
      expect(resolve(workingFolder, target)).toBe(folder);
    }),
);

states(
  'shell.trashItem',
  'moves a file to the person’s trash and resolves',
  'docs/api/shell.md#shelltrashitempath',
  async ({ launch }) =>
    onDesktop(launch, async ({ app, desktop }) => {
      const file = join(desktop.home, 'unwanted.txt');
      await writeFile(file, 'Unwanted');
      await app.evaluate(({ shell }, path) => shell.trashItem(path), file);
      expect(existsSync(file)).toBe(false);
      const trash = join(desktop.env['XDG_DATA_HOME'] ?? '', 'Trash', 'files');
      expect(await readdir(trash)).toEqual(['unwanted.txt']);
    }),
);

states(
  'shell.trashItem',
  'rejects where there is no such file',
  'docs/api/shell.md#shelltrashitempath',
  async ({ launch }) =>
    onDesktop(launch, async ({ app, desktop }) => {
      const attempt = app.evaluate(
        ({ shell }, path) => shell.trashItem(path),
        join(desktop.home, 'absent.txt'),
      );
      await expect(attempt).rejects.toThrow('Failed to move item to trash');
    }),
);
