import type { Reference } from '../../../../electron/contract/operations.ts';
import type { PerchError } from '../../../../electron/contract/errors.ts';
import type { Choice } from '../../../data/choices/reads.ts';
import type { Known, Place } from '../../../data/choices/sections.ts';
import { type SectionState, useChoices } from '../../../data/choices/use-choices.ts';

/** Something in a picker that the arrows can point at. */
export type PickerRow =
  | { readonly kind: 'choice'; readonly key: string; readonly choice: Choice }
  /** A place to look into. */
  | {
      readonly kind: 'place';
      readonly key: string;
      readonly place: Place;
      readonly color: string | null;
    }
  /** Back to where one came from. */
  | { readonly kind: 'back'; readonly key: string }
  /** A read that failed, to be tried again. */
  | {
      readonly kind: 'retry';
      readonly key: string;
      readonly error: PerchError;
      retry(): void;
    }
  /** What was typed, taken for an id. */
  | { readonly kind: 'typed'; readonly key: string; readonly id: string };

/** Rows under one heading, or what is told in their place. */
export interface PickerGroup {
  readonly section: SectionState;
  readonly rows: readonly PickerRow[];
}

const fits = (choice: Choice, words: readonly string[]): boolean => {
  const text = `${choice.name} ${choice.id} ${choice.detail ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The rows of a section that fit what was typed. */
export function rowsOf(section: SectionState, query: string): readonly PickerRow[] {
  const { state } = section;
  if (state.kind === 'failed')
    return [{ kind: 'retry', key: `retry-${section.of}`, error: state.error, retry: state.retry }];
  if (state.kind === 'loading') return [];
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return state.choices
    .filter((choice) => fits(choice, words))
    .map((choice): PickerRow => {
      const key = `${section.of}-${choice.id}`;
      return section.isWanted
        ? { kind: 'choice', key, choice }
        : {
            kind: 'place',
            key,
            place: { of: section.of, id: choice.id, name: choice.name },
            color: choice.color,
          };
    });
}

/** Everything a picker shows for what was typed, at the place that was stepped into. */
export function usePickerRows(
  wanted: Reference,
  known: Known,
  steps: readonly Place[],
  query: string,
  isOpen: boolean,
): {
  readonly groups: readonly PickerGroup[];
  readonly rows: readonly PickerRow[];
  readonly isResolving: boolean;
  readonly hasStart: boolean;
} {
  const { sections, isResolving, hasStart } = useChoices(isOpen ? wanted : null, known, steps);
  const groups = sections.map((section) => ({ section, rows: rowsOf(section, query) }));
  const found = groups.flatMap((group) => group.rows);
  const typed = query.trim();
  const isExact = found.some((row) => row.kind === 'choice' && row.choice.id === typed);
  return {
    groups,
    isResolving,
    hasStart,
    rows: [
      ...(steps.length > 0 ? [{ kind: 'back', key: 'back' } as const] : []),
      ...found,
      ...(typed === '' || isExact ? [] : [{ kind: 'typed', key: 'typed', id: typed } as const]),
    ],
  };
}
