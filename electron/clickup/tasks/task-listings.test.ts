import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumberedPages } from '../paging/numbered-pages.ts';
import type { NumberedPages } from '../paging/page.ts';
import { openMockWorkspace } from './mock-workspace.test-support.ts';
import type { Task } from './task.ts';
import { passes, type TaskFilter } from './task-filter.ts';
import { listTasks, workspaceTasks } from './task-listings.ts';

const ALL: TaskFilter = { includeClosed: true };

async function read(source: NumberedPages<Task>, speculation = { first: 1, most: 1 }) {
  const tasks: Task[] = [];
  const outcome = await readNumberedPages(source, {
    speculation,
    deliver: ({ items }) => void tasks.push(...items),
  });
  return { outcome, tasks, ids: tasks.map(({ id }) => id) };
}

describe('all tasks of a Workspace', () => {
  it.each([
    ['one after the other, the end unsaid', { first: 1, most: 1 }, false],
    ['ahead, the end unsaid', { first: 5, most: 16 }, false],
    ['ahead, the end said', { first: 5, most: 16 }, true],
  ])('are read %s', async (_how, speculation, lastPageOnTeam) => {
    await using mock = await openMockWorkspace({ tasks: 730, lastPageOnTeam });
    const source = workspaceTasks(mock.reader, { workspaceId: mock.workspaceId, filter: ALL });
    const { outcome, ids } = await read(source, speculation);
    expect(outcome).toMatchObject({ kind: 'complete', isProved: true });
    expect([ids.length, new Set(ids).size]).toEqual([730, 730]);
    expect(outcome.requests).toBe(mock.traffic().requests);
  });

  it('are all there that stayed, whatever came and went between the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            kind: fc.constantFrom('none', 'create', 'delete', 'close', 'open'),
            share: fc.double({ min: 0, max: 0.999, noNaN: true }),
          }),
          { minLength: 4, maxLength: 12 },
        ),
        fc.constantFrom({ first: 1, most: 1 }, { first: 3, most: 6 }),
        async (moves, speculation) => {
          await using mock = await openMockWorkspace({ tasks: 420 });
          const { workspaceId, reader } = mock;
          const everything = await read(workspaceTasks(reader, { workspaceId, filter: ALL }));
          const open = everything.tasks.filter((task) => passes({}, task));
          const stayed = new Set(open.map(({ id }) => id));
          const left = new Map(everything.tasks.map((task) => [task.id, task]));
          const statusIn = async (task: Task, type: string): Promise<string> => {
            const { statuses } = (await mock.ask(`/api/v2/list/${task.list?.id}`)) as {
              statuses: readonly { status: string; type: string }[];
            };
            return statuses.find((status) => status.type === type)?.status ?? '';
          };
          let next = 0;
          mock.beforeEach(async () => {
            const { kind, share } = moves[next] ?? { kind: 'none', share: 0 };
            next += 1;
            const all = [...left.values()];
            const task = all[Math.floor(share * all.length)];
            mock.clock.advance(50);
            if (task === undefined || kind === 'none') return;
            if (kind === 'create') {
              await mock.write('POST', `/api/v2/list/${task.list?.id}/task`, { name: 'New' });
              return;
            }
            if (kind !== 'open') stayed.delete(task.id);
            if (kind === 'delete') {
              left.delete(task.id);
              await mock.ask(`/api/v2/task/${task.id}`, { method: 'DELETE' });
              return;
            }
            const status = await statusIn(task, kind === 'close' ? 'closed' : 'open');
            await mock.write('PUT', `/api/v2/task/${task.id}`, { status });
          });
          const source = workspaceTasks(reader, { workspaceId, filter: {} });
          const { outcome, ids } = await read(source, speculation);
          expect(outcome).toMatchObject({ kind: 'complete', isProved: true });
          expect(new Set(ids).size).toBe(ids.length);
          const there = new Set(ids);
          expect([...stayed].filter((id) => !there.has(id))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('are narrowed by ClickUp exactly as Perch would narrow them', async () => {
    await using mock = await openMockWorkspace({ tasks: 400 });
    const { workspaceId, reader } = mock;
    const { tasks } = await read(workspaceTasks(reader, { workspaceId, filter: ALL }));
    const [some] = tasks;
    const filters: readonly TaskFilter[] = [
      {},
      { assigneeIds: some?.assignees.map(({ id }) => id) ?? [] },
      { listIds: [some?.list?.id ?? ''], includeClosed: true },
      { spaceIds: [some?.space?.id ?? ''] },
      { folderIds: tasks.flatMap(({ folder }) => folder?.id ?? []).slice(0, 1) },
      { dueAfter: mock.clock.now() - 7 * 86_400_000, dueBefore: mock.clock.now() },
    ];
    for (const filter of filters) {
      const { ids } = await read(workspaceTasks(reader, { workspaceId, filter }));
      const expected = tasks.filter((task) => passes(filter, task)).map(({ id }) => id);
      expect(expected).not.toEqual([]);
      expect(ids.toSorted()).toEqual(expected.toSorted());
    }
  });
});

describe('all tasks of a List', () => {
  it('end with the page that ClickUp calls the last', async () => {
    await using mock = await openMockWorkspace({ tasks: 900 });
    const { workspaceId, reader } = mock;
    const { tasks } = await read(workspaceTasks(reader, { workspaceId, filter: ALL }));
    const lists = Map.groupBy(tasks, ({ list }) => list?.id ?? '');
    const [listId, inList] = [...lists].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
    const before = mock.traffic().requests;
    const { ids } = await read(listTasks(reader, { listId: listId ?? '', includeClosed: true }));
    expect(ids.toSorted()).toEqual(inList?.map(({ id }) => id).toSorted());
    expect(ids.length).toBeGreaterThan(100);
    expect(mock.traffic().requests - before).toBe(Math.ceil((ids.length - 1) / 99));
  });
});
