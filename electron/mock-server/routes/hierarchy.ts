import { json } from '../answer.ts';
import { folderWire, listWire, spaceWire, wholeListWire } from '../wire/hierarchy.ts';
import { folderIn, listIn, spaceIn, workspaceIn, type Route } from './route.ts';

/** Spaces, Folders and Lists. `archived=true` gives the archived ones instead of the others. */
export const HIERARCHY_ROUTES: readonly Route[] = [
  {
    path: '/v2/team/{id}/space',
    get: (context) => {
      const workspace = workspaceIn(context);
      const archived = context.query.flag('archived');
      const spaces = context.world.data.spaces.filter(
        (space) => space.workspaceId === workspace.id && space.archived === archived,
      );
      return json({ spaces: spaces.map(spaceWire) });
    },
    others: ['POST'],
  },
  {
    path: '/v2/space/{id}',
    get: (context) => json(spaceWire(spaceIn(context, context.id))),
    others: ['PUT', 'DELETE'],
  },
  {
    path: '/v2/space/{id}/folder',
    get: (context) => {
      const space = spaceIn(context, context.id);
      const archived = context.query.flag('archived');
      const folders = context.world.data.folders.filter(
        (folder) => folder.spaceId === space.id && folder.archived === archived,
      );
      return json({ folders: folders.map((folder) => folderWire(folder, space, context.world)) });
    },
    others: ['POST'],
  },
  {
    path: '/v2/space/{id}/list',
    get: (context) => {
      const space = spaceIn(context, context.id);
      const archived = context.query.flag('archived');
      const lists = context.world.data.lists.filter(
        (list) => list.spaceId === space.id && list.folderId === null && list.archived === archived,
      );
      return json({ lists: lists.map((list) => listWire(list, space, context.world)) });
    },
    others: ['POST'],
  },
  {
    path: '/v2/folder/{id}',
    get: (context) => {
      const { folder, space } = folderIn(context);
      return json(folderWire(folder, space, context.world));
    },
    others: ['PUT', 'DELETE'],
  },
  {
    path: '/v2/folder/{id}/list',
    get: (context) => {
      const { folder, space } = folderIn(context);
      const archived = context.query.flag('archived');
      const lists = context.world.data.lists.filter(
        (list) => list.folderId === folder.id && list.archived === archived,
      );
      return json({ lists: lists.map((list) => listWire(list, space, context.world)) });
    },
    others: ['POST'],
  },
  {
    path: '/v2/list/{id}',
    get: (context) => {
      const { list, space } = listIn(context);
      return json(wholeListWire(list, space, context.world));
    },
    others: ['PUT', 'DELETE'],
  },
];
