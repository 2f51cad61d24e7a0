import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentile, summarise } from './statistics.ts';

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });

describe('summarise', () => {
  test('takes the middle one of an odd number of samples, and the mean of two of an even one', () => {
    expect(summarise([9, 1, 5]).median).toBe(5);
    expect(summarise([4, 1, 2, 9]).median).toBe(3);
  });

  test('spreads from the 10th to the 90th percentile', () => {
    const upToHundred = Array.from({ length: 101 }, (_, index) => index);
    expect(summarise(upToHundred)).toEqual({ median: 50, spread: [10, 90], runs: 101 });
  });

  test('is not moved by one run that was disturbed', () => {
    expect(summarise([10, 11, 10, 9, 4000]).median).toBe(10);
  });

  test('does not depend on the order, and leaves the samples as they were', () => {
    fc.assert(
      fc.property(samples, (given) => {
        const before = [...given];
        expect(summarise(given)).toEqual(summarise(given.toReversed()));
        expect(given).toEqual(before);
      }),
    );
  });
});

describe('percentile', () => {
  test('lies among the samples and grows with the share', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const value = percentile(given, share);
        expect(value).toBeGreaterThanOrEqual(Math.min(...given));
        expect(value).toBeLessThanOrEqual(Math.max(...given));
        expect(percentile(given, 1)).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  test('of nothing is an error', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});
