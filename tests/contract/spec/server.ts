import type * as z from 'zod';
import { below } from '../shape.ts';
import { record, type Specification, type SpecOperation, type SpecParameter } from './openapi.ts';
import { validatorOf } from './schema.ts';

/**
 * A server that knows nothing but the specification: it answers what is wrong with a request, and an
 * empty list for one that ClickUp's file allows. Headers are not looked at, but for the media type.
 */
export type SpecificationServer = (request: Request) => Promise<readonly string[]>;

interface Checked extends SpecOperation {
  readonly method: string;
  readonly segments: readonly string[];
  /** Made when the operation is first asked for; the file has hundreds of schemas. */
  readonly validators: Map<unknown, z.ZodType>;
}

/** Makes the server. It takes paths as they are sent, below `/api`. */
export function specificationServer(specification: Specification): SpecificationServer {
  const operations = specification.operations.flatMap(({ method, path }): readonly Checked[] => {
    const operation = specification.operation(method, path);
    return operation === null
      ? []
      : [{ ...operation, method, segments: path.split('/'), validators: new Map() }];
  });

  const validator = (operation: Checked, schema: unknown): z.ZodType => {
    const known = operation.validators.get(schema) ?? validatorOf(specification, schema);
    operation.validators.set(schema, known);
    return known;
  };

  const parameterProblems = (
    operation: Checked,
    parameter: SpecParameter,
    texts: readonly string[],
  ): readonly string[] => {
    const name = `${parameter.in} ${parameter.name}`;
    if (texts.length === 0) return parameter.required ? [`${name}: missing`] : [];
    const schema = record(specification.resolve(parameter.schema));
    // What is not declared at all may be a list as well.
    const isList = schema['type'] === 'array' || Object.keys(schema).length === 0;
    if (!isList && texts.length > 1) return [`${name}: given ${texts.length} times`];
    const each = validator(operation, isList ? (schema['items'] ?? {}) : parameter.schema);
    return texts.every((text) => readings(text).some((value) => each.safeParse(value).success))
      ? []
      : [`${name}: ${texts.join(', ')} is not what is declared`];
  };

  return async (request) => {
    const url = new URL(request.url);
    const given = url.pathname.split('/').slice(2).map(decodeURIComponent);
    const operation = operations
      .filter(({ method, segments }) => method === request.method && fits(segments.slice(1), given))
      .toSorted((a, b) => variables(a.segments) - variables(b.segments))
      .at(0);
    if (operation === undefined || !url.pathname.startsWith('/api/'))
      return [`${request.method} ${url.pathname}: no such operation`];
    const inPath = operation.parameters.filter((each) => each.in === 'path');
    const inQuery = operation.parameters.filter((each) => each.in === 'query');
    const names = new Set(inQuery.map(({ name }) => name));
    return [
      ...inPath.flatMap((parameter) => {
        const at = operation.segments.indexOf(`{${parameter.name}}`) - 1;
        return parameterProblems(operation, parameter, given.slice(at, at + 1));
      }),
      ...inQuery.flatMap((parameter) =>
        parameterProblems(operation, parameter, url.searchParams.getAll(parameter.name)),
      ),
      ...[...new Set(url.searchParams.keys())]
        .filter((name) => !names.has(name))
        .map((name) => `query ${name}: not declared`),
      ...(await bodyProblems(operation, request, {
        fields: () => {
          const schema = record(specification.resolve(operation.request?.['schema']));
          return new Set(Object.keys(record(schema['properties'])));
        },
        validator: () => validator(operation, operation.request?.['schema']),
      })),
    ];
  };
}

const variables = (segments: readonly string[]): number =>
  segments.filter((segment) => segment.startsWith('{')).length;

const fits = (template: readonly string[], given: readonly string[]): boolean =>
  template.length === given.length &&
  template.every((wanted, index) =>
    wanted.startsWith('{') ? given[index] !== '' : wanted === given[index],
  );

/** What a text of an address may mean. */
const readings = (text: string): readonly unknown[] => [
  text,
  ...(/^-?\d+(\.\d+)?$/u.test(text) ? [Number(text)] : []),
  ...(text === 'true' || text === 'false' ? [text === 'true'] : []),
];

async function bodyProblems(
  operation: Checked,
  request: Request,
  declared: { readonly fields: () => ReadonlySet<string>; readonly validator: () => z.ZodType },
): Promise<readonly string[]> {
  const [media] = (request.headers.get('content-type') ?? '').split(';');
  const hasBody = request.body !== null;
  if (operation.media === null) return hasBody ? ['body: not declared'] : [];
  if (!hasBody) return ['body: missing'];
  if (media !== operation.media) return [`body: ${media}, declared ${operation.media}`];
  if (operation.media !== 'application/json') {
    const fields = declared.fields();
    return [...(await request.formData()).keys()]
      .filter((name) => !fields.has(name))
      .map((name) => `body ${name}: not declared`);
  }
  const text = await request.text();
  const result = declared.validator().safeParse(JSON.parse(text));
  return result.success ? [] : result.error.issues.flatMap(issueProblems);
}

function issueProblems(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.reduce<string>(
    (path, step) => below(path, typeof step === 'number' ? '[]' : String(step)),
    '',
  );
  const place = at === '' ? 'body' : `body ${at}`;
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => `body ${below(at, key)}: not declared`)
    : [`${place}: ${issue.message}`];
}
