import { ExactNumber, type Json } from '../ui/json-tree/json.ts';

/** ES2026's way to write a number digit for digit; TypeScript's own library does not know it yet. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): unknown };

/** Writes a value as JSON, two spaces a level, every number with the digits it was read with. */
export const writeJson = (value: Json): string =>
  JSON.stringify(
    value,
    (_name, one: unknown) => (one instanceof ExactNumber ? rawJSON(one.text) : one),
    2,
  );

/** Whether a value is a JSON object with named fields. */
export const isFields = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof ExactNumber);

/** The value of an own field; undefined where there is none. */
export const fieldOf = (value: Json | undefined, name: string): Json | undefined =>
  isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** The same object with a field set, or without it where the value is undefined. Others stay in their order. */
export function withField(
  value: Json | undefined,
  name: string,
  field: Json | undefined,
): { readonly [name: string]: Json } {
  const entries = isFields(value) ? Object.entries(value) : [];
  const isThere = entries.some(([other]) => other === name);
  const kept = entries.flatMap(([other, one]): [string, Json][] =>
    other !== name ? [[other, one]] : field === undefined ? [] : [[name, field]],
  );
  return Object.fromEntries(
    isThere || field === undefined ? kept : [...kept, [name, field] as const],
  );
}

/** A value as it stands in a text field. */
export const textOf = (value: Json | undefined): string =>
  value === undefined || value === null
    ? ''
    : value instanceof ExactNumber
      ? value.text
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
