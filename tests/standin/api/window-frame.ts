import type { Bounds, Browser, Target } from '../chromium/browser.ts';

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** A page hears of its new size a little later than DevTools does. */
const FIT_ATTEMPTS = 100;
const FIT_PAUSE_MS = 5;

type FourNumbers = readonly [number, number, number, number];

/**
 * A window's place on the screen. Its bounds are those of its content: there is no frame.
 * Changes are told to Chromium one after the other, for it refuses to size a minimised window.
 */
export class WindowFrame {
  readonly #browser: Browser;
  #bounds: Bounds;
  /** As asked last; Chromium hears of it in its turn. */
  #state: WindowState = 'normal';
  #appliedState: WindowState = 'normal';
  #target: Target | undefined;
  #windowId = 0;
  /** Whether the page is a tab in the window of the page that opened it, which keeps its size. */
  #isGuest = false;
  /** The height that Chromium keeps for tabs and address bar. */
  #tabStrip = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(browser: Browser, bounds: Bounds) {
    this.#browser = browser;
    this.#bounds = bounds;
  }

  get bounds(): Bounds {
    return this.#bounds;
  }

  get state(): WindowState {
    return this.#state;
  }

  /**
   * Opens the window; `visible` says whether it may be seen already.
   * @param context The browser context of its session; undefined for the profile.
   */
  async open(visible: boolean, context: Promise<string | undefined>): Promise<Target> {
    const id = await context;
    const target = await this.#browser.openWindow(this.#bounds, id);
    const { windowId } = await this.#browser.send('Browser.getWindowForTarget', {
      targetId: target.id,
    });
    this.#target = target;
    this.#windowId = windowId;
    this.#enqueue(() => this.#place());
    if (this.#browser.hasTabs(id)) this.#enqueue(() => this.#fit(target));
    if (!visible) this.setState('minimized');
    return target;
  }

  /** Takes a tab that a page has opened. Chromium may have put it into that page's window. */
  adopt(target: Target): void {
    this.#target = target;
    this.#isGuest = true;
    this.#enqueue(() => this.#place());
  }

  /** Settles when everything asked so far has been done. */
  settled(): Promise<void> {
    return this.#queue;
  }

  setBounds(bounds: Bounds): void {
    this.#bounds = bounds;
    this.#enqueue(() => this.#place());
  }

  setState(state: WindowState): void {
    this.#state = state;
    this.#enqueue(async () => {
      if (this.#target === undefined || this.#isGuest) return;
      // From one state to another Chromium goes by way of the normal one only.
      for (const step of state === 'normal' ? [state] : (['normal', state] as const))
        if (step !== this.#appliedState || step === state)
          await this.#browser.send('Browser.setWindowBounds', {
            windowId: this.#windowId,
            bounds: { windowState: step },
          });
      this.#appliedState = state;
      await this.#place();
    });
  }

  activate(): void {
    this.#enqueue(async () => {
      if (this.#target !== undefined)
        await this.#browser.send('Target.activateTarget', { targetId: this.#target.id });
    });
  }

  async #place(): Promise<void> {
    if (this.#target === undefined || this.#appliedState !== 'normal') return;
    const { x, y, width, height } = this.#bounds;
    if (this.#isGuest) {
      await this.#target.session.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 0,
        mobile: false,
      });
      return;
    }
    await this.#browser.send('Browser.setWindowBounds', {
      windowId: this.#windowId,
      bounds: {
        left: x,
        top: y,
        width,
        height: height + this.#tabStrip,
      },
    });
  }

  /** Learns how much larger than its content the window is, and waits until the content fits. */
  async #fit(target: Target): Promise<void> {
    for (let attempt = 0; attempt < FIT_ATTEMPTS; attempt += 1) {
      const { result } = await target.session.send('Runtime.evaluate', {
        expression: `new Promise((done) => setTimeout(() =>
          done([innerWidth, innerHeight, outerWidth, outerHeight]), ${FIT_PAUSE_MS}))`,
        awaitPromise: true,
        returnByValue: true,
      });
      const [width, height, outerWidth, outerHeight] = result.value as FourNumbers;
      // A tab strip, and nothing at the sides. Anything else is a window still being laid out.
      if (outerWidth !== width || outerHeight <= height) continue;
      if (width === this.#bounds.width && height === this.#bounds.height) return;
      if (this.#tabStrip > 0) continue;
      this.#tabStrip = outerHeight - height;
      await this.#place();
    }
  }

  #enqueue(work: () => Promise<void>): void {
    // A failure means that the window has closed, and with it went what was asked of it.
    this.#queue = this.#queue.then(work).catch(() => undefined);
  }
}
