import * as z from 'zod';
import type { PerchError } from './errors.ts';

/** What a person captured, as ClickUp will get it. Times are Unix milliseconds. */
export const capture = z.strictObject({
  id: z.uuid(),
  /** The ClickUp user whose capture it is. It never goes out as anybody else's. */
  userId: z.int(),
  /** The connection it was made under; another of the same user may send it too. */
  connectionId: z.uuid(),
  workspaceId: z.string().min(1).max(64),
  /** Null while it waits for one. */
  listId: z.string().min(1).max(64).nullable(),
  title: z.string().min(1).max(2000),
  /** Markdown. */
  description: z.string().max(100_000),
  due: z.strictObject({ at: z.int(), hasTime: z.boolean() }).nullable(),
  /** 1 is urgent, 4 is low (ClickUp's API). */
  priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  tags: z.array(z.string().min(1).max(256)).max(50),
  assigneeIds: z.array(z.int()).max(50),
  status: z.string().min(1).max(256).nullable(),
  /** Custom Fields that the List requires, by id. */
  fields: z.array(z.strictObject({ id: z.string().min(1).max(64), value: z.json() })).max(100),
  createdAt: z.int(),
});
export type Capture = z.output<typeof capture>;

/** Where a capture stands. Times are Unix milliseconds. */
export type CaptureState =
  /** Its turn has not come, it has no List yet, or there is no way to send it now. */
  | { readonly kind: 'waiting' }
  /** Just captured: it can still be undone. */
  | { readonly kind: 'held'; readonly until: number }
  /** On its way since then. */
  | { readonly kind: 'sending'; readonly since: number }
  /**
   * It may have arrived. `since` is when it was first sent; it is looked for before it is sent again.
   */
  | {
      readonly kind: 'unknown';
      readonly since: number;
      readonly looks: number;
      readonly nextLookAt: number;
    }
  | {
      readonly kind: 'sent';
      readonly at: number;
      readonly taskId: string;
      readonly url: string | null;
    }
  /** ClickUp would not have it as it is. The person mends or discards it. */
  | { readonly kind: 'refused'; readonly at: number; readonly error: PerchError }
  /** Several tasks may be this capture, or none may: only the person can tell. */
  | { readonly kind: 'doubtful'; readonly since: number; readonly candidates: readonly string[] };
