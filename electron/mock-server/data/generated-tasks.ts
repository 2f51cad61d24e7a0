import type { SamplePerson, SamplePriority, SampleStatus, SampleTask } from './model.ts';
import { ADA, isActive } from './people.ts';
import type { Random } from './random.ts';
import {
  DAY,
  history,
  MINUTE,
  taskId,
  type DraftedTask,
  type TaskSources,
} from './task-sources.ts';
import type { PlantedList } from './tree.ts';
import { titlesOf, TOPICS } from './vocabulary.ts';
import { NORTHWIND_ID } from './workspace-plans.ts';

/** Fills every List of the plan with tasks; their ids follow `firstIndex`. */
export function generatedTasks(sources: TaskSources, firstIndex: number): readonly DraftedTask[] {
  const { lists, people, random } = sources;
  const tasks: DraftedTask[] = [];
  for (const planted of lists) {
    const team = people.filter(
      (person) => planted.workspace.memberIds.includes(person.id) && isActive(person),
    );
    const titles = titlesOf(TOPICS[planted.topic], planted.client);
    const step = stepThrough(titles.length);
    const start = random.between(0, Math.max(0, titles.length - 1));
    let parent: SampleTask | null = null;
    for (let index = 0; index < Math.min(planted.tasks, titles.length); index += 1) {
      const drafted = generateTask(sources, {
        planted,
        team,
        index: firstIndex + tasks.length,
        name: titles[(start + index * step) % titles.length] ?? '',
        parent: parent !== null && random.chance(0.14) ? parent : null,
      });
      tasks.push(drafted);
      const { task } = drafted;
      if (task.parentId === null && task.closedAt === null) parent = task;
    }
  }
  return tasks;
}

/** A stride that shares no factor with `count`, so that a walk by it meets every title once. */
function stepThrough(count: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  let step = Math.max(1, Math.round(count * 0.62));
  while (divides(count, step) > 1) step += 1;
  return step;
}

interface Draft {
  readonly planted: PlantedList;
  readonly team: readonly SamplePerson[];
  readonly index: number;
  readonly name: string;
  readonly parent: SampleTask | null;
}

const PRIORITIES: readonly [SamplePriority, ...SamplePriority[]] = [
  'urgent',
  'high',
  'high',
  'normal',
  'normal',
  'low',
];

function generateTask(sources: TaskSources, draft: Draft): DraftedTask {
  const { random } = sources;
  const { planted, team } = draft;
  const status = drawStatus(planted.statuses, random);
  const assigneeIds = drawAssignees(team, random);
  const closed = status.type === 'closed';
  const keepClear = planted.workspace.id === NORTHWIND_ID && assigneeIds.includes(ADA) && !closed;
  const dueAt = drawDue(sources, keepClear ? 'later' : closed ? 'past' : 'any');
  const estimate = random.chance(0.4) ? random.between(1, 16) * 30 * MINUTE : null;
  const topicTags = TOPICS[planted.topic].tags;
  const task: SampleTask = {
    id: taskId(draft.index),
    listId: planted.list.id,
    orderIndex: draft.index,
    name: draft.name,
    description: '',
    markdown: '',
    status: status.name,
    parentId: draft.parent?.id ?? null,
    archived: false,
    customItemId: 0,
    creatorId: team[random.between(0, team.length - 1)]?.id ?? ADA,
    assigneeIds,
    watcherIds: [],
    priority: random.chance(0.35) ? random.pick(PRIORITIES) : null,
    tags: random.chance(0.4) ? [random.pick<string>(topicTags)] : [],
    ...history(status, sources),
    startAt: dueAt !== null && random.chance(0.15) ? dueAt - random.between(1, 5) * DAY : null,
    dueAt,
    timeEstimate: estimate,
    points: null,
    checklists: [],
    values: {},
  };
  const tracked = status.type !== 'open' && random.chance(0.4);
  return {
    task: { ...task, watcherIds: [task.creatorId] },
    spent: tracked ? random.between(1, 20) * 15 * MINUTE : 0,
  };
}

/** About a fifth closed, a tenth done, a third under way, the rest untouched. */
function drawStatus(statuses: readonly SampleStatus[], random: Random): SampleStatus {
  const draw = random.fraction();
  const type = draw < 0.2 ? 'closed' : draw < 0.3 ? 'done' : draw < 0.62 ? 'custom' : 'open';
  const [first, ...rest] = statuses.filter((status) => status.type === type);
  if (first !== undefined) return random.pick([first, ...rest]);
  return statuses[0] ?? { name: 'to do', type: 'open', color: '#87909e' };
}

function drawAssignees(team: readonly SamplePerson[], random: Random): readonly number[] {
  if (random.chance(0.12)) return [];
  const wanted = random.chance(0.2) ? 2 : 1;
  const chosen = new Set<number>();
  for (let draw = 0; draw < wanted; draw += 1) {
    const person = team[random.between(0, team.length - 1)];
    if (person !== undefined) chosen.add(person.id);
  }
  return [...chosen];
}

/** `later` leaves out everything up to a week from today; `past` is for work that is finished. */
function drawDue(sources: TaskSources, when: 'any' | 'past' | 'later'): number | null {
  const { calendar, random } = sources;
  const day = drawDay(random, when);
  if (day === null) return null;
  return random.chance(0.25)
    ? calendar.at(day, random.between(17, 37) * 30)
    : calendar.dateOnly(day);
}

function drawDay(random: Random, when: 'any' | 'past' | 'later'): number | null {
  const draw = random.fraction();
  switch (when) {
    case 'past':
      return draw < 0.7 ? -random.between(1, 60) : null;
    case 'later':
      return draw < 0.6 ? random.between(9, 60) : null;
    case 'any':
      if (draw < 0.12) return -random.between(1, 14);
      if (draw < 0.2) return 0;
      if (draw < 0.4) return random.between(1, 7);
      return draw < 0.65 ? random.between(8, 60) : null;
  }
}
