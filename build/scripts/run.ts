import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** The tools the scripts run, and the package that each command comes in. */
const PACKAGES = {
  'electron-vite': 'electron-vite',
  knip: 'knip',
  oxfmt: 'oxfmt',
  oxlint: 'oxlint',
  playwright: '@playwright/test',
  tsc: 'typescript',
  vitest: 'vitest',
} as const;

export type Tool = keyof typeof PACKAGES;

/**
 * The arguments with which our Node runs a tool: its own entry file, so that no shell is between us
 * and it (on Windows the commands in `.bin` need one, and it takes arguments apart).
 */
export function toolArguments(tool: Tool, args: readonly string[]): readonly string[] {
  const folder = join(ROOT, 'node_modules', PACKAGES[tool]);
  const manifest: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const entry = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[tool];
  if (entry === undefined) throw new Error(`${PACKAGES[tool]} has no command ${tool}`);
  return [join(folder, entry), ...args];
}

/** The environment of a child process, in which our Node is the one that `node` names. */
export const environment = (
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const given = Object.entries({ ...process.env, ...extra });
  const defined = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(defined), PATH: path };
};

/** Runs a tool in the foreground and answers its exit code. */
export function run(
  tool: Tool,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): number {
  const options = { cwd: ROOT, stdio: 'inherit', env: environment(extra) } as const;
  return spawnSync(process.execPath, toolArguments(tool, args), options).status ?? 1;
}

/** Starts a program and leaves it running; its output is ours. */
export const start = (program: string, args: readonly string[]) =>
  spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: environment() });

/** Builds main, preload and renderer into `out/`; answers whether that worked. */
export const tryBuild = (): boolean =>
  run('electron-vite', [
    'build',
    '--config',
    'build/electron.vite.config.ts',
    '--logLevel',
    'warn',
  ]) === 0;

/** Builds, and ends the process where that fails. */
export function build(): void {
  if (!tryBuild()) process.exit(1);
}
