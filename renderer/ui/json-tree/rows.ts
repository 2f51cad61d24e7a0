import { entriesOf, isBranch, type Json } from './json.ts';
import { previewOf } from './preview.ts';

/** One line of the tree. `path` names it, `position` and `siblings` are its place for screen readers. */
export interface Row {
  readonly kind: 'leaf' | 'branch' | 'more';
  readonly path: string;
  readonly depth: number;
  /** The name in its parent; null at the root and on a line that offers more. */
  readonly name: string | null;
  readonly inArray: boolean;
  readonly value: Json;
  readonly isOpen: boolean;
  /** Values in a branch, or values still hidden behind a line that offers more. */
  readonly count: number;
  readonly position: number;
  readonly siblings: number;
}

/** What is unfolded: open branches by path, and how many values each long one shows. */
export interface Unfolding {
  readonly open: ReadonlySet<string>;
  readonly shown: ReadonlyMap<string, number>;
}

/** How many values of a branch appear at a time. */
export const CHUNK = 100;

export const ROOT = '$';

/** The lines to draw for a value, in order. Closed branches cost nothing, however large. */
export function rowsOf(root: Json, { open, shown }: Unfolding): readonly Row[] {
  const rows: Row[] = [];
  const visit = (
    value: Json,
    path: string,
    place: Pick<Row, 'depth' | 'name' | 'inArray' | 'position' | 'siblings'>,
  ): void => {
    const entries = entriesOf(value);
    const isOpen = entries.length > 0 && open.has(path);
    const kind = entries.length > 0 ? 'branch' : 'leaf';
    rows.push({ ...place, kind, path, value, isOpen, count: entries.length });
    if (!isOpen) return;
    const limit = shown.get(path) ?? CHUNK;
    const rest = Math.max(0, entries.length - limit);
    const siblings = Math.min(entries.length, limit) + (rest > 0 ? 1 : 0);
    const inArray = Array.isArray(value);
    const depth = place.depth + 1;
    for (const [index, [name, item]] of entries.slice(0, limit).entries()) {
      visit(item, `${path}.${index}`, { depth, name, inArray, position: index + 1, siblings });
    }
    if (rest === 0) return;
    const offer = { depth, name: null, inArray, position: siblings, siblings };
    rows.push({
      ...offer,
      kind: 'more',
      path: `${path}.more`,
      value: null,
      isOpen: false,
      count: rest,
    });
  };
  visit(root, ROOT, { depth: 0, name: null, inArray: false, position: 1, siblings: 1 });
  return rows;
}

/** The path of the line above which a line hangs; null for the root. */
export const parentOf = (path: string): string | null =>
  path === ROOT ? null : path.slice(0, path.lastIndexOf('.'));

/**
 * What to unfold at first: level by level while the lines fit into `room`, leaving out branches
 * whose preview says everything already. The root is always open.
 */
export function firstUnfolding(root: Json, room = 48): Unfolding {
  const open = new Set<string>([ROOT]);
  let lines = 1 + Math.min(CHUNK, entriesOf(root).length);
  let level: readonly (readonly [string, Json])[] = [[ROOT, root]];
  while (level.length > 0 && lines < room) {
    const next: (readonly [string, Json])[] = [];
    for (const [path, value] of level) {
      if (!open.has(path)) continue;
      for (const [index, [, item]] of entriesOf(value).slice(0, CHUNK).entries()) {
        if (!isBranch(item)) continue;
        const count = Math.min(CHUNK, entriesOf(item).length);
        const fits = lines + count <= room || (path === ROOT && index === 0);
        if (count === 0 || !fits || previewOf(item).whole) continue;
        const child = `${path}.${index}`;
        open.add(child);
        lines += count;
        next.push([child, item]);
      }
    }
    level = next;
  }
  return { open, shown: new Map() };
}

/** Opens or closes a branch, or shows a chunk more where the line offers that. */
export function toggled({ open, shown }: Unfolding, row: Row): Unfolding {
  if (row.kind === 'more') {
    const parent = parentOf(row.path) ?? ROOT;
    const next = new Map(shown).set(parent, (shown.get(parent) ?? CHUNK) + CHUNK);
    return { open, shown: next };
  }
  const next = new Set(open);
  if (!next.delete(row.path)) next.add(row.path);
  return { open: next, shown };
}
