import { timeEntryId } from '../world/ids.ts';
import type { SampleTimeEntry, SampleTimeTag } from './records.ts';
import { DAY, MINUTE, type DraftedTask, type TaskSources } from './task-sources.ts';

const DEEP_WORK: SampleTimeTag = {
  name: 'deep work',
  foreground: '#ffffff',
  background: '#2760d8',
  creatorId: 81204411,
};

const CALL: SampleTimeTag = {
  name: 'call',
  foreground: '#ffffff',
  background: '#c2410c',
  creatorId: 81204411,
};

const NOTES = ['', '', 'Together with the team', 'First pass', 'After the call', 'Loose ends'];

/** Splits the time of each task into one to three entries of the past weeks; nothing runs. */
export function timeTracked(
  drafted: readonly DraftedTask[],
  sources: TaskSources,
): readonly SampleTimeEntry[] {
  const workspaceOf = new Map(sources.lists.map(({ list, workspace }) => [list.id, workspace.id]));
  const entries: SampleTimeEntry[] = [];
  for (const [index, { task, spent }] of drafted.entries()) {
    const parts = spent === 0 ? 0 : 1 + (index % 3);
    for (let part = 0; part < parts; part += 1) {
      const length = Math.floor(spent / parts / MINUTE) * MINUTE;
      const duration = part === 0 ? spent - length * (parts - 1) : length;
      const day = (index * 5 + part * 3) % 26;
      const start =
        sources.calendar.at(-1 - day, 9 * 60 + ((index * 37) % 7) * 60) + part * 5 * MINUTE;
      entries.push({
        id: timeEntryId(entries.length),
        workspaceId: workspaceOf.get(task.listId) ?? '',
        taskId: task.id,
        userId: task.assigneeIds[0] ?? task.creatorId,
        start,
        end: start + duration,
        description: NOTES[(index + part) % NOTES.length] ?? '',
        billable: index % 2 === 0,
        tags: index % 5 === 0 ? [DEEP_WORK] : index % 7 === 0 ? [CALL] : [],
        at: Math.min(start + duration, sources.now - DAY / 4),
        history: [],
      });
    }
  }
  return entries;
}
