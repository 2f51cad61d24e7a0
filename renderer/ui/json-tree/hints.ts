import type { Formats } from '../../strings/format.ts';

/** ClickUp's names for points in time, which it gives in Unix milliseconds, mostly as text. */
const MOMENT = /^(?:date|start|end|at|(?:due|start|end)_date|date_\w+|\w+_date)$/u;
/** ClickUp's names for spans of time in milliseconds. */
const SPAN = /^(?:duration|time_estimate|time_spent)$/u;

/** 2000 to 2100: outside of it a number is more likely something else. */
const EARLIEST = Date.UTC(2000);
const LATEST = Date.UTC(2100);

/**
 * A quiet translation beside a value that holds a time in milliseconds; null for every other value.
 * @param value What the value says, without quotes.
 */
export function hintFor(name: string | null, value: string, format: Formats): string | null {
  if (name === null || !/^\d{1,14}$/u.test(value)) return null;
  const number = Number(value);
  if (SPAN.test(name)) return number > 0 ? format.duration(number) : null;
  if (!MOMENT.test(name)) return null;
  return number >= EARLIEST && number < LATEST ? format.date(number) : null;
}
