import type { Note } from './check.ts';
import { alternatives, below, type Fields, fieldsOf, type Shape } from './shape.ts';

/** Keeps what answers had something for, so that no field stays in a table that nothing ever has. */
export interface Sightings {
  readonly note: Note;
  /** The paths of a shape that were never seen. What is `anything` is not looked for. */
  unseen(shape: Shape): readonly string[];
}

/** Shapes that several rows share, by being the same object, are seen where one of them is. */
export function createSightings(): Sightings {
  const seen = new Map<object, Set<string>>();

  const unseen = (shape: Shape, path: string): readonly string[] =>
    alternatives(shape).flatMap((each) => {
      if (typeof each === 'string') return [];
      const parts: readonly { readonly name: string; readonly shape: Shape }[] = Array.isArray(each)
        ? [{ name: '[]', shape: each[0] }]
        : fieldsOf(each as Fields);
      return parts.flatMap((part) => {
        if (part.shape === 'anything') return [];
        const here = below(path, part.name);
        return seen.get(each)?.has(part.name) === true ? unseen(part.shape, here) : [here];
      });
    });

  return {
    note(shape, part) {
      const parts = seen.get(shape) ?? new Set();
      seen.set(shape, parts.add(part));
    },
    unseen: (shape) => unseen(shape, ''),
  };
}
