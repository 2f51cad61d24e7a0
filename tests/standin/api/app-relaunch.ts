import { spawn } from 'node:child_process';

/**
 * Starts a program once this process has ended, however it ends: a shell waits for the end of a pipe
 * whose other end only this process holds, then becomes the program. Its output goes nowhere, as
 * with Electron's own relauncher.
 */
export function startAfterExit(program: string, args: readonly string[]): void {
  const script = 'read -r _; exec "$@" </dev/null';
  const waiter = spawn('/bin/sh', ['-c', script, 'relaunch', program, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  waiter.on('error', (error) => console.error('The app cannot be relaunched.', error));
  waiter.unref();
  const { stdin } = waiter;
  stdin.on('error', () => undefined);
  // Child processes' pipes are sockets of Node's, whose type does not say so.
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
}
