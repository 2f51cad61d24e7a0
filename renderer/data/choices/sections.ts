import type { Reference } from '../../../electron/contract/operations.ts';
import { READS } from './reads.ts';

/** A place in the hierarchy, by what it is and its id. */
export interface Place {
  readonly of: Reference;
  readonly id: string;
  readonly name: string;
}

/** What a request names already, by kind. */
export type Known = Readonly<Partial<Record<Reference, string>>>;

/** One read whose answers stand together: things to take, or places to look into. */
export interface Section {
  readonly of: Reference;
  readonly place: Pick<Place, 'of' | 'id'>;
  /** Whether these are what is looked for; otherwise they lead towards it. */
  readonly isWanted: boolean;
}

/** The ways down ClickUp's hierarchy. */
const BELOW: Readonly<Partial<Record<Reference, readonly Reference[]>>> = {
  workspace: ['space', 'doc', 'channel', 'goal'],
  space: ['folder', 'list'],
  folder: ['list'],
  list: ['task'],
};

/** From the most particular to the most general. */
const PLACES = [
  'task',
  'list',
  'folder',
  'space',
  'doc',
  'channel',
  'goal',
  'workspace',
] as const satisfies readonly Reference[];

/** Whether things of a kind can be found below a place of another. */
const leadsTo = (place: Reference, wanted: Reference): boolean =>
  READS[wanted]?.[place] !== undefined ||
  (BELOW[place] ?? []).some((below) => leadsTo(below, wanted));

/** Whether Perch can offer things of a kind at all. */
export const isOffered = (wanted: Reference): boolean => leadsTo('workspace', wanted);

/** Where to begin: the most particular place that the request names already. */
export function startOf(wanted: Reference, known: Known): Pick<Place, 'of' | 'id'> | null {
  for (const of of PLACES) {
    const id = known[of];
    if (of !== wanted && id !== undefined && leadsTo(of, wanted)) return { of, id };
  }
  return null;
}

/** What to show at a place: first what is wanted, then the ways on. */
export function sectionsAt(wanted: Reference, place: Pick<Place, 'of' | 'id'>): readonly Section[] {
  const here: readonly Section[] =
    READS[wanted]?.[place.of] === undefined ? [] : [{ of: wanted, place, isWanted: true }];
  const onward = (BELOW[place.of] ?? [])
    .filter((below) => below !== wanted && leadsTo(below, wanted))
    .map((below): Section => ({ of: below, place, isWanted: false }));
  return [...here, ...onward];
}

/** Kinds that a task has by way of its List or Space, which it therefore has to tell first. */
const BY_WAY_OF_TASK: readonly Reference[] = ['status', 'tag', 'customField'];

/** The place whose own answer must be read before a choice of this kind can begin nearer than the Workspace. */
export function unresolved(
  wanted: Reference,
  known: Known,
): { readonly of: 'task' | 'list'; readonly id: string } | null {
  if (!BY_WAY_OF_TASK.includes(wanted)) return null;
  if (known.list === undefined && known.space === undefined && known.task !== undefined)
    return { of: 'task', id: known.task };
  if (wanted === 'tag' && known.space === undefined && known.list !== undefined)
    return { of: 'list', id: known.list };
  return null;
}
