import type { JsonIndex } from '../../data/json/json-index.ts';
import { ancestorsOf, childrenOf, isBranch } from '../../data/json/values.ts';
import { previewOf } from './preview.ts';

/** As many lines as a window of Chromium can be scrolled through. */
export const MOST_ROWS = 1_000_000;

/** How many values of one branch are looked at when deciding what to unfold at first. */
const LOOKED_AT = 100;

/** The lines of a tree, each the number of a value, in order. Closed branches cost nothing. */
export function rowsOf(index: JsonIndex, open: ReadonlySet<number>): readonly number[] {
  const rows: number[] = [];
  for (let node = 0; node < index.size && rows.length < MOST_ROWS;) {
    rows.push(node);
    node = open.has(node) ? node + 1 : index.afterOf(node);
  }
  return rows;
}

/** Which line shows a value; -1 where a branch above it is closed. Lines stand in the order of values. */
export function rowIndexOf(rows: readonly number[], node: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = rows[middle] ?? 0;
    if (at === node) return middle;
    if (at < node) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * What to unfold at first: level by level while the lines fit into `room`, leaving out branches
 * whose preview says everything already. The root is always open.
 */
export function firstUnfolding(index: JsonIndex, room = 48): ReadonlySet<number> {
  const open = new Set<number>([0]);
  const shownOf = (node: number): number => Math.min(LOOKED_AT, index.countOf(node));
  let lines = 1 + shownOf(0);
  let level: readonly number[] = [0];
  while (level.length > 0 && lines < room) {
    const next: number[] = [];
    for (const node of level) {
      for (const child of childrenOf(index, node, LOOKED_AT)) {
        const count = isBranch(index, child) ? shownOf(child) : 0;
        const isFirst = node === 0 && index.ordinalOf(child) === 0;
        const fits = lines + count <= room || isFirst;
        if (count === 0 || !fits || previewOf(index, child).isWhole) continue;
        open.add(child);
        lines += count;
        next.push(child);
      }
    }
    level = next;
  }
  return open;
}

/** Opens a closed branch and closes an open one. */
export function toggled(open: ReadonlySet<number>, node: number): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(node)) next.add(node);
  return next;
}

/** Opens every branch above a value; the same set where they are open already. */
export function revealing(
  index: JsonIndex,
  open: ReadonlySet<number>,
  node: number,
): ReadonlySet<number> {
  const closed = ancestorsOf(index, node).filter((above) => !open.has(above));
  return closed.length === 0 ? open : new Set([...open, ...closed]);
}

/** Opens a branch and all branches within it, as far as `most` values. */
export function unfoldingAll(
  index: JsonIndex,
  open: ReadonlySet<number>,
  node: number,
  most = 50_000,
): ReadonlySet<number> {
  const next = new Set(open);
  const end = Math.min(index.afterOf(node), node + most);
  for (let inner = node; inner < end; inner += 1) if (isBranch(index, inner)) next.add(inner);
  return next;
}
