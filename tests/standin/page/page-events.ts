import type { Protocol } from '../chromium/protocol.ts';
import type { FromWatch } from '../renderer/messages.ts';
import type { Frame } from './frames.ts';
import type { LoadError } from './net-errors.ts';

/** A request for a document, seen as a navigation. */
export interface Navigation {
  readonly frame: Frame | undefined;
  readonly isMainFrame: boolean;
  /** True for links, scripts and forms; false for what the host or a test driver asked for. */
  readonly byPage: boolean;
  /** True when a server sent the page on to this address. */
  readonly isRedirect: boolean;
}

/** A document that has taken the place of another. */
export interface Committed {
  readonly frame: Frame;
  readonly url: string;
  /** The server's; -1 where no HTTP was spoken. */
  readonly status: number;
  readonly statusText: string;
}

/** A window that the page asks for, as far as the page tells. */
export interface Opening {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
}

/** Where a page can go back and forward to. */
export interface History {
  readonly index: number;
  readonly entries: readonly {
    readonly id: number;
    readonly url: string;
    readonly title: string;
  }[];
}

/** What a page reports, in Chromium's addresses. */
export interface PageEvents {
  frameAttached(frame: Frame): void;
  frameDetached(frame: Frame): void;
  started(): void;
  /** The load has ended without a new document. */
  stopped(): void;
  navigationStarted(frame: Frame, url: string, isSameDocument: boolean): void;
  navigated(committed: Committed): void;
  navigatedInPage(frame: Frame, url: string): void;
  historyChanged(history: History): void;
  /** The page asks for a window; its target follows. */
  opening(opening: Opening): void;
  domReady(frame: Frame): void;
  loaded(frame: Frame): void;
  painted(): void;
  failed(error: LoadError, frame: Frame): void;
  console(event: Protocol.Runtime.consoleAPICalledPayload): void;
  threw(event: Protocol.Runtime.exceptionThrownPayload): void;
  crashed(): void;
  requested(event: Protocol.Fetch.requestPausedPayload, navigation?: Navigation): void;
  /** What the world that watches over the page has to say. */
  noticed(notice: FromWatch, frame: Frame): void;
  /** The page asks for an address that Chromium loads from nowhere, of a custom scheme for one. */
  leaving(url: string): void;
  /** A message of a preload. There is no frame when its document has been left. */
  message(text: string, context: number, frame: Frame | undefined): void;
}
