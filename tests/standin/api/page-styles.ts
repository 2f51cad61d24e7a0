import type { Page } from '../page/page.ts';

/**
 * Style sheets that the app lays over a page. They are DevTools' own: the page does not find them
 * in its document, and its policy has no say. A new document has none.
 */
export class PageStyles {
  #isEnabled = false;
  #lastKey = 0;
  readonly #sheets = new Map<string, string>();

  /** Gives a key by which the style can be taken away again. */
  async insert(page: Page, css: string): Promise<string> {
    const { session } = page.target;
    const frame = page.frames.main;
    if (frame === undefined) throw new Error('The page is gone');
    if (!this.#isEnabled) {
      await session.send('DOM.enable');
      await session.send('CSS.enable');
      this.#isEnabled = true;
    }
    const { styleSheetId } = await session.send('CSS.createStyleSheet', {
      frameId: frame.id,
      force: true,
    });
    await session.send('CSS.setStyleSheetText', { styleSheetId, text: css });
    this.#lastKey += 1;
    const key = String(this.#lastKey);
    this.#sheets.set(key, styleSheetId);
    return key;
  }

  /** A key that is not known, or of a document that has been left, is let be. */
  async remove(page: Page, key: string): Promise<void> {
    const styleSheetId = this.#sheets.get(key);
    this.#sheets.delete(key);
    if (styleSheetId === undefined) return;
    await page.target.session
      .send('CSS.setStyleSheetText', { styleSheetId, text: '' })
      .catch(() => undefined);
  }
}
