import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRateBudget } from './rate-budget.ts';

const NOW = 1_790_000_000_000;

const read = (limit: string, remaining: string, reset?: string) =>
  readRateBudget(
    new Headers({
      'X-RateLimit-Limit': limit,
      'X-RateLimit-Remaining': remaining,
      ...(reset === undefined ? {} : { 'X-RateLimit-Reset': reset }),
    }),
    NOW,
  );

describe('readRateBudget', () => {
  it('turns the Unix seconds of the reset into milliseconds', () => {
    expect(read('100', '87', '1790000023')).toEqual({
      limit: 100,
      remaining: 87,
      resetAt: 1_790_000_023_000,
    });
  });

  it.each([undefined, '', 'soon', '0', '60', '1790000023000', '-1', '1.7e9', '1790009999', ' '])(
    'does not believe the reset %j',
    (reset) => {
      expect(read('100', '87', reset)).toEqual({ limit: 100, remaining: 87, resetAt: null });
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
    expect(readRateBudget(new Headers(), NOW)).toBeNull();
    expect(readRateBudget(new Headers({ 'x-ratelimit-limit': '100' }), NOW)).toBeNull();
  });

  it('makes sense of any header or of none', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
    const header = fc.oneof(text, fc.integer().map(String), fc.bigInt().map(String));
    fc.assert(
      fc.property(header, header, header, (limit, remaining, reset) => {
        const budget = read(limit, remaining, reset);
        if (budget === null) return;
        expect(Number.isSafeInteger(budget.limit) && budget.limit > 0).toBe(true);
        expect(budget.remaining >= 0 && budget.remaining <= budget.limit).toBe(true);
        expect(Math.abs((budget.resetAt ?? NOW) - NOW)).toBeLessThanOrEqual(300_000);
      }),
      { numRuns: 1000 },
    );
  });
});
