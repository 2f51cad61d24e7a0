import * as fc from 'fast-check';
import type { FieldInfo, OperationInfo, Shape } from '../../../electron/contract/operations.ts';
import type { Parameters } from '../../../electron/contract/requests.ts';
import { below } from '../shape.ts';

/** Values for a place whose shape is open JSON, by its path; null leaves the field out. */
export type OpenValues = (path: string) => fc.Arbitrary<unknown> | null;

/** Letters beyond ASCII, spaces and what means something in an address; no dot alone. */
const TEXTS = ['a', 'Z9', 'ä/ö', '50 % & more?', '#1', 'a+b', '日本', '../..', '{x}', '🪶'];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ minLength: 3, maxLength: 12 }));

/** Ids of digits alone: the file declares many as numbers that are texts. */
const id = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** Within the limits of every page size; shapes do not say limits. */
const count = fc.integer({ min: 10, max: 100 });

const time = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2030) });

/** Values of a shape, as a body holds them. */
export function valuesOf(shape: Shape, open: OpenValues, path = ''): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'string':
      return text;
    case 'integer':
    case 'number':
      return count;
    case 'boolean':
      return fc.boolean();
    case 'timestamp':
      return time;
    case 'id':
      return id.map(String);
    case 'numericId':
      return id;
    case 'choice':
      return fc.constantFrom(...shape.choices);
    case 'list':
      return fc.array(valuesOf(shape.of, open, below(path, '[]')), { maxLength: 3 });
    case 'object':
      return recordOf(shape.fields, open, path);
    case 'json': {
      const values = open(path);
      if (values === null) throw new Error(`It is not said what may stand at "${path}".`);
      return values;
    }
  }
}

function recordOf(fields: readonly FieldInfo[], open: OpenValues, path: string) {
  const told = fields.filter(
    ({ name, shape, required }) =>
      required || shape.type !== 'json' || open(below(path, name)) !== null,
  );
  return fc.record(
    Object.fromEntries(
      told.map(({ name, shape, nullable }) => {
        const values = valuesOf(shape, open, below(path, name));
        return [name, nullable === true ? fc.option(values, { freq: 3 }) : values];
      }),
    ),
    { requiredKeys: told.filter(({ required }) => required).map(({ name }) => name) },
  );
}

/** JSON in an address is text; conditions on Custom Fields are the only kind there is. */
const json = fc.constant('[{"field_id":"1","operator":"=","value":"Sample"}]');

function parameterOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'json':
      return json;
    case 'list':
      return fc.array(parameterOf(shape.of), { minLength: 1, maxLength: 3 });
    default:
      return valuesOf(shape, () => null);
  }
}

/** Parameters that an operation takes. A list in an address has at least one value. */
export const parametersOf = (operation: OperationInfo): fc.Arbitrary<Parameters> =>
  fc.record(
    Object.fromEntries(operation.parameters.map(({ name, shape }) => [name, parameterOf(shape)])),
    {
      requiredKeys: operation.parameters.filter(({ required }) => required).map(({ name }) => name),
    },
  ) as fc.Arbitrary<Parameters>;
