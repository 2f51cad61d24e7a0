import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADA } from './people.ts';
import { createCalendar } from './calendar.ts';
import { createSampleData } from './sample-data.ts';
import { plantTree } from './tree.ts';
import { WRITTEN_TASKS } from './written-words.ts';

const MONDAY = Date.UTC(2026, 10, 23, 8);
const data = createSampleData(MONDAY);
const paths = new Map(plantTree().lists.map(({ list, path }) => [list.id, path]));
const spaceOf = new Map(data.lists.map((list) => [list.id, list.spaceId]));
const workspaceOf = new Map(data.spaces.map((space) => [space.id, space.workspaceId]));
const workspaceOfTask = (listId: string) => workspaceOf.get(spaceOf.get(listId) ?? '');

/** The status a task of a List begins with. */
const firstStatus = (listId = '') =>
  plantTree().lists.find(({ list }) => list.id === listId)?.statuses[0]?.name;

describe('sample data', () => {
  test('is the same for the same time, and only times differ for another', () => {
    expect(createSampleData(MONDAY)).toEqual(data);
    const later = createSampleData(MONDAY + 40 * 86_400_000);
    const named = (tasks: typeof data.tasks) =>
      tasks.map(({ id, name, status }) => [id, name, status]);
    expect(named(later.tasks)).toEqual(named(data.tasks));
  });

  test('holds a few hundred tasks, more than one page of them in Northwind Studio', () => {
    const counts = Map.groupBy(data.tasks, ({ listId }) => workspaceOfTask(listId));
    expect(data.tasks.length).toBeGreaterThan(250);
    expect(counts.get('9002411')?.length).toBeGreaterThan(200);
    expect(counts.get('9002587')?.length).toBeGreaterThan(20);
    expect(counts.get('9002733')?.length).toBeGreaterThan(10);
  });

  test('ids are unique and every reference leads somewhere', () => {
    const everyId = [data.spaces, data.folders, data.lists, data.tasks].flatMap((items) =>
      items.map(({ id }) => id),
    );
    expect(new Set(everyId).size).toBe(everyId.length);
    const people = new Set(data.people.map(({ id }) => id));
    const tasks = new Map(data.tasks.map((task) => [task.id, task]));
    for (const task of data.tasks) {
      const list = data.lists.find(({ id }) => id === task.listId);
      const space = data.spaces.find(({ id }) => id === list?.spaceId);
      const statuses = list?.statuses ?? space?.statuses ?? [];
      expect(statuses.map(({ name }) => name)).toContain(task.status);
      expect(tasks.get(task.parentId ?? task.id)?.listId).toBe(task.listId);
      for (const id of [task.creatorId, ...task.assigneeIds]) expect(people).toContain(id);
      expect(task.createdAt).toBeLessThanOrEqual(task.updatedAt);
      expect(task.updatedAt).toBeLessThanOrEqual(MONDAY);
    }
    expect(tasks.has(data.deletedTaskIds[0] ?? '')).toBe(false);
  });

  test('what hangs on tasks and Workspaces leads somewhere too, and none of it lies ahead', () => {
    const people = new Set(data.people.map(({ id }) => id));
    const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
    const places = {
      task: ids(data.tasks),
      list: ids(data.lists),
      comment: ids(data.comments),
      folder: ids(data.folders),
      space: ids(data.spaces),
      team: ids(data.workspaces),
    };
    const { comments, relations, timeEntries, fields, messages, channels, docs, pages } = data;
    const dangling = [
      ...comments.filter(({ on, userId }) => !places[on.kind].has(on.id) || !people.has(userId)),
      ...relations.filter(({ taskId, otherId }) =>
        [taskId, otherId].some((id) => !places.task.has(id)),
      ),
      ...timeEntries.filter(
        ({ taskId, userId }) => !places.task.has(taskId ?? '') || !people.has(userId),
      ),
      ...fields.filter(({ place }) => !places[place.kind].has(place.id)),
      ...messages.filter(
        ({ channelId, userId }) => !ids(channels).has(channelId) || !people.has(userId),
      ),
      ...messages.filter(({ parentId }) => parentId !== null && !ids(messages).has(parentId)),
      ...pages.filter(({ docId }) => !ids(docs).has(docId)),
      ...data.tags.filter(({ spaceId }) => !places.space.has(spaceId)),
    ];
    expect(dangling).toEqual([]);
    const ahead = [...comments, ...messages, ...pages].filter(
      ({ createdAt }) => createdAt > MONDAY,
    );
    expect(ahead).toEqual([]);
    expect(
      timeEntries.filter(({ start, end }) => end === null || end <= start || end > MONDAY),
    ).toEqual([]);
    for (const items of [comments, timeEntries, fields, messages, channels, docs, pages]) {
      expect(items.length).toBeGreaterThan(1);
      expect(ids(items).size).toBe(items.length);
    }
  });

  test('every field value is one of its field, and required ones are there', () => {
    const fields = new Map(data.fields.map((field) => [field.id, field]));
    const wrong = data.tasks.filter(({ values, listId }) =>
      Object.keys(values).some((id) => {
        const place = fields.get(id)?.place;
        return place?.id !== (place?.kind === 'list' ? listId : spaceOf.get(listId));
      }),
    );
    expect(wrong).toEqual([]);
    const required = data.fields.filter((field) => field.required);
    expect(required.map(({ name }) => name)).toEqual(['Cost centre', 'Amount']);
    const finance = data.tasks.filter(({ listId }) => listId === required[0]?.place.id);
    expect(finance.length).toBeGreaterThan(5);
    expect(
      finance.filter(({ values }) => required.some(({ id }) => values[id] === undefined)),
    ).toEqual([]);
  });

  test('titles do not repeat within a List', () => {
    const titles = data.tasks.map(({ listId, name }) => `${listId} ${name}`);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('every hand-written task stands in its List with its status and parent', () => {
    for (const [index, written] of WRITTEN_TASKS.entries()) {
      const task = data.tasks[index];
      expect(task?.name).toBe(written.name);
      expect(paths.get(task?.listId ?? '')).toBe(written.path);
      expect(task?.status).toBe(written.status ?? firstStatus(task?.listId));
      const parent = data.tasks.find(({ id }) => id === task?.parentId);
      expect(parent?.name).toBe(written.parent);
      expect(task?.assigneeIds.length).toBe(written.who?.length ?? 1);
    }
    expect(data.tasks[0]).toMatchObject({ id: '86c0q2v9x', listId: '901204411' });
  });

  test('Ada has three overdue, four today and eleven next week in Northwind Studio, at any time', () => {
    assert(
      property(integer({ min: 1.5e12, max: 2.5e12 }), (now) => {
        const sample = createSampleData(now);
        const calendar = createCalendar(now, 'Europe/Berlin');
        const closed = new Set(['closed', 'paid', 'complete']);
        const due = sample.tasks
          .filter(
            ({ listId, assigneeIds, status }) =>
              workspaceOfTask(listId) === '9002411' &&
              assigneeIds.includes(ADA) &&
              !closed.has(status),
          )
          .flatMap(({ dueAt }) => dueAt ?? []);
        const count = (from: number, to: number) =>
          due.filter((at) => at >= from && at < to).length;
        const midnight = (day: number) => calendar.at(day, 0);
        expect(count(0, midnight(0))).toBe(3);
        expect(count(midnight(0), midnight(1))).toBe(4);
        expect(count(midnight(1), midnight(8))).toBe(11);
      }),
      { numRuns: 25 },
    );
  });

  test('holds the awkward texts', () => {
    const names = data.tasks.map(({ name }) => name).join('\n');
    expect(names).toContain('<b>not bold</b>');
    expect(names).toMatch(/\p{Script=Hebrew}/u);
    expect(names).toMatch(/\p{Script=Arabic}/u);
    expect(names).toMatch(/\p{Extended_Pictographic}/u);
    expect(Math.max(...data.tasks.map(({ name }) => name.length))).toBeGreaterThan(180);
  });
});
