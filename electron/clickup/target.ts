import { assertNever, fail, ok, type Result } from '../contract/errors.ts';
import { type FieldInfo, isInPath, type OperationInfo } from '../contract/operations.ts';
import type { Parameters, ParameterValue } from '../contract/requests.ts';
import type { Endpoint } from './endpoint.ts';

/** Everything below the API's origin lies under this path. */
const API_PREFIX = '/api/';

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001F\u007F]/u;

const invalid = (field: string, reason: string) =>
  fail({ kind: 'invalid', field, reason, said: null });

/**
 * Fills an operation's path template and query with parameters and answers the path and query below
 * the origin. Every value becomes exactly one encoded path segment or query value; what could mean
 * more than that (`.`, `..`, control characters, broken Unicode) is refused as `invalid`, as are
 * unknown parameters, missing ones and wrong types. Pure: no token has been read when it refuses.
 */
export function buildTarget(operation: OperationInfo, parameters: Parameters): Result<string> {
  const known = new Set(operation.parameters.map((parameter) => parameter.name));
  const unknown = Object.keys(parameters).find((name) => !known.has(name));
  if (unknown !== undefined) return invalid(unknown, 'This operation has no such parameter.');

  const segments = new Map<string, string>();
  const query = new URLSearchParams();
  for (const parameter of operation.parameters) {
    const value = Object.hasOwn(parameters, parameter.name)
      ? parameters[parameter.name]
      : undefined;
    if (value === undefined) {
      if (parameter.required) return invalid(parameter.name, 'This parameter is required.');
      continue;
    }
    const texts = textsOf(parameter, value);
    if (!texts.ok) return texts;
    if (isInPath(operation, parameter.name)) {
      const segment = pathSegment(parameter.name, texts.value.join(','));
      if (!segment.ok) return segment;
      segments.set(parameter.name, segment.value);
    } else {
      for (const text of texts.value) query.append(parameter.name, text);
    }
  }
  const path = operation.path.replaceAll(
    /\{(\w+)\}/gu,
    (_whole, name: string) => segments.get(name) ?? '',
  );
  const search = query.toString();
  return ok(`/api${path}${search === '' ? '' : `?${search}`}`);
}

function textsOf({ name, shape }: FieldInfo, value: ParameterValue): Result<readonly string[]> {
  switch (shape.type) {
    case 'list': {
      const list = Array.isArray(value) ? value : [value];
      if (list.some((item) => typeof item === 'boolean'))
        return invalid(name, 'A list of texts is needed.');
      return wellFormed(name, list.map(String));
    }
    case 'boolean':
      return typeof value === 'boolean'
        ? ok([String(value)])
        : invalid(name, 'True or false is needed.');
    case 'integer':
    case 'timestamp':
      return !Array.isArray(value) && /^-?\d{1,16}$/u.test(String(value))
        ? ok([String(value)])
        : invalid(name, 'A whole number is needed.');
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? ok([String(value)])
        : invalid(name, 'A number is needed.');
    case 'choice':
      return shape.choices.some((choice) => choice === value)
        ? ok([String(value)])
        : invalid(name, `One of these is needed: ${shape.choices.join(', ')}.`);
    case 'string':
    case 'id':
    case 'numericId':
      return typeof value === 'string' || typeof value === 'number'
        ? wellFormed(name, [String(value)])
        : invalid(name, 'A text is needed.');
    case 'json':
    case 'object':
      return typeof value === 'string'
        ? wellFormed(name, [value])
        : invalid(name, 'JSON is needed.');
    default:
      return assertNever(shape);
  }
}

const wellFormed = (name: string, texts: readonly string[]): Result<readonly string[]> =>
  texts.every((text) => text.isWellFormed())
    ? ok(texts)
    : invalid(name, 'This text holds half a character.');

function pathSegment(name: string, text: string): Result<string> {
  if (text === '') return invalid(name, 'This parameter is required.');
  if (text === '.' || text === '..') return invalid(name, 'A dot alone is not an id.');
  if (CONTROL.test(text)) return invalid(name, 'Control characters are not part of an id.');
  return ok(encodeURIComponent(text));
}

/**
 * Joins a target to a connection's endpoint and proves on the finished URL that it stays there: same
 * origin, below `/api/`, no user information, no fragment. Null means refuse. This is the last check
 * before a token is added, whatever happened before.
 */
export function resolveTarget(endpoint: Endpoint, target: string): URL | null {
  if (!target.startsWith(API_PREFIX) || !URL.canParse(endpoint.api + target)) return null;
  const url = new URL(endpoint.api + target);
  const stays =
    url.origin === endpoint.api &&
    url.username === '' &&
    url.password === '' &&
    url.hash === '' &&
    url.pathname.startsWith(API_PREFIX) &&
    url.pathname + url.search === target;
  return stays ? url : null;
}
