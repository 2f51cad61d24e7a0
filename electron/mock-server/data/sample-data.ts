import { createCalendar } from './calendar.ts';
import { customFields, withValues } from './custom-fields.ts';
import { generatedTasks } from './generated-tasks.ts';
import type { SampleData, SampleGuest, SampleTask, SampleWorkspace } from './model.ts';
import { ADA, CLINIC_TEAM, FESTIVAL_TEAM, HOSPITAL_TEAM, STUDIO_TEAM } from './people.ts';
import { createRandom } from './random.ts';
import { tagsOf } from './tags.ts';
import { chat, comments, dependencies, docs, withChecklists } from './talk.ts';
import { taskId, type TaskSources } from './task-sources.ts';
import { timeTracked } from './time-tracked.ts';
import { plantTree, type PlantedList } from './tree.ts';
import { NORTHWIND_ID } from './workspace-plans.ts';
import { writtenTasks } from './written-tasks.ts';

const SEED = 2411;

/**
 * The sample that people explore without an account: three Workspaces of Ada Kessler, with due dates
 * around `now` (Unix ms), and two of other people on larger plans, for tests. Pure: the same `now`
 * gives the same data; only dates depend on it.
 */
export function createSampleData(now: number): SampleData {
  const tree = plantTree();
  const people = [...STUDIO_TEAM, ...CLINIC_TEAM, ...FESTIVAL_TEAM, ...HOSPITAL_TEAM];
  const sources: TaskSources = {
    now,
    lists: tree.lists,
    people,
    calendar: createCalendar(now, 'Europe/Berlin'),
    random: createRandom(SEED),
  };
  const spaceOfList = new Map(tree.lists.map(({ list }) => [list.id, list.spaceId]));
  const spaceOf = (listId: string): string => spaceOfList.get(listId) ?? '';
  const written = writtenTasks(sources);
  const drafted = [...written, ...generatedTasks(sources, written.length)];
  const fields = customFields(sources);
  const tasks = drafted.map(({ task }, index) =>
    withChecklists(withValues(task, index, fields, spaceOf, sources), sources),
  );
  const northwind = tree.workspaces.find(({ id }) => id === NORTHWIND_ID);
  const { channels, messages } =
    northwind === undefined ? { channels: [], messages: [] } : chat(northwind, sources);
  const library = northwind === undefined ? { docs: [], pages: [] } : docs(northwind, sources);
  return {
    ownerId: ADA,
    people,
    workspaces: tree.workspaces.map((workspace) => withShares(workspace, tree.lists, tasks)),
    spaces: tree.spaces,
    folders: tree.folders,
    lists: tree.lists.map(({ list }) => list),
    tasks,
    deletedTaskIds: [taskId(tasks.length)],
    tags: tagsOf(tasks, spaceOf),
    fields,
    comments: comments(tasks, sources),
    relations: dependencies(tasks, sources),
    timeEntries: timeTracked(drafted, sources),
    webhooks: [],
    channels,
    messages,
    docs: library.docs,
    pages: library.pages,
  };
}

/** Shares a Folder with a guest who may only look, with others Lists and the first task of a Folder. */
function withShares(
  workspace: SampleWorkspace,
  lists: readonly PlantedList[],
  tasks: readonly SampleTask[],
): SampleWorkspace {
  const own = lists.filter((planted) => planted.workspace.id === workspace.id);
  const inFolders = own.filter(({ list }) => list.folderId !== null).map(({ list }) => list);
  const first = tasks.find(
    ({ listId, parentId }) => parentId === null && inFolders.some(({ id }) => id === listId),
  );
  const share = (guest: SampleGuest): SampleGuest =>
    guest.viewOnly
      ? { ...guest, folderIds: inFolders.flatMap(({ folderId }) => folderId ?? []).slice(0, 1) }
      : {
          ...guest,
          listIds: own.filter(({ list }) => list.folderId === null).map(({ list }) => list.id),
          taskIds: first === undefined ? [] : [first.id],
        };
  return { ...workspace, guests: workspace.guests.map(share) };
}
