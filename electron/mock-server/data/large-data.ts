import { uuidOf } from '../world/ids.ts';
import { createCalendar } from './calendar.ts';
import type {
  SampleData,
  SampleFolder,
  SampleList,
  SamplePlan,
  SamplePriority,
  SampleSpace,
  SampleStatus,
  SampleTask,
} from './model.ts';
import { ADA, STUDIO_TEAM } from './people.ts';
import { createRandom, type Random } from './random.ts';
import type { SampleField, SampleFieldValue } from './records.ts';
import { CLIENT_STATUSES, MARKETING_STATUSES, PLATFORM_STATUSES } from './statuses.ts';
import { tagsOf } from './tags.ts';
import { DAY, MINUTE, taskId } from './task-sources.ts';
import { titlesOf, TOPICS, type TopicName } from './vocabulary.ts';
import { PLANS } from './workspace-plans.ts';

export interface LargeDataOptions {
  readonly tasks: number;
  /** Unix ms; dates lie around it. */
  readonly now: number;
  /**
   * How much a task brings along: `lean` is near 2 KB as it travels, `full` near the 11 KB that peers
   * saw of ClickUp. `lean` where not given.
   */
  readonly detail?: 'lean' | 'full';
  /** 40 where not given. */
  readonly lists?: number;
  /** Business Plus, 1,000 requests a minute, where not given. */
  readonly plan?: keyof typeof PLANS;
}

/** The one Workspace of large data. */
export const LARGE_WORKSPACE_ID = '9002990';

const SEED = 10_000;
const SPACES: readonly (readonly [name: string, statuses: readonly SampleStatus[]])[] = [
  ['Clients', CLIENT_STATUSES],
  ['Platform', PLATFORM_STATUSES],
  ['Marketing', MARKETING_STATUSES],
  ['Operations', PLATFORM_STATUSES],
];
const PRIORITIES: readonly SamplePriority[] = ['urgent', 'high', 'normal', 'normal', 'low'];
const FIELDS_A_SPACE = 8;
const OPTIONS_A_FIELD = 7;

/**
 * A Workspace of Ada Kessler with any number of tasks, for measurements: Lists of very different sizes,
 * a seventh subtasks, a fifth closed, due dates crowded around today. The same options give the same
 * data.
 */
export function createLargeData(options: LargeDataOptions): SampleData {
  const { now, detail = 'lean' } = options;
  const random = createRandom(SEED);
  const plan: SamplePlan = PLANS[options.plan ?? 'businessPlus'];
  const tree = plantSpaces(options.lists ?? 40);
  const fields = detail === 'full' ? tree.spaces.flatMap((space) => fieldsOf(space, now)) : [];
  const tasks = createTasks(options, tree, fields, random);
  const spaceOf = new Map(tree.lists.map(({ id, spaceId }) => [id, spaceId]));
  return {
    ownerId: ADA,
    people: STUDIO_TEAM,
    workspaces: [
      {
        id: LARGE_WORKSPACE_ID,
        name: 'Northwind at scale',
        color: '#6b4fd8',
        plan,
        memberIds: STUDIO_TEAM.map(({ id }) => id),
        adminIds: [ADA],
        guests: [],
      },
    ],
    ...tree,
    tasks,
    deletedTaskIds: [],
    tags: tagsOf(tasks, (listId) => spaceOf.get(listId) ?? ''),
    fields,
    comments: [],
    relations: [],
    timeEntries: [],
    webhooks: [],
    channels: [],
    messages: [],
    docs: [],
    pages: [],
  };
}

function plantSpaces(count: number) {
  const spaces = SPACES.map(([name, statuses], index): SampleSpace => ({
    id: String(90_130_400 + index * 13),
    workspaceId: LARGE_WORKSPACE_ID,
    name,
    color: null,
    private: false,
    archived: false,
    multipleAssignees: true,
    statuses,
  }));
  const folders = spaces.flatMap((space, at) =>
    ['North', 'South'].map((name, index): SampleFolder => ({
      id: String(90_360_120 + (at * 2 + index) * 11),
      spaceId: space.id,
      parentId: null,
      name,
      archived: false,
    })),
  );
  const lists = Array.from({ length: count }, (_, index): SampleList => {
    const at = index % spaces.length;
    const folder = index % 3 === 0 ? undefined : folders[at * 2 + (index % 2)];
    return {
      id: String(901_304_411 + index * 7),
      spaceId: spaces[at]?.id ?? '',
      folderId: folder?.id ?? null,
      name: `List ${index + 1}`,
      content: '',
      archived: false,
      priority: null,
      dueAt: null,
      dueHasTime: false,
      assigneeId: null,
      statuses: null,
    };
  });
  return { spaces, folders, lists };
}

function fieldsOf(space: SampleSpace, now: number): readonly SampleField[] {
  const seed = Number(space.id) % 1_000;
  return Array.from({ length: FIELDS_A_SPACE }, (_, index): SampleField => ({
    id: uuidOf(seed, index),
    name: `${space.name} field ${index + 1}`,
    type: index === 0 ? 'number' : index % 2 === 0 ? 'labels' : 'drop_down',
    place: { kind: 'space', id: space.id },
    required: false,
    createdAt: now - 300 * DAY,
    options:
      index === 0
        ? []
        : Array.from({ length: OPTIONS_A_FIELD }, (__, position) => ({
            id: uuidOf(seed + 1, index * 50 + position),
            name: `Choice ${position + 1} of ${space.name}`,
            color: '#2760d8',
          })),
    currency: null,
  }));
}

const SENTENCES = [
  'Ask the customer first what changed since the last visit.',
  'The old page stays until the new one has been read by two people.',
  'Numbers from October are in the shared folder, those from November follow.',
  'Nothing here is urgent, but it should be done before the fair.',
  'See the note from the workshop for what was left open.',
];

/** A text of about the given number of characters. */
function textOf(random: Random, length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length;) {
    const sentence = SENTENCES[random.between(0, SENTENCES.length - 1)] ?? '';
    parts.push(sentence);
    size += sentence.length + 1;
  }
  return parts.join(' ');
}

function createTasks(
  { tasks: count, now, detail = 'lean' }: LargeDataOptions,
  { lists, spaces }: ReturnType<typeof plantSpaces>,
  fields: readonly SampleField[],
  random: Random,
): readonly SampleTask[] {
  const calendar = createCalendar(now, 'Europe/Berlin');
  const days = new Map<number, number>();
  const dateOnly = (day: number): number => {
    const known = days.get(day) ?? calendar.dateOnly(day);
    days.set(day, known);
    return known;
  };
  const statusesOf = new Map(spaces.map(({ id, statuses }) => [id, statuses]));
  const fieldsIn = Map.groupBy(fields, ({ place }) => place.id);
  const topics = (Object.keys(TOPICS) as TopicName[]).map((name) => ({
    titles: titlesOf(TOPICS[name], null),
    tags: TOPICS[name].tags as readonly string[],
  }));
  const parents = new Map<string, string>();
  return Array.from({ length: count }, (_, index): SampleTask => {
    // Squared, so that the first Lists hold many times as many tasks as the last.
    const list = lists[Math.floor(random.fraction() ** 2 * lists.length)] ?? lists[0];
    const topic = topics[index % topics.length];
    const statuses = statusesOf.get(list?.spaceId ?? '') ?? [];
    const status = drawStatus(statuses, random);
    const createdAt = now - random.between(DAY, 400 * DAY);
    const updatedAt = now - Math.floor((now - createdAt) * random.fraction() ** 2);
    const finished = status.type === 'done' || status.type === 'closed';
    const id = taskId(index);
    const listId = list?.id ?? '';
    const parentId = random.chance(0.14) ? (parents.get(listId) ?? null) : null;
    if (parentId === null) parents.set(listId, id);
    const text = textOf(random, detail === 'full' ? 900 : random.between(40, 180));
    const due = random.chance(0.6) ? Math.round((random.fraction() ** 3 - 0.2) * 90) : null;
    return {
      id,
      listId,
      orderIndex: index,
      name: `${topic?.titles[random.between(0, topic.titles.length - 1)] ?? 'Task'} ${index + 1}`,
      description: text,
      markdown: text,
      status: status.name,
      parentId,
      archived: false,
      customItemId: 0,
      creatorId: personAt(random),
      assigneeIds: random.chance(0.85) ? [personAt(random)] : [],
      watcherIds: [personAt(random)],
      priority: random.chance(0.4) ? (PRIORITIES[random.between(0, 4)] ?? null) : null,
      tags: random.chance(0.5) ? [topic?.tags[random.between(0, 1)] ?? 'idea'] : [],
      createdAt,
      updatedAt,
      doneAt: finished ? updatedAt : null,
      closedAt: status.type === 'closed' ? updatedAt : null,
      startAt: null,
      dueAt:
        due === null
          ? null
          : dateOnly(due) + (random.chance(0.2) ? random.between(9, 28) * 30 * MINUTE : 0),
      timeEstimate: random.chance(0.3) ? random.between(1, 16) * 30 * MINUTE : null,
      points: null,
      checklists: [],
      values: valuesOf(fieldsIn.get(list?.spaceId ?? '') ?? [], random),
    };
  });
}

const personAt = (random: Random): number =>
  STUDIO_TEAM[random.between(0, STUDIO_TEAM.length - 1)]?.id ?? ADA;

/** A fifth closed, a tenth done, the rest open or under way. */
function drawStatus(statuses: readonly SampleStatus[], random: Random): SampleStatus {
  const draw = random.fraction();
  const type = draw < 0.2 ? 'closed' : draw < 0.3 ? 'done' : draw < 0.6 ? 'custom' : 'open';
  const fitting = statuses.filter((status) => status.type === type);
  return (
    fitting[random.between(0, fitting.length - 1)] ??
    statuses[0] ?? { name: 'to do', type: 'open', color: '#87909e' }
  );
}

function valuesOf(fields: readonly SampleField[], random: Random): SampleTask['values'] {
  if (fields.length === 0) return {};
  const values: [string, SampleFieldValue][] = [];
  for (const { id, type, options } of fields) {
    if (!random.chance(0.7)) continue;
    const option = options[random.between(0, Math.max(0, options.length - 1))]?.id ?? '';
    values.push([
      id,
      type === 'number' ? random.between(1, 900) : type === 'labels' ? [option] : option,
    ]);
  }
  return Object.fromEntries(values);
}
