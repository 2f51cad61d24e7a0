import { entriesOf, isBranch, type Json, leafText } from './json.ts';

/** A branch in one line. `whole` tells that nothing was left out, so unfolding would show nothing new. */
interface Preview {
  readonly text: string;
  readonly whole: boolean;
}

const LONGEST_TEXT = 36;

const shortLeaf = (value: Json): Preview => {
  const text = leafText(value);
  return text.length <= LONGEST_TEXT
    ? { text, whole: true }
    : { text: `${text.slice(0, LONGEST_TEXT - 2)}…"`, whole: false };
};

const shortBranch = (value: Json): Preview => {
  const isEmpty = entriesOf(value).length === 0;
  if (Array.isArray(value)) return { text: isEmpty ? '[]' : '[…]', whole: isEmpty };
  return { text: isEmpty ? '{}' : '{…}', whole: isEmpty };
};

/** Fields by which people tell one object from the next. */
const NAMING = new Set(['id', 'name', 'title', 'username']);

/** No line is wider than this; the line itself is cut where the window ends. */
const LONGEST_NAME = 200;

/** An object with many fields in one line: what names it, and that there is more. Null where nothing does. */
export function namesOf(value: Json): string | null {
  if (Array.isArray(value)) return null;
  const named = entriesOf(value).filter(
    ([key, item]) => NAMING.has(key) && item !== null && !isBranch(item),
  );
  if (named.length === 0) return null;
  return `{ ${named.map(([key, item]) => `${key}: ${leafText(item).slice(0, LONGEST_NAME)}`).join(', ')}, … }`;
}

/** Writes what is in a branch into at most `room` characters. */
export function previewOf(value: Json, room = 72): Preview {
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const entries = entriesOf(value);
  if (entries.length === 0) return { text: `${open}${close}`, whole: true };
  const parts: string[] = [];
  let whole = true;
  let used = 4;
  for (const [key, item] of entries) {
    const short = isBranch(item) ? shortBranch(item) : shortLeaf(item);
    const part = Array.isArray(value) ? short.text : `${key}: ${short.text}`;
    if (used + part.length > room) {
      parts.push('…');
      whole = false;
      break;
    }
    parts.push(part);
    used += part.length + 2;
    whole &&= short.whole;
  }
  return { text: `${open} ${parts.join(', ')} ${close}`, whole };
}
