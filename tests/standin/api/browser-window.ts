import type { BrowserWindowConstructorOptions, Rectangle, Size, WebPreferences } from 'electron';
import type { Target } from '../chromium/browser.ts';
import type { App, Closable } from './app.ts';
import type { BrowserWindowSurface } from './browser-window-surface.ts';
import { createEvent, type PreventableEvent } from './event.ts';
import type { Session, SessionModule } from './session.ts';
import { WebContents, type WebContentsHost } from './web-contents.ts';
import type { LoadOptions } from './web-contents-options.ts';
import { WindowFamily } from './window-family.ts';
import { ShownWindow } from './shown-window.ts';
import { WindowFocus } from './window-focus.ts';
import type { AllowedWindow } from './window-open.ts';

export interface WindowHost extends WebContentsHost {
  readonly app: App;
  readonly sessions: SessionModule;
  readonly screen: Size;
}

/** How long a visible page may take to paint before `ready-to-show` is told anyway. */
const PAINT_PATIENCE_MS = 250;

/** A tab that another page has opened. */
interface Opened {
  readonly target: Target;
  readonly opener: WebContents;
}

/** The `BrowserWindow` class of one host. */
export function createBrowserWindowClass(host: WindowHost) {
  const windows = new Map<number, BrowserWindow>();
  const focus = new WindowFocus<BrowserWindow>(host.app);
  const family = new WindowFamily<BrowserWindow>();
  const openedFor = new WeakMap<BrowserWindowConstructorOptions, Opened>();
  let lastId = 0;

  class BrowserWindow extends ShownWindow implements BrowserWindowSurface, Closable {
    readonly id: number;
    readonly webContents: WebContents;
    readonly #target: Promise<Target>;
    readonly #isModal: boolean;
    #destroyed = false;

    constructor(options: BrowserWindowConstructorOptions = {}) {
      if (!host.app.hasStarted) throw new Error('Cannot create BrowserWindow before app is ready');
      const { title = host.app.getName(), show = true, webPreferences = {} } = options;
      const opened = openedFor.get(options);
      const session = opened?.opener.session ?? sessionOf(webPreferences, host.sessions);
      super(host.browser(), host.screen, { ...options, show, title });
      lastId += 1;
      this.id = lastId;
      this.#isModal = options.modal ?? false;
      if (options.parent !== undefined)
        family.adopt(this, options.parent as unknown as BrowserWindow);
      if (opened === undefined) this.#target = this.frame.open(show, session.pages.context());
      else {
        this.#target = Promise.resolve(opened.target);
        this.frame.adopt(opened.target);
      }
      this.#target.catch((error: unknown) => {
        if (!host.app.isQuitting) console.error('The window could not be opened.', error);
      });
      this.webContents = new WebContents(host, {
        id: this.id,
        target: this.#target,
        preferences: webPreferences,
        session,
        opener: opened?.opener,
        placed: () => this.frame.settled(),
        size: () => this.getContentBounds(),
        close: () => this.close(),
      });
      windows.set(this.id, this);
      this.#announceWhenShowable();
      this.webContents.on('page-title-updated', (event, title, isExplicit) =>
        this.#retitle(event, title, isExplicit),
      );
      for (const name of ['unresponsive', 'responsive'])
        this.webContents.on(name, () => this.emit(name));
      if (options.fullscreen === true || options.kiosk === true) this.setFullScreen(true);
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

    /** The window of a tab that a page has opened and may keep. For the host. */
    static ofOpened(target: Target, opener: WebContents, allowed: AllowedWindow): BrowserWindow {
      const options = { ...allowed.options };
      openedFor.set(options, { target, opener });
      const window = new BrowserWindow(options);
      if (!allowed.outlivesOpener) {
        const end = (): void => window.destroy();
        opener.once('destroyed', end);
        window.once('closed', () => opener.removeListener('destroyed', end));
      }
      opener.emit('did-create-window', window, { ...allowed.details, options: allowed.options });
      return window;
    }

    loadURL(url: string, options?: LoadOptions): Promise<void> {
      return this.webContents.loadURL(url, options);
    }

    loadFile(...args: Parameters<WebContents['loadFile']>): Promise<void> {
      return this.webContents.loadFile(...args);
    }

    reload(): void {
      this.webContents.reload();
    }

    capturePage(rect?: Rectangle): ReturnType<WebContents['capturePage']> {
      return this.webContents.capturePage(rect);
    }

    focus(): void {
      if (this.#destroyed || !this.isVisible()) return;
      this.frame.activate();
      focus.give(this);
    }

    blur(): void {
      focus.take(this);
    }

    moveTop(): void {
      if (this.isVisible() && !this.isMinimized()) this.frame.activate();
    }

    isFocused(): boolean {
      return focus.holder === this;
    }

    isModal(): boolean {
      return this.#isModal;
    }

    isDestroyed(): boolean {
      return this.#destroyed;
    }

    setParentWindow(parent: BrowserWindow | null): void {
      family.adopt(this, parent);
    }

    getParentWindow(): BrowserWindow | null {
      return family.parentOf(this);
    }

    getChildWindows(): BrowserWindow[] {
      return family.childrenOf(this);
    }

    close(): void {
      void this.requestClose();
    }

    destroy(): void {
      void this.#closeTarget();
    }

    /** Asks the app, then the page, whether the window may close, and closes it. For the host. */
    async requestClose(): Promise<boolean> {
      if (this.#destroyed) return true;
      const event = createEvent();
      this.emit('close', event);
      if (event.defaultPrevented || !(await this.webContents.mayUnload())) return false;
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
      family.bury(this);
      if (windows.size === 0) host.app.windowsClosed();
    }

    override setBounds(bounds: Partial<Rectangle>): void {
      super.setBounds(bounds);
      this.relayout();
    }

    protected override relayout(): void {
      this.webContents.relayout();
    }

    #retitle(event: PreventableEvent, title: string, isExplicit: boolean): void {
      const asked = createEvent();
      this.emit('page-title-updated', asked, title, isExplicit);
      if (!asked.defaultPrevented && !event.defaultPrevented) this.setTitle(title);
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
        setTimeout(tell, this.isVisible() ? PAINT_PATIENCE_MS : 0);
      });
    }
  }

  return BrowserWindow;
}

/** A session that is given goes before a partition that is named. */
const sessionOf = ({ session, partition = '' }: WebPreferences, sessions: SessionModule): Session =>
  (session as unknown as Session | undefined) ?? sessions.ofPartition(partition);

export type BrowserWindowClass = ReturnType<typeof createBrowserWindowClass>;
export type BrowserWindow = InstanceType<BrowserWindowClass>;
