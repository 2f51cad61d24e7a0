import type { Navigation } from '../page/page.ts';
import { createEvent } from './event.ts';
import type { Teller } from './page-state.ts';

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
  mayProceed(url: string, { byPage, isMainFrame, isRedirect }: Navigation): boolean {
    if (isRedirect) return this.#mayRedirect(url, isMainFrame);
    return !byPage || this.mayNavigate(url, isMainFrame);
  }

  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const { id, mainFrame } = this.#teller;
    const frame = isMainFrame ? mainFrame : null;
    const details = createEvent({ url, isSameDocument: false, isMainFrame, frame });
    this.#teller.emit('will-frame-navigate', details);
    if (isMainFrame) this.#teller.emit('will-navigate', details, url, false, true, id, id);
    return !details.defaultPrevented;
  }

  #mayRedirect(url: string, isMainFrame: boolean): boolean {
    const { id } = this.#teller;
    const details = createEvent({ url, isSameDocument: false, isMainFrame });
    this.#teller.emit('will-redirect', details, url, false, isMainFrame, id, id);
    return !details.defaultPrevented;
  }
}
