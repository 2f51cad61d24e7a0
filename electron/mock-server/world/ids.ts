import { createRandom } from '../data/random.ts';
import { taskId } from '../data/task-sources.ts';
import type { SampleData } from '../data/model.ts';

/** Gives out ids in ClickUp's forms, the same ones in every run, none of them twice. */
export interface Ids {
  task(): string;
  /** The place of the next new task among all. */
  order(): number;
  space(): string;
  folder(): string;
  list(): string;
  comment(): string;
  timeEntry(): string;
  message(): string;
  channel(): string;
  doc(): string;
  page(): string;
  /** For Custom Fields, checklists, webhooks and entries of histories. */
  uuid(): string;
}

/** Ids that follow the largest number among the given ones. */
function numbered(given: readonly { readonly id: string }[], first: number, step: number) {
  let last = given.reduce((most, { id }) => Math.max(most, Number(id) || 0), first);
  return (): string => {
    last += step;
    return String(last);
  };
}

/** Ids of two parts, such as `8ckq3-1412`. */
function dashed(given: readonly { readonly id: string }[], first: number, step: number) {
  const next = numbered(
    given.map(({ id }) => ({ id: id.split('-')[1] ?? '' })),
    first,
    step,
  );
  return (): string => `8ckq3-${next()}`;
}

/** The nth id of a version 4 UUID's form under a seed. */
export function uuidOf(seed: number, index: number): string {
  const random = createRandom(seed * 65_537 + index);
  const hex = Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join('');
  const variant = '89ab'[random.between(0, 3)] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const UUID_SEED = 77;

/** Ids of time entries have 19 digits, more than a number can hold exactly. */
export const timeEntryId = (index: number): string =>
  `4018${String(203_911_477_000_000 + index * 7_919)}`;

/** Continues after the ids of the data. */
export function createIds(data: SampleData): Ids {
  const taken = new Set([...data.tasks.map(({ id }) => id), ...data.deletedTaskIds]);
  let tasks = taken.size;
  let order = data.tasks.reduce((most, { orderIndex }) => Math.max(most, orderIndex), -1);
  let timeEntries = data.timeEntries.length;
  let uuids = 0;
  const entries = new Set(data.timeEntries.map(({ id }) => id));
  return {
    task: () => {
      while (taken.has(taskId(tasks))) tasks += 1;
      tasks += 1;
      return taskId(tasks - 1);
    },
    order: () => {
      order += 1;
      return order;
    },
    space: numbered(data.spaces, 90_120_400, 13),
    folder: numbered(data.folders, 90_350_120, 11),
    list: numbered(data.lists, 901_204_411, 7),
    comment: numbered(data.comments, 90_120_021_334_400, 11),
    timeEntry: () => {
      while (entries.has(timeEntryId(timeEntries))) timeEntries += 1;
      timeEntries += 1;
      return timeEntryId(timeEntries - 1);
    },
    message: numbered(data.messages, 80_120_000_044_120, 17),
    channel: dashed(data.channels, 1_372, 20),
    doc: dashed(data.docs, 2_012, 20),
    page: dashed(data.pages, 3_040, 20),
    uuid: () => {
      uuids += 1;
      return uuidOf(UUID_SEED, uuids);
    },
  };
}
