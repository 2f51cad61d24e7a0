import type { Result } from '../../contract/errors.ts';
import type { NumberedPage, NumberedPages, PagePosition } from './page.ts';
import type { Speculation } from './speculation.ts';

/** A page as it was read, and whether it was asked for from where the one before it ended. */
export interface ReadPage<Item> {
  readonly result: Result<NumberedPage<Item>>;
  readonly isAnchored: boolean;
}

/** What the pages handed out so far say about those that follow. */
export type Prospect =
  /** The last one was whole; `newest` is the creation time of its newest item, where the order is known. */
  | { readonly kind: 'more'; readonly newest: number | null }
  /** The last one was short, so the next one probably is empty. */
  | { readonly kind: 'perhaps' };

/** Numbered pages in their order, some of them asked for before they are known to exist. */
export interface ReadAhead<Item> {
  /** The next page. The prospect is null for the first. */
  next(prospect: Prospect | null): Promise<ReadPage<Item>>;
  /** How many requests have been made. */
  requests(): number;
}

interface Slot<Item> {
  readonly isAnchored: boolean;
  readonly result: Promise<Result<NumberedPage<Item>>>;
}

/** Whether nothing useful can be expected behind a page. */
function looksLast<Item>(result: Result<NumberedPage<Item>>, pageSize: number): boolean {
  if (!result.ok || result.value.kind === 'unknown') return true;
  const { items, unreadable, isLast } = result.value;
  return isLast === true || items.length + unreadable.length < pageSize;
}

/**
 * Asks for pages ahead, within the window that speculation allows; it doubles with each whole page and
 * falls back to one page after a short one. With nothing under way the next page is not asked for by
 * its number but from the creation time at which the last one ended: then nothing that leaves the
 * listing meanwhile can move the rest.
 */
export function createReadAhead<Item>(
  source: NumberedPages<Item>,
  { first, most }: Speculation,
  signal: AbortSignal,
): ReadAhead<Item> {
  const slots: Slot<Item>[] = [];
  let width = first;
  let position: PagePosition = { page: 0, from: null, to: null };
  let requests = 0;
  let inFlight = 0;
  let isEndInSight = false;

  /** Pages that wait for a slow one before them are bounded too, for each takes memory. */
  const hasRoom = (): boolean => inFlight < width && slots.length < 2 * width && !isEndInSight;
  const fill = (): void => {
    while (hasRoom()) ask(false);
  };
  const ask = (isAnchored: boolean): void => {
    requests += 1;
    inFlight += 1;
    const result = source.read(position, signal).then((answer) => {
      inFlight -= 1;
      isEndInSight ||= looksLast(answer, source.pageSize);
      // A window of one page waits: the next one may be asked for from where this one ends.
      if (width > 1 && !signal.aborted) fill();
      return answer;
    });
    // A page that is no longer wanted may fail as it likes.
    result.catch(() => undefined);
    slots.push({ isAnchored, result });
    position = { ...position, page: position.page + 1 };
  };

  return {
    requests: () => requests,
    async next(prospect) {
      if (prospect?.kind === 'more') width = Math.min(most, width * 2);
      if (prospect?.kind === 'perhaps') width = 1;
      if (slots.length === 0) {
        isEndInSight = false;
        const anchor = prospect?.kind === 'more' ? prospect.newest : null;
        const isAhead = anchor !== null && anchor > (position.from ?? Number.NEGATIVE_INFINITY);
        if (isAhead) position = { page: 0, from: anchor, to: null };
        ask(isAhead);
      }
      fill();
      const slot = slots.shift();
      if (slot === undefined) throw new Error('There is always a page under way here.');
      return { result: await slot.result, isAnchored: slot.isAnchored };
    },
  };
}
