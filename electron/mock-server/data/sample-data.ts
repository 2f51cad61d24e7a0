import { createCalendar } from './calendar.ts';
import type { SampleData } from './model.ts';
import { ADA, CLINIC_TEAM, STUDIO_TEAM } from './people.ts';
import { createRandom } from './random.ts';
import { generatedTasks } from './generated-tasks.ts';
import { taskId, type TaskSources } from './task-sources.ts';
import { plantTree } from './tree.ts';
import { writtenTasks } from './written-tasks.ts';

const SEED = 2411;

/**
 * The sample that people explore without an account: three Workspaces of Ada Kessler, with due dates
 * around `now` (Unix ms). Pure: the same `now` gives the same data; only dates depend on it.
 */
export function createSampleData(now: number): SampleData {
  const tree = plantTree();
  const people = [...STUDIO_TEAM, ...CLINIC_TEAM];
  const sources: TaskSources = {
    now,
    lists: tree.lists,
    people,
    calendar: createCalendar(now, 'Europe/Berlin'),
    random: createRandom(SEED),
  };
  const written = writtenTasks(sources);
  const tasks = [...written, ...generatedTasks(sources, written.length)];
  return {
    ownerId: ADA,
    people,
    workspaces: tree.workspaces,
    spaces: tree.spaces,
    folders: tree.folders,
    lists: tree.lists.map(({ list }) => list),
    tasks,
    deletedTaskIds: [taskId(tasks.length)],
  };
}
