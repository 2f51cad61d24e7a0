import type { Navigation } from '../page/page-events.ts';
import { createEvent } from './event.ts';
import type { Teller } from './page-state.ts';
import type { WebFrameMain } from './web-frame.ts';

/**
 * Asks the app's listeners before a page goes elsewhere. What the app or a test driver loads is no
 * navigation of the page, and nobody is asked.
 */
export class NavigationGuard {
  readonly #teller: Teller;

  constructor(teller: Teller) {
    this.#teller = teller;
  }

  /** Whether a document may be requested. */
  mayProceed(url: string, { byPage, isRedirect, isMainFrame, frame }: Navigation): boolean {
    const of = frame === undefined ? null : this.#teller.frames.of(frame);
    if (isRedirect) return this.#mayRedirect(url, isMainFrame, of);
    return !byPage || this.mayNavigate(url, isMainFrame, of);
  }

  mayNavigate(
    url: string,
    isMainFrame: boolean,
    frame: WebFrameMain | null = this.#teller.mainFrame,
  ): boolean {
    const { processId, routingId } = frame ?? this.#teller.mainFrame;
    const initiator = frame;
    const details = createEvent({ url, isSameDocument: false, isMainFrame, frame, initiator });
    this.#teller.emit('will-frame-navigate', details);
    if (isMainFrame && !details.defaultPrevented)
      this.#teller.emit('will-navigate', details, url, false, true, processId, routingId);
    return !details.defaultPrevented;
  }

  #mayRedirect(url: string, isMainFrame: boolean, frame: WebFrameMain | null): boolean {
    const { processId, routingId } = frame ?? this.#teller.mainFrame;
    const details = createEvent({ url, isSameDocument: false, isMainFrame, frame });
    this.#teller.emit('will-redirect', details, url, false, isMainFrame, processId, routingId);
    return !details.defaultPrevented;
  }
}
