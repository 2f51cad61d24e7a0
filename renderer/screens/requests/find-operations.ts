import UFuzzy from '@leeoniya/ufuzzy';
import type { OperationInfo } from '../../../electron/contract/operations.ts';

/** Where a text was matched: pairs of a first character and the one after the last. */
export type Marks = readonly number[];

/** An operation that was found, with what was found in its title and its path. */
export interface Found {
  readonly operation: OperationInfo;
  readonly title: Marks;
  readonly path: Marks;
}

/** Operations under the tag that ClickUp gives them, those of API v2 and of v3 apart. */
export interface OperationGroup {
  readonly key: string;
  readonly tag: string;
  /** Which API it is of, told where ClickUp has the tag in both. */
  readonly version: 'v2' | 'v3' | null;
  readonly found: readonly Found[];
}

/** What is looked for: everything there is, or what fits a query. Answers groups, the best first. */
export type Finder = (query: string) => readonly OperationGroup[];

const versionOf = ({ path }: OperationInfo): 'v2' | 'v3' => (path.startsWith('/v3/') ? 'v3' : 'v2');

/** Terms in any order up to this many; more are taken in the order in which they are typed. */
const ANY_ORDER = 3;

/** Where the title ends in a searched text, and where the path begins after it. */
const GAP = ' ';

/**
 * Makes a finder over a catalogue. Every term must occur in the title, the path, the method or the
 * tag, one typing mistake in each longer term forgiven. What matches by its title alone comes first.
 */
export function createFinder(operations: readonly OperationInfo[]): Finder {
  const fuzzy = new UFuzzy({
    intraMode: 1,
    intraRules: (term) => {
      // In a short term a mistake makes it another word.
      const may = term.length > 3 && !/\d/u.test(term) ? 1 : 0;
      return {
        intraSlice: [1, Number.POSITIVE_INFINITY],
        intraIns: may,
        intraSub: may,
        intraTrn: may,
        intraDel: may,
      };
    },
  });
  const titles = operations.map(({ title }) => UFuzzy.latinize(title));
  const texts = operations.map(
    ({ method, path, tag }, index) =>
      `${titles[index] ?? ''}${GAP}${path}${GAP}${method} ${tag} ${path.slice(1, 3)}`,
  );
  const tagVersions = Map.groupBy(operations, ({ tag }) => tag);

  const groupOf = (operation: OperationInfo): Omit<OperationGroup, 'found'> => {
    const version = versionOf(operation);
    const isInBoth = tagVersions.get(operation.tag)?.some((other) => versionOf(other) !== version);
    return {
      key: `${operation.tag} ${version}`,
      tag: operation.tag,
      version: isInBoth === true ? version : null,
    };
  };
  const grouped = (found: readonly Found[]): readonly OperationGroup[] =>
    [...Map.groupBy(found, ({ operation }) => groupOf(operation).key).values()].flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ ...groupOf(first.operation), found: group }];
    });
  const everything = grouped(operations.map((operation) => ({ operation, title: [], path: [] })));

  const ranked = (haystack: string[], query: string): readonly (readonly [number, Marks])[] => {
    const [indices, info, order] = fuzzy.search(haystack, query, ANY_ORDER);
    if (indices === null) return [];
    if (info === null) return indices.map((index) => [index, []]);
    return order.flatMap((place) => {
      const index = info.idx[place];
      return index === undefined ? [] : [[index, info.ranges[place] ?? []] as const];
    });
  };

  return (typed) => {
    const query = UFuzzy.latinize(typed.trim());
    if (query === '') return everything;
    const byTitle = ranked(titles, query);
    const seen = new Set(byTitle.map(([index]) => index));
    const others = ranked(texts, query).filter(([index]) => !seen.has(index));
    return grouped(
      [...byTitle, ...others].flatMap(([index, marks]) => {
        const operation = operations[index];
        if (operation === undefined) return [];
        const end = operation.title.length;
        const path = end + GAP.length;
        return [
          {
            operation,
            title: within(marks, 0, end),
            path: within(marks, path, path + operation.path.length),
          },
        ];
      }),
    );
  };
}

/** The marks between two places, counted from the first of them. */
function within(marks: Marks, from: number, to: number): Marks {
  const found: number[] = [];
  for (let place = 0; place < marks.length; place += 2) {
    const start = Math.max(from, marks[place] ?? 0);
    const end = Math.min(to, marks[place + 1] ?? 0);
    if (start < end) found.push(start - from, end - from);
  }
  return found;
}

/** A text in stretches that were matched or not; together they are the text. */
export function stretches(
  text: string,
  marks: Marks,
): readonly { readonly text: string; readonly isMatch: boolean; readonly at: number }[] {
  const cuts = [0, ...marks, text.length];
  return cuts.slice(0, -1).flatMap((start, index) => {
    const part = text.slice(start, cuts[index + 1]);
    return part === '' ? [] : [{ text: part, isMatch: index % 2 === 1, at: start }];
  });
}
