import type {
  OperationInfo,
  ParameterInfo,
  ParameterValue,
} from '../../../electron/contract/requests.ts';
import { assertNever } from '../../data/assert-never.ts';
import type { Draft, Sheet } from '../../data/workbench.ts';

/** Why a parameter cannot be sent as it is typed. */
export type ParameterProblem = 'missing' | 'integer' | 'timestamp';

type ParameterReading =
  | { readonly kind: 'unset' }
  | { readonly kind: 'value'; readonly value: ParameterValue }
  | { readonly kind: 'problem'; readonly problem: ParameterProblem };

/** What stands in a parameter's control: what was typed, else what Perch fills in. */
export function draftOf(
  parameter: ParameterInfo,
  drafts: Sheet['drafts'],
  workspaceId: string | null,
): Draft {
  const typed = drafts[parameter.name];
  if (typed !== undefined) return typed;
  return parameter.fill === 'workspace' ? (workspaceId ?? '') : '';
}

/** Reads a draft as a value. Times are typed in the machine's zone and become Unix milliseconds. */
export function readDraft(parameter: ParameterInfo, draft: Draft): ParameterReading {
  const texts = typeof draft === 'string' ? [draft.trim()] : draft;
  const text = texts[0] ?? '';
  if (text === '')
    return parameter.required ? { kind: 'problem', problem: 'missing' } : { kind: 'unset' };
  switch (parameter.type) {
    case 'strings':
      return { kind: 'value', value: [...texts] };
    case 'boolean':
      return { kind: 'value', value: text === 'true' };
    case 'integer': {
      const number = Number(text);
      return /^-?\d+$/u.test(text) && Number.isSafeInteger(number)
        ? { kind: 'value', value: number }
        : { kind: 'problem', problem: 'integer' };
    }
    case 'timestamp': {
      const time = new Date(text).getTime();
      return Number.isFinite(time)
        ? { kind: 'value', value: time }
        : { kind: 'problem', problem: 'timestamp' };
    }
    case 'string':
    case 'choice':
      return { kind: 'value', value: text };
    default:
      return assertNever(parameter.type);
  }
}

/** All parameters of an operation as they would be sent, and what stands in the way. */
interface Collected {
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly problems: ReadonlyMap<string, ParameterProblem>;
}

/** Reads every draft of an operation. Parameters that are not set are left out. */
export function collect(
  operation: OperationInfo,
  drafts: Sheet['drafts'],
  workspaceId: string | null,
): Collected {
  const values: Record<string, ParameterValue> = {};
  const problems = new Map<string, ParameterProblem>();
  for (const parameter of operation.parameters) {
    const reading = readDraft(parameter, draftOf(parameter, drafts, workspaceId));
    if (reading.kind === 'value') values[parameter.name] = reading.value;
    if (reading.kind === 'problem') problems.set(parameter.name, reading.problem);
  }
  return { values, problems };
}
