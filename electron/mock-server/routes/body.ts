import { Refusal, refuse } from '../answer.ts';

/** The latest time that is understood: the end of the year 9999, Unix ms. */
const LATEST = 253_402_300_799_999;

/**
 * Reads the JSON object of a request. `undefined` says that a field is missing, null that it is null:
 * ClickUp clears with null and leaves alone what is missing. A value that does not fit throws a
 * `Refusal` with status 400; ClickUp's ECODE for that is not known except where the caller names one.
 */
export interface Body {
  readonly value: unknown;
  has(name: string): boolean;
  raw(name: string): unknown;
  text(name: string): string | undefined;
  textOrNull(name: string): string | null | undefined;
  flag(name: string): boolean | undefined;
  /** A whole number, or its digits. */
  integer(name: string): number | undefined;
  integerOrNull(name: string): number | null | undefined;
  numberOrNull(name: string): number | null | undefined;
  /** Unix ms from 0 to the year 9999, as a number or its digits. */
  timeOrNull(name: string, ECODE?: string): number | null | undefined;
  list(name: string): readonly unknown[] | undefined;
  texts(name: string): readonly string[] | undefined;
  integers(name: string): readonly number[] | undefined;
  object(name: string): Body | undefined;
}

/** Throws the refusal of a field of a body. */
export function badField(name: string, expected: string, ECODE = 'SAMPLE_400'): never {
  throw new Refusal(refuse(400, `The field ${name} must be ${expected}.`, ECODE));
}

const asInteger = (value: unknown): number | null => {
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Wraps a body; where none came it is an empty object. */
export function readBody(value: unknown): Body {
  const given = value ?? {};
  if (!isRecord(given)) {
    throw new Refusal(refuse(400, 'The body must be a JSON object.', 'SAMPLE_400'));
  }
  const raw = (name: string): unknown => (Object.hasOwn(given, name) ? given[name] : undefined);

  const integerOrNull = (name: string): number | null | undefined => {
    const found = raw(name);
    if (found === undefined || found === null) return found;
    return asInteger(found) ?? badField(name, 'a whole number');
  };
  const list = (name: string): readonly unknown[] | undefined => {
    const found = raw(name);
    if (found === undefined || found === null) return undefined;
    return Array.isArray(found) ? found : badField(name, 'an array');
  };
  const textOrNull = (name: string): string | null | undefined => {
    const found = raw(name);
    if (found === undefined || found === null || typeof found === 'string') return found;
    return badField(name, 'text');
  };
  return {
    value,
    has: (name) => raw(name) !== undefined,
    raw,
    text: (name) => textOrNull(name) ?? undefined,
    textOrNull,
    flag: (name) => {
      const found = raw(name);
      if (found === undefined || found === null) return undefined;
      return typeof found === 'boolean' ? found : badField(name, 'true or false');
    },
    integer: (name) => integerOrNull(name) ?? undefined,
    integerOrNull,
    numberOrNull: (name) => {
      const found = raw(name);
      if (found === undefined || found === null) return found;
      return typeof found === 'number' && Number.isFinite(found)
        ? found
        : badField(name, 'a number');
    },
    timeOrNull: (name, ECODE) => {
      const found = raw(name);
      if (found === undefined || found === null) return found;
      const at = asInteger(found);
      return at !== null && at >= 0 && at <= LATEST
        ? at
        : badField(name, 'a time in Unix milliseconds', ECODE);
    },
    list,
    texts: (name) =>
      list(name)?.map((each) => (typeof each === 'string' ? each : badField(name, 'texts'))),
    integers: (name) =>
      list(name)?.map((each) => asInteger(each) ?? badField(name, 'whole numbers')),
    object: (name) => {
      const found = raw(name);
      if (found === undefined || found === null) return undefined;
      return isRecord(found) ? readBody(found) : badField(name, 'an object');
    },
  };
}
