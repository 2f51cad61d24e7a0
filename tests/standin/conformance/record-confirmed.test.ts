import { describe, expect, test } from 'vitest';
import { confirm, summarize } from './record-confirmed.ts';

describe('confirm', () => {
  test('notes what passed with the version, in order', () => {
    const now = confirm({ b: '1.0.0' }, [{ title: 'a', passed: true }], '2.0.0');
    expect(Object.entries(now)).toEqual([
      ['a', '2.0.0'],
      ['b', '1.0.0'],
    ]);
  });

  test('takes a statement back that failed', () => {
    const given = { a: '1.0.0', b: '1.0.0' };
    expect(confirm(given, [{ title: 'a', passed: false }], '2.0.0')).toEqual({ b: '1.0.0' });
    expect(given).toEqual({ a: '1.0.0', b: '1.0.0' });
  });

  test('renews the version of what passed again', () => {
    expect(confirm({ a: '1.0.0' }, [{ title: 'a', passed: true }], '2.0.0')).toEqual({
      a: '2.0.0',
    });
  });
});

test('summarize counts those that were run', () => {
  const statements = [
    { title: 'a', passed: true },
    { title: 'b', passed: true },
  ];
  expect(summarize({ a: '1.0.0', other: '1.0.0' }, statements)).toBe(
    '2 statements, 1 confirmed on Electron',
  );
});
