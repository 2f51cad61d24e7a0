import type { Session as Cdp } from '../chromium/connection.ts';
import type { Protocol } from '../chromium/protocol.ts';
import { WATCH } from '../renderer/hold-navigation.ts';
import type { FromWatch } from '../renderer/messages.ts';
import type { FrameTree } from './frames.ts';
import type { InOrder } from './in-order.ts';
import { LoadError } from './net-errors.ts';
import type { History, PageEvents } from './page-events.ts';

/** What the page itself wants to know of its documents. */
export interface PageDocuments {
  /** False for the document a tab is born with. */
  isReported(loader: string): boolean;
  committed(loader: string, unreachable: string | undefined): void;
  loaded(loader: string): void;
  /** Once it includes this address. */
  history(url: string): Promise<History>;
  paused(callFrame: string | undefined): void;
}

/** Addresses whose loading Chromium announces as a request, or that need none. */
const LOADABLE = /^(https?|file|data|blob|about|chrome|chrome-error):/i;

interface Response {
  readonly status: number;
  readonly statusText: string;
}

const NO_HTTP: Response = { status: -1, statusText: '' };

/** Turns DevTools' events of one tab into those of a page. */
export function listenToPage(
  session: Cdp,
  sender: string,
  frames: FrameTree,
  order: InOrder,
  events: PageEvents,
  documents: PageDocuments,
): void {
  /** Frames whose page has asked for a navigation; Chromium tells so before it requests. */
  const asking = new Set<string>();
  /** The answers to requests for documents, by their loader. */
  const responses = new Map<string, Response>();
  const failures = new Map<string, string>();
  /** Whether a load of the main frame is under way; the blank document's own is none. */
  let isMainLoading = false;
  const tell = (work: () => void): void => order.tell(work);

  session.on('Runtime.executionContextCreated', ({ context }) => frames.addContext(context));
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    frames.removeContext(executionContextId),
  );
  session.on('Runtime.executionContextsCleared', () => frames.removeContexts());
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    const frame = frames.ofContext(executionContextId);
    tell(() => {
      if (name === sender) events.message(payload, executionContextId, frame);
      else if (name === WATCH && frame !== undefined)
        events.noticed(JSON.parse(payload) as FromWatch, frame);
    });
  });
  session.on('Debugger.paused', ({ callFrames }) =>
    tell(() => documents.paused(callFrames[0]?.callFrameId)),
  );
  session.on('Runtime.consoleAPICalled', (event) => tell(() => events.console(event)));
  session.on('Runtime.exceptionThrown', (event) => tell(() => events.threw(event)));
  session.on('Inspector.targetCrashed', () => tell(() => events.crashed()));

  session.on('Fetch.requestPaused', (event) => {
    if (event.resourceType !== 'Document') {
      events.requested(event);
      return;
    }
    const { frameId } = event;
    const byPage = asking.delete(frameId);
    const isRedirect = event.redirectedRequestId !== undefined;
    const isMainFrame = frames.isMain(frameId);
    const frame = frames.get(frameId);
    events.requested(event, { frame, byPage, isRedirect, isMainFrame });
  });
  session.on('Network.responseReceived', ({ type, loaderId, requestId, response }) => {
    if (type !== 'Document' || requestId !== loaderId) return;
    const { status, statusText, url } = response;
    if (/^https?:/i.test(url)) responses.set(loaderId, { status, statusText });
  });
  session.on('Network.loadingFailed', ({ type, requestId, errorText }) => {
    if (type === 'Document') failures.set(requestId, errorText);
  });

  session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition === 'currentTab' && LOADABLE.test(url)) asking.add(frameId);
  });
  session.on('Page.frameStartedNavigating', ({ frameId, url, loaderId, navigationType }) => {
    if (frames.isMain(frameId) && !LOADABLE.test(url)) {
      events.leaving(url);
      return;
    }
    const frame = frames.get(frameId);
    if (frame === undefined || /sameDocument$/i.test(navigationType)) return;
    if (!documents.isReported(loaderId)) return;
    if (frame.parent === undefined) isMainLoading = true;
    tell(() => {
      if (frame.parent === undefined) events.started();
      events.navigationStarted(frame, url, false);
    });
  });
  session.on('Page.frameStoppedLoading', ({ frameId }) => {
    if (!frames.isMain(frameId) || !isMainLoading) return;
    isMainLoading = false;
    tell(() => events.stopped());
  });
  session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
    events.opening({ url, frameName: windowName, features: windowFeatures.join(',') }),
  );
  session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
    const frame = frames.attach(frameId, parentFrameId);
    tell(() => events.frameAttached(frame));
  });
  session.on('Page.frameDetached', ({ frameId, reason }) => {
    if (reason === 'swap') return;
    for (const frame of frames.detach(frameId)) tell(() => events.frameDetached(frame));
  });
  session.on('Page.frameNavigated', ({ frame }) => navigated(frame));
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const frame = frames.get(frameId);
    if (frame === undefined) return;
    const inPage = (): void => {
      events.navigationStarted(frame, url, true);
      events.navigatedInPage(frame, url);
    };
    frames.moveWithinDocument(frameId, url);
    if (frame.parent === undefined) withHistory(url, inPage);
    else tell(inPage);
  });
  session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
    const frame = frames.get(frameId);
    if (frame === undefined || !documents.isReported(loaderId)) return;
    tell(() => lifecycle(frame, name, loaderId));
  });

  const withHistory = (url: string, work: () => void): void =>
    order.tellOnce(
      documents.history(url).catch(() => undefined),
      (history) => {
        if (history !== undefined) events.historyChanged(history);
        work();
      },
    );

  const navigated = (committed: Protocol.Page.Frame): void => {
    const { id, loaderId, unreachableUrl } = committed;
    for (const gone of frames.navigate(committed)) tell(() => events.frameDetached(gone));
    const frame = frames.get(id);
    if (frame === undefined || !documents.isReported(loaderId)) return;
    const response = responses.get(loaderId) ?? NO_HTTP;
    const reason = failures.get(loaderId) ?? 'ERR_FAILED';
    responses.delete(loaderId);
    failures.delete(loaderId);
    const isMain = frame.parent === undefined;
    if (isMain) documents.committed(loaderId, unreachableUrl);
    const commit = (): void => {
      if (unreachableUrl === undefined) events.navigated({ frame, url: frame.url, ...response });
      else events.failed(new LoadError(reason, unreachableUrl), frame);
    };
    if (isMain) withHistory(unreachableUrl ?? frame.url, commit);
    else tell(commit);
  };

  const lifecycle = (
    frame: NonNullable<ReturnType<FrameTree['get']>>,
    name: string,
    loader: string,
  ): void => {
    const isMain = frame.parent === undefined;
    if (name === 'DOMContentLoaded') events.domReady(frame);
    else if (name === 'load') {
      events.loaded(frame);
      if (isMain) documents.loaded(loader);
    } else if (name === 'firstPaint' && isMain) events.painted();
  };
}
