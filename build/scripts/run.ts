import { spawn, spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** The environment of a child process: our own tools and our own Node come first. */
export const environment = (extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [join(ROOT, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(
    process.platform === 'win32' ? ';' : ':',
  ),
  ...extra,
});

const isWindows = process.platform === 'win32';

/** Runs one of the project's tools in the foreground and answers its exit code. */
export function run(
  command: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): number {
  const options = {
    cwd: ROOT,
    stdio: 'inherit',
    env: environment(extra),
    shell: isWindows,
  } as const;
  return spawnSync(command, args, options).status ?? 1;
}

/** Starts a program and leaves it running; its output is ours. */
export function start(
  command: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
) {
  return spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: environment(extra) });
}

/** Builds main, preload and renderer into `out/`; ends the process where that fails. */
export function build(): void {
  const args = ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'];
  const code = run('electron-vite', args);
  if (code !== 0) process.exit(code);
}
