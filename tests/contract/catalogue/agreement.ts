import { flatten, type Spot } from '../flatten.ts';
import type { Fields, Shape } from '../shape.ts';
import type { RequestFacts } from '../table/operation.ts';

/** Paths that differ only in the names of their parameters are one operation's. */
export const identityOf = ({
  method,
  path,
}: {
  readonly method: string;
  readonly path: string;
}): string => `${method} ${path.replaceAll(/\{[^}]*\}/gu, '{}')}`;

/**
 * Where the catalogue says something else of an operation than the table: a parameter or field that
 * only one of them has, another kind, another need, another sort of body. How a segment of the path is
 * spelled does not matter, for it is not sent. Where the table allows several kinds the catalogue
 * may have fewer, or `anything`, since a shape of the catalogue cannot say "this or that".
 */
export function disagreements(ours: RequestFacts, table: RequestFacts): readonly string[] {
  return [
    ...ofShapes('path', pathFields(ours), pathFields(table)),
    ...ofShapes('query', ours.query ?? {}, table.query ?? {}),
    ...ofBodies('body', ours.body, table.body),
    ...ofBodies('form', ours.form, table.form),
  ];
}

const pathFields = ({ path, pathTypes = {} }: RequestFacts): Fields =>
  Object.fromEntries(
    [...path.matchAll(/\{([^}]*)\}/gu)].map(([, name = '']) => [
      name.toLowerCase(),
      pathTypes[name] ?? 'string',
    ]),
  );

function ofBodies(
  place: string,
  ours: Shape | undefined,
  table: Shape | undefined,
): readonly string[] {
  if (ours === undefined) return table === undefined ? [] : [`${place}: only in the table`];
  if (table === undefined) return [`${place}: only in the catalogue`];
  return ofShapes(place, ours, table);
}

function ofShapes(place: string, ours: Shape, table: Shape): readonly string[] {
  const [our, their] = [flatten(ours), flatten(table)];
  const said = (path: string) => (path === '' ? place : `${place} ${path}`);
  const onlyIn = (all: ReadonlyMap<string, Spot>, other: ReadonlyMap<string, Spot>) =>
    [...all.keys()].filter((path) => !other.has(path)).map(said);
  return [
    ...onlyIn(our, their).map((where) => `${where}: only in the catalogue`),
    ...onlyIn(their, our).map((where) => `${where}: only in the table`),
    ...[...our].flatMap(([path, spot]) => {
      const theirs = their.get(path);
      return theirs === undefined ? [] : ofSpots(said(path), spot, theirs);
    }),
  ];
}

function ofSpots(where: string, ours: Spot, table: Spot): readonly string[] {
  const words = ({ kinds }: Spot) => [...kinds].toSorted().join(' or ');
  const isNarrower = table.kinds.size > 1 && [...ours.kinds].every((kind) => table.kinds.has(kind));
  const isOpen = table.kinds.size > 1 && ours.kinds.has('anything');
  const isSame = words(ours) === words(table);
  return [
    ...(isSame || isNarrower || isOpen
      ? []
      : [`${where}: ${words(ours)}, in the table ${words(table)}`]),
    ...(ours.isOptional === table.isOptional
      ? []
      : [`${where}: ${ours.isOptional ? 'optional' : 'required'}, in the table otherwise`]),
  ];
}
