import { createPackage } from '@electron/asar';
import { cp, mkdir, open, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

export interface Packaging {
  /** Electron's executable: the stand-in's launcher or the real one. */
  readonly electron: string;
  /** The app's folder, or an archive; what lies beside an archive comes along. */
  readonly source: string;
  /** Where the distribution goes. It must not be there yet. */
  readonly folder: string;
  /** What the executable is called; `electron` would not count as packaged. */
  readonly name: string;
}

/**
 * Makes what electron-builder's `--linux dir` makes: an executable with `resources/app.asar` beside
 * it. Gives the executable's path. The stand-in's launcher is linked, so it has to stay where it is;
 * real Electron is copied whole.
 */
export async function packageApp(packaging: Packaging): Promise<string> {
  const { source, name } = packaging;
  const folder = resolve(packaging.folder);
  const electron = resolve(packaging.electron);
  const executable = join(folder, name);
  const resources = join(folder, 'resources');
  if (await isScript(electron)) {
    await mkdir(folder, { recursive: true });
    await symlink(electron, executable);
  } else {
    await cp(dirname(electron), folder, { recursive: true, verbatimSymlinks: true });
    await rename(join(folder, basename(electron)), executable);
    await rm(join(resources, 'default_app.asar'), { force: true });
  }
  if ((await stat(source)).isDirectory())
    await createPackage(resolve(source), join(resources, 'app.asar'));
  else await cp(dirname(resolve(source)), resources, { recursive: true });
  return executable;
}

async function isScript(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).finally(() => file.close());
  return buffer.toString() === '#!';
}

if (import.meta.main) {
  const [source, folder, name] = process.argv.slice(2);
  if (source === undefined || folder === undefined || name === undefined) {
    console.error('Usage: package-app.ts <app folder or app.asar> <folder to make> <name>');
    process.exitCode = 1;
  } else {
    const electron = join(import.meta.dirname, 'dist', 'electron');
    console.log(await packageApp({ electron, source, folder, name }));
  }
}
