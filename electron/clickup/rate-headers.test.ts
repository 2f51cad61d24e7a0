import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRetryAfter, readStanding } from './rate-headers.ts';

const NOW = 1_790_000_000_000;

const headersOf = (limit: string, remaining: string, reset?: string, date?: string) =>
  new Headers({
    'X-RateLimit-Limit': limit,
    'X-RateLimit-Remaining': remaining,
    ...(reset === undefined ? {} : { 'X-RateLimit-Reset': reset }),
    ...(date === undefined ? {} : { Date: date }),
  });

const read = (...parts: Parameters<typeof headersOf>) =>
  readStanding(headersOf(...parts), { sentAt: NOW - 100, receivedAt: NOW });

const dateOf = (ms: number) => new Date(ms).toUTCString();

describe('readStanding', () => {
  it('takes the two clocks to agree where the answer has no date', () => {
    expect(read('100', '87', '1790000023')).toEqual({
      limit: 100,
      remaining: 87,
      end: { named: 1_790_000_023, earliest: NOW + 23_000, latest: NOW + 23_000 },
    });
  });

  it.each([0, -40_000, 3_600_000, -86_400_000 * 400])(
    'measures the reset from the answer’s date where the clocks are %d ms apart',
    (skew) => {
      const reset = String((NOW + skew) / 1000 + 23);
      expect(read('100', '87', reset, dateOf(NOW + skew))?.end).toMatchObject({
        earliest: NOW - 100 + 22_000,
        latest: NOW + 23_000,
      });
    },
  );

  it.each(['yesterday', '', dateOf(0), dateOf(NOW * 2)])(
    'does without the date %j, which makes no sense',
    (date) => {
      expect(read('100', '87', '1790000023', date)?.end?.latest).toBe(NOW + 23_000);
    },
  );

  it.each([undefined, '', 'soon', '0', '60', '1790000023000', '-1', '1.7e9', '1790009999', ' '])(
    'does not believe the reset %j',
    (reset) => {
      expect(read('100', '87', reset, dateOf(NOW))?.end).toBeNull();
      expect(read('100', '87', reset)).toEqual({ limit: 100, remaining: 87, end: null });
    },
  );

  it.each([
    ['0', '0'],
    ['', ''],
    ['many', '5'],
    ['100', '-1'],
    ['100', '5.5'],
    ['100, 100', '5'],
    ['1e3', '5'],
    ['0x64', '5'],
    ['9'.repeat(30), '5'],
  ])('does not believe limit %j with remaining %j', (limit, remaining) => {
    expect(read(limit, remaining)).toBeNull();
  });

  it('never has more left than the limit', () => {
    expect(read('100', '900')?.remaining).toBe(100);
  });

  it('finds nothing where ClickUp sends nothing', () => {
    const exchanged = { sentAt: NOW, receivedAt: NOW };
    expect(readStanding(new Headers(), exchanged)).toBeNull();
    expect(readStanding(new Headers({ 'x-ratelimit-limit': '100' }), exchanged)).toBeNull();
  });

  it('holds the true end between its bounds, whatever the skew and the latency', () => {
    const ms = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), ms, ms, fc.nat(60_000), (...given) => {
        const [skew, there, back, left] = given;
        const serverNow = NOW + skew + there;
        const named = Math.ceil((serverNow + left) / 1000);
        const date = dateOf(Math.floor(serverNow / 1000) * 1000);
        const end = readStanding(headersOf('100', '1', String(named), date), {
          sentAt: NOW,
          receivedAt: NOW + there + back,
        })?.end;
        const trueEnd = named * 1000 - skew;
        expect(end?.earliest).toBeLessThanOrEqual(trueEnd);
        expect(end?.latest).toBeGreaterThanOrEqual(trueEnd);
      }),
    );
  });

  it('makes sense of any header or of none', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
    const header = fc.oneof(text, fc.integer().map(String), fc.bigInt().map(String));
    fc.assert(
      fc.property(header, header, header, header, (limit, remaining, reset, date) => {
        const standing = read(limit, remaining, reset, date);
        if (standing === null) return;
        expect(Number.isSafeInteger(standing.limit) && standing.limit > 0).toBe(true);
        expect(standing.remaining >= 0 && standing.remaining <= standing.limit).toBe(true);
        expect(Math.abs((standing.end?.latest ?? NOW) - NOW)).toBeLessThanOrEqual(302_000);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['12', 12_000],
    ['0', 0],
    ['999999999', 300_000],
    ['', null],
    ['Mon, 23 Nov 2026 08:00:00 GMT', null],
  ])('reads %j as %j', (text, ms) => {
    expect(readRetryAfter(new Headers({ 'retry-after': text }))).toBe(ms);
  });
});
