import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Whether windows can be shown here. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');

/**
 * Starts an X server that shows nothing, for real Electron on a machine without a display, and makes
 * it this process's own. It ends with the process.
 */
export async function startHiddenDisplay(): Promise<void> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => server.kill());
  server.unref();
  const [number] = await Promise.race([
    once(server.stdio[3] as NodeJS.ReadableStream, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
  ]);
  process.env['DISPLAY'] = `:${String(number).trim()}`;
}
