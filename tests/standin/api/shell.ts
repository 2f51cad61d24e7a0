import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Shell } from 'electron';

export interface ShellHost {
  /** Takes an address instead of the desktop; false lets the desktop open it. */
  readonly intercept: (url: string) => boolean;
}

/** `shell`: addresses go to the desktop through xdg-open. */
export const createShell = ({ intercept }: ShellHost) =>
  ({
    openExternal: async (url: string) => {
      const { href } = new URL(url);
      if (intercept(href)) return;
      const child = spawn('xdg-open', [href], { detached: true, stdio: 'ignore' });
      child.unref();
      await once(child, 'spawn');
    },
    beep: () => undefined,
  }) satisfies Pick<Shell, 'openExternal' | 'beep'>;
