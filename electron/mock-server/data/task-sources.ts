import type { Calendar } from './calendar.ts';
import type { SamplePerson, SampleStatus, SampleTask } from './model.ts';
import type { Random } from './random.ts';
import type { PlantedList } from './tree.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

const ID_SPACE = 36 ** 5;
/** Shares no factor with 36, so that stepping by it visits every id once. */
const ID_STEP = 7_919_017;
const FIRST_ID = Number.parseInt('q2v9x', 36);

/** The id of the nth task, nine characters like ClickUp's; the first is `86c0q2v9x`. */
export const taskId = (index: number): string =>
  `86c0${((FIRST_ID + index * ID_STEP) % ID_SPACE).toString(36).padStart(5, '0')}`;

/** What tasks are made from. */
export interface TaskSources {
  readonly now: number;
  readonly lists: readonly PlantedList[];
  readonly people: readonly SamplePerson[];
  readonly calendar: Calendar;
  readonly random: Random;
}

/** When a task was made, touched and finished: always in this order and never after now. */
export function history(status: SampleStatus, { now, random }: TaskSources) {
  const createdAt = now - random.between(3 * DAY, 110 * DAY);
  const updatedAt = now - Math.floor((now - createdAt) * random.fraction() ** 2);
  const finished = status.type === 'done' || status.type === 'closed';
  return {
    createdAt,
    updatedAt,
    doneAt: finished ? updatedAt : null,
    closedAt: status.type === 'closed' ? updatedAt : null,
  };
}

/** A task and the time that has been tracked on it, ms. */
export interface DraftedTask {
  readonly task: SampleTask;
  readonly spent: number;
}
