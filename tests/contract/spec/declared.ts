import { below, type Kind, kindOf } from '../shape.ts';
import { list, record, type Specification } from './openapi.ts';

/** What the specification says may stand at a path. */
export interface Declared {
  readonly kinds: ReadonlySet<Kind>;
  /** Whether some object of the specification has to have it; null where only an example shows it. */
  readonly isRequired: boolean | null;
}

/** Deeper than any answer of ClickUp; the specification's own references may be circular. */
const DEEPEST = 12;

const KINDS: Readonly<Record<string, Kind>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
  array: 'list',
  object: 'object',
};

/**
 * Every path that a schema or an example names, with the kinds of both together: the examples often
 * know more than the schemas. Of alternatives (`anyOf` and its like) all are taken.
 */
export function declaredIn(
  specification: Specification,
  media: unknown,
): ReadonlyMap<string, Declared> {
  const spots = new Map<string, { readonly kinds: Set<Kind>; isRequired: boolean | null }>();
  const spotAt = (path: string) => {
    const spot = spots.get(path) ?? { kinds: new Set<Kind>(), isRequired: null };
    spots.set(path, spot);
    return spot;
  };

  const readExample = (value: unknown, path: string): void => {
    spotAt(path).kinds.add(kindOf(value));
    if (Array.isArray(value)) for (const each of value) readExample(each, below(path, '[]'));
    else
      for (const [name, each] of Object.entries(record(value)))
        readExample(each, below(path, name));
  };

  const readSchema = (node: unknown, path: string, depth: number): void => {
    const schema = record(specification.resolve(node));
    if (depth > DEEPEST) return;
    const types = typeof schema['type'] === 'string' ? [schema['type']] : list(schema['type']);
    const spot = spotAt(path);
    for (const type of types) spot.kinds.add(KINDS[String(type)] ?? 'anything');
    if (schema['nullable'] === true) spot.kinds.add('null');
    for (const choice of ['anyOf', 'oneOf', 'allOf'])
      for (const each of list(schema[choice])) readSchema(each, path, depth + 1);
    for (const [name, each] of Object.entries(record(schema['properties']))) {
      readSchema(each, below(path, name), depth + 1);
      const field = spotAt(below(path, name));
      field.isRequired ||= list(schema['required']).includes(name);
    }
    if (schema['items'] !== undefined) readSchema(schema['items'], below(path, '[]'), depth + 1);
    if (schema['example'] !== undefined) readExample(schema['example'], path);
    for (const each of list(schema['examples'])) readExample(each, path);
  };

  const { schema, example, examples } = record(media);
  if (schema !== undefined) readSchema(schema, '', 0);
  if (example !== undefined) readExample(example, '');
  for (const each of Object.values(record(examples))) readExample(record(each)['value'], '');
  return spots;
}
