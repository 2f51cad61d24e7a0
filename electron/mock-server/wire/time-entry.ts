import type { SampleTimeEntry, SampleTimeTag } from '../data/records.ts';
import type { PlacedTask, World } from '../world.ts';
import { folderReference, statusWire } from './hierarchy.ts';
import { personById } from './people.ts';
import { tagWire } from './task.ts';

/**
 * ClickUp writes times of entries in four ways (the examples of its specification): a list gives start
 * and end as numbers, duration and `at` as texts; one entry gives texts throughout; what has just been
 * started, stopped or deleted gives only the start as a text; the running one has no end.
 */
export type TimeForm = 'list' | 'one' | 'action' | 'current';

export const timeTagWire = ({ name, foreground, background, creatorId }: SampleTimeTag) => ({
  name,
  creator: creatorId,
  tag_bg: background,
  tag_fg: foreground,
});

/** Negative while it runs, and then only roughly how long: whoever counts must count from the start. */
export const durationOf = ({ start, end }: SampleTimeEntry, now: number): number =>
  end === null ? Math.min(-1, start - now) : end - start;

function timesWire(entry: SampleTimeEntry, form: TimeForm, now: number) {
  const { start, end, at } = entry;
  const duration = durationOf(entry, now);
  switch (form) {
    case 'list':
      return {
        start,
        ...(end === null ? {} : { end }),
        duration: String(duration),
        at: String(at),
      };
    case 'one':
      return {
        start: String(start),
        ...(end === null ? {} : { end: String(end) }),
        duration: String(duration),
        at: String(at),
      };
    case 'action':
      return { start: String(start), ...(end === null ? {} : { end }), duration, at };
    case 'current':
      return { start: String(start), duration, at: String(at) };
  }
}

function taskReference({ task, list, space, status, statusIndex }: PlacedTask) {
  return {
    id: task.id,
    custom_id: null,
    name: task.name,
    status: statusWire(list.statuses === null ? space.id : list.id, status, statusIndex),
    custom_type: null,
  };
}

/** What a list of entries tells beyond the entries where asked. */
export interface TimeDetails {
  readonly taskTags: boolean;
  readonly locationNames: boolean;
}

/** Where the task of an entry stands; names only where asked, as ClickUp documents. */
function locationWire({ list, folder, space }: PlacedTask, withNames: boolean) {
  const place = folderReference(folder, space.id);
  return {
    list_id: Number(list.id),
    folder_id: Number(place.id),
    space_id: Number(space.id),
    ...(withNames ? { list_name: list.name, folder_name: place.name, space_name: space.name } : {}),
  };
}

/** A time entry; `task` is null where it has none (a guess). */
export function timeEntryWire(
  entry: SampleTimeEntry,
  world: World,
  form: TimeForm,
  now: number,
  details: TimeDetails = { taskTags: false, locationNames: false },
) {
  const placed = entry.taskId === null ? null : world.task(entry.taskId);
  const detailed = form === 'list' || form === 'one';
  return {
    id: entry.id,
    task: placed === null ? null : taskReference(placed),
    wid: entry.workspaceId,
    user: personById(entry.userId, world),
    billable: entry.billable,
    ...timesWire(entry, form, now),
    description: entry.description,
    tags: entry.tags.map(timeTagWire),
    source: 'clickup',
    ...(detailed && placed !== null
      ? {
          task_location: locationWire(placed, details.locationNames),
          ...(details.taskTags
            ? {
                task_tags: placed.task.tags.map((name) =>
                  tagWire(name, placed.space.id, placed.task.creatorId, world),
                ),
              }
            : {}),
          task_url: `https://app.clickup.com/t/${placed.task.id}`,
        }
      : {}),
  };
}
