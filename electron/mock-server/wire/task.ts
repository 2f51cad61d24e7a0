import { colorOfTag, tagId } from '../data/tags.ts';
import type { PlacedTask, World } from '../world.ts';
import { fieldsFor } from '../world/fields.ts';
import { checklistWire } from './checklist.ts';
import { taskFieldWire } from './field.ts';
import { folderReference, statusWire } from './hierarchy.ts';
import { peopleWire, personById } from './people.ts';
import { priorityWire } from './priority.ts';

/** A tag on a task or in a Space; one that its Space does not know gets the colour of its name. */
export function tagWire(name: string, spaceId: string, creator: number, world: World) {
  const tag = world.tags.get(tagId(spaceId, name));
  return {
    name,
    tag_fg: tag?.foreground ?? '#ffffff',
    tag_bg: tag?.background ?? colorOfTag(name),
    creator: tag?.creatorId ?? creator,
  };
}

/** Times of tasks travel as strings of milliseconds; durations as numbers. */
const timeWire = (at: number | null): string | null => (at === null ? null : String(at));

function relationsWire({ task, workspaceId }: PlacedTask, world: World) {
  const related = world.relations
    .of('')
    .filter(({ taskId, otherId }) => taskId === task.id || otherId === task.id);
  return {
    dependencies: related
      .filter(({ kind }) => kind === 'dependency')
      .map((relation) => ({
        task_id: relation.taskId,
        depends_on: relation.otherId,
        type: 1,
        date_created: String(relation.createdAt),
        userid: String(relation.userId),
        workspace_id: workspaceId,
        chain_id: null,
      })),
    linked_tasks: related
      .filter(({ kind }) => kind === 'link')
      .map((relation) => ({
        task_id: task.id,
        link_id: relation.taskId === task.id ? relation.otherId : relation.taskId,
        date_created: String(relation.createdAt),
        userid: String(relation.userId),
        workspace_id: workspaceId,
      })),
  };
}

/**
 * A task as ClickUp writes it. There is no due-time flag: whoever wants to know whether a due date has
 * a time must see that it is not 04:00 in the person's time zone (peer observation). `time_spent` is
 * there only where time was tracked.
 */
export function taskWire(placed: PlacedTask, world: World, withMarkdown: boolean) {
  const { task, list, folder, space, workspaceId, status, statusIndex } = placed;
  const folderWire = folderReference(folder, space.id);
  const description = task.description === '' ? null : task.description;
  const spent = world.timeSpent(task.id);
  return {
    id: task.id,
    custom_id: null,
    custom_item_id: task.customItemId,
    name: task.name,
    text_content: description,
    description,
    ...(withMarkdown ? { markdown_description: task.markdown === '' ? null : task.markdown } : {}),
    status: statusWire(list.statuses === null ? space.id : list.id, status, statusIndex),
    orderindex: `${task.orderIndex + 1}.00000000000000000000000000000000`,
    date_created: String(task.createdAt),
    date_updated: String(task.updatedAt),
    date_closed: timeWire(task.closedAt),
    date_done: timeWire(task.doneAt),
    archived: task.archived,
    creator: personById(task.creatorId, world),
    assignees: peopleWire(task.assigneeIds, world),
    group_assignees: [],
    watchers: peopleWire([...new Set([...task.watcherIds, ...task.assigneeIds])], world),
    checklists: task.checklists.map((checklist, index) =>
      checklistWire(checklist, task.id, index, world),
    ),
    tags: task.tags.map((name) => tagWire(name, space.id, task.creatorId, world)),
    parent: task.parentId,
    top_level_parent: placed.topLevelParentId,
    priority: task.priority === null ? null : priorityWire(task.priority),
    due_date: timeWire(task.dueAt),
    start_date: timeWire(task.startAt),
    points: task.points,
    time_estimate: task.timeEstimate,
    ...(spent === null ? {} : { time_spent: spent }),
    custom_fields: fieldsFor(list, world).map((field) =>
      taskFieldWire(field, task.values[field.id], world),
    ),
    ...relationsWire(placed, world),
    locations: [],
    team_id: workspaceId,
    url: `https://app.clickup.com/t/${task.id}`,
    sharing: {
      public: false,
      public_share_expires_on: null,
      public_fields: [],
      token: null,
      seo_optimized: false,
    },
    permission_level: 'create',
    list: { id: list.id, name: list.name, access: true },
    project: folderWire,
    folder: folderWire,
    space: { id: space.id },
  };
}
