import * as z from 'zod';
import { list, record, type Specification } from './openapi.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

/** Deeper than any request; the file's references may be circular. */
const DEEPEST = 12;

/** What limits a value; all other words of a schema only describe it. */
const LIMITS = [
  'type',
  'enum',
  'const',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
];

/** Checks values against a schema of the specification, which is closed: it takes no unknown fields. */
export const validatorOf = (specification: Specification, node: unknown): z.ZodType =>
  z.fromJSONSchema(closed(specification, node, 0) as Schema);

/** A schema without references, whose objects take only the fields they name. */
function closed(specification: Specification, node: unknown, depth: number): object {
  const schema = record(specification.resolve(node));
  if (depth > DEEPEST) return {};
  const inner = (each: unknown) => closed(specification, each, depth + 1);
  const merged = list(schema['allOf']).map(inner);
  const alternatives = [...list(schema['anyOf']), ...list(schema['oneOf'])].map(inner);
  const properties = Object.entries(record(schema['properties']));
  const own = {
    ...Object.assign({}, ...merged),
    ...Object.fromEntries(
      LIMITS.filter((word) => word in schema).map((word) => [word, schema[word]]),
    ),
    ...(alternatives.length === 0 ? {} : { anyOf: alternatives }),
    ...('items' in schema ? { type: 'array', items: inner(schema['items']) } : {}),
    ...(properties.length === 0
      ? {}
      : {
          type: 'object',
          properties: Object.fromEntries(properties.map(([name, each]) => [name, inner(each)])),
          required: list(schema['required']),
          additionalProperties: schema['additionalProperties'] ?? false,
        }),
  };
  return schema['nullable'] === true ? { anyOf: [own, { type: 'null' }] } : own;
}
