import {
  alternatives,
  below,
  type Fields,
  fieldsOf,
  kindOf,
  kindOfShape,
  type Shape,
} from './shape.ts';

/** Told that a value had something for a part of a shape: a field's name, or `[]` of a list. */
export type Note = (shape: object, part: string) => void;

const at = (path: string): string => (path === '' ? 'the value' : path);

/**
 * Compares a JSON value with a shape, both ways: a field that is missing is a problem, and so is one
 * that the shape does not have. Answers one sentence for each kind of problem.
 */
export function compare(
  shape: Shape,
  value: unknown,
  note: Note = () => undefined,
  path = '',
): readonly string[] {
  const kind = kindOf(value);
  const fitting = alternatives(shape).filter((each) =>
    ['anything', kind].includes(kindOfShape(each)),
  );
  const [only] = fitting;
  if (only === undefined) {
    const expected = alternatives(shape).map(kindOfShape).join(' or ');
    return [`${at(path)} is ${kind}, not ${expected}`];
  }
  if (fitting.length === 1) return inside(only, value, note, path);
  // Of several only the one that fits best has been seen.
  const counts = fitting.map((each) => inside(each, value, () => undefined, path).length);
  return inside(fitting[counts.indexOf(Math.min(...counts))] ?? only, value, note, path);
}

/** Compares what a list or an object holds; `shape` is of the value's kind, or is `anything`. */
function inside(shape: Shape, value: unknown, note: Note, path: string): readonly string[] {
  if (typeof shape === 'string') return [];
  if (Array.isArray(shape)) {
    const [element] = shape;
    return once(
      (value as readonly unknown[]).flatMap((each) => {
        note(shape, '[]');
        return compare(element, each, note, below(path, '[]'));
      }),
    );
  }
  return fields(shape as Fields, value as Readonly<Record<string, unknown>>, note, path);
}

function fields(
  shape: Fields,
  value: Readonly<Record<string, unknown>>,
  note: Note,
  path: string,
): readonly string[] {
  const named = fieldsOf(shape);
  const ofData = named.find(({ name }) => name === '*');
  const known =
    ofData === undefined
      ? named
      : Object.keys(value).map((name) => ({ name, shape: ofData.shape, isOptional: true }));
  const missing = known.filter(
    ({ name, isOptional }) => !isOptional && !Object.hasOwn(value, name),
  );
  const unknown = Object.keys(value).filter((key) => !known.some(({ name }) => name === key));
  const present = known.filter(({ name }) => Object.hasOwn(value, name));
  return once([
    ...missing.map(({ name }) => `${below(path, name)} is missing`),
    ...unknown.map((name) => `${below(path, name)} is not in the table`),
    ...present.flatMap(({ name, shape: within }) => {
      const part = ofData === undefined ? name : '*';
      note(shape, part);
      return compare(within, value[name], note, below(path, part));
    }),
  ]);
}

const once = (problems: readonly string[]): readonly string[] => [...new Set(problems)];
