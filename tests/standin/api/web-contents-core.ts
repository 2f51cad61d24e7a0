import { EventEmitter } from 'node:events';
import { resolve as resolvePath } from 'node:path';
import type { Size, WebContents as ElectronWebContents, WebPreferences } from 'electron';
import type { Target } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/protocol.ts';
import { createHostCodec } from '../codec/host-codec.ts';
import { LoadError } from '../page/net-errors.ts';
import { Page } from '../page/page.ts';
import type { Navigation, Opening } from '../page/page-events.ts';
import { isAnswer } from '../page/requests.ts';
import type { PageScripts } from '../renderer/scripts.ts';
import { notImplemented } from '../surface/unimplemented.ts';
import { createEvent } from './event.ts';
import { fileAddress, type FileOptions } from './file-address.ts';
import { IpcMain } from './ipc-main.ts';
import { IpcRoute } from './ipc-route.ts';
import { NavigationGuard } from './navigation-guard.ts';
import { NavigationHistory } from './navigation-history.ts';
import { tellNotice, type NoticeTeller } from './page-notices.ts';
import { PageState } from './page-state.ts';
import { applyPermissions } from './permissions.ts';
import { preloadScripts } from './preload-scripts.ts';
import type { Session } from './session.ts';
import type { LoadOptions, WebContentsHost, WebContentsOptions } from './web-contents-options.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame.ts';
import { WebFrames } from './web-frames.ts';
import { effectivePreferences } from './web-preferences.ts';
import { decideWindow, type AllowedWindow, type WindowOpenHandler } from './window-open.ts';

/** What a WebContents is, before the many things one can do with its page. */
export class WebContentsCore extends EventEmitter {
  readonly id: number;
  readonly session: Session;
  readonly ipc = new IpcMain();
  readonly navigationHistory: NavigationHistory;
  /** The frames in Electron's terms. For the host. */
  readonly frames: WebFrames;
  readonly #host: WebContentsHost;
  readonly #options: WebContentsOptions;
  readonly #state: PageState;
  readonly #guard: NavigationGuard;
  readonly #codec = createHostCodec();
  readonly #names: { readonly sender: string; readonly receiver: string };
  protected readonly page: Promise<Page>;
  #attached: Page | undefined;
  #destroyed = false;
  #installed: Promise<void> | undefined;
  #windowOpenHandler: WindowOpenHandler | undefined;
  #opening: Opening | undefined;

  constructor(host: WebContentsHost, options: WebContentsOptions) {
    super();
    this.id = options.id;
    this.session = options.session;
    this.#host = host;
    this.#options = options;
    this.frames = new WebFrames({
      id: options.id,
      schemes: host.schemes,
      codec: this.#codec,
      page: () => this.#attached,
      isDestroyed: () => this.#destroyed,
    });
    this.navigationHistory = new NavigationHistory(
      host.schemes,
      (work) => void this.doWithPage(work),
    );
    this.#guard = new NavigationGuard(this);
    this.#state = new PageState(this, host.schemes);
    this.#names = { sender: `send-${this.id}`, receiver: `receive-${this.id}` };
    this.page = options.target.then((target) => this.#attach(target));
    this.page.catch(() => undefined);
    host.byId.set(this.id, this as unknown as WebContents);
    // A new document forgets what DevTools told the one before.
    this.on('did-navigate', () => void this.applyColorScheme());
    this.on('page-title-updated', (_event, title: string) => this.navigationHistory.retitle(title));
    this.on('newListener', (name) => {
      if (name === 'before-input-event') void this.doWithPage((page) => page.askForKeys());
    });
  }

  get mainFrame(): WebFrameMain {
    return this.frames.main;
  }

  get opener(): WebFrameMain | null {
    const { opener } = this.#options;
    return opener === undefined || opener.isDestroyed() ? null : opener.mainFrame;
  }

  async loadURL(url: string, options: LoadOptions = {}): Promise<void> {
    if (options.extraHeaders !== undefined) throw notImplemented('loadURL with extraHeaders');
    this.#state.started();
    const page = await this.page;
    if (options.userAgent !== undefined) await page.overrideUserAgent(options.userAgent);
    const chromiumUrl = this.#host.schemes.toChromium(url);
    const { httpReferrer } = options;
    const referrer = typeof httpReferrer === 'object' ? httpReferrer.url : httpReferrer;
    try {
      if (!URL.canParse(chromiumUrl)) throw new LoadError('ERR_INVALID_URL', url);
      await Promise.all([
        this.#install(page),
        this.#options.placed(),
        applyPermissions(this.#host.browser(), this as unknown as WebContents, chromiumUrl, url),
      ]);
      await page.navigate(chromiumUrl, url, referrer);
    } catch (error) {
      // What the page has committed to, an error page, it has told itself.
      if (error instanceof LoadError && !page.hasToldFailure) this.#state.failed(error);
      this.#state.stopped();
      throw error;
    }
  }

  loadFile(path: string, options: FileOptions = {}): Promise<void> {
    return this.loadURL(fileAddress(resolvePath(this.#host.appPath(), path), options));
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

  isWaitingForResponse(): boolean {
    return this.#state.isWaitingForResponse;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#state.crashed;
  }

  getLastWebPreferences(): WebPreferences {
    return effectivePreferences(this.#options.preferences);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  /** Without `waitForBeforeUnload` the page is not asked. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    const close = async (): Promise<void> => {
      if (options.waitForBeforeUnload === true && !(await this.mayUnload())) return;
      this.#options.close();
    };
    void close();
  }

  /** Tells the page which colours to prefer. For the host. */
  applyColorScheme(): Promise<void> {
    return this.doWithPage((page) => page.preferColorScheme(this.#host.colorScheme()));
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

  /** The app's verdict on the window that this page wants to open. For the host. */
  decideOpening(targetUrl: string): { readonly url: string; readonly allowed?: AllowedWindow } {
    // At this moment the new tab often has no address yet; the page's own event has.
    const told = this.#opening ?? { url: targetUrl, frameName: '', features: '' };
    this.#opening = undefined;
    const allowed = decideWindow(this.#windowOpenHandler, told, {
      url: this.#state.url,
      preferences: this.getLastWebPreferences(),
    });
    return { url: told.url, ...(allowed === undefined ? {} : { allowed }) };
  }

  /** Asks the page's `beforeunload`, and the app where the page objects. For the host. */
  async mayUnload(): Promise<boolean> {
    if (this.#attached === undefined || this.#state.url === '' || this.#state.crashed) return true;
    const objects = await this.#attached.objectsToUnload();
    if (!objects) return true;
    const event = createEvent();
    this.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  }

  /** Work that is pointless once the page has gone. */
  protected async doWithPage(work: (page: Page) => Promise<unknown>): Promise<void> {
    try {
      await work(await this.page);
    } catch (error) {
      if (!this.#destroyed && this.#attached !== undefined) throw error;
    }
  }

  protected get contentSize(): Size {
    return this.#options.size();
  }

  async #attach(target: Target): Promise<Page> {
    const { opener } = this.#options;
    const route = new IpcRoute(this as unknown as WebContents, this.#host.ipcMain, this.#codec);
    const noticed = (answering: Page): NoticeTeller => ({
      emit: (name, ...args) => this.emit(name, ...args),
      toApp: (url) => this.#host.schemes.toApp(url),
      leave: (url) => this.#leave(url),
      close: () => this.#options.close(),
      retitle: (title) => {
        this.#state.title = title;
      },
      answer: (promise) => answering.synchronous.answer(promise),
    });
    const page: Page = new Page(target, this.#names, {
      ...this.#state.listeners(),
      historyChanged: (history) => this.navigationHistory.update(history),
      opening: (opening) => {
        this.#opening = { ...opening, url: this.#host.schemes.toApp(opening.url) };
      },
      requested: (event, navigation) => {
        this.#requested(page, event, navigation).catch(() => undefined);
      },
      leaving: (url) => this.#leave(url),
      noticed: (notice, frame) => tellNotice(noticed(page), notice, this.frames.of(frame)),
      message: (text, context, frame) => {
        void route.receive(text, {
          frame: frame?.preloadContext === context ? this.frames.of(frame) : null,
          answer: (reply) => page.post(reply, context),
          answerAtOnce: (reply) => page.synchronous.answer(reply),
        });
      },
    });
    this.#attached = page;
    this.#host.byTarget.set(target.id, this as unknown as WebContents);
    // A page that another one opens goes to its address as soon as it may run.
    const scripts = opener === undefined ? undefined : this.#createScripts();
    if (opener !== undefined) this.#installed = Promise.resolve();
    await page.attach({ scripts, isOpened: opener !== undefined });
    await page.preferColorScheme(this.#host.colorScheme());
    return page;
  }

  #leave(url: string): void {
    const isLoadable = /^about:/i.test(url) || this.#host.schemes.toChromium(url) !== url;
    if (this.#guard.mayNavigate(url, true) && isLoadable) this.loadURL(url).catch(() => undefined);
  }

  /** Before the first document of the app, not before the blank one a tab is born with. */
  #install(page: Page): Promise<void> {
    this.#installed ??= (async () => {
      const scripts = this.#createScripts();
      if (scripts !== undefined) await page.install(scripts);
    })();
    return this.#installed;
  }

  #createScripts(): PageScripts | undefined {
    const versions = this.#host.versions();
    return preloadScripts(this.#options.preferences, { ...this.#names, versions }, (path, error) =>
      this.emit('preload-error', createEvent(), path, error),
    );
  }

  async #requested(
    page: Page,
    event: Protocol.Fetch.requestPausedPayload,
    navigation?: Navigation,
  ): Promise<void> {
    const { session } = page.target;
    const { requestId } = event;
    const url = this.#host.schemes.toApp(event.request.url);
    const asks = navigation !== undefined && !isAnswer(event);
    if (asks && !this.#guard.mayProceed(url, navigation)) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    if (asks && navigation.isRedirect && navigation.frame !== undefined)
      this.#state.redirected(navigation.frame, event.request.url);
    this.session.notePage(session);
    const isMainFrame = navigation?.isMainFrame === true;
    const contents = this as unknown as ElectronWebContents;
    await this.session.pageRequests.answer(session, event, contents, isMainFrame);
  }
}
