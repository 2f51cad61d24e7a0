import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { App as ElectronApp, CommandLine as ElectronCommandLine } from 'electron';
import type { Switches } from '../boot/switches.ts';
import type { AppPackage } from '../boot/app-package.ts';
import { AppPaths, type PathName } from './app-paths.ts';
import { createEvent } from './event.ts';
import { SingleInstance } from './single-instance.ts';

/** A window as quitting sees it. */
export interface Closable {
  /** Asks the window to close and tells whether it did. */
  requestClose(): Promise<boolean>;
}

export interface AppHost {
  readonly switches: Switches;
  readonly package: AppPackage;
  /** The Node that runs this process. */
  readonly node: string;
  readonly windows: () => readonly Closable[];
  /** Ends Chromium, then the process. */
  readonly shutDown: (code: number) => Promise<void>;
  readonly focusWindow: () => void;
}

/** The part of Electron's `app` that is here, held to Electron's own declarations. */
type AppSurface = Pick<
  ElectronApp,
  | 'applicationMenu'
  | 'commandLine'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setName'
  | 'setPath'
  | 'whenReady'
>;

/** `app`: life and identity of the application. */
export class App extends EventEmitter implements AppSurface {
  readonly commandLine;
  readonly isPackaged = false;
  /** Only macOS has a dock. */
  readonly dock = undefined;
  readonly applicationMenu = null;
  readonly runningUnderARM64Translation = false;
  readonly #host: AppHost;
  readonly #paths: AppPaths;
  readonly #lock: SingleInstance;
  readonly #readiness = Promise.withResolvers<void>();
  #ready = false;
  #quitting = false;
  #exited = false;
  #name: string;
  #version: string;

  constructor(host: AppHost) {
    super();
    this.#host = host;
    this.#name = host.package.name;
    this.#version = host.package.version;
    this.#paths = new AppPaths(() => this.#name, host.switches.value('user-data-dir'));
    this.commandLine = createCommandLine(host.switches);
    this.#lock = new SingleInstance(host.node, (argv, cwd, data) => {
      const tell = (): void => {
        this.emit('second-instance', createEvent(), argv, cwd, data);
      };
      void this.#readiness.promise.then(() => setImmediate(tell));
    });
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#version;
  }

  setVersion(version: string): void {
    this.#version = version;
  }

  getAppPath(): string {
    return this.#host.package.path;
  }

  getPath(name: PathName): string {
    return this.#paths.get(name);
  }

  setPath(name: PathName, path: string): void {
    this.#paths.set(name, path);
  }

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<void> {
    return this.#readiness.promise;
  }

  quit(): void {
    void this.#quit();
  }

  exit(code = 0): void {
    if (this.#exited) return;
    this.#exited = true;
    this.#quitting = true;
    this.emit('quit', createEvent(), code);
    this.#lock.release();
    void this.#host.shutDown(code);
  }

  requestSingleInstanceLock(additionalData: Record<PropertyKey, unknown> = {}): boolean {
    const userData = this.getPath('userData');
    mkdirSync(userData, { recursive: true });
    return this.#lock.request(userData, additionalData);
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock.held;
  }

  releaseSingleInstanceLock(): void {
    this.#lock.release();
  }

  focus(): void {
    this.#host.focusWindow();
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    if (this.#ready)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    this.#host.switches.append('disable-gpu', '');
  }

  getLocale(): string {
    return this.#ready ? this.getSystemLocale() : '';
  }

  getSystemLocale(): string {
    return this.#host.switches.value('lang') || 'en-US';
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  setAppUserModelId(): void {
    // Only Windows reads it.
  }

  setDesktopName(): void {
    // Names the .desktop file a window belongs to; Chromium's own stays in place here.
  }

  getLoginItemSettings() {
    return { openAtLogin: false, openAsHidden: false, wasOpenedAtLogin: false };
  }

  getAppMetrics() {
    const { rss } = process.memoryUsage();
    const memory = { workingSetSize: Math.round(rss / 1024), peakWorkingSetSize: 0 };
    const cpu = { percentCPUUsage: 0, idleWakeupsPerSecond: 0 };
    return [{ pid: process.pid, type: 'Browser' as const, creationTime: 0, cpu, memory }];
  }

  /** Fires `ready`, once main has been evaluated and Chromium runs. */
  becomeReady(): void {
    this.#ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', createEvent(), {});
    this.#readiness.resolve();
  }

  /** What Electron does when the last window has gone. */
  windowsClosed(): void {
    if (this.#quitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  /** Whether windows may be made; a test driver may have replaced `isReady`. */
  get hasStarted(): boolean {
    return this.#ready;
  }

  get isQuitting(): boolean {
    return this.#quitting;
  }

  async #quit(): Promise<void> {
    if (this.#quitting) return;
    this.#quitting = true;
    const mayQuit = (name: 'before-quit' | 'will-quit'): boolean => {
      const event = createEvent();
      this.emit(name, event);
      return !event.defaultPrevented;
    };
    const closeAll = async (): Promise<boolean> => {
      for (const window of this.#host.windows()) if (!(await window.requestClose())) return false;
      return true;
    };
    if (mayQuit('before-quit') && (await closeAll()) && mayQuit('will-quit')) this.exit(0);
    else this.#quitting = false;
  }
}

function createCommandLine(switches: Switches) {
  return {
    appendSwitch: (name: string, value = '') => switches.append(name, value),
    appendArgument: (argument: string) => switches.append(argument.replace(/^-+/, ''), ''),
    hasSwitch: (name: string) => switches.has(name),
    getSwitchValue: (name: string) => switches.value(name),
    removeSwitch: (name: string) => switches.remove(name),
  } satisfies ElectronCommandLine;
}
