import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatsFor } from './format.ts';
import { stringsFor } from './strings.ts';

const format = formatsFor('en-GB', 'Europe/Berlin');
const NOW = Date.UTC(2026, 10, 23, 14, 5, 12);

describe('sizes and durations', () => {
  test.each([
    [0, '0 B'],
    [512, '512 B'],
    [1023, '1,023 B'],
    [1024, '1 KB'],
    [37_069, '36.2 KB'],
    [1_048_576, '1 MB'],
    [5e12, '4,656.6 GB'],
  ])('%d bytes are %s', (count, text) => {
    expect(format.bytes(count)).toBe(text);
  });

  test.each([
    [0, '0 ms'],
    [184.4, '184 ms'],
    [2300, '2.3 s'],
    [60_000, '1 min'],
    [5_400_000, '1 h 30 min'],
    [7_200_000, '2 h'],
  ])('%d milliseconds are %s', (milliseconds, text) => {
    expect(format.duration(milliseconds)).toBe(text);
  });
});

describe('countdown', () => {
  test.each([
    [23_000, '23 s'],
    [22_001, '23 s'],
    [60_000, '1 min 0 s'],
    [125_000, '2 min 5 s'],
    [0, '0 s'],
    [-5000, '0 s'],
  ])('%d ms ahead is %s', (ahead, text) => {
    expect(format.countdown(NOW + ahead, NOW)).toBe(text);
  });

  test('is never more than a second off, and never negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 59_000 }), (ahead) => {
        const seconds = Number.parseInt(format.countdown(NOW + ahead, NOW), 10);
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(Math.abs(seconds * 1000 - Math.max(0, ahead))).toBeLessThan(1000);
      }),
    );
  });
});

describe('times', () => {
  test.each([
    [0, 'just now'],
    [59_000, 'just now'],
    [-60_000, 'just now'],
    [60_000, '1 minute ago'],
    [7_200_000, '2 hours ago'],
    [86_400_000, 'yesterday'],
    [5 * 86_400_000, '5 days ago'],
  ])('%d ms before now is %s', (before, text) => {
    expect(format.ago(NOW - before, NOW)).toBe(text);
  });

  test('midnight in the zone is a day, anything else has a time', () => {
    expect(format.date(1_795_129_200_000)).toBe('Fri 20 Nov 2026');
    expect(format.date(1_795_129_200_000 + 9 * 3_600_000)).toBe('Fri 20 Nov 2026, 09:00');
  });
});

describe('plurals', () => {
  const strings = stringsFor(['de-DE', 'en-GB'], 'UTC');

  test.each([
    [0, '0 members'],
    [1, '1 member'],
    [1240, '1,240 members'],
  ])('%d', (count, text) => {
    expect(strings.workspaces.members(count)).toBe(text);
  });

  test('reach every counted thing', () => {
    expect(strings.requests.search(1)).toBe('Find among 1 operation');
    expect(strings.requests.search(171)).toBe('Find among 171 operations');
    expect(strings.requests.tree.items(1)).toBe('1 item');
    expect(strings.requests.tree.fields(2)).toBe('2 fields');
    expect(strings.requests.answer.redacted(1)).toBe('1 secret hidden');
    expect(strings.requests.optional(3)).toBe('3 optional parameters');
  });

  test('a system without English gets the catalogue all the same', () => {
    expect(stringsFor(['de-DE'], 'UTC').workspaces.title).toBe('Choose a Workspace');
  });
});
