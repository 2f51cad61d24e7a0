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
  /** What the request's body is declared to be, and as which media type; null without one. */
  readonly request: Json | null;
  readonly media: string | null;
  /** Media types of the answers by status; null where an answer has none. */
  readonly answers: ReadonlyMap<number, Json | null>;
}

/** ClickUp's OpenAPI file, as far as it is compared. */
export interface Specification {
  readonly document: unknown;
  /** Every operation by method and path below `/api`. */
  readonly operations: readonly { readonly method: string; readonly path: string }[];
  operation(method: string, path: string): SpecOperation | null;
  /** Follows `$ref` to what it names; anything else is given back as it is. */
  resolve(node: unknown): unknown;
}

/** An object of JSON, or an empty one. */
export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** A list of JSON, or an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The versions of ClickUp's API, each with a file of its own. */
export type Version = 'v2' | 'v3';

/** The version an operation belongs to, by its path below `/api`. */
export const versionOf = (path: string): Version => (path.startsWith('/v3/') ? 'v3' : 'v2');

const FILES = {
  v2: { variable: 'CLICKUP_OPENAPI', name: 'openapi-v2.json' },
  // It is JSON all the same.
  v3: { variable: 'CLICKUP_OPENAPI_V3', name: 'openapi-v3.yaml' },
} as const satisfies Record<Version, object>;

/**
 * ClickUp's OpenAPI file of one version, or null: ClickUp publishes them without a licence, so they
 * are not part of the project. `CLICKUP_OPENAPI` and `CLICKUP_OPENAPI_V3` name them; else they are
 * looked for in a folder `shared/clickup` beside the project. Throws where one cannot be read.
 */
export function findSpecification(root: string, version: Version): Specification | null {
  const { variable, name } = FILES[version];
  const file = process.env[variable] ?? resolve(root, '../shared/clickup', name);
  return existsSync(file) ? specification(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Paths that differ only in the names of their parameters are the same. */
const shapeOf = (path: string): string => path.replaceAll(/\{[^}]*\}/gu, '{}');

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** API v3's file writes `/api` before every path, API v2's does not. */
const belowApi = (path: string): string => path.replace(/^\/api(?=\/)/u, '');

/** Wraps a parsed OpenAPI document. */
export function specification(document: unknown): Specification {
  const paths = new Map(
    Object.entries(record(record(document)['paths'])).map(([path, methods]) => [
      shapeOf(belowApi(path)),
      { path: belowApi(path), methods: record(methods) },
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
  const firstContent = (holder: unknown): readonly [string, Json] | null => {
    const [content] = Object.entries(record(record(follow(holder))['content']));
    return content === undefined ? null : [content[0], record(content[1])];
  };

  return {
    document,
    resolve: follow,
    operations: [...paths.values()].flatMap(({ path, methods }) =>
      METHODS.filter((method) => Object.hasOwn(methods, method)).map((method) => ({
        method: method.toUpperCase(),
        path,
      })),
    ),
    operation(method, path) {
      const found = paths.get(shapeOf(path));
      const operation = found?.methods[method.toLowerCase()];
      if (found === undefined || operation === undefined) return null;
      const { parameters, requestBody, responses } = record(operation);
      const request = firstContent(requestBody);
      return {
        path: found.path,
        parameters: [...list(found.methods['parameters']), ...list(parameters)].map((each) => {
          const { name, in: place, required, schema } = record(follow(each));
          return { name: String(name), in: String(place), required: required === true, schema };
        }),
        request: request?.[1] ?? null,
        media: request?.[0] ?? null,
        answers: new Map(
          Object.entries(record(responses)).map(([status, answer]) => [
            Number(status),
            firstContent(answer)?.[1] ?? null,
          ]),
        ),
      };
    },
  };
}
