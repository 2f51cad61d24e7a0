import type { Workspace } from '../../../electron/contract/session.ts';

/** The Workspaces whose name or id holds every word of the query, in their own order. */
export function findWorkspaces(
  workspaces: readonly Workspace[],
  query: string,
): readonly Workspace[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return workspaces.filter((workspace) => {
    const text = `${workspace.name} ${workspace.id}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
