import { parentOf, type Row } from './rows.ts';

/** What a key does in the tree: go to a line, or open, close or extend the one it is on. */
type TreeMove =
  | { readonly kind: 'go'; readonly path: string }
  | { readonly kind: 'toggle'; readonly row: Row };

/** Reads a key by ARIA's tree pattern. Null where the key means nothing here. */
export function moveFor(key: string, rows: readonly Row[], active: string): TreeMove | null {
  const found = rows.findIndex((row) => row.path === active);
  const index = found === -1 ? 0 : found;
  const row = rows[index];
  if (row === undefined) return null;
  const go = (target: Row | undefined): TreeMove | null =>
    target === undefined ? null : { kind: 'go', path: target.path };
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1]);
    case 'ArrowUp':
      return go(rows[index - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'PageDown':
      return go(rows[Math.min(rows.length - 1, index + 15)]);
    case 'PageUp':
      return go(rows[Math.max(0, index - 15)]);
    case 'ArrowRight':
      if (row.kind !== 'branch') return null;
      return row.isOpen ? go(rows[index + 1]) : { kind: 'toggle', row };
    case 'ArrowLeft': {
      if (row.isOpen) return { kind: 'toggle', row };
      const parent = parentOf(row.path);
      return parent === null ? null : { kind: 'go', path: parent };
    }
    case 'Enter':
    case ' ':
      return row.kind === 'leaf' ? null : { kind: 'toggle', row };
    default:
      return null;
  }
}
