import type { BodyInfo, FieldInfo, Reference, Shape } from '../../contract/operations.ts';

/** The words of which the catalogue is written. Each keeps its literal type, so calls are checked. */
export const TEXT = { type: 'string' } as const satisfies Shape;
export const WHOLE = { type: 'integer' } as const satisfies Shape;
export const NUMBER = { type: 'number' } as const satisfies Shape;
export const FLAG = { type: 'boolean' } as const satisfies Shape;
/** Unix milliseconds. */
export const TIME = { type: 'timestamp' } as const satisfies Shape;
/** Any JSON: what varies too much to be written down, such as the value of a Custom Field. */
export const ANYTHING = { type: 'json' } as const satisfies Shape;

/** The id of something, or a name that stands for one, as a text. */
export const idOf = <const Names extends Reference>(names: Names) =>
  ({ type: 'id', names }) as const;

/** An id that a body carries as a number. */
export const numberOf = <const Names extends Reference>(names: Names) =>
  ({ type: 'numericId', names }) as const;

/** One of a few values. */
export const oneOf = <const Choices extends readonly (string | number)[]>(...choices: Choices) =>
  ({ type: 'choice', choices }) as const;

export const listOf = <const Of extends Shape>(of: Of) => ({ type: 'list', of }) as const;

export const objectOf = <const Fields extends readonly FieldInfo[]>(...fields: Fields) =>
  ({ type: 'object', fields }) as const;

/** A value that must be given. */
export const needed = <const Name extends string, const S extends Shape>(
  name: Name,
  shape: S,
  about = '',
) => ({ name, shape, required: true, about }) as const;

/** A value that may be left out. */
export const optional = <const Name extends string, const S extends Shape>(
  name: Name,
  shape: S,
  about = '',
) => ({ name, shape, required: false, about }) as const;

/** The same field, and null is a value too. */
export const nullable = <const F extends FieldInfo>(field: F) =>
  ({ ...field, nullable: true }) as const;

/** A JSON object as the body. */
export const jsonBody = <const Fields extends readonly FieldInfo[]>(...fields: Fields) =>
  ({ kind: 'json', shape: objectOf(...fields), required: true }) as const satisfies BodyInfo;

/** A JSON body that is no object, or one that may be left out. */
export const jsonBodyOf = <const S extends Shape>(shape: S, required = true) =>
  ({ kind: 'json', shape, required }) as const;

/** A file in a multipart body, in a field of this name, and what travels beside it. */
export const fileBody = <const Fields extends readonly FieldInfo[]>(
  field: string,
  ...fields: Fields
) => ({ kind: 'file', field, fields }) as const satisfies BodyInfo;

/** Lets a custom task id stand in for a task's own id. */
export const BY_CUSTOM_ID = [
  optional('custom_task_ids', FLAG, 'True where the task is named by its custom id.'),
  optional('team_id', idOf('workspace'), 'Needed together with `custom_task_ids`.'),
] as const satisfies readonly FieldInfo[];

/** How API v3 pages: by a cursor, of which the last page has none. */
export const BY_CURSOR = [
  optional('cursor', TEXT, 'The `next_cursor` of the page before; left out for the first.'),
  optional('limit', WHOLE, 'Entries on a page: 1 to 100, else 50.'),
] as const satisfies readonly FieldInfo[];

/** How text is written that comes or goes. */
export const TEXT_FORMAT = oneOf('text/md', 'text/plain');
