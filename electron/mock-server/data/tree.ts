import type {
  SampleFolder,
  SampleList,
  SampleSpace,
  SampleStatus,
  SampleWorkspace,
} from './model.ts';
import type { TopicName } from './vocabulary.ts';
import { WORKSPACE_PLANS, type ListPlan } from './workspace-plans.ts';

/** Everything above the tasks, flat, with what the task generator needs to know of each List. */
export interface SampleTree {
  readonly workspaces: readonly SampleWorkspace[];
  readonly spaces: readonly SampleSpace[];
  readonly folders: readonly SampleFolder[];
  readonly lists: readonly PlantedList[];
}

export interface PlantedList {
  readonly list: SampleList;
  /** Names of Space, Folder if any, and List, such as `Clients › Hartmann › Sales`. */
  readonly path: string;
  readonly workspace: SampleWorkspace;
  readonly statuses: readonly SampleStatus[];
  readonly topic: TopicName;
  readonly client: string | null;
  readonly tasks: number;
}

/** Lays out the Workspaces. Ids follow from the order of the plans, so that they are the same in every run. */
export function plantTree(): SampleTree {
  const spaces: SampleSpace[] = [];
  const folders: SampleFolder[] = [];
  const lists: PlantedList[] = [];
  for (const { workspace, spaces: spacePlans } of WORKSPACE_PLANS) {
    for (const spacePlan of spacePlans) {
      const space: SampleSpace = {
        id: String(90120400 + spaces.length * 13),
        workspaceId: workspace.id,
        name: spacePlan.name,
        color: spacePlan.color,
        private: spacePlan.private ?? false,
        archived: spacePlan.archived ?? false,
        multipleAssignees: true,
        statuses: spacePlan.statuses,
      };
      spaces.push(space);
      const plantList = (listPlan: ListPlan, folder: SampleFolder | null): void => {
        const path = [space.name, ...(folder === null ? [] : [folder.name]), listPlan.name];
        lists.push({
          list: {
            id: String(901204411 + lists.length * 7),
            spaceId: space.id,
            folderId: folder?.id ?? null,
            name: listPlan.name,
            content: '',
            archived: listPlan.archived ?? false,
            priority: null,
            dueAt: null,
            dueHasTime: false,
            assigneeId: null,
            statuses: listPlan.statuses ?? null,
          },
          path: path.join(' › '),
          workspace,
          statuses: listPlan.statuses ?? space.statuses,
          topic: listPlan.topic,
          client: listPlan.client ?? null,
          tasks: listPlan.tasks,
        });
      };
      for (const [name, listPlans] of Object.entries(spacePlan.folders)) {
        const folder = {
          id: String(90350120 + folders.length * 11),
          spaceId: space.id,
          parentId: null,
          name,
          archived: false,
        };
        folders.push(folder);
        for (const listPlan of listPlans) plantList(listPlan, folder);
      }
      for (const listPlan of spacePlan.lists) plantList(listPlan, null);
    }
  }
  return {
    workspaces: WORKSPACE_PLANS.map(({ workspace }) => workspace),
    spaces,
    folders,
    lists,
  };
}
