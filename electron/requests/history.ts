import type { Clock } from '../clickup/clock.ts';
import { fail, ok, type Result } from '../contract/errors.ts';
import {
  type HistoryEntry,
  MOST_REMEMBERED,
  type RememberedOutcome,
  type RequestHistory,
} from '../contract/history.ts';
import type { DurableStore } from '../storage/durable-store.ts';
import type { HistoryDocument } from './history-document.ts';
import { isSameRequest, type Remembered } from './remembered.ts';

/** Milliseconds within which changes are written together: a disk is slower than a person. */
const WRITE_AFTER_MS = 300;

/** What was sent with each connection. Changes count at once and reach the disk a moment later. */
export interface History {
  read(connectionId: string): RequestHistory;
  /** Puts a request on top; one that was sent before keeps its entry, its pin and its count. */
  note(connectionId: string, request: Remembered, outcome: RememberedOutcome, at: number): void;
  /** `notFound` where there is no such entry, as of `remove`. */
  pin(connectionId: string, id: string, isPinned: boolean): Result<null>;
  remove(connectionId: string, id: string): Result<null>;
  /** Removes all that are not pinned and answers how many. */
  clear(connectionId: string): number;
  /** Brings back what was removed last. */
  restore(connectionId: string): void;
  /** Deletes all of it, from the disk too, as when the connection is signed out. */
  forget(connectionId: string): Result<null>;
  /** Writes what has not been written yet, as before quitting. */
  flush(): void;
}

export interface HistoryOptions {
  /** Opens the store of one connection; asked once for each. */
  readonly open: (connectionId: string) => DurableStore<HistoryDocument>;
  readonly clock: Pick<Clock, 'after'>;
  readonly newId: () => string;
  readonly onChange: (connectionId: string) => void;
}

interface Held {
  readonly store: DurableStore<HistoryDocument>;
  entries: readonly HistoryEntry[];
  /** What was removed last. */
  removed: readonly HistoryEntry[];
  unsaved: RequestHistory['unsaved'];
  /** Calls off the write that is due; null where none is. */
  stopWrite: (() => void) | null;
}

const notFound = fail({ kind: 'notFound', said: null });

export function createHistory({ open, clock, newId, onChange }: HistoryOptions): History {
  const all = new Map<string, Held>();

  const of = (connectionId: string): Held => {
    const known = all.get(connectionId);
    if (known !== undefined) return known;
    const store = open(connectionId);
    const held: Held = {
      store,
      entries: store.read().entries,
      removed: [],
      unsaved: null,
      stopWrite: null,
    };
    all.set(connectionId, held);
    return held;
  };

  const write = (held: Held): void => {
    held.stopWrite?.();
    held.stopWrite = null;
    const written = held.store.write({ entries: held.entries });
    held.unsaved = written.ok || written.error.kind !== 'storage' ? null : written.error.cause;
  };

  const change = (connectionId: string, entries: readonly HistoryEntry[]): void => {
    const held = of(connectionId);
    held.entries = withinLimit(entries);
    held.stopWrite ??= clock.after(WRITE_AFTER_MS, () => {
      const before = held.unsaved;
      write(held);
      if (held.unsaved !== before) onChange(connectionId);
    });
    onChange(connectionId);
  };

  const take = (connectionId: string, isTaken: (entry: HistoryEntry) => boolean): number => {
    const held = of(connectionId);
    const removed = held.entries.filter(isTaken);
    if (removed.length === 0) return 0;
    held.removed = removed;
    change(
      connectionId,
      held.entries.filter((entry) => !isTaken(entry)),
    );
    return removed.length;
  };

  return {
    read(connectionId) {
      const { entries, unsaved } = of(connectionId);
      return { entries, unsaved };
    },
    note(connectionId, request, outcome, at) {
      const { entries } = of(connectionId);
      const before = entries.find((entry) => isSameRequest(entry, request));
      const entry: HistoryEntry = {
        ...request,
        id: before?.id ?? newId(),
        at,
        outcome,
        count: (before?.count ?? 0) + 1,
        isPinned: before?.isPinned ?? false,
      };
      change(connectionId, [entry, ...entries.filter((one) => one !== before)]);
    },
    pin(connectionId, id, isPinned) {
      const { entries } = of(connectionId);
      const place = entries.findIndex((entry) => entry.id === id);
      const entry = entries[place];
      if (entry === undefined) return notFound;
      change(connectionId, entries.with(place, { ...entry, isPinned }));
      return ok(null);
    },
    remove: (connectionId, id) =>
      take(connectionId, (entry) => entry.id === id) === 0 ? notFound : ok(null),
    clear: (connectionId) => take(connectionId, (entry) => !entry.isPinned),
    restore(connectionId) {
      const held = of(connectionId);
      // What was sent again meanwhile has an entry already.
      const back = held.removed.filter(
        (entry) => !held.entries.some((one) => isSameRequest(one, entry)),
      );
      held.removed = [];
      if (back.length === 0) return;
      change(
        connectionId,
        [...held.entries, ...back].toSorted((one, other) => other.at - one.at),
      );
    },
    forget(connectionId) {
      const held = of(connectionId);
      held.stopWrite?.();
      all.delete(connectionId);
      return held.store.erase();
    },
    flush() {
      for (const held of all.values()) if (held.stopWrite !== null) write(held);
    },
  };
}

/** Leaves out the oldest where there are too many, and pinned ones only if nothing else is left. */
function withinLimit(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  if (entries.length <= MOST_REMEMBERED) return entries;
  const last = entries.findLastIndex((entry) => !entry.isPinned);
  // The newest entry stands first and must stay, or it could never be sent again from here.
  const oldest = last > 0 ? last : entries.length - 1;
  return withinLimit(entries.toSpliced(oldest, 1));
}
