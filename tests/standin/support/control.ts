import type { ElectronApplication } from '@playwright/test';
import type * as Electron from 'electron';
import type { Control } from '../control.ts';

/**
 * Runs code in the main process with Electron and the control object. As with Playwright's
 * `evaluate` the function is sent as text: it sees its arguments and nothing else.
 */
export function withControl<T, A = undefined>(
  app: ElectronApplication,
  work: (control: Control, electron: typeof Electron, argument: A) => T | Promise<T>,
  argument?: A,
): Promise<T> {
  return app.evaluate(
    (electron, { source, given }) => {
      const control: unknown = Reflect.get(globalThis, Symbol.for('electron-standin.control'));
      // oxlint-disable-next-line no-implied-eval -- The text is this file's caller.
      const run = new Function(`return (${source})`)() as (...args: unknown[]) => T | Promise<T>;
      return run(control, electron, given);
    },
    { source: work.toString(), given: argument as A },
  ) as Promise<T>;
}
