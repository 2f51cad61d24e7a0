import { endOfString, type JsonIndex } from './json-index.ts';
import { isBranch, nodeAt } from './values.ts';

/** More than this nobody steps through; the count then says "or more". */
export const MOST_MATCHES = 10_000;

/** A stretch of the text: its first character and the one after its last. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** What was found, in the order of the text. */
export interface Found<Item> {
  readonly matches: readonly Item[];
  /** Whether there are more than are listed. */
  readonly isCut: boolean;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/**
 * A pattern that finds what a person typed, whatever the case, and also as JSON would write it, so
 * that a quote or a line break in a value is found by its plain self. Null where nothing was typed.
 */
export function patternFor(query: string): RegExp | null {
  if (query === '') return null;
  const inJson = JSON.stringify(query).slice(1, -1);
  const forms = inJson === query ? [query] : [inJson, query];
  return new RegExp(forms.map(escaped).join('|'), 'giu');
}

/** Looks for a query in a text. */
export function findInText(text: string, query: string): Found<Match> {
  const pattern = patternFor(query);
  const matches: Match[] = [];
  if (pattern === null) return { matches, isCut: false };
  for (const match of text.matchAll(pattern)) {
    if (matches.length === MOST_MATCHES) return { matches, isCut: true };
    matches.push({ start: match.index, end: match.index + match[0].length });
  }
  return { matches, isCut: false };
}

/** A match in a tree: the value in whose name or text it lies. */
export interface NodeMatch extends Match {
  readonly node: number;
}

/** Of what was found in the text, what lies in a name or in the text of a leaf. */
export function findInTree(index: JsonIndex, { matches, isCut }: Found<Match>): Found<NodeMatch> {
  const inTree: NodeMatch[] = [];
  for (const match of matches) {
    const node = nodeAt(index, match.start);
    const name = index.nameStartOf(node);
    const isInName = name !== null && match.start < endOfString(index.text, name);
    const isInLeaf = !isBranch(index, node) && match.start < index.endOf(node);
    if (isInName || isInLeaf) inTree.push({ ...match, node });
  }
  return { matches: inTree, isCut };
}

/** Cuts a text where a pattern matches: what matches stands at the odd places. */
export function splitByMatches(text: string, pattern: RegExp | null): readonly string[] {
  if (pattern === null) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)];
}
