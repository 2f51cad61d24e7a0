import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** An X server that shows nothing. */
export interface HiddenDisplay {
  /** For the environment: `DISPLAY`. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Starts one on a free number. Rejects when Xvfb is not installed. */
export async function startHiddenDisplay(): Promise<HiddenDisplay> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const ended = once(server, 'exit');
  const [number] = await Promise.race([
    once(server.stdio[3] as NodeJS.ReadableStream, 'data'),
    ended.then(() => Promise.reject(new Error('Xvfb did not start'))),
  ]);
  return {
    name: `:${String(number).trim()}`,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
