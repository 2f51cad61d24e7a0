import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Json = Readonly<Record<string, unknown>>;

/** A parameter as the specification declares it. */
export interface SpecParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: unknown;
}

/** What the specification says of one operation. */
export interface SpecOperation {
  /** Its path as written there, which differs from ours in the names of parameters at most. */
  readonly path: string;
  readonly parameters: readonly SpecParameter[];
  /** The media type of the request, or null without one. */
  readonly request: Json | null;
  /** Media types of the answers by status; null where an answer has none. */
  readonly answers: ReadonlyMap<number, Json | null>;
}

/** ClickUp's OpenAPI file, as far as it is compared. */
export interface Specification {
  operation(method: string, path: string): SpecOperation | null;
  /** Follows `$ref` to what it names; anything else is given back as it is. */
  resolve(node: unknown): unknown;
}

/** An object of JSON, or an empty one. */
export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** A list of JSON, or an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * The OpenAPI file to compare with, or null: ClickUp publishes it without a licence, so it is not
 * part of the project. `CLICKUP_OPENAPI` names it; else it is looked for in a folder
 * `shared/clickup` beside the project.
 */
export function findSpecification(root: string): string | null {
  const named = process.env['CLICKUP_OPENAPI'];
  const path = named ?? resolve(root, '../shared/clickup/openapi-v2.json');
  return existsSync(path) ? path : null;
}

/** Paths that differ only in the names of their parameters are the same. */
const shapeOf = (path: string): string => path.replaceAll(/\{[^}]*\}/gu, '{}');

/** Reads an OpenAPI file of JSON. Throws where it cannot be read. */
export const readSpecification = (file: string): Specification =>
  specification(JSON.parse(readFileSync(file, 'utf8')));

/** Wraps a parsed OpenAPI document. */
export function specification(document: unknown): Specification {
  const paths = new Map(
    Object.entries(record(record(document)['paths'])).map(([path, methods]) => [
      shapeOf(path),
      { path, methods: record(methods) },
    ]),
  );

  const follow = (node: unknown): unknown => {
    const reference = record(node)['$ref'];
    if (typeof reference !== 'string') return node;
    const steps = reference.split('/').slice(1);
    const target = steps.reduce<unknown>((at, step) => {
      const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      return Array.isArray(at) ? at[Number(key)] : record(follow(at))[key];
    }, document);
    return follow(target);
  };
  const mediaType = (holder: unknown): Json | null => {
    const [media] = Object.values(record(record(follow(holder))['content']));
    return media === undefined ? null : record(media);
  };

  return {
    resolve: follow,
    operation(method, path) {
      const found = paths.get(shapeOf(path));
      const operation = found?.methods[method.toLowerCase()];
      if (found === undefined || operation === undefined) return null;
      const { parameters, requestBody, responses } = record(operation);
      return {
        path: found.path,
        parameters: [...list(found.methods['parameters']), ...list(parameters)].map((each) => {
          const { name, in: place, required, schema } = record(follow(each));
          return { name: String(name), in: String(place), required: required === true, schema };
        }),
        request: requestBody === undefined ? null : mediaType(requestBody),
        answers: new Map(
          Object.entries(record(responses)).map(([status, answer]) => [
            Number(status),
            mediaType(answer),
          ]),
        ),
      };
    },
  };
}
