import type { Found, OperationGroup } from './find-operations.ts';

/** What the arrows can point at in the catalogue: an operation, or a group that is folded away. */
export type ListRow =
  | {
      readonly kind: 'operation';
      readonly key: string;
      readonly found: Found;
      readonly group: string;
    }
  | { readonly kind: 'folded'; readonly key: string; readonly group: string };

const PAGE = 10;

/** The rows of the catalogue from top to bottom. */
export const listRows = (
  groups: readonly OperationGroup[],
  folded: ReadonlySet<string>,
): readonly ListRow[] =>
  groups.flatMap((group): readonly ListRow[] =>
    folded.has(group.key)
      ? [{ kind: 'folded', key: group.key, group: group.key }]
      : group.found.map((found) => ({
          kind: 'operation',
          key: found.operation.id,
          found,
          group: group.key,
        })),
  );

/** The row that a key leads to, from the one pointed at; null where the key means nothing. */
export function rowAfter(
  key: string,
  rows: readonly ListRow[],
  pointed: ListRow | undefined,
): ListRow | null {
  const at = pointed === undefined ? -1 : rows.findIndex((row) => row.key === pointed.key);
  const last = rows.length - 1;
  const place = (): number | null => {
    switch (key) {
      case 'ArrowDown':
        return Math.min(last, at + 1);
      case 'ArrowUp':
        return Math.max(0, at - 1);
      case 'PageDown':
        return Math.min(last, at + PAGE);
      case 'PageUp':
        return Math.max(0, at - PAGE);
      case 'Home':
        return 0;
      case 'End':
        return last;
      default:
        return null;
    }
  };
  const next = place();
  return next === null ? null : (rows[next] ?? null);
}
