import { createCalendar } from '../data/calendar.ts';
import type { SamplePerson } from '../data/model.ts';

/**
 * A due or start date as ClickUp keeps it: one without a time becomes 04:00 of its day in the time zone
 * of the person who sets it (peer observation), one with a time stays as it is. Null clears.
 */
export function dayOrTime(
  at: number | null,
  hasTime: boolean,
  person: SamplePerson | null,
): number | null {
  if (at === null || hasTime) return at;
  return createCalendar(at, person?.timezone ?? 'UTC').dateOnly(0);
}
