import type {
  FieldInfo,
  OperationInfo,
  Reference,
} from '../../../../electron/contract/operations.ts';
import type { Parameters, ParameterValue } from '../../../../electron/contract/requests.ts';
import type { JsonIndex } from '../../../data/json/json-index.ts';
import {
  ancestorsOf,
  childNamed,
  childrenOf,
  isBranch,
  nameOf,
  plainOf,
} from '../../../data/json/values.ts';
import { referenceOf, shapeReference } from './reference.ts';

/** Where an id leads: the operation that reads what it names, and what to fill in. */
export interface Destination {
  readonly operation: OperationInfo;
  readonly parameters: Parameters;
}

/** The request whose answer is read. */
export interface Asked {
  readonly operation: OperationInfo;
  readonly parameters: Parameters;
  /** The Workspace in use, for what lies in one and does not say in which. */
  readonly workspaceId: string | null;
}

const fillsPath = ({ path }: OperationInfo, { name }: FieldInfo): boolean =>
  path.includes(`{${name}}`);

/** What is read by another operation than the one whose path ends with its id. */
const READERS: Readonly<Partial<Record<Reference, string>>> = {
  workspace: 'get-spaces',
  comment: 'get-threaded-comments',
  message: 'get-chat-message-replies',
};

/** What an id looks like in ClickUp; `-1`, its bot's, is none that can be read. */
const AN_ID = /^[\w][\w-]*$/u;

/** Finds the operation that reads what an id names, among all of them; null where there is none. */
export function readerOf(
  operations: readonly OperationInfo[],
  reference: Reference,
): OperationInfo | null {
  const named = READERS[reference];
  if (named !== undefined) return operations.find(({ id }) => id === named) ?? null;
  const reads = ({ method, path, parameters }: OperationInfo): boolean => {
    const last = parameters.find(({ name }) => path.endsWith(`/{${name}}`));
    return method === 'GET' && last !== undefined && shapeReference(last.shape) === reference;
  };
  return operations.find(reads) ?? null;
}

/**
 * Where the value of a leaf leads, if it is an id and there is an operation that reads it. What else
 * the path needs is taken from what stands nearest to the value, then from the request itself.
 */
export function destinationOf(
  operations: readonly OperationInfo[],
  asked: Asked,
  index: JsonIndex,
  node: number,
): Destination | null {
  const kind = index.kindOf(node);
  if (kind !== 'string' && kind !== 'number') return null;
  if (index.endOf(node) - index.startOf(node) > 80) return null;
  const reference = referenceOf(index, node, asked.operation);
  const value = plainOf(index, node);
  if (reference === null || !AN_ID.test(value)) return null;
  const operation = readerOf(operations, reference);
  // What answers to a comment or message is flat: its answers have none of their own.
  const isOwn = READERS[reference] === asked.operation.id;
  if (operation === null || isOwn) return null;

  const parameters: Record<string, ParameterValue> = {};
  for (const parameter of operation.parameters) {
    if (!fillsPath(operation, parameter)) continue;
    const wanted = shapeReference(parameter.shape);
    const found =
      wanted === reference ? value : wanted === null ? null : contextOf(asked, index, node, wanted);
    if (found === null) return null;
    parameters[parameter.name] = found;
  }
  return isSame(asked, operation, parameters) ? null : { operation, parameters };
}

/** An id of this kind that goes with a value: told beside it, above it, by the request, or in use. */
function contextOf(asked: Asked, index: JsonIndex, node: number, wanted: Reference): string | null {
  for (const object of ancestorsOf(index, node)) {
    for (const child of childrenOf(index, object, 60)) {
      const name = nameOf(index, child);
      if (name === null || name === 'id' || name === 'parent') continue;
      const id = isBranch(index, child) ? childNamed(index, child, 'id') : child;
      if (id === null || referenceOf(index, id, asked.operation) !== wanted) continue;
      const text = plainOf(index, id);
      if (AN_ID.test(text) && text !== 'null') return text;
    }
  }
  const names = ({ shape }: FieldInfo): boolean => shapeReference(shape) === wanted;
  const given = asked.operation.parameters.find(
    (parameter) => names(parameter) && fillsPath(asked.operation, parameter),
  );
  const value = given === undefined ? undefined : asked.parameters[given.name];
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return wanted === 'workspace' ? asked.workspaceId : null;
}

/** Whether the answer that is read came from that very request. */
const isSame = (asked: Asked, operation: OperationInfo, parameters: Parameters): boolean =>
  asked.operation.id === operation.id &&
  Object.entries(parameters).every(([name, value]) => String(asked.parameters[name]) === value);
