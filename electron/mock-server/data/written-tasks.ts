import type { Calendar } from './calendar.ts';
import { ADA } from './people.ts';
import { history, MINUTE, taskId, type DraftedTask, type TaskSources } from './task-sources.ts';
import { WRITTEN_TASKS, type WrittenTask } from './written-words.ts';

/** The hand-written tasks. One whose List is missing would be left out; a test sees that none is. */
export function writtenTasks(sources: TaskSources): readonly DraftedTask[] {
  const { lists, people, calendar } = sources;
  const idOf = new Map(WRITTEN_TASKS.map(({ name }, index) => [name, taskId(index)]));
  return WRITTEN_TASKS.flatMap((task, index) => {
    const planted = lists.find(({ path }) => path === task.path);
    const [first] = planted?.statuses ?? [];
    if (planted === undefined || first === undefined) return [];
    const status = planted.statuses.find(({ name }) => name === task.status) ?? first;
    const who = task.who ?? ['AK'];
    return [
      {
        task: {
          id: taskId(index),
          listId: planted.list.id,
          orderIndex: index,
          name: task.name,
          description: task.description ?? '',
          markdown: task.description ?? '',
          status: status.name,
          parentId: (task.parent === undefined ? null : idOf.get(task.parent)) ?? null,
          archived: false,
          customItemId: 0,
          creatorId: ADA,
          watcherIds: [ADA],
          assigneeIds: people
            .filter(({ initials }) => initials !== null && who.includes(initials))
            .map(({ id }) => id),
          priority: task.priority ?? null,
          tags: task.tags ?? [],
          ...history(status, sources),
          startAt: null,
          dueAt: dueOf(task, calendar),
          timeEstimate: task.estimate === undefined ? null : task.estimate * MINUTE,
          points: null,
          checklists: [],
          values: {},
        },
        spent: (task.spent ?? 0) * MINUTE,
      },
    ];
  });
}

function dueOf({ due }: WrittenTask, calendar: Calendar): number | null {
  if (due === undefined) return null;
  const [day, minutes] = due;
  return minutes === undefined ? calendar.dateOnly(day) : calendar.at(day, minutes);
}
