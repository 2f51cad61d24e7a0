import type { SampleField, SampleFieldValue } from '../data/records.ts';

/** A value that a field takes, null where it is to be emptied, or what the value should have been. */
export type ReadValue =
  | { readonly ok: true; readonly value: SampleFieldValue | null }
  | { readonly ok: false; readonly expected: string };

const ok = (value: SampleFieldValue | null): ReadValue => ({ ok: true, value });
const not = (expected: string): ReadValue => ({ ok: false, expected });

const LATEST = 253_402_300_799_999;

const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;

const idsIn = (value: unknown): readonly number[] | null => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const ids = value.map(Number);
  return ids.every((id) => Number.isSafeInteger(id)) ? ids : null;
};

function toNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function readOption(field: SampleField, value: unknown): ReadValue {
  const option =
    typeof value === 'number' ? field.options[value] : field.options.find(({ id }) => id === value);
  return option === undefined ? not('the id or the position of an option') : ok(option.id);
}

function readLabels(field: SampleField, value: unknown): ReadValue {
  if (!Array.isArray(value)) return not('an array of ids of options');
  const known = new Set(field.options.map(({ id }) => id));
  const ids = value.map(String);
  if (!ids.every((id) => known.has(id))) return not('an array of ids of options');
  return ok(ids.length === 0 ? null : [...new Set(ids)]);
}

function readUsers(
  before: SampleFieldValue | undefined,
  value: unknown,
  isMember: (id: number) => boolean,
): ReadValue {
  const add = idsIn(part(value, 'add'));
  const rem = idsIn(part(value, 'rem'));
  const isChange = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isChange || add === null || rem === null) {
    return not('{add, rem} with ids of people');
  }
  if (!add.every(isMember)) return not('ids of members of the Workspace');
  const kept = Array.isArray(before) ? before.map(Number) : [];
  const ids = [...new Set([...kept, ...add])].filter((id) => !rem.includes(id));
  return ok(ids.length === 0 ? null : ids);
}

/**
 * Reads a Custom Field's value in the form that ClickUp takes for its type: a drop-down by the id or the
 * position of its option, labels by ids, people as `{add, rem}`, a date in Unix ms. Null empties.
 */
export function readFieldValue(
  field: SampleField,
  before: SampleFieldValue | undefined,
  value: unknown,
  isMember: (id: number) => boolean,
): ReadValue {
  if (value === null) return ok(null);
  switch (field.type) {
    case 'checkbox':
      if (value === true || value === 'true') return ok(true);
      return value === false || value === 'false' ? ok(false) : not('true or false');
    case 'currency':
    case 'number': {
      const number = toNumber(value);
      return number === null ? not('a number') : ok(number);
    }
    case 'date': {
      const at = toNumber(value);
      return at === null || !Number.isInteger(at) || at < 0 || at > LATEST
        ? not('a time in Unix milliseconds')
        : ok(at);
    }
    case 'drop_down':
      return readOption(field, value);
    case 'labels':
      return readLabels(field, value);
    case 'users':
      return readUsers(before, value, isMember);
    case 'email':
      return typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
        ? ok(value)
        : not('an e-mail address');
    case 'url':
      return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value)
        ? ok(value)
        : not('a web address');
    case 'phone':
      return typeof value === 'string' && /^\+?[\d ()-]{4,30}$/.test(value)
        ? ok(value)
        : not('a telephone number');
    case 'short_text':
    case 'text':
      return typeof value === 'string' ? ok(value === '' ? null : value) : not('text');
  }
}
