import type { JsonIndex } from '../../data/json/json-index.ts';
import { isBranch } from '../../data/json/values.ts';
import { rowIndexOf } from './rows.ts';

/** What a key does in the tree: go to a value, open or close it, unfold all within it, or follow it. */
export type TreeMove =
  | { readonly kind: 'go'; readonly node: number }
  | { readonly kind: 'toggle'; readonly node: number }
  | { readonly kind: 'unfoldAll'; readonly node: number }
  | { readonly kind: 'follow'; readonly node: number };

/** The lines by which Page up and Page down move. */
const PAGE = 15;

/** Reads a key by ARIA's tree pattern. Null where the key means nothing here. */
export function moveFor(
  key: string,
  index: JsonIndex,
  { rows, open, active }: TreeView,
): TreeMove | null {
  const at = Math.max(0, rowIndexOf(rows, active));
  const node = rows[at];
  if (node === undefined) return null;
  const go = (target: number | undefined | null): TreeMove | null =>
    target === undefined || target === null ? null : { kind: 'go', node: target };
  const canOpen = isBranch(index, node) && index.countOf(node) > 0;
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1]);
    case 'ArrowUp':
      return go(rows[at - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'PageDown':
      return go(rows[Math.min(rows.length - 1, at + PAGE)]);
    case 'PageUp':
      return go(rows[Math.max(0, at - PAGE)]);
    case 'ArrowRight':
      if (!canOpen) return null;
      return open.has(node) ? go(rows[at + 1]) : { kind: 'toggle', node };
    case 'ArrowLeft':
      return open.has(node) ? { kind: 'toggle', node } : go(index.parentOf(node));
    case 'Enter':
    case ' ':
      if (canOpen) return { kind: 'toggle', node };
      return key === 'Enter' ? { kind: 'follow', node } : null;
    case '*':
      return canOpen ? { kind: 'unfoldAll', node } : null;
    default:
      return null;
  }
}

/** What a tree shows now: its lines, its open branches and the value that the keyboard is on. */
export interface TreeView {
  readonly rows: readonly number[];
  readonly open: ReadonlySet<number>;
  readonly active: number;
}
