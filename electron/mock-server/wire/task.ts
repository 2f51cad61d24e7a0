import type { SamplePriority } from '../data/model.ts';
import type { PlacedTask, World } from '../world.ts';
import { folderReference, statusWire } from './hierarchy.ts';
import { personWire } from './people.ts';

const PRIORITIES: Readonly<
  Record<SamplePriority, { readonly id: string; readonly color: string }>
> = {
  urgent: { id: '1', color: '#f50000' },
  high: { id: '2', color: '#f8ae00' },
  normal: { id: '3', color: '#6fddff' },
  low: { id: '4', color: '#d8d8d8' },
};

const TAG_COLORS = ['#0f8a6d', '#2760d8', '#b660e0', '#c2410c', '#5f6570'];

const priorityWire = (priority: SamplePriority) => {
  const { id, color } = PRIORITIES[priority];
  return { id, priority, color, orderindex: id };
};

const tagWire = (name: string, creator: number) => ({
  name,
  tag_fg: '#ffffff',
  tag_bg: TAG_COLORS[name.length % TAG_COLORS.length] ?? '#5f6570',
  creator,
});

/** Times of tasks travel as strings of milliseconds; durations as numbers. */
const timeWire = (at: number | null): string | null => (at === null ? null : String(at));

const peopleWire = (ids: readonly number[], world: World) =>
  ids
    .map((id) => world.person(id))
    .filter((person) => person !== null)
    .map(personWire);

/**
 * A task as ClickUp writes it. `priority` is an object or null, never the number of the
 * specification's example. There is no due-time flag: whoever wants to know whether a due date has a
 * time must see that it is not 04:00 in the person's time zone (peer observation).
 */
export function taskWire(placed: PlacedTask, world: World, withMarkdown: boolean) {
  const { task, list, folder, space, workspaceId, status, statusIndex } = placed;
  const folderWire = folderReference(folder, space.id);
  const description = task.description === '' ? null : task.description;
  return {
    id: task.id,
    custom_id: null,
    custom_item_id: 0,
    name: task.name,
    text_content: description,
    description,
    ...(withMarkdown ? { markdown_description: description } : {}),
    status: statusWire(list.statuses === null ? space.id : list.id, status, statusIndex),
    orderindex: `${placed.index + 1}.00000000000000000000000000000000`,
    date_created: String(task.createdAt),
    date_updated: String(task.updatedAt),
    date_closed: timeWire(task.closedAt),
    date_done: timeWire(task.doneAt),
    archived: false,
    creator: peopleWire([task.creatorId], world)[0] ?? null,
    assignees: peopleWire(task.assigneeIds, world),
    group_assignees: [],
    watchers: peopleWire([...new Set([task.creatorId, ...task.assigneeIds])], world),
    checklists: [],
    tags: task.tags.map((name) => tagWire(name, task.creatorId)),
    parent: task.parentId,
    top_level_parent: placed.topLevelParentId,
    priority: task.priority === null ? null : priorityWire(task.priority),
    due_date: timeWire(task.dueAt),
    start_date: timeWire(task.startAt),
    points: null,
    time_estimate: task.timeEstimate,
    time_spent: task.timeSpent,
    custom_fields: [],
    dependencies: [],
    linked_tasks: [],
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
