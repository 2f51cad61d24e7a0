import type { HistoryEntry } from '../../../../electron/contract/history.ts';
import type { OperationInfo } from '../../../../electron/contract/operations.ts';

/** A request of the history with its operation; null where the catalogue has it no longer. */
export interface Remembered {
  readonly entry: HistoryEntry;
  readonly operation: OperationInfo | null;
  /** What was filled in, in a few words; empty where nothing was. */
  readonly detail: string;
}

export type SectionName = 'pinned' | 'today' | 'yesterday' | 'earlier';

export interface Section {
  readonly name: SectionName;
  readonly items: readonly Remembered[];
}

const ORDER: readonly SectionName[] = ['pinned', 'today', 'yesterday', 'earlier'];

/** No more of a body than this is shown beside its operation, in characters. */
const LONGEST = 120;

/** What tells one request of an operation from another: its parameters in order, then its body. */
export function detailOf({ parameters, body }: HistoryEntry): string {
  const values = Object.values(parameters).map((value) =>
    Array.isArray(value) ? value.join(', ') : String(value),
  );
  const written =
    body.kind === 'json' ? [body.text.slice(0, LONGEST).replaceAll(/\s+/gu, ' ')] : [];
  return [...values, ...written].filter((part) => part !== '').join(' · ');
}

/**
 * Groups a history by when each request was last sent, the pinned ones first, and leaves out what does
 * not hold every word of the query. A group without requests is not there.
 * @param now Unix milliseconds; days are the machine's own.
 */
export function sectionsOf(
  entries: readonly HistoryEntry[],
  operations: readonly OperationInfo[],
  query: string,
  now: number,
): readonly Section[] {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const groups = new Map<SectionName, Remembered[]>();
  for (const entry of entries) {
    const operation = byId.get(entry.operationId) ?? null;
    const detail = detailOf(entry);
    const text = [operation?.title, operation?.path, operation?.method, entry.operationId, detail]
      .join(' ')
      .toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const name = entry.isPinned ? 'pinned' : dayOf(entry.at, now);
    groups.set(name, [...(groups.get(name) ?? []), { entry, operation, detail }]);
  }
  return ORDER.flatMap((name) => {
    const items = groups.get(name);
    return items === undefined ? [] : [{ name, items }];
  });
}

function dayOf(at: number, now: number): SectionName {
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  if (at >= midnight.getTime()) return 'today';
  midnight.setDate(midnight.getDate() - 1);
  return at >= midnight.getTime() ? 'yesterday' : 'earlier';
}

/** Why a request cannot be sent again as it is; null where it can. */
export function missingIn({ body, lacks }: HistoryEntry): 'secrets' | 'rest' | 'file' | null {
  if (lacks.rest) return 'rest';
  if (lacks.secrets > 0) return 'secrets';
  return body.kind === 'file' ? 'file' : null;
}
