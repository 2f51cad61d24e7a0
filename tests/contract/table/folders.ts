import type { Operation } from './operation.ts';
import { FOLDER } from './shapes/places.ts';

/** Folders. */
export const FOLDERS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/space/{space_id}/folder',
    query: { 'archived?': 'boolean' },
    status: 200,
    answer: {
      folders: [FOLDER],
    },
    calls: ({ space }) => [{ path: { space_id: space } }],
  },
  {
    method: 'POST',
    path: '/v2/space/{space_id}/folder',
    body: {
      name: 'string',
      'parent_folder_id?': 'string',
    },
    status: 200,
    answer: FOLDER,
    calls: ({ space }) => [{ path: { space_id: space }, body: { name: 'Sample Folder' } }],
  },
  {
    method: 'GET',
    path: '/v2/folder/{folder_id}',
    query: { 'include_subfolders?': 'boolean' },
    status: 200,
    answer: FOLDER,
    calls: ({ folder }) => [{ path: { folder_id: folder } }],
  },
  {
    method: 'PUT',
    path: '/v2/folder/{folder_id}',
    body: {
      name: 'string',
    },
    status: 200,
    answer: FOLDER,
    calls: ({ folder }) => [{ path: { folder_id: folder }, body: { name: 'Renamed Folder' } }],
  },
  {
    method: 'DELETE',
    path: '/v2/folder/{folder_id}',
    status: 200,
    answer: {},
    calls: ({ folder }) => [{ path: { folder_id: folder } }],
  },
];
