/**
 * What a JSON value looks like, in a few words:
 *
 * - `'string'`, `'number'`, `'boolean'`, `'null'`; `'anything'` where ClickUp promises nothing
 * - `[shape]` is a list of such values, `[one, other]` a value of either kind
 * - `{ id: 'string', 'due_date?': 'string' }` is an object with these fields and no others; a name
 *   that ends in `?` may be missing. `{ '*': shape }` is an object whose names are data.
 */
export type Shape = Scalar | readonly [Shape] | readonly [Shape, Shape, ...Shape[]] | Fields;

export type Scalar = 'string' | 'number' | 'boolean' | 'null' | 'anything';

export interface Fields {
  readonly [name: string]: Shape;
}

/** One field of an object's shape. */
export interface Field {
  readonly name: string;
  readonly isOptional: boolean;
  readonly shape: Shape;
}

const isUnion = (shape: readonly Shape[]): boolean => shape.length > 1;

/** The shapes a value may have: the members of a union, else the shape alone. */
export const alternatives = (shape: Shape): readonly Shape[] =>
  Array.isArray(shape) && isUnion(shape) ? shape : [shape];

/** The fields of an object's shape. */
export const fieldsOf = (fields: Fields): readonly Field[] =>
  Object.entries(fields).map(([name, shape]) => ({
    name: name.replace(/\?$/u, ''),
    isOptional: name.endsWith('?'),
    shape,
  }));

/** The kinds of values, as a shape without alternatives and a JSON value show them. */
export type Kind = Scalar | 'list' | 'object';

export function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      return 'object';
    default:
      throw new TypeError(`No JSON value is a ${typeof value}.`);
  }
}

/** The kind of a shape that is not a union. */
export const kindOfShape = (shape: Shape): Kind => {
  if (typeof shape === 'string') return shape;
  return Array.isArray(shape) ? 'list' : 'object';
};

/** The path of something below `path`: `tasks`, `tasks[]`, `tasks[].id`. */
export const below = (path: string, name: string): string =>
  name === '[]' || path === '' ? `${path}${name}` : `${path}.${name}`;
