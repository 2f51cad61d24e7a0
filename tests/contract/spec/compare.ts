import { flatten } from '../flatten.ts';
import { type Field, type Fields, fieldsOf, type Shape } from '../shape.ts';
import type { Operation, RequestFacts } from '../table/operation.ts';
import { type Declared, declaredIn } from './declared.ts';
import type { Specification, SpecOperation, SpecParameter } from './openapi.ts';

/** A place where the table and the specification say different things. */
export interface Difference {
  /** `GET /v2/user` */
  readonly operation: string;
  /** `answer user.id: number, declared string` */
  readonly what: string;
}

const words = (kinds: Iterable<string>): string => [...kinds].toSorted().join(' or ');

const told = (...differences: readonly (string | null)[]): readonly string[] =>
  differences.filter((each) => each !== null);

const parent = (path: string): string => path.replace(/(^|\.)[^.[\]]+$|\[\]$/u, '');

/** Compares one operation of the table with the specification, request and answer. */
export function differences(
  operation: Operation,
  specification: Specification,
): readonly Difference[] {
  const declared = specification.operation(operation.method, operation.path);
  const ofAnswer = declared === null ? [] : answerDifferences(operation, declared, specification);
  return [
    ...requestDifferences(operation, specification),
    ...ofAnswer.map((what) => ({ operation: nameOf(operation), what })),
  ];
}

/** Compares what an operation takes with the specification. */
export function requestDifferences(
  facts: RequestFacts,
  specification: Specification,
): readonly Difference[] {
  const declared = specification.operation(facts.method, facts.path);
  const found =
    declared === null
      ? ['operation: not declared']
      : [
          ...pathDifferences(facts, declared, specification),
          ...queryDifferences(facts.query ?? {}, declared, specification),
          ...mediaDifferences(facts, declared),
          ...bodyDifferences(facts.body ?? facts.form, declared, specification),
        ];
  return found.map((what) => ({ operation: nameOf(facts), what }));
}

const nameOf = ({ method, path }: RequestFacts): string => `${method} ${path}`;

/** Names and order of the path's parameters, and their types. */
function pathDifferences(
  { path, pathTypes = {} }: RequestFacts,
  declared: SpecOperation,
  specification: Specification,
): readonly string[] {
  const names = [...path.matchAll(/\{([^}]*)\}/gu)].map(([, name = '']) => name);
  const theirs = [...declared.path.matchAll(/\{([^}]*)\}/gu)].map(([, name = '']) => name);
  return names.flatMap((name, index) => {
    const theirName = theirs[index] ?? '';
    const parameter = declared.parameters.find(
      (each) => each.in === 'path' && each.name === theirName,
    );
    const schema = declaredIn(specification, { schema: parameter?.schema });
    return told(
      name === theirName ? null : `path {${name}}: declared {${theirName}}`,
      kindDifference(`path {${name}}`, new Set([pathTypes[name] ?? 'string']), schema.get('')),
    );
  });
}

function queryDifferences(
  query: Fields,
  declared: SpecOperation,
  specification: Specification,
): readonly string[] {
  const theirs = declared.parameters.filter((each) => each.in === 'query');
  const ours = fieldsOf(query);
  const missing = theirs.filter(({ name }) => !ours.some((field) => field.name === name));
  return [
    ...missing.map(({ name }) => `query ${name}: missing in the table`),
    ...ours.flatMap((field) =>
      parameterDifferences(
        field,
        theirs.find(({ name }) => name === field.name),
        specification,
      ),
    ),
  ];
}

function parameterDifferences(
  { name, isOptional, shape }: Field,
  declared: SpecParameter | undefined,
  specification: Specification,
): readonly string[] {
  if (declared === undefined) return [`query ${name}: not declared`];
  const ofKind = shapeDifferences(
    `query ${name}`,
    shape,
    declaredIn(specification, { schema: declared.schema }),
  );
  const need = isOptional ? 'optional' : 'required';
  return declared.required === isOptional
    ? [`query ${name}: ${need}, declared otherwise`, ...ofKind]
    : ofKind;
}

/** JSON or a form; an operation without a body has neither. */
function mediaDifferences({ body, form }: RequestFacts, { media }: SpecOperation) {
  const ours = body !== undefined ? 'application/json' : 'multipart/form-data';
  const isSaid = (body !== undefined || form !== undefined) && media !== null;
  return told(isSaid && media !== ours ? `body: ${ours}, declared ${media}` : null);
}

function bodyDifferences(
  body: Shape | undefined,
  declared: SpecOperation,
  specification: Specification,
): readonly string[] {
  const theirs = declaredIn(specification, declared.request);
  if (body === undefined) return theirs.size === 0 ? [] : ['body: missing in the table'];
  const ours = flatten(body);
  // Below what is missing, or may be anything, nothing else is missed.
  const missing = [...theirs.keys()].filter(
    (path) =>
      path !== '' && !ours.has(path) && ours.get(parent(path))?.kinds.has('anything') === false,
  );
  const requirements = [...ours].flatMap(([path, { isOptional }]) => {
    const spot = theirs.get(path);
    const isName = path !== '' && !path.endsWith('[]');
    return isName && spot?.isRequired === isOptional
      ? [`body ${path}: ${isOptional ? 'optional' : 'required'}, declared otherwise`]
      : [];
  });
  return [
    ...missing.map((path) => `body ${path}: missing in the table`),
    ...requirements,
    ...shapeDifferences('body', body, theirs),
  ];
}

/** Every field of ours has to be in theirs; they may have more, which the mock server leaves out. */
function answerDifferences(
  { status, answer }: Operation,
  declared: SpecOperation,
  specification: Specification,
): readonly string[] {
  if (!declared.answers.has(status)) return [`status ${status}: not declared`];
  const theirs = declaredIn(specification, declared.answers.get(status));
  if (answer === null) return [];
  return shapeDifferences('answer', answer, theirs);
}

/** Differences of what is in both, and the topmost of what is in the first alone. */
function shapeDifferences(
  place: string,
  shape: Shape,
  theirs: ReadonlyMap<string, Declared>,
): readonly string[] {
  return [...flatten(shape)].flatMap(([path, { kinds }]) => {
    const spot = theirs.get(path);
    const label = path === '' ? place : `${place} ${path}`;
    if (spot !== undefined) return told(kindDifference(label, kinds, spot));
    return path !== '' && couldHold(theirs.get(parent(path)), path)
      ? [`${label}: not declared`]
      : [];
  });
}

/** Whether what is declared could hold something at a path below it. */
function couldHold(declared: Declared | undefined, path: string): boolean {
  if (declared === undefined) return false;
  const holder = path.endsWith('[]') ? 'list' : 'object';
  return declared.kinds.size === 0 || declared.kinds.has(holder);
}

/** Ours may be narrower than what is declared, not wider. */
function kindDifference(
  label: string,
  ours: ReadonlySet<string>,
  declared: Declared | undefined,
): string | null {
  const theirs: ReadonlySet<string> = declared?.kinds ?? new Set();
  if (theirs.size === 0 || theirs.has('anything') || ours.has('anything')) return null;
  return [...ours].every((kind) => theirs.has(kind))
    ? null
    : `${label}: ${words(ours)}, declared ${words(theirs)}`;
}
