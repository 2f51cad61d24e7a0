import { describe, expect, test } from 'vitest';
import { type Figure, isFailure, judge } from './figure.ts';

const size: Figure = { name: 'preload', kind: 'size', unit: 'KB', budget: 10 };
const time: Figure = { name: 'launch', kind: 'time', unit: 'ms', budget: 80 };

describe('judge', () => {
  test('holds a value against its budget, which it may reach', () => {
    expect(judge(size, 10)).toEqual({
      name: 'preload',
      value: 10,
      unit: 'KB',
      budget: 10,
      ok: true,
      kind: 'size',
    });
    expect(judge(size, 10.000_001)).toMatchObject({ value: 10, ok: false });
  });

  test('holds the median of samples against it, and tells their spread', () => {
    expect(judge(time, [70, 60, 500])).toEqual({
      name: 'launch',
      value: 70,
      unit: 'ms',
      budget: 80,
      ok: true,
      kind: 'time',
      spread: [62, 414],
      runs: 3,
    });
  });

  test('is content with everything where there is no budget', () => {
    expect(judge({ ...size, budget: null }, 1e9)).toMatchObject({ ok: true, budget: null });
  });

  test('says nothing where nothing could be measured', () => {
    expect(judge(size, null)).toBeNull();
  });
});

test.each([
  ['size', true],
  ['count', true],
  ['time', false],
  ['memory', false],
] as const)('a %s over its budget fails the bench: %s', (kind, fails) => {
  const over = judge({ ...size, kind }, 11);
  const within = judge({ ...size, kind }, 9);
  expect([over, within].map((result) => result !== null && isFailure(result))).toEqual([
    fails,
    false,
  ]);
});
