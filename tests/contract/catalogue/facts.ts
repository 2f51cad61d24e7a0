import {
  type FieldInfo,
  isInPath,
  type OperationInfo,
  type Reference,
  type Shape as CatalogueShape,
} from '../../../electron/contract/operations.ts';
import type { Fields, Shape } from '../shape.ts';
import type { RequestFacts } from '../table/operation.ts';

/** Things whose ids are numbers wherever ClickUp writes them down, in addresses too. */
const NUMBERED: ReadonlySet<Reference> = new Set(['user', 'guest', 'customTaskType', 'role']);

/** What an operation of the catalogue takes, in the words of the table. */
export function factsOf(operation: OperationInfo): RequestFacts {
  const { method, path, parameters, body } = operation;
  const inPath = parameters.filter(({ name }) => isInPath(operation, name));
  const inQuery = parameters.filter(({ name }) => !isInPath(operation, name));
  const pathTypes = Object.fromEntries(
    inPath
      .filter(({ shape }) => parameterShape(shape) === 'number')
      .map(({ name }) => [name, 'number' as const]),
  );
  const query = fieldsOf(inQuery, parameterShape);
  switch (body?.kind) {
    case undefined:
      return { method, path, pathTypes, query };
    case 'json':
      return { method, path, pathTypes, query, body: bodyShape(body.shape) };
    case 'file':
      return {
        method,
        path,
        pathTypes,
        query,
        form: { [body.field]: 'anything', ...fieldsOf(body.fields, bodyShape) },
      };
  }
}

/**
 * Addresses hold text alone, so what stands there is told by what it names: a person's id is declared
 * as a number where it stands alone and as text in a list. JSON is text there too.
 */
function parameterShape(shape: CatalogueShape): Shape {
  switch (shape.type) {
    case 'id':
      return NUMBERED.has(shape.names) ? 'number' : 'string';
    case 'list':
      return [isTaskType(shape.of) ? 'number' : bodyShape(shape.of)];
    case 'json':
      return 'string';
    default:
      return bodyShape(shape);
  }
}

const isTaskType = (shape: CatalogueShape): boolean =>
  shape.type === 'id' && shape.names === 'customTaskType';

function bodyShape(shape: CatalogueShape): Shape {
  switch (shape.type) {
    case 'string':
    case 'id':
      return 'string';
    case 'integer':
    case 'number':
    case 'timestamp':
    case 'numericId':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'choice':
      return union(
        shape.choices.map((choice) => (typeof choice === 'string' ? 'string' : 'number')),
      );
    case 'list':
      return [bodyShape(shape.of)];
    case 'object':
      return fieldsOf(shape.fields, bodyShape);
    case 'json':
      return 'anything';
  }
}

const fieldsOf = (
  fields: readonly FieldInfo[],
  shapeOf: (shape: CatalogueShape) => Shape,
): Fields =>
  Object.fromEntries(
    fields.map(({ name, required, nullable, shape }) => [
      required ? name : `${name}?`,
      nullable === true ? union([shapeOf(shape), 'null']) : shapeOf(shape),
    ]),
  );

/** `anything` may be null already. */
function union(shapes: readonly Shape[]): Shape {
  const [first = 'anything', second, ...others] = [...new Set(shapes)];
  if (first === 'anything' || second === undefined) return first;
  return [first, second, ...others];
}
