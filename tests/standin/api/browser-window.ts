import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Size,
  WebPreferences,
} from 'electron';
import type { Target } from '../chromium/browser.ts';
import { notImplemented } from '../surface/unimplemented.ts';
import type { App, Closable } from './app.ts';
import { BaseWindow } from './base-window.ts';
import { createEvent } from './event.ts';
import type { Session, SessionModule } from './session.ts';
import { WebContents, type WebContentsHost } from './web-contents.ts';
import { WindowFocus } from './window-focus.ts';

export interface WindowHost extends WebContentsHost {
  readonly app: App;
  readonly sessions: SessionModule;
  readonly screen: Size;
}

/** How long a visible page may take to paint before `ready-to-show` is told anyway. */
const PAINT_PATIENCE_MS = 250;

/** The part of Electron's `BrowserWindow` that is here, held to Electron's own declarations. */
type BrowserWindowSurface = Pick<
  ElectronBrowserWindow,
  | 'blur'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadFile'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'reload'
  | 'restore'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
>;

/** The `BrowserWindow` class of one host. */
export function createBrowserWindowClass(host: WindowHost) {
  const windows = new Map<number, BrowserWindow>();
  const focus = new WindowFocus<BrowserWindow>(host.app);
  let lastId = 0;

  class BrowserWindow extends BaseWindow implements BrowserWindowSurface, Closable {
    readonly id: number;
    readonly webContents: WebContents;
    readonly #target: Promise<Target>;
    #visible: boolean;
    #minimized = false;
    #destroyed = false;

    constructor(options: BrowserWindowConstructorOptions = {}) {
      if (!host.app.hasStarted) throw new Error('Cannot create BrowserWindow before app is ready');
      const { title = host.app.getName(), show = true, webPreferences = {} } = options;
      const session = sessionOf(webPreferences, host.sessions);
      super(host.browser(), host.screen, { ...options, title });
      lastId += 1;
      this.id = lastId;
      this.#visible = show;
      this.#target = this.frame.open(show);
      this.#target.catch((error: unknown) => {
        if (!host.app.isQuitting) console.error('The window could not be opened.', error);
      });
      this.webContents = new WebContents(host, {
        id: this.id,
        target: this.#target,
        preferences: webPreferences,
        session,
        placed: () => this.frame.settled(),
        close: () => this.close(),
      });
      windows.set(this.id, this);
      this.#announceWhenShowable();
      if (show) focus.give(this);
      host.app.emit('web-contents-created', createEvent(), this.webContents);
      host.app.emit('browser-window-created', createEvent(), this);
    }

    static getAllWindows(): BrowserWindow[] {
      return [...windows.values()];
    }

    static fromId(id: number): BrowserWindow | null {
      return windows.get(id) ?? null;
    }

    static fromWebContents(contents: WebContents): BrowserWindow | null {
      return BrowserWindow.getAllWindows().find((w) => w.webContents === contents) ?? null;
    }

    static getFocusedWindow(): BrowserWindow | null {
      return focus.holder;
    }

    loadURL(url: string, options?: { userAgent?: string }): Promise<void> {
      return this.webContents.loadURL(url, options);
    }

    loadFile(path: string): Promise<void> {
      return this.webContents.loadFile(path);
    }

    reload(): void {
      this.webContents.reload();
    }

    capturePage(): ReturnType<WebContents['capturePage']> {
      return this.webContents.capturePage();
    }

    show(): void {
      this.showInactive();
      this.focus();
    }

    showInactive(): void {
      if (this.#destroyed || this.#visible) return;
      this.#visible = true;
      this.#minimized = false;
      this.frame.setState('normal');
      this.emit('show', createEvent());
    }

    hide(): void {
      if (this.#destroyed || !this.#visible) return;
      this.#visible = false;
      this.frame.setState('minimized');
      focus.take(this);
      this.emit('hide', createEvent());
    }

    focus(): void {
      if (this.#destroyed || !this.#visible) return;
      this.frame.activate();
      focus.give(this);
    }

    blur(): void {
      focus.take(this);
    }

    minimize(): void {
      if (this.#destroyed || this.#minimized) return;
      this.#minimized = true;
      this.frame.setState('minimized');
      focus.take(this);
      this.emit('minimize', createEvent());
    }

    restore(): void {
      if (this.#destroyed || !this.#minimized) return;
      this.#minimized = false;
      this.frame.setState('normal');
      this.emit('restore', createEvent());
    }

    maximize(): void {
      this.frame.setState('maximized');
    }

    unmaximize(): void {
      this.frame.setState('normal');
    }

    isVisible(): boolean {
      return this.#visible;
    }

    isMinimized(): boolean {
      return this.#minimized;
    }

    isMaximized(): boolean {
      return this.frame.state === 'maximized';
    }

    isFocused(): boolean {
      return focus.holder === this;
    }

    isDestroyed(): boolean {
      return this.#destroyed;
    }

    close(): void {
      void this.requestClose();
    }

    destroy(): void {
      void this.#closeTarget();
    }

    /** Asks the app whether the window may close, and closes it. For the host. */
    async requestClose(): Promise<boolean> {
      if (this.#destroyed) return true;
      const event = createEvent();
      this.emit('close', event);
      if (event.defaultPrevented) return false;
      await this.#closeTarget();
      return true;
    }

    /** Notes that the tab is gone, whoever closed it. For the host. */
    markClosed(): void {
      if (this.#destroyed) return;
      focus.take(this);
      this.#destroyed = true;
      windows.delete(this.id);
      this.webContents.markDestroyed();
      this.emit('closed');
      if (windows.size === 0) host.app.windowsClosed();
    }

    async #closeTarget(): Promise<void> {
      const target = await this.#target.catch(() => undefined);
      this.markClosed();
      if (target !== undefined) await host.browser().closeTarget(target.id);
    }

    #announceWhenShowable(): void {
      let told = false;
      const tell = (): void => {
        if (told || this.#destroyed) return;
        told = true;
        this.emit('ready-to-show', createEvent());
      };
      this.webContents.on('first-paint', tell);
      // A hidden window never paints.
      this.webContents.once('did-finish-load', () => {
        setTimeout(tell, this.#visible ? PAINT_PATIENCE_MS : 0);
      });
    }
  }

  return BrowserWindow;
}

/** Chromium keeps one profile here, so windows share the default session. */
function sessionOf({ session, partition = '' }: WebPreferences, sessions: SessionModule): Session {
  const chosen = (session as unknown as Session | undefined) ?? sessions.ofPartition(partition);
  if (chosen !== sessions.ofPartition('')) throw notImplemented('a BrowserWindow in a partition');
  return chosen;
}

export type BrowserWindowClass = ReturnType<typeof createBrowserWindowClass>;
export type BrowserWindow = InstanceType<BrowserWindowClass>;
