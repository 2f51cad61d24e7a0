const MINUTE = 60_000;

/** ClickUp keeps a due date without a time as 04:00 in the person's own time zone. */
const DATE_ONLY_MINUTES = 4 * 60;

/** Days counted from the one that holds `now`, in one time zone. */
export interface Calendar {
  /** Unix ms of a due date that has no time, `day` days from today. */
  dateOnly(day: number): number;
  /** Unix ms of `minutes` after midnight by the wall clock, `day` days from today. */
  at(day: number, minutes: number): number;
}

/**
 * Wall-clock arithmetic in an IANA time zone, correct across changes of summer time. A time that the
 * change skips becomes the one an hour later.
 */
export function createCalendar(now: number, timezone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  /** The wall clock at an instant, written as if it were UTC. */
  const wallClock = (instant: number): number => {
    const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, +value]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  };
  const offset = (instant: number): number => wallClock(instant) - instant;
  const today = new Date(wallClock(Math.floor(now / 1000) * 1000));
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());

  const at = (day: number, minutes: number): number => {
    const wall = midnight + day * 24 * 60 * MINUTE + minutes * MINUTE;
    const guess = wall - offset(wall);
    return wall - offset(guess);
  };
  return { at, dateOnly: (day) => at(day, DATE_ONLY_MINUTES) };
}
