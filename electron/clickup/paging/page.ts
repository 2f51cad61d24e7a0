import type { PerchError, Result } from '../../contract/errors.ts';

/** What one page brought. */
export interface PageItems<Item> {
  readonly kind: 'items';
  readonly items: readonly Item[];
  /** What stood among the items and could not be read, as it came. */
  readonly unreadable: readonly unknown[];
}

/** An answer in a shape that Perch does not know, as it came. */
export interface UnknownPage {
  readonly kind: 'unknown';
  readonly raw: unknown;
}

/** A page that was asked for by its number. */
export type NumberedPage<Item> =
  | (PageItems<Item> & {
      /** What `last_page` says; null where it is missing, which does not mean that it is the last. */
      readonly isLast: boolean | null;
    })
  | UnknownPage;

/** A page that was asked for by a cursor. */
export type CursorPage<Item> =
  | (PageItems<Item> & {
      /** Null on the last page. */
      readonly next: string | null;
    })
  | UnknownPage;

/** Which numbered page: `page` counts from 0 within what was created from `from` to `to` (Unix ms, both included). */
export interface PagePosition {
  readonly page: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** A listing in numbered pages, which has to be asked for with the oldest first. */
export interface NumberedPages<Item> {
  readonly kind: 'numbered';
  /** How many items a whole page has. Never taken for the end: a short page may be followed by others. */
  readonly pageSize: number;
  read(at: PagePosition, signal: AbortSignal): Promise<Result<NumberedPage<Item>>>;
  idOf(item: Item): string;
  /** When it was created, Unix ms: never changes, so it tells where an item belongs. Null where unknown. */
  createdAt(item: Item): number | null;
}

/** A listing in which each page names the next. */
export interface CursorPages<Item> {
  readonly kind: 'cursor';
  /** Reads the first page where the cursor is null. */
  read(cursor: string | null, signal: AbortSignal): Promise<Result<CursorPage<Item>>>;
  idOf(item: Item): string;
}

/** Items that have not been handed over before, in the order of their pages. */
export type Delivery<Item> = Pick<PageItems<Item>, 'items' | 'unreadable'>;

export interface PagingOptions<Item> {
  /** Called page by page; no more than the window's pages are read ahead of it while it is busy. */
  readonly deliver: (delivery: Delivery<Item>) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

/** How reading all pages ended. Whatever was delivered before stays valid in each case. */
export type PagingOutcome =
  | {
      readonly kind: 'complete';
      readonly requests: number;
      /**
       * Whether everything that was listed all the while has been delivered for certain. False where
       * the pages did not come in the order of creation, or a whole page was created within one
       * millisecond: then an item that moved up while they were read could go unnoticed.
       */
      readonly isProved: boolean;
    }
  | { readonly kind: 'stopped'; readonly requests: number; readonly error: PerchError }
  | { readonly kind: 'unknownShape'; readonly requests: number; readonly raw: unknown };
