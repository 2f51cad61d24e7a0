import type { Target } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/protocol.ts';
import type { ToRenderer } from '../renderer/messages.ts';
import { holdNavigation, NAVIGATION_WORLD } from '../renderer/hold-navigation.ts';
import { ISOLATED_WORLD, type PageScripts } from '../renderer/scripts.ts';
import { LoadError } from './net-errors.ts';

/** What a page reports, in Chromium's addresses. */
export interface PageEvents {
  started(): void;
  navigated(url: string): void;
  navigatedInPage(url: string): void;
  /** The page asks for a window; its target follows. */
  opening(url: string): void;
  domReady(): void;
  loaded(): void;
  painted(): void;
  failed(error: LoadError): void;
  console(event: Protocol.Runtime.consoleAPICalledPayload): void;
  crashed(): void;
  requested(event: Protocol.Fetch.requestPausedPayload, navigation?: Navigation): void;
  /** The page asks for an address that Chromium loads from nowhere, of a custom scheme for one. */
  leaving(url: string): void;
  /** A message of the preload; `current` is false when its document has been left. */
  message(text: string, context: number, current: boolean): void;
}

/** A request for a document, seen as a navigation. */
export interface Navigation {
  readonly isMainFrame: boolean;
  /** True for links, scripts and forms; false for what the host or a test driver asked for. */
  readonly byPage: boolean;
  /** True when a server sent the page on to this address. */
  readonly isRedirect: boolean;
}

/** Names shared by the host and the preload's world of one page. */
export interface ChannelNames {
  readonly sender: string;
  readonly receiver: string;
}

/** The DevTools binding of the world that holds navigations. */
const LEAVE = 'leave';

/** Addresses whose loading Chromium announces as a request, or that need none. */
const LOADABLE = /^(https?|file|data|blob|about|chrome|chrome-error):/i;

/** One tab, driven by DevTools. It has no idea of Electron. */
export class Page {
  readonly target: Target;
  readonly #events: PageEvents;
  readonly #names: ChannelNames;
  #mainFrame = '';
  /** The document a tab is born with, which is never reported. */
  #firstLoader = '';
  #loadedLoader = '';
  #preloadContext: number | undefined;
  /** Frames whose page has asked for a navigation; Chromium tells so before it requests. */
  readonly #asking = new Set<string>();
  #waiting: { readonly loader: string; settle(error?: LoadError): void } | undefined;

  constructor(target: Target, names: ChannelNames, events: PageEvents) {
    this.target = target;
    this.#names = names;
    this.#events = events;
  }

  /** Takes hold of a waiting tab and lets it run. */
  async attach(): Promise<void> {
    const { session } = this.target;
    this.#listen();
    const tree = session.send('Page.getFrameTree');
    const prepared = Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.addBinding', {
        name: this.#names.sender,
        executionContextName: ISOLATED_WORLD,
      }),
      session.send('Runtime.addBinding', {
        name: LEAVE,
        executionContextName: NAVIGATION_WORLD,
      }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${holdNavigation})(${JSON.stringify(LEAVE)});`,
        worldName: NAVIGATION_WORLD,
      }),
      session.send('Runtime.enable'),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
    const { frame } = (await tree).frameTree;
    this.#mainFrame = frame.id;
    this.#firstLoader = frame.loaderId;
    await prepared;
  }

  async install(scripts: PageScripts): Promise<void> {
    const { session } = this.target;
    await Promise.all([
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.isolatedWorld,
        worldName: ISOLATED_WORLD,
      }),
    ]);
  }

  /** Settles when the new document has loaded; rejects with a LoadError. */
  async navigate(url: string, appUrl: string): Promise<void> {
    this.#waiting?.settle(new LoadError('ERR_ABORTED', appUrl));
    const { session } = this.target;
    const { loaderId, errorText } = await session.send('Page.navigate', { url });
    if (errorText !== undefined) throw new LoadError(errorText, appUrl);
    if (loaderId === undefined || loaderId === this.#loadedLoader) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: LoadError): void => {
        this.#waiting = undefined;
        if (error === undefined) resolve();
        else reject(error);
      };
      this.#waiting = { loader: loaderId, settle };
    });
  }

  async reload(): Promise<void> {
    await this.target.session.send('Page.reload');
  }

  async preferColorScheme(value: 'light' | 'dark'): Promise<void> {
    await this.target.session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
  }

  /** Runs code in the page's own world and gives its value, copied. Rejects with what it throws. */
  async evaluate(code: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails } = await this.target.session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** Delivers to the preload's world; what finds no document there is lost, as in Electron. */
  post(message: ToRenderer, context = this.#preloadContext): void {
    if (context === undefined) return;
    this.target.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { globalThis[${JSON.stringify(this.#names.receiver)}](text); }`,
        executionContextId: context,
        arguments: [{ value: JSON.stringify(message) }],
        silent: true,
      })
      .catch(() => undefined);
  }

  /** Ends whatever still waits for this page. */
  abandon(url: string): void {
    this.#waiting?.settle(new LoadError('ERR_ABORTED', url));
  }

  #listen(): void {
    const { session } = this.target;
    const events = this.#events;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name === ISOLATED_WORLD && frameId === this.#mainFrame)
        this.#preloadContext = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#preloadContext) this.#preloadContext = undefined;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#preloadContext = undefined;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === LEAVE) events.leaving(payload);
      else if (name === this.#names.sender)
        events.message(payload, executionContextId, executionContextId === this.#preloadContext);
    });
    session.on('Runtime.consoleAPICalled', (event) => events.console(event));
    session.on('Inspector.targetCrashed', () => events.crashed());
    session.on('Fetch.requestPaused', (event) => {
      if (event.resourceType !== 'Document') {
        events.requested(event);
        return;
      }
      const { frameId } = event;
      const byPage = this.#asking.delete(frameId);
      const isRedirect = event.redirectedRequestId !== undefined;
      events.requested(event, { byPage, isRedirect, isMainFrame: frameId === this.#mainFrame });
    });
    session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (disposition !== 'currentTab') return;
      if (LOADABLE.test(url)) this.#asking.add(frameId);
    });
    session.on('Page.frameStartedNavigating', ({ frameId, url }) => {
      if (frameId === this.#mainFrame && !LOADABLE.test(url)) events.leaving(url);
    });
    session.on('Page.windowOpen', ({ url }) => events.opening(url));
    session.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId === this.#mainFrame) events.started();
    });
    session.on('Page.frameNavigated', ({ frame }) => this.#navigated(frame));
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.#mainFrame) events.navigatedInPage(url);
    });
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId === this.#mainFrame && loaderId !== this.#firstLoader)
        this.#lifecycle(name, loaderId);
    });
  }

  #navigated(frame: Protocol.Page.Frame): void {
    if (frame.id !== this.#mainFrame || frame.loaderId === this.#firstLoader) return;
    const waiting = this.#waiting;
    if (waiting !== undefined && waiting.loader !== frame.loaderId)
      waiting.settle(new LoadError('ERR_ABORTED', frame.url));
    if (frame.unreachableUrl === undefined) {
      this.#events.navigated(frame.url + (frame.urlFragment ?? ''));
      return;
    }
    // An error page: Chromium tells the reason only to whoever asked for the navigation.
    this.#events.failed(new LoadError('ERR_FAILED', frame.unreachableUrl));
  }

  #lifecycle(name: string, loader: string): void {
    switch (name) {
      case 'DOMContentLoaded':
        this.#events.domReady();
        return;
      case 'load':
        this.#loadedLoader = loader;
        this.#events.loaded();
        if (this.#waiting?.loader === loader) this.#waiting.settle();
        return;
      case 'firstPaint':
        this.#events.painted();
        return;
      default:
    }
  }
}
