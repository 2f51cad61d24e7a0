/** A word of a POSIX shell that stands for a text, whatever is in it but NUL, which no argument can hold. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\\': String.raw`\\`,
  "'": String.raw`\'`,
};

// oxlint-disable-next-line no-control-regex -- control characters are what is escaped
const NEEDS_ESCAPE = /['\\\u0000-\u001F\u007F\u2028\u2029]|[\uD800-\uDFFF]/gu;

/**
 * A literal in single quotes that JavaScript and Python read alike: all they take differently, and
 * what nobody could see, is escaped by its number.
 */
export const literal = (text: string): string =>
  `'${text.replaceAll(
    NEEDS_ESCAPE,
    (character) =>
      ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}'`;
