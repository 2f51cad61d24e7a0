import { spawn } from 'node:child_process';

/**
 * The counter on the app's launcher, told as Electron tells it: by the LauncherEntry signal on the
 * session bus, under the name of the app's .desktop file.
 */
export class Badge {
  readonly #env: NodeJS.ProcessEnv;
  #count = 0;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  get count(): number {
    return this.#count;
  }

  /** False without a number, and where the app has no desktop name; else the signal is on its way. */
  set(count: number | undefined): boolean {
    const desktop = this.#env['CHROME_DESKTOP'];
    if (count === undefined || !desktop) return false;
    this.#count = Math.trunc(count);
    // Without a session bus the signal reaches nobody, as in Electron.
    if (this.#env['DBUS_SESSION_BUS_ADDRESS']) this.#emit(desktop);
    return true;
  }

  #emit(desktop: string): void {
    const path = '/com/canonical/unity/launcherentry';
    const signal = 'com.canonical.Unity.LauncherEntry.Update';
    const visible = this.#count !== 0;
    const properties = `{'count': <int64 ${this.#count}>, 'count-visible': <${visible}>}`;
    const app = `'application://${desktop.replaceAll(/[\\']/g, '\\$&')}'`;
    const args = ['emit', '--session', '--object-path', path, '--signal', signal, app, properties];
    const child = spawn('gdbus', args, { stdio: 'ignore', detached: true });
    child.on('error', () => undefined);
    child.unref();
  }
}
