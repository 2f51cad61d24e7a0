import type { Difference } from './compare.ts';

/** Differences that are known, and why the table is right. */
export interface KnownError {
  /** The operations it is about; `*` stands for any text. */
  readonly operation: string;
  /** The differences; `*` stands for any text. */
  readonly what: string;
  /** Why ClickUp's answers, and the table, say otherwise than the specification. */
  readonly because: string;
}

/** Known errors that share a reason. Each place is an operation and a difference; see there. */
export const because = (
  reason: string,
  ...places: readonly (readonly [operation: string, what: string])[]
): readonly KnownError[] =>
  places.map(([operation, what]) => ({ operation, what, because: reason }));

/** A known error that excuses nothing any more, or differences that nothing excuses. */
export interface Verdict {
  readonly unexplained: readonly Difference[];
  readonly stale: readonly KnownError[];
}

const escape = (text: string): string => text.replaceAll(/[\\^$.+?()[\]{}|]/gu, String.raw`\$&`);

const fits = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`, 'u').test(text);

/** Sorts differences into those that are known and those that are not. */
export function judge(differences: readonly Difference[], known: readonly KnownError[]): Verdict {
  const explains = (error: KnownError, { operation, what }: Difference): boolean =>
    fits(error.operation, operation) && fits(error.what, what);
  return {
    unexplained: differences.filter((each) => !known.some((error) => explains(error, each))),
    stale: known.filter((error) => !differences.some((each) => explains(error, each))),
  };
}
