import type { OperationInfo, Reference } from '../../../../electron/contract/operations.ts';
import type { Choice } from '../../../data/choices/reads.ts';
import { fieldOf, isFields, textOf } from '../../../data/json-text.ts';
import type { Json } from '../../../ui/json-tree/json.ts';

/** A thing that a request names: its kind, its name where Perch has met it, else its id. */
export interface NamedThing {
  readonly of: Reference;
  readonly name: string;
  readonly isId: boolean;
}

/** What a write would do, as far as the request itself tells it. */
export interface Change {
  readonly title: string;
  /** The first word of the title, which is what would be done. */
  readonly verb: string;
  /** What it is done to, where the title ends in its kind: `Update task` and then its name. */
  readonly subject: NamedThing | null;
  /** The name that something new is given. */
  readonly given: string | null;
  /** Where it is done, the nearest first. */
  readonly places: readonly NamedThing[];
  /** What would be gone, where something is deleted; null where only a tie is cut. */
  readonly deleted: Reference | null;
}

interface Request {
  readonly operation: OperationInfo;
  readonly values: Readonly<Record<string, Json>>;
  readonly body: Json | undefined;
}

/** Reads out of a request what it would change. `nameOf` tells names, `kindOf` ClickUp's words for kinds. */
export function whatChanges(
  { operation, values, body }: Request,
  nameOf: (of: Reference, id: string) => Choice | null,
  kindOf: (of: Reference) => string,
): Change {
  const known: { readonly thing: NamedThing; readonly choice: Choice | null }[] = inPathOrder(
    operation,
  ).flatMap(({ name, shape }) => {
    const id = textOf(fieldOf(values, name));
    if (shape.type !== 'id' || id === '') return [];
    const choice = nameOf(shape.names, id);
    const thing = { of: shape.names, name: choice?.name ?? id, isId: choice === null };
    return [{ thing, choice }];
  });
  const things = known.filter(({ thing }) => thing.of !== 'workspace' || known.length === 1);
  const last = things.at(-1);
  const title = operation.title.toLowerCase();
  const isSubject =
    last !== undefined &&
    operation.method !== 'POST' &&
    title.endsWith(` ${kindOf(last.thing.of).toLowerCase()}`);
  const places = (isSubject ? things.slice(0, -1) : things).map(({ thing }) => thing).toReversed();
  const hasList = things.some(({ thing }) => thing.of === 'list');
  const home =
    isSubject && last.thing.of === 'task' && !hasList && last.choice?.detail
      ? [{ of: 'list', name: last.choice.detail, isId: false } as const]
      : [];
  const verb = operation.title.split(' ')[0] ?? operation.title;
  const isNew = operation.method === 'POST' && isFields(body);
  const given = isNew ? textOf(fieldOf(body, 'name') ?? fieldOf(body, 'title')) : '';
  const isDeleted = operation.method === 'DELETE' && verb === 'Delete';
  return {
    title: operation.title,
    verb,
    subject: isSubject ? last.thing : null,
    given: given === '' ? null : given,
    places: [...home, ...places],
    deleted: isDeleted ? (last?.thing.of ?? null) : null,
  };
}

/** The parameters that fill the path, from the outermost place to what is meant. */
const inPathOrder = ({ path, parameters }: OperationInfo): OperationInfo['parameters'] => {
  const placeOf = (name: string): number => path.indexOf(`{${name}}`);
  return parameters
    .filter(({ name }) => placeOf(name) >= 0)
    .toSorted((one, other) => placeOf(one.name) - placeOf(other.name));
};
