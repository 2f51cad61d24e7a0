import type { FindInPageOptions, FoundInPageResult } from 'electron';
import type { Page } from '../page/page.ts';
import { findText, forgetFinding } from '../renderer/find-text.ts';

/** The world in which pages are searched; the page's own scripts see nothing of it but a selection. */
const FIND_WORLD = 'Stand-in find';

export type StopAction = 'clearSelection' | 'keepSelection' | 'activateSelection';

/** A page's search for text. What is found is selected, where Electron marks it. */
export class FindInPage {
  #lastRequest = 0;
  #context: { readonly page: number; readonly id: number } | undefined;

  /** Gives the number of the search at once, and its outcome to `tell`. */
  find(
    page: () => Promise<Page>,
    text: string,
    options: FindInPageOptions,
    tell: (result: FoundInPageResult) => void,
  ): number {
    if (text === '') throw new Error('Must provide a non-empty search content');
    this.#lastRequest += 1;
    const requestId = this.#lastRequest;
    const { forward = true, matchCase = false, findNext = false } = options;
    const search = async (): Promise<void> => {
      const found = await this.#run(
        await page(),
        `(${findText})(${JSON.stringify({ text, forward, matchCase, isNew: findNext })})`,
      );
      const result = found as Omit<FoundInPageResult, 'requestId' | 'finalUpdate'>;
      tell({ requestId, finalUpdate: true, ...result });
    };
    search().catch(() => undefined);
    return requestId;
  }

  async stop(page: Page, action: StopAction): Promise<void> {
    await this.#run(page, `(${forgetFinding})(${JSON.stringify(action)})`);
  }

  async #run(page: Page, expression: string): Promise<unknown> {
    const { session } = page.target;
    const { main } = page.frames;
    if (main?.pageContext === undefined) throw new Error('The page shows nothing yet');
    if (this.#context?.page !== main.pageContext) {
      const { executionContextId } = await session.send('Page.createIsolatedWorld', {
        frameId: main.id,
        worldName: FIND_WORLD,
      });
      this.#context = { page: main.pageContext, id: executionContextId };
    }
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId: this.#context.id,
      returnByValue: true,
    });
    return result.value;
  }
}
