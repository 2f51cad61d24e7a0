import type { NavigationHistory as ElectronNavigationHistory } from 'electron';
import type { Page } from '../page/page.ts';
import type { History } from '../page/page-events.ts';
import type { Schemes } from './schemes.ts';

/** The part of Electron's `NavigationHistory` that is here, held to Electron's own declarations. */
type NavigationHistorySurface = Pick<
  ElectronNavigationHistory,
  | 'canGoBack'
  | 'canGoForward'
  | 'canGoToOffset'
  | 'clear'
  | 'getActiveIndex'
  | 'getAllEntries'
  | 'getEntryAtIndex'
  | 'goBack'
  | 'goForward'
  | 'goToIndex'
  | 'goToOffset'
  | 'length'
>;

const EMPTY: History = { index: -1, entries: [] };

/** Where a WebContents has been. It is brought up to date before a navigation is told. */
export class NavigationHistory implements NavigationHistorySurface {
  readonly #schemes: Schemes;
  readonly #do: (work: (page: Page) => Promise<unknown>) => void;
  #history = EMPTY;

  constructor(schemes: Schemes, doWithPage: (work: (page: Page) => Promise<unknown>) => void) {
    this.#schemes = schemes;
    this.#do = doWithPage;
  }

  /** For the host. */
  update(history: History): void {
    this.#history = history;
  }

  /** Notes the title of the present entry. For the host. */
  retitle(title: string): void {
    const { index, entries } = this.#history;
    const present = entries[index];
    if (present !== undefined)
      this.#history = { index, entries: entries.with(index, { ...present, title }) };
  }

  canGoBack(): boolean {
    return this.canGoToOffset(-1);
  }

  canGoForward(): boolean {
    return this.canGoToOffset(1);
  }

  canGoToOffset(offset: number): boolean {
    return this.#history.entries[this.#history.index + offset] !== undefined;
  }

  goBack(): void {
    this.goToOffset(-1);
  }

  goForward(): void {
    this.goToOffset(1);
  }

  goToOffset(offset: number): void {
    this.goToIndex(this.#history.index + offset);
  }

  goToIndex(index: number): void {
    const entry = this.#history.entries[index];
    if (entry === undefined) return;
    this.#do(({ target }) =>
      target.session.send('Page.navigateToHistoryEntry', { entryId: entry.id }),
    );
  }

  clear(): void {
    const active = this.#history.entries[this.#history.index];
    this.#history = active === undefined ? EMPTY : { index: 0, entries: [active] };
    this.#do(({ target }) => target.session.send('Page.resetNavigationHistory'));
  }

  getActiveIndex(): number {
    return this.#history.index;
  }

  length(): number {
    return this.#history.entries.length;
  }

  getEntryAtIndex(index: number): { url: string; title: string } {
    const entry = this.#history.entries[index];
    // Electron gives null for an index out of range, whatever its declarations say.
    if (entry === undefined) return null as unknown as { url: string; title: string };
    return { url: this.#schemes.toApp(entry.url), title: entry.title };
  }

  getAllEntries(): { url: string; title: string }[] {
    return this.#history.entries.map((_entry, index) => this.getEntryAtIndex(index));
  }
}
