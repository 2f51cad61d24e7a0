import { endOfString, type JsonIndex } from './json-index.ts';

/** No line shows more of a text than this, in characters of the JSON. */
export const LONGEST_SHOWN = 2_000;

export const isBranch = (index: JsonIndex, node: number): boolean => {
  const kind = index.kindOf(node);
  return kind === 'object' || kind === 'array';
};

/** What stands between two places of the text, decoded; both lie at the quotes of a string. */
const decoded = (text: string, start: number, end: number): string => {
  const literal = text.slice(start, end);
  return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
};

/** A value's name in its object; null for the root and the items of an array. */
export function nameOf(index: JsonIndex, node: number): string | null {
  const start = index.nameStartOf(node);
  return start === null ? null : decoded(index.text, start, endOfString(index.text, start));
}

/** What a string says, or the digits and letters of any other leaf. */
export function plainOf(index: JsonIndex, node: number): string {
  const start = index.startOf(node);
  const end = index.endOf(node);
  return index.kindOf(node) === 'string'
    ? decoded(index.text, start, end)
    : index.text.slice(start, end);
}

/** What copying a value gives: a string without its quotes, anything else as JSON. */
export const copyOf = (index: JsonIndex, node: number): string =>
  isBranch(index, node)
    ? index.text.slice(index.startOf(node), index.endOf(node))
    : plainOf(index, node);

/**
 * A leaf as JSON writes it, at most `most` characters from `from` on (a place in the text, by default
 * its own beginning), with an ellipsis where something was left out.
 */
export function leafText(
  index: JsonIndex,
  node: number,
  most = LONGEST_SHOWN,
  from = index.startOf(node),
): string {
  const start = index.startOf(node);
  const end = index.endOf(node);
  const whole = end - start <= most;
  if (whole || index.kindOf(node) !== 'string') {
    const literal = index.text.slice(start, Math.min(end, start + most));
    return (literal.includes('\\') && whole ? requoted(literal) : literal) + (whole ? '' : '…');
  }
  const first = from > start + 1 ? beforeEscape(index.text, from, start) : start + 1;
  const last = beforeEscape(index.text, Math.min(first + most, end - 1), start);
  const inner = requoted(`"${index.text.slice(first, last)}"`).slice(1, -1);
  return `${first > start + 1 ? '…' : '"'}${inner}${last < end - 1 ? '…' : '"'}`;
}

/** Writes a string anew, so that what was escaped without need can be read. */
const requoted = (literal: string): string => JSON.stringify(JSON.parse(literal));

/** The nearest place at or before `at` that lies in no escape and between no two halves of a character. */
function beforeEscape(text: string, at: number, start: number): number {
  for (let place = at; place > start + 1; place -= 1) {
    let backslashes = 0;
    while (text[place - 1 - backslashes] === '\\') backslashes += 1;
    const isHalf = (text.charCodeAt(place) & 0xfc_00) === 0xdc_00;
    const before = text.slice(Math.max(start + 1, place - 5), place);
    const isInUnicode = /\\u[\da-f]{0,3}$/iu.test(before);
    if (backslashes % 2 === 0 && !isHalf && !isInUnicode) return place;
  }
  return start + 1;
}

/** The last value that begins, with its name, at or before a place of the text. */
export function nodeAt(index: JsonIndex, place: number): number {
  let low = 0;
  let high = index.size - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.nameStartOf(middle) ?? index.startOf(middle)) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The values that hold this one, the nearest first. */
export function ancestorsOf(index: JsonIndex, node: number): readonly number[] {
  const ancestors: number[] = [];
  for (let up = index.parentOf(node); up !== null; up = index.parentOf(up)) ancestors.push(up);
  return ancestors;
}

/** The first values within a branch, at most `most` of them. */
export function childrenOf(
  index: JsonIndex,
  node: number,
  most = Number.POSITIVE_INFINITY,
): readonly number[] {
  const children: number[] = [];
  const after = index.afterOf(node);
  for (let child = node + 1; child < after && children.length < most; child = index.afterOf(child))
    children.push(child);
  return children;
}

/** A value of this name in an object; null where there is none. */
export function childNamed(index: JsonIndex, node: number, name: string): number | null {
  if (index.kindOf(node) !== 'object') return null;
  return childrenOf(index, node).find((child) => nameOf(index, child) === name) ?? null;
}

const PLAIN_NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Where a value stands, as JavaScript would reach it: `tasks[0].list.id`; `$` is the root. */
export function pathOf(index: JsonIndex, node: number): string {
  const steps = [node, ...ancestorsOf(index, node)].slice(0, -1).toReversed();
  const path = steps
    .map((step) => {
      const name = nameOf(index, step);
      if (name === null) return `[${index.ordinalOf(step)}]`;
      return PLAIN_NAME.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
    })
    .join('');
  return path === '' ? '$' : path.replace(/^\./u, '');
}
