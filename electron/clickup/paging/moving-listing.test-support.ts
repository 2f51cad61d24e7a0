import { fail, ok } from '../../contract/errors.ts';
import type { NumberedPages } from './page.ts';

export interface Entry {
  readonly id: string;
  readonly createdAt: number;
}

/** What happens to the listing between two answers. */
export type Move =
  | { readonly kind: 'none' }
  | { readonly kind: 'append'; readonly count: number }
  /** What is at this share of the listing leaves it. */
  | { readonly kind: 'leave'; readonly share: number; readonly count: number }
  /** Something older enters, as a task that is opened again. */
  | { readonly kind: 'enter'; readonly share: number };

/** Which answer comes next: the share of those that wait, and what happens after it. */
export interface Step {
  readonly pick: number;
  readonly move: Move;
}

export interface MovingListing {
  readonly source: NumberedPages<Entry>;
  /** What was in the listing from the beginning until now. */
  constant(): readonly string[];
  /** Whether a whole page ever had one creation time. */
  isCrowded(): boolean;
  readonly requests: () => number;
  readonly mostInFlight: () => number;
}

/**
 * A listing in creation order that changes while it is read. Pages asked for together are answered in
 * any order, each as the listing stands at that moment.
 */
export function createMovingListing(options: {
  readonly created: readonly number[];
  readonly pageSize: number;
  readonly steps: readonly Step[];
  readonly lastPage: 'missing' | 'honest' | 'never';
}): MovingListing {
  const { pageSize } = options;
  let listing: readonly Entry[] = options.created
    .toSorted((a, b) => a - b)
    .map((createdAt, index) => ({ id: `t${index}`, createdAt }));
  const constant = new Set(listing.map(({ id }) => id));
  const waiting: { readonly answer: () => void; readonly signal: AbortSignal }[] = [];
  let step = 0;
  let made = 0;
  let requests = 0;
  let mostInFlight = 0;
  let isCrowded = false;

  const lookForCrowd = (): void => {
    const groups = Map.groupBy(listing, ({ createdAt }) => createdAt);
    isCrowded ||= [...groups.values()].some(({ length }) => length >= pageSize);
  };
  lookForCrowd();
  const at = (share: number): number => Math.floor(share * listing.length);
  const create = (createdAt: number): Entry => ({ id: `new${(made += 1)}`, createdAt });
  const move = (change: Move): void => {
    switch (change.kind) {
      case 'none':
        return;
      case 'append': {
        const newest = listing.at(-1)?.createdAt ?? 0;
        const more = Array.from({ length: change.count }, (_, index) => create(newest + index));
        listing = [...listing, ...more];
        return;
      }
      case 'leave': {
        const gone = listing.slice(at(change.share), at(change.share) + change.count);
        for (const { id } of gone) constant.delete(id);
        listing = listing.filter((entry) => !gone.includes(entry));
        return;
      }
      case 'enter': {
        const index = at(change.share);
        const entry = create(listing[index]?.createdAt ?? 0);
        listing = [...listing.slice(0, index), entry, ...listing.slice(index)];
        return;
      }
      default:
        throw new Error(`No such move: ${String(change)}`);
    }
  };
  const answerNext = (): void => {
    const { pick, move: change } = options.steps[step] ?? { pick: 0, move: { kind: 'none' } };
    step += 1;
    waiting.splice(Math.floor(pick * waiting.length), 1)[0]?.answer();
    move(change);
    lookForCrowd();
  };

  return {
    constant: () => [...constant],
    isCrowded: () => isCrowded,
    requests: () => requests,
    mostInFlight: () => mostInFlight,
    source: {
      kind: 'numbered',
      pageSize,
      idOf: ({ id }) => id,
      createdAt: ({ createdAt }) => createdAt,
      read: ({ page, from, to }, signal) =>
        new Promise((resolve) => {
          requests += 1;
          const answer = (): void => {
            if (signal.aborted) {
              resolve(fail({ kind: 'cancelled' }));
              return;
            }
            const within = listing.filter(
              ({ createdAt }) =>
                (from === null || createdAt >= from) && (to === null || createdAt <= to),
            );
            const start = page * pageSize;
            const isLast = start + pageSize >= within.length;
            resolve(
              ok({
                kind: 'items',
                items: within.slice(start, start + pageSize),
                unreadable: [],
                isLast: { missing: null, honest: isLast, never: false }[options.lastPage],
              }),
            );
          };
          waiting.push({ answer, signal });
          const inFlight = waiting.filter((each) => !each.signal.aborted).length;
          mostInFlight = Math.max(mostInFlight, inFlight);
          setImmediate(answerNext);
        }),
    },
  };
}
