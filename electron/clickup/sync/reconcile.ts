import { readSeam } from '../paging/mend-seams.ts';
import type { NumberedPages, PagingOutcome } from '../paging/page.ts';
import type { Task } from '../tasks/task.ts';
import type { CreatedTask, TaskStore } from './task-store.ts';

/** What the search found. The store has it already. */
export interface Reconciled {
  /** `unclear` where reading everything is cheaper, or the only way. */
  readonly outcome: PagingOutcome | { readonly kind: 'unclear'; readonly requests: number };
  readonly changed: number;
  readonly removed: readonly string[];
}

interface DatedTask {
  readonly id: string;
  readonly createdAt: number;
}

/**
 * Finds tasks in the store that its listing no longer holds. ClickUp lists no bare ids, so whole tasks
 * have to be read, but few of them: a task's position in the order of creation tells how many stand
 * before it. Two requests for one task each ask so at the end of the last whole hundred and, counted
 * from the other end, at the very last task; where both are in their places, none is gone. Fewer than
 * two hundred tasks take one request for the last, broken hundred. Otherwise the first hundred in
 * which one is missing is searched for by halves, at one task a request, and read: for 10,000 tasks
 * some nine requests and a hundred tasks for each such hundred.
 *
 * The store has to be fresh. A task that is gone and one that was never seen could hide each other.
 */
export async function reconcileTasks(
  source: NumberedPages<Task>,
  store: TaskStore,
  signal: AbortSignal = new AbortController().signal,
): Promise<Reconciled> {
  const removed: string[] = [];
  let changed = 0;
  let requests = 0;
  const end = (outcome: Reconciled['outcome']): Reconciled => ({ outcome, changed, removed });
  const onRequest = (): void => void (requests += 1);

  for (;;) {
    const known = store.byCreation();
    if (!areDated(known)) return end({ kind: 'unclear', requests });
    const prefixes = prefixesOf(known, source.pageSize);
    const whole = prefixes.length - 1;
    const isLong = known.length >= 2 * source.pageSize;
    let clean = -1;
    let dirty = prefixes.length;
    for (let probe = isLong ? whole - 1 : whole; probe > clean && probe < dirty;) {
      onRequest();
      const length = prefixes[probe] ?? 0;
      const span = isLong && probe === whole ? endOf(known, source.pageSize) : { from: 0, length };
      const verdict = await holds(source, { known, store }, span, signal);
      if (verdict.kind === 'ended') return end(withRequests(verdict.outcome, requests));
      if (verdict.kind === 'same') clean = probe;
      else dirty = probe;
      probe = dirty > whole ? clean + 1 : Math.floor((clean + dirty) / 2);
    }
    if (dirty > whole) return end({ kind: 'complete', requests, isProved: true });

    const from = clean < 0 ? 0 : (prefixes[clean] ?? 0);
    const part = known.slice(from, prefixes[dirty]);
    const [first] = part;
    const last = part.at(-1);
    if (first === undefined || last === undefined) return end({ kind: 'unclear', requests });
    const span = { from: first.createdAt, to: last.createdAt };
    const read = await readSeam(source, span, signal, onRequest);
    if (!read.ok) return end({ kind: 'stopped', requests, error: read.error });
    if (read.value.kind === 'unknown') {
      return end({ kind: 'unknownShape', requests, raw: read.value.raw });
    }
    const there = new Set(read.value.items.map(({ id }) => id));
    const gone = part.map(({ id }) => id).filter((id) => !there.has(id));
    const missed = read.value.items.filter(({ id }) => store.get(id) === null);
    store.apply({ put: missed, remove: gone });
    removed.push(...gone);
    changed += missed.length;
    const isStuck = gone.length + missed.length === 0;
    if (isStuck || requests * source.pageSize >= known.length) {
      return end({ kind: 'unclear', requests });
    }
  }
}

const areDated = (tasks: readonly CreatedTask[]): tasks is readonly DatedTask[] =>
  tasks.every(({ createdAt }) => createdAt !== null);

/**
 * Lengths of beginnings that end with the first task of a page, so that a look at their end costs one
 * task; and of the whole. Tasks of one creation time are never parted.
 */
function prefixesOf(known: readonly DatedTask[], pageSize: number): readonly number[] {
  const lengths = new Set<number>();
  for (let at = 0; at < known.length; at += pageSize) {
    let length = at + 1;
    while (known[length]?.createdAt === known[at]?.createdAt && length < known.length) length += 1;
    lengths.add(length);
  }
  lengths.add(known.length);
  return known.length === 0 ? [] : [...lengths];
}

/** A run of tasks in the order of creation: where it begins and how many they are. */
interface Span {
  readonly from: number;
  readonly length: number;
}

/** The longest end that is whole pages and one task more; it begins within the first page. */
function endOf(known: readonly DatedTask[], pageSize: number): Span {
  let from = (known.length - 1) % pageSize;
  while (from > 0 && known[from - 1]?.createdAt === known[from]?.createdAt) from -= 1;
  return { from, length: known.length - from };
}

type Verdict =
  | { readonly kind: 'same' | 'different' }
  | { readonly kind: 'ended'; readonly outcome: PagingOutcome };

/**
 * Whether the listing has as many tasks in a span as the store: then the span's last page has as many
 * as are expected there, all of them known. Which of them stands first among those of one creation
 * time is ClickUp's own affair.
 */
async function holds(
  source: NumberedPages<Task>,
  { known, store }: { readonly known: readonly DatedTask[]; readonly store: TaskStore },
  { from, length }: Span,
  signal: AbortSignal,
): Promise<Verdict> {
  const page = Math.floor((length - 1) / source.pageSize);
  const to = known[from + length - 1]?.createdAt ?? 0;
  const begin = from === 0 ? null : (known[from]?.createdAt ?? null);
  const read = await source.read({ page, from: begin, to }, signal);
  if (!read.ok) {
    return { kind: 'ended', outcome: { kind: 'stopped', requests: 0, error: read.error } };
  }
  if (read.value.kind === 'unknown') {
    return {
      kind: 'ended',
      outcome: { kind: 'unknownShape', requests: 0, raw: read.value.raw },
    };
  }
  const { items } = read.value;
  const isSame =
    items.length === length - page * source.pageSize &&
    items.every(({ id }) => store.get(id) !== null);
  return { kind: isSame ? 'same' : 'different' };
}

const withRequests = (outcome: PagingOutcome, requests: number): PagingOutcome => ({
  ...outcome,
  requests,
});
