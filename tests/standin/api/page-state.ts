import type { EventEmitter } from 'node:events';
import type { Protocol } from '../chromium/protocol.ts';
import type { LoadError } from '../page/net-errors.ts';
import type { PageEvents } from '../page/page.ts';
import { createEvent } from './event.ts';
import type { Schemes } from './schemes.ts';

/** The WebContents on which a page's doings are told. */
export interface Teller extends EventEmitter {
  readonly id: number;
  readonly mainFrame: object;
}

const CONSOLE_LEVELS: Readonly<Record<string, 'info' | 'warning' | 'error' | 'debug'>> = {
  debug: 'debug',
  warning: 'warning',
  error: 'error',
  assert: 'error',
};

/** What a page shows and does at the moment, told in Electron's events and addresses. */
export class PageState {
  readonly #teller: Teller;
  readonly #schemes: Schemes;
  #url = '';
  #title = '';
  #loading = false;
  #opening: string | undefined;

  constructor(teller: Teller, schemes: Schemes) {
    this.#teller = teller;
    this.#schemes = schemes;
  }

  get url(): string {
    return this.#url;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    if (title === this.#title) return;
    this.#title = title;
    this.#teller.emit('page-title-updated', createEvent(), title, true);
  }

  /** The address of the window that the page asked for last; it is given once. */
  takeOpening(): string | undefined {
    const url = this.#opening;
    this.#opening = undefined;
    return url;
  }

  failed({ errno, code, url }: LoadError): void {
    const { id } = this.#teller;
    this.#loading = false;
    this.#teller.emit('did-fail-load', createEvent(), errno, code, url, true, id, id);
    this.#teller.emit('did-stop-loading');
  }

  /** The listeners by which a page keeps this up to date. */
  listeners(): Omit<PageEvents, 'leaving' | 'requested' | 'message'> {
    const teller = this.#teller;
    const { id } = teller;
    return {
      started: () => {
        if (this.#loading) return;
        this.#loading = true;
        teller.emit('did-start-loading');
      },
      navigated: (url) => {
        this.#url = this.#schemes.toApp(url);
        teller.emit('did-navigate', createEvent(), this.#url, 200, 'OK');
      },
      navigatedInPage: (url) => {
        this.#url = this.#schemes.toApp(url);
        teller.emit('did-navigate-in-page', createEvent(), this.#url, true, id, id);
      },
      opening: (url) => {
        this.#opening = this.#schemes.toApp(url);
      },
      domReady: () => {
        teller.emit('dom-ready', createEvent());
      },
      loaded: () => {
        this.#loading = false;
        teller.emit('did-frame-finish-load', createEvent(), true, id, id);
        teller.emit('did-finish-load');
        teller.emit('did-stop-loading');
      },
      painted: () => {
        teller.emit('first-paint');
      },
      failed: (error) => this.failed(error),
      console: (event) => this.#console(event),
      crashed: () => {
        teller.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 });
      },
    };
  }

  #console({ type, args, stackTrace }: Protocol.Runtime.consoleAPICalledPayload): void {
    const [frame] = stackTrace?.callFrames ?? [];
    const details = {
      message: args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' '),
      level: CONSOLE_LEVELS[type] ?? 'info',
      lineNumber: (frame?.lineNumber ?? 0) + 1,
      sourceId: this.#schemes.toApp(frame?.url ?? ''),
      frame: this.#teller.mainFrame,
    };
    this.#teller.emit('console-message', createEvent(details));
  }
}
