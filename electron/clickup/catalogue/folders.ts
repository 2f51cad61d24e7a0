import type { OperationInfo } from '../../contract/operations.ts';
import { FLAG, TEXT, idOf, jsonBody, needed, objectOf, optional } from './fields.ts';
import { TEMPLATE_OPTIONS } from './template-options.ts';

const PARENT = optional(
  'parent_folder_id',
  idOf('folder'),
  'Makes it a subfolder of this Folder of the same Space, where the Workspace has subfolders.',
);

export const getFolders = {
  id: 'get-folders',
  method: 'GET',
  path: '/v2/space/{space_id}/folder',
  title: 'Get Folders',
  about:
    'Lists the Folders of a Space with their Lists, all at once; Lists outside Folders are elsewhere.',
  tag: 'Folders',
  parameters: [
    needed('space_id', idOf('space')),
    optional('archived', FLAG, 'True gives the archived ones instead.'),
  ],
} as const satisfies OperationInfo;

export const createFolder = {
  id: 'create-folder',
  method: 'POST',
  path: '/v2/space/{space_id}/folder',
  title: 'Create Folder',
  about: 'Makes an empty Folder in a Space, or a subfolder in a Folder of it.',
  tag: 'Folders',
  parameters: [needed('space_id', idOf('space'))],
  body: jsonBody(needed('name', TEXT), PARENT),
} as const satisfies OperationInfo;

export const getFolder = {
  id: 'get-folder',
  method: 'GET',
  path: '/v2/folder/{folder_id}',
  title: 'Get Folder',
  about: 'Reads one Folder with its Lists and, if it is a subfolder, where it lies.',
  tag: 'Folders',
  parameters: [
    needed('folder_id', idOf('folder')),
    optional('include_subfolders', FLAG, 'Adds the ids of its subfolders.'),
  ],
} as const satisfies OperationInfo;

export const updateFolder = {
  id: 'update-folder',
  method: 'PUT',
  path: '/v2/folder/{folder_id}',
  title: 'Update Folder',
  about: 'Renames a Folder; nothing else of it can be changed here.',
  tag: 'Folders',
  parameters: [needed('folder_id', idOf('folder'))],
  body: jsonBody(needed('name', TEXT)),
} as const satisfies OperationInfo;

export const deleteFolder = {
  id: 'delete-folder',
  method: 'DELETE',
  path: '/v2/folder/{folder_id}',
  title: 'Delete Folder',
  about: 'Deletes a Folder with every List and task in it.',
  tag: 'Folders',
  parameters: [needed('folder_id', idOf('folder'))],
} as const satisfies OperationInfo;

export const createFolderFromTemplate = {
  id: 'create-folder-from-template',
  method: 'POST',
  path: '/v2/space/{space_id}/folder_template/{template_id}',
  title: 'Create Folder from template',
  about:
    'Makes a Folder with all that its template holds; unless told to wait, it answers before that is copied.',
  tag: 'Folders',
  parameters: [
    needed('space_id', idOf('space')),
    needed('template_id', idOf('folderTemplate'), 'With its `t-` in front.'),
  ],
  body: jsonBody(
    needed('name', TEXT),
    PARENT,
    optional(
      'options',
      objectOf(optional('time_estimate', FLAG, 'Takes over time estimates.'), ...TEMPLATE_OPTIONS),
      'What is taken over, and how.',
    ),
  ),
} as const satisfies OperationInfo;
