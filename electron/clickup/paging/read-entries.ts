import type { PageItems } from './page.ts';

/** Sorts the entries of a page into what `parse` can read and what it makes nothing of. */
export function readEntries<Item>(
  entries: readonly unknown[],
  parse: (entry: unknown) => Item | null,
): PageItems<Item> {
  const items: Item[] = [];
  const unreadable: unknown[] = [];
  for (const entry of entries) {
    const item = parse(entry);
    if (item === null) unreadable.push(entry);
    else items.push(item);
  }
  return { kind: 'items', items, unreadable };
}
