import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { environment } from './support.ts';

/** The executable that the `electron` package runs. */
export const electronExecutable = (): string =>
  createRequire(import.meta.url)('electron') as unknown as string;

/** The app that writes down what happens to it. */
export const RECORDER = join(import.meta.dirname, 'apps', 'recorder');

/** One thing the recorder noted: the id of its process, a name, details. */
export type Recorded = readonly [number, string, ...unknown[]];

/** What every instance of the recorder with this folder has noted, oldest first. */
export function recorded(userData: string): readonly Recorded[] {
  const file = join(userData, 'events.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Recorded);
}

/** The same by name alone, without the process. */
export const recordedNames = (userData: string): readonly string[] =>
  recorded(userData).map(([, name]) => name);

/** The details of everything noted under one name. */
export const recordedAs = (userData: string, wanted: string): readonly (readonly unknown[])[] =>
  recorded(userData).flatMap(([, name, ...details]) => (name === wanted ? [details] : []));

export interface StartOptions {
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Instead of the recorder; a packaged executable with none. */
  readonly app?: string | null;
  readonly executable?: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** The exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts Electron as a shell would, without Playwright. Whoever calls ends it. */
export function startElectron(options: StartOptions): Started {
  const { userData, args = [], env = {}, cwd, app = RECORDER } = options;
  const child = spawn(
    options.executable ?? electronExecutable(),
    [`--user-data-dir=${userData}`, ...(app === null ? [] : [app]), ...args],
    {
      cwd,
      // Real Electron will not run as root with its sandbox.
      env: environment({
        ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
        ...env,
      }),
      stdio: 'ignore',
    },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => resolve(code));
    child.on('error', () => resolve(null));
  });
  return { child, ended };
}
