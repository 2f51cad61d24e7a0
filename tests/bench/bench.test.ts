import { expect, test } from 'vitest';
import { bench, exitCode } from './bench.ts';
import type { Figure, Reading, Result } from './figure.ts';
import type { Group, Stage } from './group.ts';

const STAGE: Stage = {
  root: '',
  bundles: { main: [], preload: [], renderer: [] },
  executable: '',
  switches: [],
  env: {},
  chromium: () => '',
};

const figure = (name: string, kind: Figure['kind']): Figure => ({
  name,
  kind,
  unit: 'KB',
  budget: 10,
});

function recorded(readings: Readonly<Record<string, Reading>>): {
  readonly group: Group;
  readonly measured: () => number;
} {
  let times = 0;
  const figures = Object.fromEntries(
    Object.keys(readings).map((name) => [name, figure(name, 'size')]),
  );
  return {
    group: {
      figures,
      measure: async () => {
        times += 1;
        return readings;
      },
    },
    measured: () => times,
  };
}

test('measures what is wanted by a part of its name, and no group that holds none of it', async () => {
  const sizes = recorded({ 'main: JS': 4, 'preload: JS': 11 });
  const times = recorded({ launch: [1, 2, 3] });
  const told: Result[] = [];
  const results = await bench(STAGE, {
    groups: [sizes.group, times.group],
    wanted: 'PRELOAD',
    onResult: (result) => told.push(result),
  });
  expect(results.map(({ name, ok }) => [name, ok])).toEqual([['preload: JS', false]]);
  expect(told).toEqual(results);
  expect([sizes.measured(), times.measured()]).toEqual([1, 0]);
});

test('wants everything where nothing is named, and leaves out what could not be measured', async () => {
  const sizes = recorded({ one: 4, two: null });
  const results = await bench(STAGE, { groups: [sizes.group], wanted: '', onResult: () => {} });
  expect(results.map(({ name }) => name)).toEqual(['one']);
  expect(exitCode(results)).toBe(0);
});

test('only a size or a count over its budget makes the bench fail', () => {
  const result = (kind: Result['kind'], ok: boolean): Result => ({
    name: kind,
    value: 1,
    unit: 'ms',
    budget: 1,
    ok,
    kind,
  });
  expect(exitCode([result('time', false), result('memory', false), result('size', true)])).toBe(0);
  expect(exitCode([result('time', true), result('size', false)])).toBe(1);
  expect(exitCode([result('count', false)])).toBe(1);
});
