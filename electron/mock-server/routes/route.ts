import { Refusal, refuse, type Answer } from '../answer.ts';
import type { SampleFolder, SampleList, SampleSpace, SampleWorkspace } from '../data/model.ts';
import type { Query } from '../query.ts';
import type { World } from '../world.ts';

/** What a route works with. */
export interface RouteContext {
  readonly world: World;
  /** Whose token it is. */
  readonly userId: number;
  /** The Workspaces the token reaches. */
  readonly workspaces: readonly SampleWorkspace[];
  readonly query: Query;
  /** The variable segment of the path, decoded; empty where there is none. */
  readonly id: string;
  /** Whether team tasks carry `last_page`. */
  readonly lastPageOnTeam: boolean;
}

/** One path of the API. `{id}` stands for its only variable segment. */
export interface Route {
  readonly path: string;
  readonly get: (context: RouteContext) => Answer;
  /** Methods that ClickUp has on this path and the sample does not. */
  readonly others: readonly string[];
}

/**
 * Refuses an id that the token cannot reach: 401 OAUTH_027, documented for a Workspace that is not
 * authorised. Peers observed that ClickUp says the same of tasks and Lists that do not exist; for
 * Spaces and Folders it is a guess.
 */
export function outOfReach(): never {
  throw new Refusal(refuse(401, 'Team not authorized', 'OAUTH_027'));
}

/** The Workspace with the path's id. */
export const workspaceIn = ({ workspaces, id }: RouteContext): SampleWorkspace =>
  workspaces.find((workspace) => workspace.id === id) ?? outOfReach();

/** The Space with an id, if the token reaches it. */
export function spaceIn({ world, workspaces }: RouteContext, id: string): SampleSpace {
  const space = world.space(id);
  return space !== null && workspaces.some((workspace) => workspace.id === space.workspaceId)
    ? space
    : outOfReach();
}

/** The Folder with the path's id and its Space. */
export function folderIn(context: RouteContext): {
  readonly folder: SampleFolder;
  readonly space: SampleSpace;
} {
  const folder = context.world.folder(context.id) ?? outOfReach();
  return { folder, space: spaceIn(context, folder.spaceId) };
}

/** The List with the path's id and its Space. */
export function listIn(context: RouteContext): {
  readonly list: SampleList;
  readonly space: SampleSpace;
} {
  const list = context.world.list(context.id) ?? outOfReach();
  return { list, space: spaceIn(context, list.spaceId) };
}
