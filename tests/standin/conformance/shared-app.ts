import type { ElectronApplication } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';

/** An app that statements use one after another. */
export interface SharedApp {
  /**
   * The app after `reset` has run in it. One that does not get through that, because a statement ended
   * or blocked it, is ended and another one started: it is nobody else's failure.
   */
  asStarted(reset: () => void | Promise<void>): Promise<ElectronApplication>;
  end(): Promise<void>;
}

/**
 * Starts the app when it is first asked for.
 * @param patienceMs How long an app may take to get through `reset`, and to close before it is killed.
 */
export function sharedApp(
  start: () => Promise<ElectronApplication>,
  patienceMs = 5_000,
): SharedApp {
  let running: { readonly app: ElectronApplication; readonly child: ChildProcess } | undefined;

  const within = <T>(work: Promise<T>): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const timer = setTimeout(() => reject(new Error('The app does not answer')), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
    return promise;
  };

  const end = async (): Promise<void> => {
    const { app, child } = running ?? {};
    running = undefined;
    if (app !== undefined) await within(app.close()).catch(() => child?.kill('SIGKILL'));
  };

  return {
    asStarted: async (reset) => {
      if (running !== undefined)
        try {
          await within(running.app.evaluate(reset));
          return running.app;
        } catch {
          await end();
        }
      const app = await start();
      // An app that has ended does not tell its process any more.
      running = { app, child: app.process() };
      return app;
    },
    end,
  };
}
