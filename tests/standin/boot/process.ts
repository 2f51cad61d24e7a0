import { dirname, join } from 'node:path';

export interface Dress {
  readonly executable: string;
  /** Everything after the executable on the command line. */
  readonly args: readonly string[];
  readonly electron: string;
  readonly chrome: () => string;
  /** Whether Electron's default app runs this one; a packaged app has no such thing. */
  readonly isDefaultApp: boolean;
  readonly exit: (code: number) => void;
}

/** Makes `process` what it is in Electron's main process. */
export function dressProcess(dress: Dress): void {
  const { executable, args, electron, chrome, exit } = dress;
  const define = (target: object, name: string, value: unknown): void => {
    Object.defineProperty(target, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  };
  define(process, 'type', 'browser');
  if (dress.isDefaultApp) define(process, 'defaultApp', true);
  define(process, 'resourcesPath', join(dirname(executable), 'resources'));
  define(process, 'execPath', executable);
  define(process, 'argv', [executable, ...args]);
  define(process.versions, 'electron', electron);
  Object.defineProperty(process.versions, 'chrome', { get: chrome, enumerable: true });
  define(process, 'exit', (code?: number | string | null) => {
    if (code !== undefined) process.exitCode = code;
    exit(Number(process.exitCode ?? 0));
  });
}
