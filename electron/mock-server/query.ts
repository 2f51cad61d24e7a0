import { badParameter } from './answer.ts';

/** Reads query parameters. A value that does not fit throws a `Refusal` with status 400. */
export interface Query {
  text(name: string): string | null;
  /** `true` or `false`; what is missing is false. */
  flag(name: string): boolean;
  /** A whole number of at least 0. */
  count(name: string): number | null;
  /** Unix milliseconds. */
  time(name: string): number | null;
  /** All values of `name`, `name[]` and `name[0]`; null where there is none. */
  many(name: string): ReadonlySet<string> | null;
  has(name: string): boolean;
}

const base = (key: string): string => key.replace(/\[\d*\]$/, '');

/** Wraps the parameters of one request. */
export function createQuery(parameters: URLSearchParams): Query {
  const text = (name: string): string | null => parameters.get(name);
  return {
    text,
    flag: (name) => {
      const value = text(name);
      if (value === null || value === 'false') return false;
      return value === 'true' || badParameter(name, 'true or false');
    },
    count: (name) => {
      const value = text(name);
      if (value === null) return null;
      return /^\d{1,9}$/.test(value)
        ? Number(value)
        : badParameter(name, 'a whole number of at least 0');
    },
    time: (name) => {
      const value = text(name);
      if (value === null) return null;
      return /^-?\d{1,15}$/.test(value)
        ? Number(value)
        : badParameter(name, 'a time in Unix milliseconds');
    },
    many: (name) => {
      const values = [...parameters]
        .filter(([key]) => base(key) === name)
        .map(([, value]) => value);
      return values.length === 0 ? null : new Set(values);
    },
    has: (name) => [...parameters.keys()].some((key) => base(key) === name),
  };
}
