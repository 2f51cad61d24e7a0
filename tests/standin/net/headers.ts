/** Header fields in their order, with the spelling they came in. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** Fields of which Node keeps the first and drops the others (`http` documentation, message.headers). */
const SINGLE = new Set(
  (
    'age authorization content-length content-type etag expires from host if-modified-since ' +
    'if-unmodified-since last-modified location max-forwards proxy-authorization referer ' +
    'retry-after server user-agent'
  ).split(' '),
);

/** Fields that Chromium's network service takes from no app (`header_util.cc`). */
const UNSAFE = new Set(
  'content-length cookie2 host keep-alive te trailer transfer-encoding upgrade'.split(' '),
);

export const isUnsafe = ([name, value]: readonly [string, string]): boolean =>
  UNSAFE.has(name.toLowerCase()) ||
  (name.toLowerCase() === 'connection' && /\bupgrade\b/i.test(value));

/** The first value of a field, or undefined. */
export const valueOf = (headers: HeaderList, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

export const valuesOf = (headers: HeaderList, wanted: string): readonly string[] =>
  headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);

export const without = (headers: HeaderList, names: RegExp): HeaderList =>
  headers.filter(([name]) => !names.test(name));

/** A list with a field set, in its old place where it had one. */
export function withHeader(headers: HeaderList, name: string, value: string): HeaderList {
  const isIt = ([other]: readonly [string, string]): boolean =>
    other.toLowerCase() === name.toLowerCase();
  return headers.some(isIt)
    ? headers.map((field) => (isIt(field) ? ([field[0], value] as const) : field))
    : [...headers, [name, value]];
}

/** The header object of `http.IncomingMessage`: lower case, joined, cookies apart. */
export function toNodeHeaders(headers: HeaderList): Record<string, string | string[]> {
  const joined: Record<string, string | string[]> = {};
  for (const [given, value] of headers) {
    const name = given.toLowerCase();
    const before = joined[name];
    if (name === 'set-cookie') joined[name] = [...(Array.isArray(before) ? before : []), value];
    else if (before === undefined) joined[name] = value;
    else if (!SINGLE.has(name)) joined[name] = `${String(before)}, ${value}`;
  }
  return joined;
}

/** The header object of `webRequest`: names as they came, every value in a list. */
export function toLists(headers: HeaderList): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of headers) (lists[name] ??= []).push(value);
  return lists;
}

export const fromRecord = (
  record: Readonly<Record<string, string | readonly string[]>>,
): HeaderList =>
  Object.entries(record).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly string[]) : [String(value)]).map(
      (one) => [name, one] as const,
    ),
  );
