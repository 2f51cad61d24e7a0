import { timeOf } from '../loose-values.ts';
import type { TaskDate } from './task.ts';

/** Reads a date as ClickUp writes it, with the flag beside it where there is one. */
export type TaskDateReader = (date: unknown, hasTime: unknown) => TaskDate | null;

/** ClickUp keeps a date without a time at 04:00 of its day (peer observation, API facts section 4). */
const DATE_ONLY_HOUR = 4;

/** Every time zone in use is a whole number of these away from UTC. */
const QUARTER_HOUR_MS = 15 * 60_000;

/**
 * A reader for one person's dates. Answers seldom say whether a due date has a time, so it is told by
 * the clock: 04:00 in the person's ClickUp time zone means that it has none. That is a guess for
 * whatever somebody in another time zone has set, and for who really means four in the morning.
 * @param timezone IANA name; without one, or with one that is unknown here, only the flag can tell.
 */
export function createTaskDateReader(timezone: string | null): TaskDateReader {
  const hourOf = timezone === null ? null : createHourReader(timezone);
  return (date, flag) => {
    const at = timeOf(date);
    if (at === null) return null;
    if (typeof flag === 'boolean') return { at, hasTime: flag };
    if (hourOf === null) return { at, hasTime: null };
    return { at, hasTime: at % QUARTER_HOUR_MS !== 0 || hourOf(at) !== DATE_ONLY_HOUR };
  };
}

/** The hour of a day with its minutes as a fraction: 4.5 is half past four. */
function createHourReader(timezone: string): ((at: number) => number) | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    });
    return (at) => {
      const [hour = '', minute = ''] = format.format(at).split(':');
      return Number(hour) + Number(minute) / 60;
    };
  } catch {
    return null;
  }
}
