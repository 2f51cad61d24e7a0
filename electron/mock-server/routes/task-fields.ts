import { Refusal, refuse } from '../answer.ts';
import type { SamplePriority, SampleStatus, SampleTask } from '../data/model.ts';
import type { SampleField, SampleFieldValue } from '../data/records.ts';
import { priorityOf } from '../wire/priority.ts';
import { fieldsFor } from '../world/fields.ts';
import { readFieldValue } from '../world/field-values.ts';
import { dayOrTime } from '../world/dates.ts';
import { plainText } from '../world/plain-text.ts';
import { notFound, type ListAndSpace } from './access.ts';
import { badField, readBody, type Body } from './body.ts';
import type { RouteContext } from './route.ts';

/** A status by its name, which ignores case. 400 CRTSK_001 is what peers saw for one the List lacks. */
export function statusBy(statuses: readonly SampleStatus[], name: string): SampleStatus {
  const wanted = name.trim().toLowerCase();
  const status = statuses.find((each) => each.name.toLowerCase() === wanted);
  if (status === undefined) {
    throw new Refusal(refuse(400, 'Status does not exist', 'CRTSK_001'));
  }
  return status;
}

/** Ids of people who must belong to the Workspace. ClickUp's ECODE for others is not known. */
export function peopleOf(
  { world }: RouteContext,
  workspaceId: string,
  ids: readonly number[],
  name: string,
): readonly number[] {
  const members = world.workspace(workspaceId)?.memberIds ?? [];
  if (!ids.every((id) => members.includes(id))) {
    badField(name, 'ids of members of the Workspace');
  }
  return [...new Set(ids)];
}

/** 1 to 4, or null for none; undefined where it was not given. */
export function readPriority(body: Body): SamplePriority | null | undefined {
  const number = body.integerOrNull('priority');
  if (number === undefined || number === null) return number;
  return priorityOf(number) ?? badField('priority', '1 to 4 or null');
}

/**
 * A due or start date with its flag, which alone decides whether the time counts. INPUT_006 is what a
 * peer saw for a date that is none.
 */
export function readDate(
  { world, userId }: RouteContext,
  body: Body,
  name: 'due_date' | 'start_date',
): number | null | undefined {
  const at = body.timeOrNull(name, 'INPUT_006');
  if (at === undefined) return undefined;
  return dayOrTime(at, body.flag(`${name}_time`) ?? false, world.person(userId));
}

/** A duration in ms of at least 0, or null for none; undefined where it was not given. */
export function readDuration(body: Body, name: string): number | null | undefined {
  const ms = body.integerOrNull(name);
  return typeof ms === 'number' && ms < 0 ? badField(name, 'at least 0') : ms;
}

/** The description; Markdown wins over plain text. A single space empties it, no text changes nothing. */
export function readDescription(body: Body): Pick<SampleTask, 'description' | 'markdown'> | null {
  const markdown = body.text('markdown_content') ?? '';
  if (markdown !== '') {
    return markdown.trim() === ''
      ? { description: '', markdown: '' }
      : { description: plainText(markdown), markdown };
  }
  const text = body.text('description') ?? '';
  if (text === '') return null;
  return text.trim() === ''
    ? { description: '', markdown: '' }
    : { description: text, markdown: text };
}

/** 0 is a plain task, 1 a milestone; the sample has no other task types. */
export function readCustomItem(body: Body): number | undefined {
  const id = body.integerOrNull('custom_item_id');
  if (id === null) return 0;
  return id === undefined || id === 0 || id === 1 ? id : badField('custom_item_id', '0 or 1');
}

/** Sets one field over the values before; 400 FIELD_375 for a value of the wrong form. */
export function withValue(
  context: RouteContext,
  workspaceId: string,
  field: SampleField,
  values: SampleTask['values'],
  value: unknown,
): SampleTask['values'] {
  const members = context.world.workspace(workspaceId)?.memberIds ?? [];
  const read = readFieldValue(field, values[field.id], value, (id) => members.includes(id));
  if (!read.ok) return badField(`value of ${field.name}`, read.expected, 'FIELD_375');
  const others = Object.entries(values).filter(([id]) => id !== field.id);
  return Object.fromEntries<SampleFieldValue>(
    read.value === null ? others : [...others, [field.id, read.value]],
  );
}

/** The values a new task brings, and with `check` a refusal where a required one is missing. */
export function readCustomFields(
  context: RouteContext,
  { list, space }: ListAndSpace,
  body: Body,
  check: boolean,
): SampleTask['values'] {
  const fields = fieldsFor(list, context.world);
  let values: SampleTask['values'] = {};
  for (const each of body.list('custom_fields') ?? []) {
    const given = readBody(each);
    const field = fields.find(({ id }) => id === given.text('id')) ?? notFound('Custom field');
    values = withValue(context, space.workspaceId, field, values, given.raw('value') ?? null);
  }
  const missing = fields.filter(({ id, required }) => required && values[id] === undefined);
  if (check && missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new Refusal(refuse(400, `Required Custom Fields are missing: ${names}`, 'SAMPLE_400'));
  }
  return values;
}
