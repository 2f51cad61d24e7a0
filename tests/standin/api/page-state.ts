import type { EventEmitter } from 'node:events';
import type { Frame } from '../page/frames.ts';
import type { LoadError } from '../page/net-errors.ts';
import type { PageEvents } from '../page/page-events.ts';
import { describeConsoleCall, describeException, type ConsoleText } from './console-text.ts';
import { createEvent } from './event.ts';
import type { Schemes } from './schemes.ts';
import type { WebFrameMain } from './web-frame.ts';
import type { WebFrames } from './web-frames.ts';

/** The WebContents on which a page's doings are told. */
export interface Teller extends EventEmitter {
  readonly id: number;
  readonly mainFrame: WebFrameMain;
  readonly frames: WebFrames;
}

const ABORTED = -3;

/** As Chromium calls a document that has no title: a file by its name, others by host and path. */
function nameOf(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  if (url.protocol === 'file:') return decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** What a page shows and does at the moment, told in Electron's events and addresses. */
export class PageState {
  readonly #teller: Teller;
  readonly #schemes: Schemes;
  #url = '';
  #title = '';
  #loading = false;
  #waiting = false;
  #crashed = false;

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

  /** Whether the first answer for the document is still awaited. */
  get isWaitingForResponse(): boolean {
    return this.#loading && this.#waiting;
  }

  get crashed(): boolean {
    return this.#crashed;
  }

  get title(): string {
    return this.#title;
  }

  /** A document without a title has the end of its address. */
  set title(title: string) {
    const shown = title === '' ? nameOf(this.#url) : title;
    if (shown === this.#title) return;
    this.#title = shown;
    this.#teller.emit('page-title-updated', createEvent(), shown, title !== '');
  }

  /** A load that came to nothing. Only what was not called off is a failure. */
  failed({ errno, code, url }: LoadError, frame: WebFrameMain = this.#teller.mainFrame): void {
    const isMain = frame === this.#teller.mainFrame;
    const details = [errno, code, url, isMain, frame.processId, frame.routingId] as const;
    this.#teller.emit('did-fail-provisional-load', createEvent(), ...details);
    if (errno !== ABORTED) this.#teller.emit('did-fail-load', createEvent(), ...details);
  }

  started(): void {
    this.#crashed = false;
    if (this.#loading) return;
    this.#loading = true;
    this.#waiting = true;
    this.#teller.emit('did-start-loading');
  }

  stopped(): void {
    if (!this.#loading) return;
    this.#loading = false;
    this.#teller.emit('did-stop-loading');
  }

  /** A server has sent a frame on, and the app lets it. */
  redirected(record: Frame, chromiumUrl: string): void {
    const url = this.#schemes.toApp(chromiumUrl);
    const isMainFrame = record.parent === undefined;
    const frame = this.#teller.frames.of(record);
    const { processId, routingId } = frame;
    const event = createEvent({ url, isSameDocument: false, isMainFrame, frame });
    const place = [isMainFrame, processId, routingId];
    this.#teller.emit('did-redirect-navigation', event, url, false, ...place);
  }

  /** The listeners by which a page keeps this up to date. */
  listeners(): Omit<
    PageEvents,
    'leaving' | 'requested' | 'message' | 'noticed' | 'opening' | 'historyChanged'
  > {
    const teller = this.#teller;
    const toApp = (url: string): string => this.#schemes.toApp(url);
    const of = (frame: Frame): WebFrameMain => teller.frames.of(frame);
    const isMain = (frame: Frame): boolean => frame.parent === undefined;
    const place = (frame: Frame): readonly [boolean, number, number] => {
      const { processId, routingId } = of(frame);
      return [isMain(frame), processId, routingId];
    };
    return {
      frameAttached: (frame) => teller.emit('frame-created', createEvent(), { frame: of(frame) }),
      frameDetached: (frame) => teller.frames.forget(frame),
      started: () => this.started(),
      stopped: () => this.stopped(),
      navigationStarted: (frame, url, isSameDocument) => {
        const details = { url: toApp(url), isSameDocument, isMainFrame: isMain(frame) };
        const event = createEvent({ ...details, frame: of(frame) });
        const rest = [toApp(url), isSameDocument, ...place(frame)];
        teller.emit('did-start-navigation', event, ...rest);
      },
      navigated: ({ frame, url, status, statusText }) => {
        const address = toApp(url);
        if (isMain(frame)) {
          this.#url = address;
          this.#waiting = false;
        }
        const response = [address, status, statusText] as const;
        teller.emit('did-frame-navigate', createEvent(), ...response, ...place(frame));
        if (!isMain(frame)) return;
        teller.emit('did-navigate', createEvent(), ...response);
      },
      navigatedInPage: (frame, url) => {
        const address = toApp(url);
        if (isMain(frame)) this.#url = address;
        teller.emit('did-navigate-in-page', createEvent(), address, ...place(frame));
      },
      domReady: (frame) => {
        of(frame).emit('dom-ready');
        if (isMain(frame)) teller.emit('dom-ready', createEvent());
      },
      loaded: (frame) => {
        teller.emit('did-frame-finish-load', createEvent(), ...place(frame));
        if (!isMain(frame)) return;
        teller.emit('did-finish-load', createEvent());
        this.stopped();
      },
      painted: () => {
        teller.emit('first-paint');
      },
      failed: (error, frame) => {
        this.failed(Object.assign(error, { url: toApp(error.url) }), of(frame));
      },
      console: (event) => this.#console(describeConsoleCall(event)),
      threw: (event) => this.#console(describeException(event)),
      crashed: () => {
        this.#crashed = true;
        this.#loading = false;
        teller.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 });
      },
    };
  }

  #console({ message, level, lineNumber, source }: ConsoleText): void {
    const sourceId = this.#schemes.toApp(source);
    const details = { message, level, lineNumber, sourceId, frame: this.#teller.mainFrame };
    this.#teller.emit('console-message', createEvent(details));
  }
}
