import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The app as its package.json describes it. */
export interface AppPackage {
  readonly path: string;
  readonly main: string;
  readonly name: string;
  readonly version: string;
}

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

/**
 * Finds the app by the rules of Electron's default app: a folder with a package.json, or a file,
 * which then has Electron's own name and version. Throws when there is nothing to run.
 */
export function findApp(given: string, electronVersion: string): AppPackage {
  const path = resolve(given);
  const manifestPath = join(path, 'package.json');
  const manifest = existsSync(manifestPath)
    ? (JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest)
    : undefined;
  let main: string;
  try {
    main = createRequire(manifestPath).resolve(path);
  } catch (error) {
    throw new Error(`Unable to find Electron app at ${path}`, { cause: error });
  }
  return {
    path: manifest === undefined ? dirname(main) : path,
    main,
    name: manifest?.productName ?? manifest?.name ?? 'Electron',
    version: manifest?.version ?? electronVersion,
  };
}
