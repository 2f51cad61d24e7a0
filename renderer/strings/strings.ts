import { en } from './en.ts';
import { formatsFor } from './format.ts';

/** Every text of Perch in one language, with that language's formats under `format`. */
export type Strings = ReturnType<typeof en>;

/**
 * Chooses the catalogue for the languages the system prefers, and the region for numbers and dates.
 * There is one catalogue so far; a region is taken only from a locale of its language.
 */
export function stringsFor(languages: readonly string[], timeZone?: string): Strings {
  const locale = languages.find((language) => /^en\b/u.test(language)) ?? 'en-GB';
  return en(formatsFor(locale === 'en' ? 'en-GB' : locale, timeZone));
}
