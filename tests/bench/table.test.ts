import { expect, test } from 'vitest';
import { table } from './table.ts';

test('lines values up, and marks what is over its budget', () => {
  const results = [
    { name: 'preload', value: 0.976, unit: 'KB', budget: 10, ok: true, kind: 'size' },
    {
      name: 'launch',
      value: 81,
      unit: 'ms',
      budget: 80,
      ok: false,
      kind: 'time',
      spread: [70, 99],
      runs: 7,
    },
  ] as const;
  expect(table(results)).toBe(
    [
      'figure      value      spread  budget',
      'preload  0.976 KB                ≤ 10',
      'launch      81 ms  70–99 in 7    ≤ 80  OVER',
    ].join('\n'),
  );
});
