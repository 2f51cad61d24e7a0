import { expect, test } from 'vitest';
import { startAsking } from '../routes/ask.test-support.ts';
import type { WireTask } from '../server.test-support.ts';
import { createLargeData, LARGE_WORKSPACE_ID } from './large-data.ts';

const NOW = Date.UTC(2026, 10, 23, 8);

test.each([
  ['lean', 1_700, 2_300],
  ['full', 9_500, 12_500],
] as const)('a %s task takes %i to %i bytes', (detail, least, most) => {
  const mock = startAsking(createLargeData({ tasks: 300, now: NOW, detail }));
  const query = 'subtasks=true&include_closed=true';
  const answer = mock.get(`/v2/team/${LARGE_WORKSPACE_ID}/task`, query) as { tasks: WireTask[] };
  expect(answer.tasks).toHaveLength(100);
  const bytes = Buffer.byteLength(JSON.stringify(answer)) / 100;
  expect(bytes).toBeGreaterThan(least);
  expect(bytes).toBeLessThan(most);
});

test('10,000 tasks: the same every time, each once, in Lists that exist', () => {
  const data = createLargeData({ tasks: 10_000, now: NOW });
  expect(createLargeData({ tasks: 10_000, now: NOW }).tasks.at(-1)).toEqual(data.tasks.at(-1));
  expect(new Set(data.tasks.map(({ id }) => id)).size).toBe(10_000);
  const byId = new Map(data.tasks.map((task) => [task.id, task]));
  const astray = data.tasks.filter(
    ({ listId, parentId }) => parentId !== null && byId.get(parentId)?.listId !== listId,
  );
  expect(astray).toEqual([]);
  const share = (keep: (task: (typeof data.tasks)[number]) => boolean) =>
    data.tasks.filter(keep).length / 10_000;
  expect(share(({ parentId }) => parentId !== null)).toBeCloseTo(0.14, 1);
  expect(share(({ closedAt }) => closedAt !== null)).toBeCloseTo(0.2, 1);
  const sizes = [...Map.groupBy(data.tasks, ({ listId }) => listId).values()].map(
    (tasks) => tasks.length,
  );
  expect(Math.max(...sizes)).toBeGreaterThan(10 * Math.min(...sizes));
});

test('page after page gives every task once', () => {
  const mock = startAsking(createLargeData({ tasks: 2_050, now: NOW }));
  const seen: string[] = [];
  for (let page = 0; ; page += 1) {
    const query = `subtasks=true&include_closed=true&page=${page}`;
    const { tasks } = mock.get(`/v2/team/${LARGE_WORKSPACE_ID}/task`, query) as {
      tasks: WireTask[];
    };
    if (tasks.length === 0) break;
    seen.push(...tasks.map(({ id }) => id));
  }
  expect([seen.length, new Set(seen).size]).toEqual([2_050, 2_050]);
});
