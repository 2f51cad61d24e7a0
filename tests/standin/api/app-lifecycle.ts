import type { RelaunchOptions } from 'electron';
import { AppIdentity, type IdentityHost } from './app-identity.ts';
import { startAfterExit } from './app-relaunch.ts';
import { createEvent } from './event.ts';

/** A window as quitting sees it. */
export interface Closable {
  /** Asks the window to close and tells whether it did. */
  requestClose(): Promise<boolean>;
  /** Closes it without asking. */
  destroy(): void;
}

export interface LifecycleHost extends IdentityHost {
  readonly windows: () => readonly Closable[];
  /** Ends Chromium, then the process. */
  readonly shutDown: (code: number) => Promise<void>;
  /** Ends the process at once. */
  readonly exitNow: (code: number) => void;
}

/** How long a window that is still opening may take to be destroyed. */
const PATIENCE_MS = 2_000;

/** From `ready` to `quit`, in the order of Electron's `Browser` class. */
export class AppLifecycle extends AppIdentity {
  readonly #host: LifecycleHost;
  readonly #readiness = Promise.withResolvers<void>();
  #quitting = false;
  #exitCode: number | undefined;
  #ended = false;

  constructor(host: LifecycleHost) {
    super(host);
    this.#host = host;
  }

  whenReady(): Promise<void> {
    return this.#readiness.promise;
  }

  /** Fires `ready`, once main has been evaluated and Chromium runs. */
  becomeReady(): void {
    this.emit('will-finish-launching');
    // The folder is there from now on, whether the app asks for it or not.
    this.getPath('userData');
    this.markReady();
    this.#readiness.resolve();
    this.emit('ready', createEvent(), {});
  }

  get isQuitting(): boolean {
    return this.#quitting;
  }

  /** Asks the app, then every window; the last window to close brings on the rest. */
  quit(): void {
    if (this.#quitting || !this.#mayGoOn('before-quit')) return;
    this.#quitting = true;
    const windows = this.#host.windows();
    if (windows.length === 0) this.#finishQuitting();
    for (const window of windows) void this.#close(window);
  }

  /**
   * Asks nobody. Before `ready` Electron ends on the spot, without `quit`; afterwards the windows
   * are destroyed first.
   */
  exit(code = 0): void {
    if (this.#ended || this.#exitCode !== undefined) return;
    if (!this.hasStarted) {
      this.#ended = true;
      this.#quitting = true;
      this.beforeEnd();
      this.#host.exitNow(code);
      return;
    }
    this.#quitting = true;
    this.#exitCode = code;
    const windows = this.#host.windows();
    for (const window of windows) window.destroy();
    if (windows.length === 0) this.#end(code);
    else setTimeout(() => this.#end(code), PATIENCE_MS);
  }

  /** What Electron does when the last window has gone. */
  windowsClosed(): void {
    if (this.#exitCode !== undefined) this.#end(this.#exitCode);
    else if (this.#quitting) this.#finishQuitting();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  relaunch(options: RelaunchOptions = {}): void {
    const { args, execPath } = options;
    const isChanged = args !== undefined || execPath !== undefined;
    startAfterExit(execPath || process.execPath, isChanged ? (args ?? []) : process.argv.slice(1));
  }

  /** Lets go of what must not outlive the app. */
  protected beforeEnd(): void {
    // The lock is the business of `App`.
  }

  async #close(window: Closable): Promise<void> {
    // One window that stays keeps the app; the others close all the same.
    if (!(await window.requestClose())) this.#quitting = false;
  }

  #mayGoOn(name: 'before-quit' | 'will-quit'): boolean {
    const event = createEvent();
    this.emit(name, event);
    return !event.defaultPrevented;
  }

  #finishQuitting(): void {
    if (this.#mayGoOn('will-quit')) this.#end(0);
    else this.#quitting = false;
  }

  #end(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#quitting = true;
    this.emit('quit', createEvent(), code);
    this.beforeEnd();
    void this.#host.shutDown(code);
  }
}
