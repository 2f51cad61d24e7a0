import { alternatives, below, fieldsOf, type Kind, kindOfShape, type Shape } from './shape.ts';

/** What may stand at one path. */
export interface Spot {
  readonly kinds: ReadonlySet<Kind>;
  /** Whether an object there may come without it. */
  readonly isOptional: boolean;
}

/** Every path of a shape with what may stand there; the value itself is at the empty path. */
export function flatten(shape: Shape): ReadonlyMap<string, Spot> {
  const spots = new Map<string, { readonly kinds: Set<Kind>; isOptional: boolean }>();
  const visit = (each: Shape, path: string, isOptional: boolean): void => {
    const spot = spots.get(path) ?? { kinds: new Set<Kind>(), isOptional };
    spots.set(path, spot);
    spot.isOptional ||= isOptional;
    for (const alternative of alternatives(each)) {
      spot.kinds.add(kindOfShape(alternative));
      if (typeof alternative === 'string') continue;
      if (Array.isArray(alternative)) visit(alternative[0], below(path, '[]'), false);
      else
        for (const field of fieldsOf(alternative as Exclude<typeof alternative, readonly Shape[]>))
          visit(field.shape, below(path, field.name), field.isOptional);
    }
  };
  visit(shape, '', false);
  return spots;
}
