/** Splits typed or pasted text at commas and line breaks into trimmed, non-empty values. */
export const splitList = (text: string): readonly string[] =>
  text
    .split(/[,\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
