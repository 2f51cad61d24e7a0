import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The app as its package.json describes it. */
export interface AppPackage {
  readonly path: string;
  readonly main: string;
  readonly name: string;
  readonly version: string;
  /** The name of the app's .desktop file, where package.json gives one. */
  readonly desktopName: string | undefined;
}

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly desktopName?: string;
  readonly main?: string;
}

const readManifest = (folder: string): Manifest | undefined => {
  const path = join(folder, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : undefined;
};

/**
 * Finds the app by the rules of Electron's default app: a folder with a package.json, or a file,
 * which then has Electron's own name and version. Throws when there is nothing to run.
 */
export function findApp(given: string, electronVersion: string): AppPackage {
  const path = resolve(given);
  const manifest = readManifest(path);
  let main: string;
  try {
    main = createRequire(join(path, 'package.json')).resolve(path);
  } catch (error) {
    throw new Error(`Unable to find Electron app at ${path}`, { cause: error });
  }
  return {
    path: manifest === undefined ? dirname(main) : path,
    main,
    name: manifest?.productName ?? manifest?.name ?? 'Electron',
    version: manifest?.version ?? electronVersion,
    desktopName: manifest?.desktopName,
  };
}

/** Where a packaged app lies beside its executable, in the order Electron looks; or undefined. */
export function packagedAppBeside(executable: string): string | undefined {
  const resources = join(dirname(executable), 'resources');
  return ['app.asar', 'app'].map((name) => join(resources, name)).find(existsSync);
}

/** Reads a packaged app; an archive has to be mounted. Throws when it has no package.json. */
export function readPackagedApp(path: string, electronVersion: string): AppPackage {
  const manifest = readManifest(path);
  if (manifest === undefined) throw new Error('Unable to find a valid app');
  return {
    path,
    main: join(path, manifest.main ?? 'index.js'),
    name: (manifest.productName ?? manifest.name ?? 'Electron').trim(),
    version: manifest.version ?? electronVersion,
    desktopName: manifest.desktopName,
  };
}
