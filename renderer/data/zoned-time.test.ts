import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWallTime, writeWallTime, zoneCity, zoneOf } from './zoned-time.ts';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
const MINUTE = 60_000;

describe('readWallTime', () => {
  test.each([
    ['2026-11-24T09:30', 'Europe/Berlin', '2026-11-24T08:30:00Z'],
    ['2026-07-01T00:00', 'America/New_York', '2026-07-01T04:00:00Z'],
    // Skipped at the start of summer time, shown twice at its end.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ])('%s in %s', (text, zone, time) => {
    expect(readWallTime(text, zone)).toBe(Date.parse(time));
  });

  test.each(['', 'soon', '2026-11-24', '2026-13-40T99:99'])('refuses %o', (text) => {
    expect(readWallTime(text, 'UTC')).toBeNull();
  });

  test('reads back what was written, wherever clocks do not show a time twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(1990) / MINUTE, max: Date.UTC(2080) / MINUTE }),
        (zone, minute) => {
          const written = writeWallTime(minute * MINUTE, zone);
          const read = readWallTime(written, zone) ?? Number.NaN;
          expect(writeWallTime(read, zone)).toBe(written);
          expect(Math.abs(read - minute * MINUTE)).toBeLessThanOrEqual(60 * MINUTE);
        },
      ),
    );
  });
});

test('a time out of range is an empty field', () => {
  expect(writeWallTime(Number.NaN, 'UTC')).toBe('');
  expect(writeWallTime(9e15, 'UTC')).toBe('');
});

test('an unknown zone is the machine’s', () => {
  expect(zoneOf('Mars/Olympus')).toBe(zoneOf(null));
  expect(zoneOf('Europe/Berlin')).toBe('Europe/Berlin');
  expect(zoneCity('America/New_York')).toBe('New York');
});
