/** ClickUp's own words about a refusal: its sentence and its error code (`ECODE`), both shown to the person. */
export interface ClickUpSaid {
  readonly sentence: string;
  readonly ecode: string | null;
}

/**
 * The closed list of errors that cross the bridge. Each has one title, one piece of advice and at
 * most one action in the renderer. Times are Unix milliseconds.
 */
export type PerchError =
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | {
      readonly kind: 'rateLimited';
      readonly resetAt: number | null;
      readonly said: ClickUpSaid | null;
    }
  | { readonly kind: 'unauthorized'; readonly said: ClickUpSaid | null }
  | { readonly kind: 'workspaceNotAuthorized'; readonly said: ClickUpSaid | null }
  | { readonly kind: 'forbidden'; readonly said: ClickUpSaid | null }
  | { readonly kind: 'notFound'; readonly said: ClickUpSaid | null }
  | {
      readonly kind: 'invalid';
      readonly field: string;
      readonly reason: string;
      readonly said: ClickUpSaid | null;
    }
  | { readonly kind: 'server'; readonly status: number; readonly said: ClickUpSaid | null }
  /** `status` is 0 where a redirect or a broken certificate ended the request before an answer. */
  | {
      readonly kind: 'badAnswer';
      readonly status: number;
      readonly contentType: string | null;
      readonly said: ClickUpSaid | null;
      /** The bytes that the answer went above, where it was left unread for its size. */
      readonly largerThan?: number;
    }
  | { readonly kind: 'keychainLocked' }
  | { readonly kind: 'keychainUnavailable' }
  | { readonly kind: 'storage'; readonly cause: 'full' | 'readOnly' | 'corrupt' | 'newer' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'internal' };

/** What every channel answers: a value or one of the errors above, never a rejected promise. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: PerchError };

/** Wraps a value as a successful result. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps an error as a failed result. */
export const fail = (error: PerchError): { readonly ok: false; readonly error: PerchError } => ({
  ok: false,
  error,
});

/** Ends a switch over a union; a member that is not handled fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`);
}
