import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';

const clock = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('calendar', () => {
  test('a date-only due date is 04:00 in the zone', () => {
    const berlin = createCalendar(Date.UTC(2026, 10, 23, 8), 'Europe/Berlin');
    expect(new Date(berlin.dateOnly(-3)).toISOString()).toBe('2026-11-20T03:00:00.000Z');
    expect(new Date(berlin.at(0, 17 * 60)).toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  test('today is the day of the zone, not of UTC', () => {
    const lateEvening = Date.UTC(2026, 10, 22, 23, 30);
    expect(clock(createCalendar(lateEvening, 'Europe/Berlin').dateOnly(0), 'Europe/Berlin')).toBe(
      '2026-11-23 04:00',
    );
    expect(
      clock(createCalendar(lateEvening, 'America/New_York').dateOnly(0), 'America/New_York'),
    ).toBe('2026-11-22 04:00');
  });

  test('the wall clock reads as asked on every day, summer time or not', () => {
    assert(
      property(
        integer({ min: 0, max: 4e12 }),
        integer({ min: -400, max: 400 }),
        integer({ min: 4 * 60, max: 23 * 60 + 59 }),
        (now, day, minutes) => {
          const at = createCalendar(now, 'Europe/Berlin').at(day, minutes);
          const two = (value: number) => String(value).padStart(2, '0');
          expect(clock(at, 'Europe/Berlin').slice(11)).toBe(
            `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
          );
          expect(Math.abs(at - now - day * 86_400_000)).toBeLessThan(26 * 3_600_000);
        },
      ),
      { numRuns: 200 },
    );
  });
});
