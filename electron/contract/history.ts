import * as z from 'zod';
import type { PerchError } from './errors.ts';
import { invocation, nothing } from './invocation.ts';
import type { Parameters } from './requests.ts';

/** How many requests are remembered for each connection. */
export const MOST_REMEMBERED = 200;

/** What is kept of a body. The bytes of a file are never kept. */
export type RememberedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'file'; readonly fields: Parameters };

/** What became of a request when it was last sent. The answer itself is not kept. */
export type RememberedOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly durationMs: number }
  | { readonly kind: 'failed'; readonly error: PerchError['kind'] };

/** A request that was sent, without secrets. Sent again unchanged, it stays one entry. */
export interface HistoryEntry {
  readonly id: string;
  readonly operationId: string;
  readonly parameters: Parameters;
  readonly body: RememberedBody;
  /** What of it is missing here, so that it cannot be sent again without being completed. */
  readonly lacks: {
    /** How many secrets were blanked. */
    readonly secrets: number;
    /** Whether it was too large to be kept whole. */
    readonly rest: boolean;
  };
  /** Unix milliseconds at which it was last sent. */
  readonly at: number;
  readonly outcome: RememberedOutcome;
  /** How often it was sent. */
  readonly count: number;
  readonly isPinned: boolean;
}

/** The requests that were sent with the active connection, the latest first. */
export interface RequestHistory {
  readonly entries: readonly HistoryEntry[];
  /** Why they are only remembered until Perch quits; null where they are on disk. */
  readonly unsaved: Extract<PerchError, { kind: 'storage' }>['cause'] | null;
}

const entry = { id: z.uuid() };

export const historyContract = {
  read: invocation(nothing).returns<RequestHistory>(),
  pin: invocation(z.strictObject({ ...entry, isPinned: z.boolean() })).returns<null>(),
  remove: invocation(z.strictObject(entry)).returns<null>(),
  /** Removes every entry that is not pinned and answers how many those were. */
  clear: invocation(nothing).returns<{ readonly removed: number }>(),
  /** Brings back what `remove` or `clear` took away last, as long as Perch runs. */
  restore: invocation(nothing).returns<null>(),
};
