/** Where two pages were joined: from the last item before to the first one after, by creation. */
export interface Seam {
  readonly from: number;
  /** Null where nothing came after. */
  readonly to: number | null;
}

/** What is known of the joint between a page and all before it. */
export type Joint =
  | { readonly kind: 'sound' }
  | { readonly kind: 'doubtful'; readonly seam: Seam }
  /** The order is not that of creation, so nobody can tell. */
  | { readonly kind: 'unknown' };

/** Follows the pages in their order and notices where something may have slipped through. */
export interface SeamWatch {
  /**
   * The joint before a page. An item that leaves a listing moves all later ones up by one; if that
   * happens between the reading of two pages, the first of the later page is on neither.
   */
  add(page: WatchedPage): Joint;
  /** The creation time of the newest item so far; null before the first, and where order is lacking. */
  newest(): number | null;
}

export interface WatchedPage {
  /** The creation times of its items in their order; null where one is unknown. */
  readonly created: readonly (number | null)[];
  /** Whether its first item was on an earlier page: then the two overlap and nothing is between them. */
  readonly overlaps: boolean;
  /** Whether it was asked for from the time at which the one before it ended, and not by number. */
  readonly isAnchored: boolean;
  readonly isShort: boolean;
}

const SOUND: Joint = { kind: 'sound' };
const UNKNOWN: Joint = { kind: 'unknown' };

export function createSeamWatch(): SeamWatch {
  let newest: number | null = null;
  let isOrdered = true;
  let wasShort = true;

  return {
    newest: () => (isOrdered ? newest : null),
    add({ created, overlaps, isAnchored, isShort }) {
      const before = newest;
      const followsShort = wasShort;
      wasShort = isShort;
      isOrdered &&= isAscending(created);
      if (!isOrdered) return UNKNOWN;
      const first = created[0] ?? null;
      const last = created.at(-1) ?? null;
      newest = last === null ? before : Math.max(before ?? last, last);
      if (before === null || isAnchored || overlaps) return SOUND;
      // Nothing can have moved up from behind a page that was not full.
      if (first === null) return followsShort ? SOUND : doubt(before, null);
      return first < before ? SOUND : doubt(before, first);
    },
  };
}

const doubt = (from: number, to: number | null): Joint => ({
  kind: 'doubtful',
  seam: { from, to },
});

const isAscending = (created: readonly (number | null)[]): boolean =>
  created.every((at, index) => {
    const before = created[index - 1];
    return at !== null && (before === undefined || before === null || before <= at);
  });
