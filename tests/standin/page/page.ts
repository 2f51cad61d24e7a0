import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Target } from '../chromium/browser.ts';
import type { Protocol } from '../chromium/protocol.ts';
import { askForKeys, askToClose, watchPage } from '../renderer/watch-page.ts';
import { holdNavigation, WATCH, WATCH_WORLD } from '../renderer/hold-navigation.ts';
import type { ToRenderer } from '../renderer/messages.ts';
import { ISOLATED_WORLD, type PageScripts } from '../renderer/scripts.ts';
import { FrameTree, type Frame } from './frames.ts';
import { evaluate, type EvaluateOptions } from './evaluate.ts';
import { InOrder } from './in-order.ts';
import { LoadError } from './net-errors.ts';
import { PageHistory } from './page-history.ts';
import type { PageEvents } from './page-events.ts';
import { listenToPage } from './listen.ts';
import { Synchronous } from './synchronous.ts';

/** Names shared by the host and the preload's world of one page. */
export interface ChannelNames {
  readonly sender: string;
  readonly receiver: string;
}

/** Such an event is heard by `onbeforeunload` too, and asks nobody. */
const BEFORE_UNLOAD = `(() => {
  const event = document.createEvent('BeforeUnloadEvent');
  event.initEvent('beforeunload', false, true);
  window.dispatchEvent(event);
  return event.defaultPrevented || event.returnValue !== '';
})()`;

const ERROR_PAGE_PATIENCE_MS = 500;
const UNLOAD_PATIENCE_MS = 1_000;

const isBlank = ({ url }: Protocol.Page.Frame): boolean => url === '' || url === 'about:blank';

/** The script that watches over a document, once. */
const watchSource = (closeEvent: string): string => `if (globalThis.watched !== document) {
  globalThis.watched = document;
  (${holdNavigation})(${JSON.stringify(WATCH)});
  (${watchPage})(${JSON.stringify(WATCH)}, ${JSON.stringify(closeEvent)});
}`;

export interface AttachOptions {
  /** What has to be there before the page's first document. */
  readonly scripts?: PageScripts | undefined;
  /** Whether another page opened this one. */
  readonly isOpened?: boolean;
}

/** One tab, driven by DevTools. It has no idea of Electron. */
export class Page {
  readonly target: Target;
  readonly frames = new FrameTree(ISOLATED_WORLD);
  readonly synchronous: Synchronous;
  readonly #names: ChannelNames;
  readonly #events: PageEvents;
  readonly #order = new InOrder();
  readonly #history: PageHistory;
  /** The document a tab is born with, which is never reported. */
  #firstLoader = '';
  #loadedLoader = '';
  #asksForKeys: Promise<void> | undefined;
  #toldFailure = Promise.withResolvers<void>();
  #hasToldFailure = false;
  #waiting: { readonly loader: string; settle(error?: LoadError): void } | undefined;

  constructor(target: Target, names: ChannelNames, events: PageEvents) {
    this.target = target;
    this.#names = names;
    this.#events = {
      ...events,
      failed: (error, frame) => {
        events.failed(error, frame);
        if (frame.parent !== undefined) return;
        this.#hasToldFailure = true;
        this.#toldFailure.resolve();
      },
    };
    this.synchronous = new Synchronous(target.session);
    this.#history = new PageHistory(target.session);
  }

  /** Takes hold of a waiting tab and lets it run. */
  async attach({ scripts, isOpened = false }: AttachOptions = {}): Promise<void> {
    const { session } = this.target;
    const closeEvent = `close-${randomBytes(12).toString('hex')}`;
    const watch = watchSource(closeEvent);
    const domReady = (frame: Frame): void => {
      this.#events.domReady(frame);
      if (isOpened && frame.parent === undefined) void this.#watchAnyway(frame, watch);
    };
    const events = { ...this.#events, domReady };
    listenToPage(session, this.#names.sender, this.frames, this.#order, events, {
      isReported: (loader) => loader !== this.#firstLoader,
      committed: (loader, unreachable) => this.#committed(loader, unreachable),
      loaded: (loader) => this.#loaded(loader),
      history: (url) => this.#history.once(url),
      paused: (callFrame) => void this.synchronous.paused(callFrame).catch(() => undefined),
    });
    const main = async (): Promise<Protocol.Page.Frame> =>
      (await session.send('Page.getFrameTree')).frameTree.frame;
    // All at once: a page without an opener may answer nothing more until its navigation has gone on.
    const first = main();
    const prepared = Promise.all([
      session.send('Page.enable'),
      // Before the bindings: a context is given none while nobody listens for contexts.
      session.send('Runtime.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
      session.send('Runtime.addBinding', {
        name: this.#names.sender,
        executionContextName: ISOLATED_WORLD,
      }),
      session.send('Runtime.addBinding', { name: WATCH, executionContextName: WATCH_WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${askToClose})(${JSON.stringify(closeEvent)});`,
      }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: watch,
        worldName: WATCH_WORLD,
      }),
      ...(scripts === undefined ? [] : [this.install(scripts)]),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
    const born = await first;
    this.frames.attach(born.id);
    // Another DevTools client may have let the page of an opener go to its address already.
    if (isOpened && !isBlank(born)) this.#catchUp(born);
    else this.#firstLoader = born.loaderId;
    await prepared;
    if (!isOpened || this.frames.main?.url !== '') return;
    const present = await main();
    if (!isBlank(present) && this.frames.main.url === '') this.#catchUp(present);
  }

  /** Notes a document that was there before its coming could be heard. */
  #catchUp(frame: Protocol.Page.Frame): void {
    this.target.session.deliver('Page.frameNavigated', { frame, type: 'Navigation' });
  }

  async install(scripts: PageScripts): Promise<void> {
    const { session } = this.target;
    await Promise.all([
      ...(scripts.asksSynchronously ? [this.synchronous.enable()] : []),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.mainWorld,
      }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.isolatedWorld,
        worldName: ISOLATED_WORLD,
      }),
    ]);
  }

  /** Settles when the new document has loaded; rejects with a LoadError. */
  async navigate(url: string, appUrl: string, referrer?: string): Promise<void> {
    this.#waiting?.settle(new LoadError('ERR_ABORTED', appUrl));
    this.#hasToldFailure = false;
    this.#toldFailure = Promise.withResolvers();
    const { session } = this.target;
    const { loaderId, errorText } = await session.send('Page.navigate', {
      url,
      ...(referrer === undefined ? {} : { referrer }),
    });
    if (errorText !== undefined) {
      // Chromium shows an error page then, which tells the same; it may do so a little later.
      if (errorText !== 'net::ERR_ABORTED')
        await Promise.race([this.#toldFailure.promise, setTimeout(ERROR_PAGE_PATIENCE_MS)]);
      throw new LoadError(errorText, appUrl);
    }
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

  async preferColorScheme(value: 'light' | 'dark'): Promise<void> {
    await this.target.session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
  }

  /** Runs code in a frame's own world; without a frame in the main one. See `evaluate`. */
  evaluate(code: string, options: EvaluateOptions & { frame?: Frame } = {}): Promise<unknown> {
    const { frame = this.frames.main, ...rest } = options;
    return evaluate(this.target.session, code, { context: frame?.pageContext, ...rest });
  }

  /** The context of a world in the main frame, made where it is not there yet. */
  async contextOfWorld(world: 'preload' | number): Promise<number | undefined> {
    const { main } = this.frames;
    if (world === 'preload' && main?.preloadContext !== undefined) return main.preloadContext;
    if (world === 0 || main === undefined) return main?.pageContext;
    const { executionContextId } = await this.target.session.send('Page.createIsolatedWorld', {
      frameId: main.id,
      worldName: world === 'preload' ? ISOLATED_WORLD : `World ${world}`,
    });
    return executionContextId;
  }

  async overrideUserAgent(userAgent: string): Promise<void> {
    await this.target.session.send('Network.setUserAgentOverride', { userAgent });
  }

  /** From now on every key is asked about before the page gets it. */
  askForKeys(): Promise<void> {
    this.#asksForKeys ??= this.#installKeys();
    return this.#asksForKeys;
  }

  /** Whether the page's `beforeunload` wants it to stay. */
  async objectsToUnload(): Promise<boolean> {
    if (this.synchronous.isAnswering) return false;
    const objects = this.evaluate(BEFORE_UNLOAD).catch(() => false);
    // A page that is busy for longer is not waited for.
    return (await Promise.race([objects, setTimeout(UNLOAD_PATIENCE_MS)])) === true;
  }

  /** Whether the page itself has told why the last `navigate` failed. */
  get hasToldFailure(): boolean {
    return this.#hasToldFailure;
  }

  /** Delivers to the preload's world; what finds no document there is lost, as in Electron. */
  post(message: ToRenderer, context = this.frames.main?.preloadContext): void {
    if (context === undefined) return;
    const { session } = this.target;
    this.synchronous.whenRunning(() => {
      session
        .send('Runtime.callFunctionOn', {
          functionDeclaration: `function (text) { globalThis[${JSON.stringify(this.#names.receiver)}](text); }`,
          executionContextId: context,
          arguments: [{ value: JSON.stringify(message) }],
          silent: true,
        })
        .catch(() => undefined);
    });
  }

  /** Ends whatever still waits for this page. */
  abandon(url: string): void {
    this.#waiting?.settle(new LoadError('ERR_ABORTED', url));
  }

  /**
   * A page of its opener's origin takes over the window of the blank document it is born with, and
   * Chromium runs no script of a new document in it.
   */
  async #watchAnyway(frame: Frame, source: string): Promise<void> {
    const { session } = this.target;
    const world = { frameId: frame.id, worldName: WATCH_WORLD };
    try {
      const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
      await session.send('Runtime.evaluate', {
        expression: source,
        contextId: executionContextId,
      });
    } catch {
      // That document has gone meanwhile.
    }
  }

  async #installKeys(): Promise<void> {
    await this.synchronous.enable();
    await this.target.session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${askForKeys})(${JSON.stringify(WATCH)});`,
      worldName: WATCH_WORLD,
      runImmediately: true,
    });
  }

  #committed(loader: string, unreachable: string | undefined): void {
    const waiting = this.#waiting;
    if (waiting === undefined || waiting.loader === loader) return;
    waiting.settle(new LoadError('ERR_ABORTED', unreachable ?? this.frames.main?.url ?? ''));
  }

  #loaded(loader: string): void {
    this.#loadedLoader = loader;
    if (this.#waiting?.loader === loader) this.#waiting.settle();
  }
}
