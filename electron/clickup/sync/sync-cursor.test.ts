import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceCursor, firstCursor, LIST_LAG_MS, readSyncCursor } from './sync-cursor.ts';

interface Change {
  /** ClickUp's time of the change, and how long lists do not show it. */
  readonly at: number;
  readonly lag: number;
}

interface Look {
  /** After the end of the one before it. */
  readonly pauseMs: number;
  readonly takesMs: number;
  /** The share of its time at which the pages that matter are answered. */
  readonly answeredAt: number;
}

const START = 1_790_000_000_000;

const changes = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 900_000 }).map((ms) => START + ms),
    lag: fc.integer({ min: 0, max: LIST_LAG_MS }),
  }),
  { maxLength: 30 },
);
const looks = fc.array(
  fc.record({
    pauseMs: fc.integer({ min: 0, max: 200_000 }),
    takesMs: fc.integer({ min: 0, max: 120_000 }),
    answeredAt: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 20 },
);

/** Follows a Workspace whose clock is `skew` ahead of this machine's; says what each look knew. */
function follow(all: readonly Change[], plan: readonly Look[], skew: number) {
  const known = new Set<Change>();
  let cursor = null as ReturnType<typeof firstCursor> | null;
  let endedAt = START;
  const missed: Change[] = [];
  for (const { pauseMs, takesMs, answeredAt } of plan) {
    const startedAt = endedAt + pauseMs;
    endedAt = startedAt + takesMs;
    const answered = startedAt + takesMs * answeredAt;
    const after = cursor?.knownUntil ?? Number.NEGATIVE_INFINITY;
    const listed = all.filter(({ at, lag }) => at + lag <= answered && at + skew > after);
    for (const change of listed) known.add(change);
    const newest = listed.length === 0 ? null : Math.max(...listed.map(({ at }) => at)) + skew;
    const read = { startedAt, endedAt, newest };
    cursor = cursor === null ? firstCursor('scope', read) : advanceCursor(cursor, read);
    // What lists have shown since before a look began must be known at its end.
    missed.push(...all.filter((each) => each.at + each.lag <= startedAt && !known.has(each)));
  }
  return { cursor, missed, endedAt };
}

describe('a cursor', () => {
  it('misses no change, however late lists show it and however wrong the clock is', () => {
    fc.assert(
      fc.property(
        changes,
        looks,
        fc.integer({ min: -3_600_000, max: 3_600_000 }),
        (all, plan, skew) => {
          expect(follow(all, plan, skew).missed).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads nothing twice once the Workspace has been quiet for longer than lists lag', () => {
    const quiet = { pauseMs: LIST_LAG_MS, takesMs: 100, answeredAt: 0.5 };
    const { cursor } = follow([{ at: START, lag: 0 }], [quiet, quiet], 0);
    expect(cursor).toMatchObject({ newest: START, knownUntil: START });
  });

  it('looks back by the lag and by its own duration after a change', () => {
    const read = { startedAt: START, endedAt: START + 7000, newest: START + 500 };
    expect(firstCursor('scope', read).knownUntil).toBe(START + 500 - 7000 - LIST_LAG_MS);
  });

  it('survives being kept as JSON', () => {
    const cursor = firstCursor('scope', { startedAt: START, endedAt: START, newest: START });
    expect(readSyncCursor(JSON.parse(JSON.stringify(cursor)))).toEqual(cursor);
  });

  it('is begun anew where what was kept is no cursor', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(readSyncCursor(kept)).toBeNull();
      }),
    );
  });
});
