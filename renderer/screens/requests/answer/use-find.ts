import { useDeferredValue, useEffect, useMemo } from 'react';
import type { JsonIndex } from '../../../data/json/json-index.ts';
import {
  findInText,
  findInTree,
  type Found,
  type Match,
  type NodeMatch,
  patternFor,
} from '../../../data/json/search.ts';
import type { Reading } from '../../../data/readings.ts';
import { type Store, useStore } from '../../../data/store.ts';
import { firstUnfolding, revealing } from '../../../ui/json-tree/rows.ts';

/** A search as it stands: what matches, and the match that the person is at. */
export interface Find {
  readonly pattern: RegExp | null;
  readonly matches: readonly Match[];
  readonly isCut: boolean;
  /** From 0; -1 where nothing matches. */
  readonly at: number;
  /** The match itself; in a tree, with the value it lies in. */
  readonly match: Match | null;
  readonly nodeMatch: NodeMatch | null;
}

const NOTHING: Found<NodeMatch> = { matches: [], isCut: false };

/**
 * Searches an answer for what is typed into its search.
 * @param index Given where the answer is seen as a tree: then each match is revealed as it is reached.
 */
export function useFind(text: string, index: JsonIndex | null, reading: Store<Reading>): Find {
  const { isOpen, query, current } = useStore(reading, (state) => state.search);
  const wanted = useDeferredValue(isOpen ? query : '');
  const pattern = useMemo(() => patternFor(wanted), [wanted]);
  const inText = useMemo(() => findInText(text, wanted), [text, wanted]);
  const inTree = useMemo(
    () => (index === null ? NOTHING : findInTree(index, inText)),
    [index, inText],
  );
  const { matches, isCut } = index === null ? inText : inTree;
  const count = matches.length;
  const at = count === 0 ? -1 : ((current % count) + count) % count;
  const nodeMatch = index === null ? null : (inTree.matches[at] ?? null);

  useEffect(() => {
    if (nodeMatch === null || index === null) return;
    const state = reading.read();
    const open = revealing(index, state.open ?? firstUnfolding(index), nodeMatch.node);
    reading.write({ ...state, open, active: nodeMatch.node });
  }, [index, nodeMatch, reading]);

  return { pattern, matches, isCut, at, match: matches[at] ?? null, nodeMatch };
}
