import { json } from '../answer.ts';
import type { SampleFolder } from '../data/model.ts';
import { folderWire } from '../wire/hierarchy.ts';
import { removeFolder } from '../world/removal.ts';
import { folderIn, mayOrganise, spaceIn } from './access.ts';
import { badField, readBody } from './body.ts';
import { changedName, requiredName } from './hierarchy-names.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';

/** Folders. `archived=true` gives the archived ones instead of the others. */
export const FOLDER_ROUTES: readonly Route[] = [
  get('/v2/space/{space_id}/folder', listFolders),
  post('/v2/space/{space_id}/folder', createFolder),
  get('/v2/folder/{folder_id}', oneFolder),
  put('/v2/folder/{folder_id}', updateFolder),
  del('/v2/folder/{folder_id}', (context) => {
    const { folder, space } = folderIn(context);
    mayOrganise(context, space.workspaceId);
    removeFolder(context.world, folder.id, context);
    return json({});
  }),
];

function listFolders(context: RouteContext) {
  const { world, query, now } = context;
  const space = spaceIn(context);
  const archived = query.flag('archived');
  const folders = world.folders
    .listed(space.id, now)
    .filter((folder) => folder.archived === archived);
  return json({ folders: folders.map((folder) => folderWire(folder, space, world)) });
}

function oneFolder(context: RouteContext) {
  const { world, query } = context;
  const { folder, space } = folderIn(context);
  const below = world.folders.of(space.id).filter(({ parentId }) => parentId === folder.id);
  return json({
    ...folderWire(folder, space, world),
    ...(query.flag('include_subfolders')
      ? { folders: below.map((each) => folderWire(each, space, world)) }
      : {}),
  });
}

function createFolder(context: RouteContext) {
  const { world } = context;
  const space = spaceIn(context);
  mayOrganise(context, space.workspaceId);
  const body = readBody(context.body);
  const name = requiredName(body, 'OAUTH_119');
  const parentId = body.text('parent_folder_id') ?? null;
  if (parentId !== null && world.folders.get(parentId)?.spaceId !== space.id) {
    badField('parent_folder_id', 'a Folder of the same Space');
  }
  const folder: SampleFolder = {
    id: world.ids.folder(),
    spaceId: space.id,
    parentId,
    name,
    archived: false,
  };
  return json(folderWire(world.folders.put(folder, context), space, world));
}

function updateFolder(context: RouteContext) {
  const { world } = context;
  const { folder, space } = folderIn(context);
  mayOrganise(context, space.workspaceId);
  const name = changedName(readBody(context.body), folder.name, 'OAUTH_119');
  return json(folderWire(world.folders.put({ ...folder, name }, context), space, world));
}
