import type { FieldInfo, OperationInfo } from '../../../electron/contract/operations.ts';
import type { Parameters, ParameterValue } from '../../../electron/contract/requests.ts';

/** A stretch of the address: fixed text, a value filled in, or the name of one that is missing. */
interface PathPiece {
  readonly kind: 'fixed' | 'filled' | 'missing';
  readonly text: string;
}

/** As much of an operation as its address takes. */
interface Previewed extends Pick<OperationInfo, 'path'> {
  readonly parameters: readonly Pick<FieldInfo, 'name'>[];
}

const joined = (value: ParameterValue): string =>
  Array.isArray(value) ? value.join(',') : String(value);

/**
 * The address below `/api` as it would be sent, for reading: path values are encoded as main will
 * encode them, names and values of the query are left readable.
 */
export function pathPreview(operation: Previewed, values: Parameters): readonly PathPiece[] {
  const pieces: PathPiece[] = operation.path
    .split(/(\{[^}]+\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{(.+)\}$/u.exec(part)?.[1];
      if (name === undefined) return { kind: 'fixed', text: part };
      const value = values[name];
      return value === undefined
        ? { kind: 'missing', text: name }
        : { kind: 'filled', text: encodeURIComponent(joined(value).toWellFormed()) };
    });
  let joint = '?';
  for (const parameter of operation.parameters) {
    const value = values[parameter.name];
    if (operation.path.includes(`{${parameter.name}}`) || value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      pieces.push({ kind: 'fixed', text: `${joint}${parameter.name}=` });
      pieces.push({ kind: 'filled', text: String(item) });
      joint = '&';
    }
  }
  return pieces;
}
