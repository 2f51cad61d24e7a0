/** Numbers, sizes and times in words. Every time is Unix milliseconds and "now" is an argument. */
export interface Formats {
  number(value: number): string;
  /** One of the forms by the language's plural rule; the number itself goes into the sentence. */
  plural(count: number, forms: { readonly one: string; readonly other: string }): string;
  /** Bytes as `512 B`, `36.2 KB` (1 KB = 1024 bytes). */
  bytes(count: number): string;
  /** A duration as `184 ms`, `2.3 s`, `1 h 30 min`. */
  duration(milliseconds: number): string;
  /** What is left until a time, in whole seconds: `23 s`, `2 min 5 s`; never negative. */
  countdown(until: number, now: number): string;
  /** `just now`, `5 minutes ago`, `yesterday`. */
  ago(time: number, now: number): string;
  /** `Fri 20 Nov 2026`, with the time of day unless it is midnight. */
  date(time: number): string;
  /** The day without its year, `20 Nov`. */
  day(time: number): string;
  /** Date and time to the second. */
  exact(time: number): string;
  /** The time of day, `17:05`. */
  time(time: number): string;
  list(items: readonly string[]): string;
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** Makes the formats for a locale and, unless the machine's is meant, an IANA time zone. */
export function formatsFor(locale: string, timeZone?: string): Formats {
  const zone = timeZone === undefined ? {} : { timeZone };
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = new Intl.DateTimeFormat(locale, {
    ...zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const shortDays = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short' });
  const times = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit' });
  const exacts = new Intl.DateTimeFormat(locale, {
    ...zone,
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const midnights = new Intl.DateTimeFormat('en-GB', { ...zone, timeStyle: 'medium' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  const date = (time: number): string => {
    const day = days.formatToParts(time).filter((part) => part.type !== 'literal');
    const words = day.map((part) => part.value).join(' ');
    return midnights.format(time) === '00:00:00' ? words : `${words}, ${times.format(time)}`;
  };

  return {
    number: (value) => numbers.format(value),
    plural: (count, forms) => (plurals.select(count) === 'one' ? forms.one : forms.other),
    bytes(count) {
      const step = UNITS.findIndex(
        (_unit, index) => count < 1024 ** (index + 1) || index === UNITS.length - 1,
      );
      return `${tenths.format(count / 1024 ** step)} ${UNITS[step] ?? 'B'}`;
    },
    duration(milliseconds) {
      if (milliseconds < 1000) return `${numbers.format(Math.round(milliseconds))} ms`;
      if (milliseconds < 60_000) return `${tenths.format(milliseconds / 1000)} s`;
      const minutes = Math.round(milliseconds / 60_000);
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return `${rest} min`;
      return rest === 0 ? `${numbers.format(hours)} h` : `${numbers.format(hours)} h ${rest} min`;
    },
    countdown(until, now) {
      const seconds = Math.max(0, Math.ceil((until - now) / 1000));
      return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    },
    ago(time, now) {
      const minutes = Math.floor((now - time) / 60_000);
      if (minutes < 1)
        return relative.format(0, 'second') === 'now' ? 'just now' : relative.format(0, 'second');
      if (minutes < 60) return relative.format(-minutes, 'minute');
      if (minutes < 24 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
      return relative.format(-Math.floor(minutes / (24 * 60)), 'day');
    },
    date,
    day: (time) => shortDays.format(time),
    exact: (time) => exacts.format(time),
    time: (time) => times.format(time),
    list: (items) => lists.format(items),
  };
}
