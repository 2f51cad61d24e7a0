import { recordOf, textOf } from '../loose-values.ts';
import type { CursorPage } from './page.ts';
import { readEntries } from './read-entries.ts';

/**
 * Reads a page of API v3, `{<field>: […], next_cursor}`: `data` for chat, `docs` for Docs. An empty,
 * missing or null cursor is the end. What `parse` makes nothing of is kept as unreadable.
 */
export function parseCursorPage<Item>(
  body: unknown,
  field: string,
  parse: (entry: unknown) => Item | null,
): CursorPage<Item> {
  const page = recordOf(body);
  const entries = page?.[field];
  if (page === null || !Array.isArray(entries)) return { kind: 'unknown', raw: body };
  return { ...readEntries(entries, parse), next: textOf(page['next_cursor']) };
}
