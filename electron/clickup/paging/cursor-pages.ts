import type { CursorPages, PagingOptions, PagingOutcome } from './page.ts';

/**
 * Reads all pages of a listing in which each page names the next, and delivers each item once. A page
 * may be empty and still name another one. A cursor that comes a second time would go round for
 * ever, so it counts as an unknown shape; it never counts as the end.
 */
export async function readCursorPages<Item>(
  source: CursorPages<Item>,
  { deliver, signal = new AbortController().signal }: PagingOptions<Item>,
): Promise<PagingOutcome> {
  const seen = new Set<string>();
  const cursors = new Set<string>();
  let requests = 0;
  for (let cursor: string | null = null; ;) {
    if (signal.aborted) return { kind: 'stopped', requests, error: { kind: 'cancelled' } };
    requests += 1;
    const result = await source.read(cursor, signal);
    if (!result.ok) return { kind: 'stopped', requests, error: result.error };
    const page = result.value;
    if (page.kind === 'unknown') return { kind: 'unknownShape', requests, raw: page.raw };
    const fresh = page.items.filter((item) => {
      const id = source.idOf(item);
      return !seen.has(id) && seen.add(id);
    });
    const { unreadable, next } = page;
    if (fresh.length > 0 || unreadable.length > 0) await deliver({ items: fresh, unreadable });
    if (next === null) return { kind: 'complete', requests, isProved: true };
    if (cursors.has(next)) {
      return { kind: 'unknownShape', requests, raw: { next_cursor: next } };
    }
    cursors.add(next);
    cursor = next;
  }
}
