import type { Size } from 'electron';
import type { Page } from '../page/page.ts';

/** Chromium's step between two zoom levels. */
const STEP = 1.2;

/**
 * How large a page is drawn. A page at factor 2 has half as many pixels of its own, each twice as
 * large, which is what Chromium's zoom does too. The factor belongs to the window here, not to the
 * address's origin.
 */
export class PageZoom {
  readonly #size: () => Size;
  #factor: number;

  constructor(factor: number, size: () => Size) {
    this.#factor = factor;
    this.#size = size;
  }

  get factor(): number {
    return this.#factor;
  }

  set factor(factor: number) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#factor = factor;
  }

  get level(): number {
    return Math.round((Math.log(this.#factor) / Math.log(STEP)) * 1e9) / 1e9;
  }

  set level(level: number) {
    this.#factor = STEP ** level;
  }

  /** Draws the page so. */
  async apply(page: Page): Promise<void> {
    const { session } = page.target;
    if (this.#factor === 1) {
      await session.send('Emulation.clearDeviceMetricsOverride');
      return;
    }
    const { width, height } = this.#size();
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / this.#factor),
      height: Math.round(height / this.#factor),
      deviceScaleFactor: this.#factor,
      mobile: false,
    });
  }
}
