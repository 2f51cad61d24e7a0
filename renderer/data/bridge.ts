import type { Bridge } from '../../electron/contract/contract.ts';
import type { PerchError, Result } from '../../electron/contract/errors.ts';

declare global {
  interface Window {
    /** The only way out of the renderer; the preload puts it there. */
    readonly perch: Bridge;
  }
}

/** A `PerchError` in the shape that TanStack Query wants: something thrown. */
export class Failure extends Error {
  readonly error: PerchError;

  constructor(error: PerchError) {
    super(error.kind);
    this.name = 'Failure';
    this.error = error;
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Failure;
  }
}

/**
 * Waits for a call over the bridge and answers its value.
 * Throws a `Failure`, and nothing but a `Failure`: a call that broke on the way counts as `internal`.
 */
export async function valueOf<T>(call: Promise<Result<T>>): Promise<T> {
  const result = await call.catch((): Result<T> => ({ ok: false, error: { kind: 'internal' } }));
  if (result.ok) return result.value;
  throw new Failure(result.error);
}
