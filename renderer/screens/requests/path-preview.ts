import type { OperationInfo, ParameterValue } from '../../../electron/contract/requests.ts';

/** A stretch of the address: fixed text, a value filled in, or the name of one that is missing. */
interface PathPiece {
  readonly kind: 'fixed' | 'filled' | 'missing';
  readonly text: string;
}

const joined = (value: ParameterValue): string =>
  Array.isArray(value) ? value.join(',') : String(value);

/**
 * The address below `/api` as it would be sent, for reading: path values are encoded as main will
 * encode them, names and values of the query are left readable.
 */
export function pathPreview(
  operation: OperationInfo,
  values: Readonly<Record<string, ParameterValue>>,
): readonly PathPiece[] {
  const pieces: PathPiece[] = operation.path
    .split(/(\{[^}]+\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{(.+)\}$/u.exec(part)?.[1];
      if (name === undefined) return { kind: 'fixed', text: part };
      const value = values[name];
      return value === undefined
        ? { kind: 'missing', text: name }
        : { kind: 'filled', text: encodeURIComponent(joined(value)) };
    });
  let joint = '?';
  for (const parameter of operation.parameters) {
    const value = values[parameter.name];
    if (parameter.in !== 'query' || value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      pieces.push({ kind: 'fixed', text: `${joint}${parameter.name}=` });
      pieces.push({ kind: 'filled', text: String(item) });
      joint = '&';
    }
  }
  return pieces;
}
