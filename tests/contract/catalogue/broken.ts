import {
  type FieldInfo,
  isInPath,
  type OperationInfo,
  type Shape,
} from '../../../electron/contract/operations.ts';
import { below } from '../shape.ts';

/** An operation with one thing wrong, and where. */
export interface Broken {
  /** Such as `query page renamed`. */
  readonly what: string;
  /** The place that is wrong, such as `body name`; empty for the whole operation. */
  readonly at: string;
  readonly operation: OperationInfo;
}

/** Of a choice that is none any more: still a text, which is all that the table tells. */
export const FREE = 'as free text';

/** Every way to break an operation by one slip: the mistakes that somebody who edits it could make. */
export function* brokenVariants(operation: OperationInfo): Generator<Broken> {
  const { parameters, body } = operation;
  yield { what: 'path changed', at: '', operation: { ...operation, path: `${operation.path}/x` } };
  for (const field of parameters.filter(({ name }) => !isInPath(operation, name))) {
    const others = (replaced: readonly FieldInfo[]) =>
      parameters.flatMap((each) => (each === field ? replaced : [each]));
    const at = `query ${field.name}`;
    const renamed = { ...field, name: `${field.name}_x` };
    yield {
      what: `${at} renamed`,
      at: `${at}_x`,
      operation: { ...operation, parameters: others([renamed]) },
    };
    if (field.required)
      yield {
        what: `${at} left out`,
        at,
        operation: { ...operation, parameters: others([]) },
      };
    const asText = others([{ ...field, shape: { type: 'string' } }]);
    if (['boolean', 'integer', 'timestamp'].includes(field.shape.type))
      yield { what: `${at} as text`, at, operation: { ...operation, parameters: asText } };
    if (field.shape.type === 'choice')
      yield { what: `${at} ${FREE}`, at, operation: { ...operation, parameters: asText } };
  }
  if (body?.kind === 'json')
    for (const { what, at, shape } of brokenShapes(body.shape, 'body'))
      yield { what, at, operation: { ...operation, body: { ...body, shape } } };
  if (body !== undefined) {
    const { body: _, ...without } = operation;
    yield { what: 'body left out', at: 'body', operation: without };
  } else if (operation.method !== 'GET')
    yield {
      what: 'body invented',
      at: 'body',
      operation: {
        ...operation,
        body: { kind: 'json', required: true, shape: { type: 'object', fields: [] } },
      },
    };
}

/** An object that no operation takes anywhere. */
const NOT_DECLARED = {
  type: 'object',
  fields: [{ name: 'x', shape: { type: 'boolean' }, required: true, about: '' }],
} as const satisfies Shape;

interface BrokenShape {
  readonly what: string;
  readonly at: string;
  readonly shape: Shape;
}

function* brokenShapes(shape: Shape, place: string): Generator<BrokenShape> {
  if (shape.type === 'list')
    for (const each of brokenShapes(shape.of, inside(place, '[]')))
      yield { ...each, shape: { type: 'list', of: each.shape } };
  if (shape.type !== 'object') return;
  // What is open and may be left out is never sent by the tests.
  for (const field of shape.fields.filter((each) => each.required || each.shape.type !== 'json')) {
    const at = inside(place, field.name);
    const withField = (...replaced: readonly FieldInfo[]): Shape => ({
      type: 'object',
      fields: shape.fields.flatMap((each) => (each === field ? replaced : [each])),
    });
    const renamed = { ...field, name: `${field.name}_x` };
    yield { what: `${at} renamed`, at: `${at}_x`, shape: withField(renamed) };
    if (field.required) yield { what: `${at} left out`, at, shape: withField() };
    yield {
      what: `${at} of another type`,
      at,
      shape: withField({ ...field, shape: NOT_DECLARED }),
    };
    for (const each of brokenShapes(field.shape, at))
      yield { ...each, shape: withField({ ...field, shape: each.shape }) };
  }
}

/** `body` and `name` make `body name`, that and `id` make `body name.id`. */
const inside = (place: string, name: string): string => {
  const [root = '', path = ''] = place.split(' ');
  return `${root} ${below(path, name)}`;
};
