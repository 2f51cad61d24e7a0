/**
 * Readers for values that ClickUp writes one way here and another way there: a number or a text that
 * holds one, null, an empty text, nothing at all. Null wherever there is nothing to use. They are
 * plain functions, because thousands of tasks pass through them in one go.
 */

/** A JSON object to look into; null for everything else. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;

/** A list, whatever is in it; an empty one where there is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text without blanks around it; null where nothing is left. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** An opaque id. A number becomes its digits, unless JSON has rounded it already. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return textOf(value);
}

/** A number, or the number that a text holds in decimal. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d{1,16}(?:\.\d{1,16})?\s*$/u.test(value)) return null;
  return Number(value);
}

/** A person's id. Never made of null or an empty text: two people must not become one. */
export function userIdOf(value: unknown): number | null {
  const id = numberOf(value);
  return id !== null && Number.isSafeInteger(id) ? id : null;
}

/** The last millisecond that a `Date` can hold. */
const LAST_TIME = 8.64e15;

/** Unix milliseconds after the beginning of 1970: ClickUp has no task that old, but zeros for "none". */
export function timeOf(value: unknown): number | null {
  const time = numberOf(value);
  return time !== null && time > 0 && time <= LAST_TIME ? Math.trunc(time) : null;
}

/** Milliseconds that something takes. */
export function durationOf(value: unknown): number | null {
  const duration = numberOf(value);
  return duration !== null && duration >= 0 ? Math.round(duration) : null;
}

/** A colour as `#rgb` or `#rrggbb`, and nothing that could be more than a colour in a style. */
export const colorOf = (value: unknown): string | null =>
  typeof value === 'string' && /^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/iu.test(value) ? value : null;
