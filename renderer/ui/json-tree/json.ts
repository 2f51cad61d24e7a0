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
