import * as z from 'zod';

/**
 * How far a task cache has followed its Workspace: plain data, to be kept with the tasks. All but
 * `raisedAt` are ClickUp's own times, so a clock that is wrong on this machine does no harm.
 */
export interface SyncCursor {
  /** The Workspace and the filter it belongs to; with others the cache begins anew. */
  readonly scope: string;
  /** The latest change that was seen, Unix ms. */
  readonly newest: number;
  /** Every change up to here is known, Unix ms. */
  readonly knownUntil: number;
  /** When `newest` was first seen, Unix ms of this machine. */
  readonly raisedAt: number;
}

const schema = z.strictObject({
  scope: z.string().min(1),
  newest: z.int().nonnegative(),
  knownUntil: z.int(),
  raisedAt: z.int(),
});

/** A cursor that was kept; null for anything else, which means to begin anew. */
export function readSyncCursor(value: unknown): SyncCursor | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/**
 * For how long a change may be missing from ClickUp's lists, in milliseconds: a minute, a generous
 * guess. Peers see lists lag behind by seconds.
 */
export const LIST_LAG_MS = 60_000;

/** A reading of changes from its start to its end (Unix ms of this machine), and the latest it found. */
export interface ChangesRead {
  readonly startedAt: number;
  readonly endedAt: number;
  /** Unix ms; null where it found none. */
  readonly newest: number | null;
}

/** The first cursor of a scope, after all its tasks were read. */
export function firstCursor(scope: string, read: ChangesRead): SyncCursor {
  // Without a single task ClickUp's clock has not been seen: a day is more than any clock is wrong.
  const newest = read.newest ?? Math.max(0, read.startedAt - 86_400_000);
  return raised(scope, newest, read);
}

/**
 * The cursor after changes were read from `knownUntil` on. A quiet Workspace settles: once the latest
 * change has been known for longer than lists lag behind, nothing older can turn up, and a further
 * reading finds nothing at all.
 */
export function advanceCursor(cursor: SyncCursor, read: ChangesRead): SyncCursor {
  const newest = Math.max(cursor.newest, read.newest ?? 0);
  if (newest > cursor.newest) return raised(cursor.scope, newest, read);
  const isSettled = read.startedAt >= cursor.raisedAt + LIST_LAG_MS;
  return isSettled ? { ...cursor, knownUntil: newest } : cursor;
}

/** What changed while it was being read, or was not listed yet, has to be read again. */
const raised = (
  scope: string,
  newest: number,
  { startedAt, endedAt }: ChangesRead,
): SyncCursor => ({
  scope,
  newest,
  knownUntil: newest - Math.max(0, endedAt - startedAt) - LIST_LAG_MS,
  raisedAt: endedAt,
});
