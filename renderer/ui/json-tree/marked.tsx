import { splitByMatches } from '../../data/json/search.ts';

interface MarkedProps {
  readonly text: string;
  /** What is searched for; null where nothing is. */
  readonly pattern: RegExp | null;
  /** Whether the match that the person is at lies in this text. */
  readonly isCurrent?: boolean;
}

/** A text with what was searched for marked. */
export function Marked({ text, pattern, isCurrent = false }: MarkedProps) {
  if (pattern === null) return text;
  return splitByMatches(text, pattern).map((piece, place) =>
    place % 2 === 0 ? (
      piece
    ) : (
      <mark
        // oxlint-disable-next-line react/no-array-index-key -- the pieces have no other identity than their place
        key={place}
        data-current={isCurrent || undefined}
        className="found"
      >
        {piece}
      </mark>
    ),
  );
}
