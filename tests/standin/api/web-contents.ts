import { EventEmitter } from 'node:events';
import { resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WebPreferences } from 'electron';
import type { Browser, Target } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/protocol.ts';
import { createHostCodec } from '../codec/host-codec.ts';
import type { LoadError } from '../page/net-errors.ts';
import { Page, type Navigation } from '../page/page.ts';
import { answerRequest } from '../page/requests.ts';
import { createPageScripts } from '../renderer/scripts.ts';
import { notImplemented } from '../surface/unimplemented.ts';
import { createEvent } from './event.ts';
import { IpcMain } from './ipc-main.ts';
import { IpcRoute } from './ipc-route.ts';
import { nativeImageFromBuffer, type NativeImage } from './native-image.ts';
import { NavigationGuard } from './navigation-guard.ts';
import { PageState } from './page-state.ts';
import { applyPermissions } from './permissions.ts';
import type { Schemes } from './schemes.ts';
import type { Session } from './session.ts';
import { createMainFrame } from './web-frame.ts';
import type { WebContentsSurface } from './web-contents-surface.ts';
import { effectivePreferences } from './web-preferences.ts';
import { allowsWindow, type WindowOpenHandler } from './window-open.ts';

/** What every WebContents needs of the host. */
export interface WebContentsHost {
  readonly browser: () => Browser;
  readonly schemes: Schemes;
  readonly ipcMain: IpcMain;
  readonly appPath: () => string;
  readonly versions: () => Readonly<Record<string, string>>;
  readonly colorScheme: () => 'light' | 'dark';
  readonly byTarget: Map<string, WebContents>;
  readonly byId: Map<number, WebContents>;
}

export interface WebContentsOptions {
  readonly id: number;
  readonly target: Promise<Target>;
  readonly preferences: WebPreferences;
  readonly session: Session;
  /** Settles when the window has its size, so that a page is laid out once. */
  readonly placed: () => Promise<void>;
  /** Asks the owning window to close. */
  readonly close: () => void;
}

/** A web page and the conversation with it. */
export class WebContents extends EventEmitter implements WebContentsSurface {
  readonly id: number;
  readonly session: Session;
  readonly ipc = new IpcMain();
  readonly mainFrame = createMainFrame(this);
  readonly #host: WebContentsHost;
  readonly #options: WebContentsOptions;
  readonly #state: PageState;
  readonly #guard = new NavigationGuard(this);
  readonly #codec = createHostCodec();
  readonly #names: { readonly sender: string; readonly receiver: string };
  readonly #page: Promise<Page>;
  #attached: Page | undefined;
  #destroyed = false;
  #zoomFactor = 1;
  #installed: Promise<void> | undefined;
  #windowOpenHandler: WindowOpenHandler | undefined;

  constructor(host: WebContentsHost, options: WebContentsOptions) {
    super();
    this.id = options.id;
    this.session = options.session;
    this.#host = host;
    this.#options = options;
    this.#state = new PageState(this, host.schemes);
    this.#names = { sender: `send-${this.id}`, receiver: `receive-${this.id}` };
    this.#page = options.target.then((target) => this.#attach(target));
    this.#page.catch(() => undefined);
    host.byId.set(this.id, this);
    // A new document forgets what DevTools told the one before.
    this.on('did-navigate', () => void this.applyColorScheme());
  }

  async loadURL(url: string, options: { userAgent?: string } = {}): Promise<void> {
    if (options.userAgent !== undefined) throw notImplemented('loadURL with userAgent');
    const page = await this.#page;
    const chromiumUrl = this.#host.schemes.toChromium(url);
    await Promise.all([
      this.#install(page),
      this.#options.placed(),
      applyPermissions(this.#host.browser(), this, chromiumUrl, url),
    ]);
    try {
      await page.navigate(chromiumUrl, url);
    } catch (error) {
      this.#state.failed(error as LoadError);
      throw error;
    }
  }

  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolvePath(this.#host.appPath(), path)).href);
  }

  reload(): void {
    void this.#do((page) => page.reload());
  }

  getURL(): string {
    return this.#state.url;
  }

  getTitle(): string {
    return this.#state.title;
  }

  isLoading(): boolean {
    return this.#state.loading;
  }

  isLoadingMainFrame(): boolean {
    return this.#state.loading;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  getType(): 'window' {
    return 'window';
  }

  getLastWebPreferences(): WebPreferences {
    return effectivePreferences(this.#options.preferences);
  }

  /** What finds no page is lost, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    const encoded = this.#codec.encode(args);
    this.#attached?.post({ kind: 'event', channel, args: encoded });
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.#page;
    return page.evaluate(code, userGesture);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  async capturePage(): Promise<NativeImage> {
    const { target } = await this.#page;
    const { data } = await target.session.send('Page.captureScreenshot', { format: 'png' });
    return nativeImageFromBuffer(Buffer.from(data, 'base64'));
  }

  /** Kept and given back; the page is not drawn larger. */
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoomFactor = factor;
  }

  getZoomFactor(): number {
    return this.#zoomFactor;
  }

  focus(): void {
    void this.#do((page) => page.target.session.send('Page.bringToFront'));
  }

  close(): void {
    this.#options.close();
  }

  openDevTools(): void {
    // Nobody looks: the tests have DevTools of their own.
  }

  closeDevTools(): void {
    // Never open.
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  /** Tells the page which colours to prefer. For the host. */
  applyColorScheme(): Promise<void> {
    return this.#do((page) => page.preferColorScheme(this.#host.colorScheme()));
  }

  /** Notes the title of the page. For the host. */
  retitle(title: string): void {
    this.#state.title = title;
  }

  /** Ends this when its window has gone. For the host. */
  markDestroyed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#host.byId.delete(this.id);
    if (this.#attached !== undefined) {
      this.#host.byTarget.delete(this.#attached.target.id);
      this.#attached.abandon(this.#state.url);
    }
    this.emit('destroyed');
  }

  /** The window that this page wants to open, and the app's verdict on it. For the host. */
  decideOpening(targetUrl: string): { readonly url: string; readonly allowed: boolean } {
    // At this moment the new tab often has no address yet; the page's own event has.
    const url = this.#state.takeOpening() ?? targetUrl;
    return { url, allowed: allowsWindow(this.#windowOpenHandler, url, this.#state.url) };
  }

  /** Work that is pointless once the page has gone. */
  async #do(work: (page: Page) => Promise<unknown>): Promise<void> {
    try {
      await work(await this.#page);
    } catch (error) {
      if (!this.#destroyed && this.#attached !== undefined) throw error;
    }
  }

  async #attach(target: Target): Promise<Page> {
    const route = new IpcRoute(this, this.#host.ipcMain, this.#codec);
    const page: Page = new Page(target, this.#names, {
      ...this.#state.listeners(),
      requested: (event, navigation) => {
        this.#requested(page, event, navigation).catch(() => undefined);
      },
      leaving: (url) => {
        const isLoadable = /^about:/i.test(url) || this.#host.schemes.toChromium(url) !== url;
        if (this.#guard.mayNavigate(url, true) && isLoadable)
          this.loadURL(url).catch(() => undefined);
      },
      message: (text, context, current) => {
        void route.receive(text, current, (reply) => page.post(reply, context));
      },
    });
    this.#attached = page;
    this.#host.byTarget.set(target.id, this);
    await page.attach();
    await page.preferColorScheme(this.#host.colorScheme());
    return page;
  }

  /** Before the first document of the app, not before the blank one a tab is born with. */
  #install(page: Page): Promise<void> {
    this.#installed ??= this.#installPreload(page);
    return this.#installed;
  }

  async #installPreload(page: Page): Promise<void> {
    const { preload } = this.#options.preferences;
    if (preload === undefined) return;
    const { platform, arch } = process;
    const info = { ...this.#names, platform, arch, versions: this.#host.versions() };
    try {
      await page.install(createPageScripts(preload, info));
    } catch (error) {
      console.error(`Unable to load preload script: ${preload}`, error);
      this.emit('preload-error', createEvent(), preload, error);
    }
  }

  async #requested(
    page: Page,
    event: Protocol.Fetch.requestPausedPayload,
    navigation?: Navigation,
  ): Promise<void> {
    const { session } = page.target;
    const { requestId } = event;
    const { schemes } = this.#host;
    const url = schemes.toApp(event.request.url);
    if (navigation !== undefined && !this.#guard.mayProceed(url, navigation)) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    await answerRequest(session, event, schemes, (scheme) =>
      this.session.protocol.handlerOf(scheme),
    );
  }
}
