import type { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AboutPanelOptionsOptions, App as ElectronApp, ProcessMetric } from 'electron';
import { Badge } from './app-badge.ts';
import { AppLifecycle, type LifecycleHost } from './app-lifecycle.ts';
import { createMetrics } from './app-metrics.ts';
import { ProtocolClient } from './app-protocol-client.ts';
import { createEvent } from './event.ts';
import { SingleInstance } from './single-instance.ts';

export type { Closable } from './app-lifecycle.ts';

export interface AppHost extends LifecycleHost {
  /** The Node that runs this process. */
  readonly node: string;
  readonly focusWindow: () => void;
  /** The application menu; what is no menu is refused. */
  readonly menu: { get(): object | null; set(menu: object | null): void };
  /** What pages and requests call themselves, unless the app says otherwise. */
  readonly userAgent: () => string;
  readonly showAbout: (options: AboutPanelOptionsOptions) => void;
}

/** The part of Electron's `app` that is here, held to Electron's own declarations. */
type AppSurface = Pick<
  ElectronApp,
  // The menu is the host's own class; login items are declared with every system's members.
  Exclude<
    Extract<keyof App, keyof ElectronApp>,
    keyof EventEmitter | 'applicationMenu' | 'dock' | 'getLoginItemSettings'
  >
>;

/** `app`: life and identity of the application. */
export class App extends AppLifecycle implements AppSurface {
  readonly getAppMetrics: () => ProcessMetric[];
  readonly #host: AppHost;
  readonly #lock: SingleInstance;
  readonly #links: ProtocolClient;
  readonly #badge: Badge;
  #about: AboutPanelOptionsOptions = {};
  #userAgent: string | undefined;

  constructor(host: AppHost) {
    super(host);
    this.#host = host;
    this.#links = new ProtocolClient(host.env);
    this.#badge = new Badge(host.env);
    this.getAppMetrics = createMetrics(process.pid, () => performance.now());
    this.#lock = new SingleInstance({
      node: host.node,
      onSecondInstance: (argv, cwd, data) => {
        const tell = (): void => {
          this.emit('second-instance', createEvent(), argv, cwd, data);
        };
        void this.whenReady().then(() => setImmediate(tell));
      },
    });
  }

  get applicationMenu(): object | null {
    return this.#host.menu.get();
  }

  set applicationMenu(menu: object | null) {
    this.#host.menu.set(menu);
  }

  get userAgentFallback(): string {
    return this.#userAgent ?? this.#host.userAgent();
  }

  set userAgentFallback(userAgent: string) {
    this.#userAgent = userAgent;
  }

  requestSingleInstanceLock(additionalData?: Record<PropertyKey, unknown>): boolean {
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

  setAsDefaultProtocolClient(scheme: string): boolean {
    return this.#links.setAsDefault(scheme);
  }

  isDefaultProtocolClient(scheme: string): boolean {
    return this.#links.isDefault(scheme);
  }

  removeAsDefaultProtocolClient(): boolean {
    return this.#links.removeAsDefault();
  }

  getApplicationNameForProtocol(url: string): string {
    return this.#links.nameOf(url);
  }

  get badgeCount(): number {
    return this.#badge.count;
  }

  set badgeCount(count: number) {
    this.#badge.set(count);
  }

  getBadgeCount(): number {
    return this.#badge.count;
  }

  setBadgeCount(count?: number): boolean {
    return this.#badge.set(count);
  }

  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    this.#about = { ...options };
  }

  showAboutPanel(): void {
    this.#host.showAbout(this.#about);
  }

  isEmojiPanelSupported(): boolean {
    return false;
  }

  setAppUserModelId(): void {
    // Only Windows reads it.
  }

  addRecentDocument(): void {
    // Linux keeps no such list.
  }

  clearRecentDocuments(): void {
    // Linux keeps no such list.
  }

  getRecentDocuments(): string[] {
    return [];
  }

  /** What Electron answers on Linux, whatever was set. */
  getLoginItemSettings() {
    return {
      executableWillLaunchAtLogin: false,
      openAtLogin: false,
      wasOpenedAtLogin: false,
    };
  }

  setLoginItemSettings(): void {
    // Electron does nothing on Linux.
  }

  protected override beforeEnd(): void {
    this.#lock.release();
  }
}
