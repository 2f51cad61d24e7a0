import { fail } from '../../contract/errors.ts';
import { eachOf, readSeam } from './mend-seams.ts';
import type { NumberedPages, PageItems, PagingOptions, PagingOutcome } from './page.ts';
import { createReadAhead, type Prospect } from './read-ahead.ts';
import { createSeamWatch, type Seam } from './seams.ts';
import type { Speculation } from './speculation.ts';

const CANCELLED = { kind: 'cancelled' } as const;

/**
 * Reads all pages of a listing and delivers each item once. The listing may change meanwhile: what
 * is in it from the beginning to the end is delivered, whatever comes, goes and changes beside it.
 *
 * Only an empty page and `last_page: true` are the end (ClickUp does not promise `last_page` for a
 * Workspace's tasks). Pages that were asked for by number at the same time are joined by reading
 * their seam once more, two items as a rule: a request for each such page, after the last one.
 * An error or an unknown shape ends the reading; the pages before it have been delivered.
 */
export async function readNumberedPages<Item>(
  source: NumberedPages<Item>,
  { speculation, deliver, signal }: PagingOptions<Item> & { readonly speculation: Speculation },
): Promise<PagingOutcome> {
  const cancelled = signal ?? new AbortController().signal;
  const ending = new AbortController();
  const ahead = createReadAhead(source, speculation, AbortSignal.any([cancelled, ending.signal]));
  const watch = createSeamWatch();
  const seen = new Set<string>();
  const doubtful: Seam[] = [];
  let isProved = true;
  let seamRequests = 0;
  const requests = (): number => ahead.requests() + seamRequests;

  const handOver = async ({ items, unreadable }: PageItems<Item>): Promise<void> => {
    const fresh = items.filter((item) => {
      const id = source.idOf(item);
      return !seen.has(id) && seen.add(id);
    });
    if (fresh.length > 0 || unreadable.length > 0) await deliver({ items: fresh, unreadable });
  };

  const readPages = async (): Promise<PagingOutcome | null> => {
    for (let prospect: Prospect | null = null; ;) {
      const { result, isAnchored } = await ahead.next(prospect);
      if (cancelled.aborted) return { kind: 'stopped', requests: requests(), error: CANCELLED };
      if (!result.ok) return { kind: 'stopped', requests: requests(), error: result.error };
      const page = result.value;
      if (page.kind === 'unknown') {
        return { kind: 'unknownShape', requests: requests(), raw: page.raw };
      }
      const count = page.items.length + page.unreadable.length;
      const isShort = count < source.pageSize;
      const [first] = page.items;
      const joint = watch.add({
        created: page.items.map((item) => source.createdAt(item)),
        overlaps: first !== undefined && seen.has(source.idOf(first)),
        isAnchored,
        isShort,
      });
      if (joint.kind === 'doubtful') doubtful.push(joint.seam);
      if (joint.kind === 'unknown') isProved = false;
      await handOver(page);
      if (page.isLast === true || count === 0) return null;
      prospect = isShort ? { kind: 'perhaps' } : { kind: 'more', newest: watch.newest() };
    }
  };

  const mendSeams = async (): Promise<PagingOutcome | null> => {
    let failed: PagingOutcome | null = null;
    await eachOf(doubtful, speculation.most, async (seam) => {
      const held = cancelled.aborted
        ? fail(CANCELLED)
        : await readSeam(source, seam, cancelled, () => (seamRequests += 1));
      if (!held.ok) failed = { kind: 'stopped', requests: requests(), error: held.error };
      else if (held.value.kind === 'unknown') {
        failed = { kind: 'unknownShape', requests: requests(), raw: held.value.raw };
      } else {
        isProved &&= held.value.isProved;
        await handOver(held.value);
      }
      return failed === null;
    });
    return failed;
  };

  const outcome = (await readPages().finally(() => ending.abort())) ?? (await mendSeams());
  return outcome ?? { kind: 'complete', requests: requests(), isProved };
}
