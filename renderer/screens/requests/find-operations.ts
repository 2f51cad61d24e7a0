import type { OperationInfo } from '../../../electron/contract/requests.ts';

/** Operations under the tag that ClickUp gives them. */
interface OperationGroup {
  readonly tag: string;
  readonly operations: readonly OperationInfo[];
}

/**
 * The operations in which every word of the query occurs, in name, path, method or tag, grouped by
 * tag in the catalogue's order.
 */
export function findOperations(
  operations: readonly OperationInfo[],
  query: string,
): readonly OperationGroup[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const groups = new Map<string, OperationInfo[]>();
  for (const operation of operations) {
    const { title, path, method, tag } = operation;
    const text = `${title} ${path} ${method} ${tag}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(tag);
    if (group === undefined) groups.set(tag, [operation]);
    else group.push(operation);
  }
  return [...groups].map(([tag, found]) => ({ tag, operations: found }));
}
