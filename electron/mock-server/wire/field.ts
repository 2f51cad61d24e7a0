import type { SampleField, SampleFieldValue } from '../data/records.ts';
import type { World } from '../world.ts';
import { peopleWire } from './people.ts';

const isTexts = (value: SampleFieldValue): value is readonly string[] | readonly number[] =>
  Array.isArray(value);

/** What makes a field's values: its options, its currency. Labels name theirs by `label`. */
function typeConfig(field: SampleField) {
  switch (field.type) {
    case 'drop_down':
      return {
        sorting: 'manual',
        new_drop_down: true,
        options: field.options.map(({ id, name, color }, orderindex) => ({
          id,
          name,
          color,
          orderindex,
        })),
      };
    case 'labels':
      return { options: field.options.map(({ id, name, color }) => ({ id, label: name, color })) };
    case 'currency':
      return { precision: 2, default: null, currency_type: field.currency ?? 'EUR' };
    case 'users':
      return { single_user: false, include_guests: true, include_team_members: true };
    default:
      return {};
  }
}

/** A Custom Field as a List, Folder, Space or Workspace tells it. */
export const fieldWire = (field: SampleField) => ({
  id: field.id,
  name: field.name,
  type: field.type,
  type_config: typeConfig(field),
  date_created: String(field.createdAt),
  hide_from_guests: false,
  required: field.required,
});

/**
 * A value as a task tells it: a drop-down by the position of its option, although it is set by the
 * option's id; people as objects; numbers, money, dates and ticks as texts.
 */
function valueWire(field: SampleField, value: SampleFieldValue, world: World): unknown {
  switch (field.type) {
    case 'drop_down':
      return field.options.findIndex(({ id }) => id === value);
    case 'users':
      return peopleWire(isTexts(value) ? value.map(Number) : [], world);
    case 'labels':
      return value;
    case 'checkbox':
    case 'currency':
    case 'date':
    case 'number':
    case 'email':
    case 'phone':
    case 'short_text':
    case 'text':
    case 'url':
      return String(value);
  }
}

/** A field on a task; an empty one has no `value`. */
export const taskFieldWire = (
  field: SampleField,
  value: SampleFieldValue | undefined,
  world: World,
) => ({
  ...fieldWire(field),
  ...(value === undefined ? {} : { value: valueWire(field, value, world) }),
});
