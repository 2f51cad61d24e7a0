import * as z from 'zod';
import type { HistoryEntry } from '../contract/history.ts';

const parameters = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
);

const entry = z.object({
  id: z.uuid(),
  operationId: z.string(),
  parameters,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('json'), text: z.string() }),
    z.object({ kind: z.literal('file'), fields: parameters }),
  ]),
  lacks: z.object({ secrets: z.number(), rest: z.boolean() }),
  at: z.number(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answered'), status: z.number(), durationMs: z.number() }),
    z.object({
      kind: z.literal('failed'),
      error: z.enum(['offline', 'timeout', 'rateLimited', 'server', 'badAnswer', 'cancelled']),
    }),
  ]),
  count: z.number(),
  isPinned: z.boolean(),
});

/** A connection's history as it lies on disk, the latest first. */
export interface HistoryDocument {
  readonly entries: readonly HistoryEntry[];
}

export const HISTORY_VERSION = 1;
export const noHistory: HistoryDocument = { entries: [] };

/** Reads the document; null where it is none. An entry that cannot be read is left out. */
export function parseHistory(value: unknown): HistoryDocument | null {
  const { data } = z.object({ entries: z.array(z.unknown()) }).safeParse(value);
  if (data === undefined) return null;
  return {
    entries: data.entries.flatMap((one) => {
      const read = entry.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  };
}
