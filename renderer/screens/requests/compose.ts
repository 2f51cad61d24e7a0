import type { FieldInfo, OperationInfo } from '../../../electron/contract/operations.ts';
import type {
  Parameters,
  ParameterValue,
  RequestBody,
} from '../../../electron/contract/requests.ts';
import { assertNever } from '../../data/assert-never.ts';
import { fieldOf, isFields, textOf, writeJson } from '../../data/json-text.ts';
import type { BodyDraft, Sheet } from '../../data/workbench.ts';
import { ExactNumber, type Json, parseJson } from '../../ui/json-tree/json.ts';
import { type JsonProblem, jsonProblem } from './body/json-problem.ts';
import { fieldMismatches, type Mismatch, mismatches } from './fields/check-shape.ts';

/** Whether a parameter names the Workspace that is needed, which Perch fills in by itself. */
export const isWorkspace = ({ shape, required }: FieldInfo): boolean =>
  shape.type === 'id' && shape.names === 'workspace' && required;

/** What the parameters are set to: what was given, and the active Workspace where one is needed. */
export function givenValues(
  operation: OperationInfo,
  values: Sheet['values'],
  workspaceId: string | null,
): Sheet['values'] {
  const filled = operation.parameters.flatMap((parameter): [string, Json][] => {
    const given = fieldOf(values, parameter.name);
    if (given !== undefined) return [[parameter.name, given]];
    return isWorkspace(parameter) && workspaceId !== null ? [[parameter.name, workspaceId]] : [];
  });
  return Object.fromEntries(filled);
}

const leafOf = (value: Json): string | number =>
  typeof value === 'number' ? value : textOf(value);

/** A value as the bridge takes it for a parameter. */
const parameterOf = (value: Json): ParameterValue =>
  typeof value === 'boolean'
    ? value
    : Array.isArray(value)
      ? value.map(leafOf)
      : leafOf(value as Exclude<Json, readonly Json[]>);

/** Parameters as the bridge takes them. */
export const toParameters = (values: Sheet['values']): Parameters =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, parameterOf(value)]));

/** What a body draft says: a value, nothing at all, or text that is no JSON yet. */
export type BodyReading =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'broken'; readonly problem: JsonProblem };

/** Reads a body draft without losing a digit. */
export function readBody(draft: BodyDraft): BodyReading {
  if (draft.kind === 'form')
    return draft.value === undefined ? { kind: 'nothing' } : { kind: 'value', value: draft.value };
  if (draft.text.trim() === '') return { kind: 'nothing' };
  const parsed = parseJson(draft.text);
  if (parsed !== null) return { kind: 'value', value: parsed.root };
  const problem = jsonProblem(draft.text);
  return problem === null ? { kind: 'nothing' } : { kind: 'broken', problem };
}

/** The same body in the other form; null where the text has to become JSON first. */
export function switched(draft: BodyDraft): BodyDraft | null {
  if (draft.kind === 'form')
    return { kind: 'json', text: draft.value === undefined ? '{\n  \n}' : writeJson(draft.value) };
  const reading = readBody(draft);
  if (reading.kind === 'broken') return null;
  const value = reading.kind === 'value' ? reading.value : undefined;
  return {
    kind: 'form',
    value: isFields(value) && Object.keys(value).length === 0 ? undefined : value,
  };
}

/** A request as it stands: what would go out, what forbids that, and what speaks against it. */
export interface Composed {
  readonly values: Sheet['values'];
  readonly parameters: Parameters;
  /** Null where the body cannot be sent as it is. */
  readonly body: RequestBody | null;
  /** What is wrong with parameters; main would refuse them. */
  readonly parameterProblems: readonly Mismatch[];
  readonly syntax: JsonProblem | null;
  readonly isFileMissing: boolean;
  /** Where the body is other than the catalogue says; ClickUp may take it all the same. */
  readonly bodyProblems: readonly Mismatch[];
}

/** Puts a request together from everything that was filled in. */
export function compose(
  operation: OperationInfo,
  sheet: Sheet,
  workspaceId: string | null,
): Composed {
  const values = givenValues(operation, sheet.values, workspaceId);
  const parameters = toParameters(values);
  const base = {
    values,
    parameters,
    parameterProblems: fieldMismatches(operation.parameters, values),
    syntax: null,
    isFileMissing: false,
    bodyProblems: [],
  };
  const { body } = operation;
  if (body === undefined) return { ...base, body: { kind: 'none' } };
  const reading = readBody(sheet.body);
  switch (body.kind) {
    case 'file': {
      const { file } = sheet;
      const fields = reading.kind === 'value' && isFields(reading.value) ? reading.value : {};
      return {
        ...base,
        body:
          file === null
            ? null
            : { kind: 'file', fileId: file.fileId, fields: toParameters(fields) },
        bodyProblems: fieldMismatches(body.fields, fields),
        isFileMissing: file === null,
      };
    }
    case 'json': {
      if (reading.kind === 'broken') return { ...base, body: null, syntax: reading.problem };
      const isObject = body.shape.type === 'object';
      if (reading.kind === 'nothing' && !body.required) return { ...base, body: { kind: 'none' } };
      const value = reading.kind === 'value' ? reading.value : isObject ? {} : undefined;
      return {
        ...base,
        body: value === undefined ? { kind: 'none' } : { kind: 'json', text: writeJson(value) },
        bodyProblems:
          value === undefined
            ? [{ path: [], problem: 'missing', shape: body.shape }]
            : mismatches(body.shape, value),
      };
    }
    default:
      return assertNever(body);
  }
}

/** Reads what was typed for a number; what is none yet stays the text it is. */
export function readNumber(text: string): Json {
  const trimmed = text.trim();
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(trimmed)) return trimmed;
  const number = Number(trimmed);
  return String(number) === trimmed ? number : new ExactNumber(trimmed);
}
