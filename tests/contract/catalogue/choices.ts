import { isInPath, type OperationInfo, type Shape } from '../../../electron/contract/operations.ts';
import { below } from '../shape.ts';
import type { Difference } from '../spec/compare.ts';
import { list, record, type Specification } from '../spec/openapi.ts';

type Choices = ReadonlyMap<string, ReadonlySet<unknown>>;

/**
 * Where the catalogue offers a value that ClickUp's file does not, or offers no choice although the
 * file lists the values. A few of the listed values are enough: the others may be old names.
 */
export function choiceDifferences(
  operation: OperationInfo,
  specification: Specification,
): readonly Difference[] {
  const declared = specification.operation(operation.method, operation.path);
  if (declared === null) return [];
  const ofParameters = operation.parameters.flatMap((parameter) => {
    const place = isInPath(operation, parameter.name) ? 'path' : 'query';
    const name = (each: string) => (place === 'path' ? each.toLowerCase() : each);
    const theirs = declared.parameters.find(
      (each) => each.in === place && name(each.name) === name(parameter.name),
    );
    return compare(
      `${place} ${parameter.name}`,
      offered(parameter.shape),
      listed(specification, theirs?.schema),
    );
  });
  const ofBody =
    operation.body?.kind === 'json'
      ? compare(
          'body',
          offered(operation.body.shape),
          listed(specification, declared.request?.['schema']),
        )
      : [];
  const name = `${operation.method} ${operation.path}`;
  return [...ofParameters, ...ofBody].map((what) => ({ operation: name, what }));
}

function compare(place: string, ours: Choices, theirs: Choices): readonly string[] {
  const said = (path: string) => (path === '' ? place : `${place} ${path}`);
  return [
    ...[...ours].flatMap(([path, choices]) => {
      const values = theirs.get(path) ?? choices;
      return [...choices]
        .filter((choice) => !values.has(choice))
        .map((choice) => `${said(path)}: ${JSON.stringify(choice)} is not declared`);
    }),
    ...[...theirs.keys()]
      .filter((path) => !ours.has(path))
      .map((path) => `${said(path)}: declared as a choice`),
  ];
}

/** Every choice of a shape by its path. */
function offered(shape: Shape, path = '', found = new Map<string, Set<unknown>>()): Choices {
  if (shape.type === 'choice') found.set(path, new Set(shape.choices));
  if (shape.type === 'list') offered(shape.of, below(path, '[]'), found);
  if (shape.type === 'object')
    for (const field of shape.fields) offered(field.shape, below(path, field.name), found);
  return found;
}

/** Deeper than any body; the file's references may be circular. */
const DEEPEST = 12;

/** Every list of values in a schema by its path; those of alternatives together. */
function listed(
  specification: Specification,
  node: unknown,
  path = '',
  found = new Map<string, Set<unknown>>(),
  depth = 0,
): Choices {
  if (depth > DEEPEST) return found;
  const schema = record(specification.resolve(node));
  const values = list(schema['enum']).filter((value) => value !== null);
  if (values.length > 0) found.set(path, new Set([...(found.get(path) ?? []), ...values]));
  for (const choice of ['anyOf', 'oneOf', 'allOf'])
    for (const each of list(schema[choice])) listed(specification, each, path, found, depth + 1);
  for (const [name, each] of Object.entries(record(schema['properties'])))
    listed(specification, each, below(path, name), found, depth + 1);
  if (schema['items'] !== undefined)
    listed(specification, schema['items'], below(path, '[]'), found, depth + 1);
  return found;
}
