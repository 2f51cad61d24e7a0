/** When a write happens, and from when on lists and searches show it; both Unix ms. */
export interface Moment {
  readonly now: number;
  readonly visibleFrom: number;
}

/**
 * Immutable records by id, in order of their first writing. A look-up by id sees every write at once;
 * lists see it from its `visibleFrom` on, as ClickUp's search index lags behind.
 */
export interface Collection<T extends { readonly id: string }> {
  get(id: string): T | null;
  /** Whether a record with this id was removed. */
  wasRemoved(id: string): boolean;
  /** All records as they stand. */
  all(): readonly T[];
  /** The records of one group as they stand. */
  of(group: string): readonly T[];
  /** The records of one group as lists show them at `now`. */
  listed(group: string, now: number): readonly T[];
  /** Adds a record or replaces the one with its id, which keeps its place. */
  put(record: T, moment: Moment): T;
  remove(id: string, moment: Moment): void;
  /** Differs whenever records as they stand have changed. */
  revision(): number;
  /** Differs whenever what lists show at `now` has changed. */
  listedRevision(now: number): number;
}

interface Shelf<T> {
  readonly groups: Map<string, Map<string, T>>;
  readonly groupOfId: Map<string, string>;
  revision: number;
}

/** A write that lists do not show yet; null is a removal. */
interface Pending<T> {
  readonly from: number;
  readonly id: string;
  readonly record: T | null;
}

/** Fills a collection; what is given is visible at once, what `gone` names counts as removed. */
export function createCollection<T extends { readonly id: string }>(
  records: readonly T[],
  groupOf: (record: T) => string,
  gone: readonly string[] = [],
): Collection<T> {
  const current: Shelf<T> = { groups: new Map(), groupOfId: new Map(), revision: 0 };
  const shown: Shelf<T> = { groups: new Map(), groupOfId: new Map(), revision: 0 };
  const removed = new Set(gone);
  let pending: readonly Pending<T>[] = [];

  const drop = (shelf: Shelf<T>, id: string): void => {
    const group = shelf.groupOfId.get(id);
    if (group === undefined) return;
    shelf.groups.get(group)?.delete(id);
    shelf.groupOfId.delete(id);
  };
  const place = (shelf: Shelf<T>, record: T): void => {
    const group = groupOf(record);
    if (shelf.groupOfId.get(record.id) !== group) drop(shelf, record.id);
    let members = shelf.groups.get(group);
    if (members === undefined) {
      members = new Map();
      shelf.groups.set(group, members);
    }
    members.set(record.id, record);
    shelf.groupOfId.set(record.id, group);
  };
  const write = (shelf: Shelf<T>, id: string, record: T | null): void => {
    if (record === null) drop(shelf, id);
    else place(shelf, record);
    shelf.revision += 1;
  };

  for (const record of records) {
    place(current, record);
    place(shown, record);
  }

  const settle = (now: number): void => {
    if (pending.length === 0) return;
    for (const { from, id, record } of pending) if (from <= now) write(shown, id, record);
    pending = pending.filter(({ from }) => from > now);
  };
  const record = (id: string, value: T | null, { now, visibleFrom }: Moment): void => {
    settle(now);
    write(current, id, value);
    // A later write that shows up earlier stands: an older one must not undo it.
    pending = pending.filter((other) => other.id !== id || other.from < visibleFrom);
    if (visibleFrom <= now) write(shown, id, value);
    else {
      pending = [...pending, { from: visibleFrom, id, record: value }].toSorted(
        (a, b) => a.from - b.from,
      );
    }
  };
  const valuesOf = (shelf: Shelf<T>, group: string): readonly T[] => [
    ...(shelf.groups.get(group)?.values() ?? []),
  ];
  const get = (id: string): T | null =>
    current.groups.get(current.groupOfId.get(id) ?? '')?.get(id) ?? null;

  return {
    get,
    wasRemoved: (id) => removed.has(id),
    all: () => [...current.groups.values()].flatMap((members) => Array.from(members.values())),
    of: (group) => valuesOf(current, group),
    listed: (group, now) => {
      settle(now);
      return valuesOf(shown, group);
    },
    put: (value, moment) => {
      record(value.id, value, moment);
      return value;
    },
    remove: (id, moment) => {
      if (get(id) === null) return;
      removed.add(id);
      record(id, null, moment);
    },
    revision: () => current.revision,
    listedRevision: (now) => {
      settle(now);
      return shown.revision;
    },
  };
}

/** Computes a value again only when its revision has changed, given what it was before. */
export function remember<T>(
  revision: (key: string, now: number) => number,
  compute: (key: string, now: number, before: T | null) => T,
): (key: string, now: number) => T {
  const kept = new Map<string, { readonly revision: number; readonly value: T }>();
  return (key, now) => {
    const at = revision(key, now);
    const known = kept.get(key);
    if (known !== undefined && known.revision === at) return known.value;
    const value = compute(key, now, known?.value ?? null);
    kept.set(key, { revision: at, value });
    return value;
  };
}
