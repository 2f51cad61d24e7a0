import { badParameter } from './answer.ts';
import type { SampleTask } from './data/model.ts';
import type { SampleField, SampleFieldValue } from './data/records.ts';
import type { Query } from './query.ts';

const OPERATORS = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'RANGE',
  'IS NULL',
  'IS NOT NULL',
  'ANY',
  'ALL',
  'NOT ANY',
  'NOT ALL',
] as const;

type Operator = (typeof OPERATORS)[number];

/** One condition on a Custom Field; the operators are ClickUp's. */
export interface FieldCondition {
  readonly fieldId: string;
  readonly operator: Operator;
  readonly value: unknown;
}

const SHAPE = 'a JSON array of {field_id, operator, value}';

/** Reads `custom_fields` (a JSON array) and `custom_field` (one object). All conditions must hold. */
export function readFieldConditions(query: Query): readonly FieldCondition[] {
  const many = query.text('custom_fields');
  const one = query.text('custom_field');
  const list = many === null ? [] : parse(many, 'custom_fields');
  if (!Array.isArray(list)) return badParameter('custom_fields', SHAPE);
  return [
    ...list.map((each: unknown) => readCondition(each, 'custom_fields')),
    ...(one === null ? [] : [readCondition(parse(one, 'custom_field'), 'custom_field')]),
  ];
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return badParameter(name, SHAPE);
  }
}

function readCondition(given: unknown, name: string): FieldCondition {
  if (typeof given !== 'object' || given === null) return badParameter(name, SHAPE);
  const parts = new Map<string, unknown>(Object.entries(given));
  const fieldId = parts.get('field_id');
  const wanted = parts.get('operator');
  const operator = OPERATORS.find((each) => each === wanted);
  if (typeof fieldId !== 'string') return badParameter(name, SHAPE);
  if (operator === undefined) return badParameter(`${name} operator`, OPERATORS.join(', '));
  return { fieldId, operator, value: parts.get('value') };
}

/** What a kept value is compared as: drop-downs also by the position of their option. */
function comparable(field: SampleField, value: SampleFieldValue): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  if (field.type !== 'drop_down') return [String(value).toLowerCase()];
  const position = field.options.findIndex(({ id }) => id === value);
  return [String(value), String(position)];
}

const asTexts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map((each) => String(each).toLowerCase());

/** Whether a task's value meets a condition. An empty field meets only IS NULL and the negations. */
export function meets(condition: FieldCondition, field: SampleField, task: SampleTask): boolean {
  const { operator } = condition;
  const kept = task.values[field.id];
  if (operator === 'IS NULL') return kept === undefined;
  if (operator === 'IS NOT NULL') return kept !== undefined;
  const negative = operator === '!=' || operator === 'NOT ANY' || operator === 'NOT ALL';
  if (kept === undefined) return negative;
  const has = new Set(comparable(field, kept));
  const wanted = asTexts(condition.value);
  switch (operator) {
    case '=':
    case 'ANY':
      return wanted.some((each) => has.has(each));
    case '!=':
    case 'NOT ANY':
      return !wanted.some((each) => has.has(each));
    case 'ALL':
      return wanted.every((each) => has.has(each));
    case 'NOT ALL':
      return !wanted.every((each) => has.has(each));
    case '<':
      return Number(kept) < Number(condition.value);
    case '<=':
      return Number(kept) <= Number(condition.value);
    case '>':
      return Number(kept) > Number(condition.value);
    case '>=':
      return Number(kept) >= Number(condition.value);
    case 'RANGE':
      return inRange(Number(kept), condition.value);
  }
}

/** A range is `[low, high]` or `{low_value, high_value}`, its bounds included. */
function inRange(kept: number, range: unknown): boolean {
  if (typeof range !== 'object' || range === null) return false;
  const parts = new Map<string, unknown>(Object.entries(range));
  const low = Number(parts.get('low_value') ?? parts.get('0'));
  const high = Number(parts.get('high_value') ?? parts.get('1'));
  return kept >= low && kept <= high;
}
