/** A number as it was written, where JavaScript's own would lose digits (long ids, `1.0`). */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Json =
  | null
  | boolean
  | number
  | string
  | ExactNumber
  | readonly Json[]
  | { readonly [key: string]: Json };

type Reviver = (key: string, value: Json, context: { readonly source?: string }) => Json;

/** `JSON.parse` with the third argument that its reviver has in ES2026. */
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => Json;

/** Parses JSON without losing a digit of any number. Null where the text is no JSON. */
export function parseJson(text: string): { readonly root: Json } | null {
  try {
    const root = parseWithSource(text, (_key, value, { source }) =>
      typeof value === 'number' && source !== undefined && String(value) !== source
        ? new ExactNumber(source)
        : value,
    );
    return { root };
  } catch {
    return null;
  }
}

/** Whether a value holds others. */
export const isBranch = (
  value: Json,
): value is readonly Json[] | { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !(value instanceof ExactNumber);

/** The values in a branch with their names; those of an array are its indices. */
export const entriesOf = (value: Json): readonly (readonly [string, Json])[] =>
  isBranch(value) ? Object.entries(value) : [];

/** A value without content of its own to unfold, as JSON writes it. */
export const leafText = (value: Json): string =>
  value instanceof ExactNumber ? value.text : JSON.stringify(value);
