import type { FieldInfo, Shape } from '../../../../electron/contract/operations.ts';
import { assertNever } from '../../../data/assert-never.ts';
import { fieldOf, isFields } from '../../../data/json-text.ts';
import { ExactNumber, type Json } from '../../../ui/json-tree/json.ts';

/** What a value should have been and is not. */
export type Problem =
  | 'missing'
  | 'text'
  | 'whole'
  | 'number'
  | 'flag'
  | 'time'
  | 'choice'
  | 'list'
  | 'object'
  | 'notNull'
  | 'json'
  /** A field that the catalogue does not know; ClickUp may. */
  | 'unknown';

/** Names of fields and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** One disagreement of a value with its shape, and where it is. */
export interface Mismatch {
  readonly path: Path;
  readonly problem: Problem;
  readonly shape: Shape | null;
}

/** A path as a key and as people read it: `assignees.add.0`. */
export const pathKey = (path: Path): string => path.join('.');

const isWhole = (value: Json): boolean =>
  (typeof value === 'number' && Number.isSafeInteger(value)) ||
  (value instanceof ExactNumber && /^-?\d+$/u.test(value.text));

const isNumber = (value: Json): boolean =>
  typeof value === 'number' || value instanceof ExactNumber;

/** Text that has begun to be JSON: someone is still writing it. */
const isBrokenJson = (value: Json): boolean => typeof value === 'string' && /^\s*[[{]/u.test(value);

/** Every disagreement of a value with its shape, in the order of the shape. */
export function mismatches(shape: Shape, value: Json, path: Path = []): readonly Mismatch[] {
  const unless = (fits: boolean, problem: Problem): readonly Mismatch[] =>
    fits ? [] : [{ path, problem, shape }];
  switch (shape.type) {
    case 'string':
      return unless(typeof value === 'string', 'text');
    case 'id':
      return unless(typeof value === 'string' || isNumber(value), 'text');
    case 'integer':
      return unless(isWhole(value), 'whole');
    case 'numericId':
      return unless(isWhole(value), 'whole');
    case 'number':
      return unless(isNumber(value), 'number');
    case 'timestamp':
      return unless(isWhole(value), 'time');
    case 'boolean':
      return unless(typeof value === 'boolean', 'flag');
    case 'choice':
      return unless(
        shape.choices.some((choice) => choice === value),
        'choice',
      );
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, index) => mismatches(shape.of, item, [...path, index]))
        : unless(false, 'list');
    case 'object':
      return isFields(value)
        ? [...fieldMismatches(shape.fields, value, path), ...unknownIn(shape.fields, value, path)]
        : unless(false, 'object');
    case 'json':
      return unless(!isBrokenJson(value), 'json');
    default:
      return assertNever(shape);
  }
}

/** Every disagreement of named values with the fields they are for; what the fields do not name is left out. */
export const fieldMismatches = (
  fields: readonly FieldInfo[],
  values: { readonly [name: string]: Json },
  path: Path = [],
): readonly Mismatch[] =>
  fields.flatMap((field): readonly Mismatch[] => {
    const value = fieldOf(values, field.name);
    const at = [...path, field.name];
    if (value === undefined)
      return field.required ? [{ path: at, problem: 'missing', shape: field.shape }] : [];
    if (value === null && (field.nullable === true || field.shape.type === 'json')) return [];
    if (value === null) return [{ path: at, problem: 'notNull', shape: field.shape }];
    return mismatches(field.shape, value, at);
  });

const unknownIn = (
  fields: readonly FieldInfo[],
  value: { readonly [name: string]: Json },
  path: Path,
): readonly Mismatch[] =>
  fields.length === 0
    ? []
    : Object.keys(value)
        .filter((name) => !fields.some((field) => field.name === name))
        .map((name) => ({ path: [...path, name], problem: 'unknown', shape: null }));
