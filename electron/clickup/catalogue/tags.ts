import type { OperationInfo } from '../../contract/operations.ts';
import {
  BY_CUSTOM_ID,
  TEXT,
  idOf,
  jsonBody,
  jsonBodyOf,
  needed,
  objectOf,
  optional,
} from './fields.ts';

const LETTERS = 'Colour of the letters, such as `#FFFFFF`.';
const BEHIND = 'Colour behind them, such as `#BF55EC`.';

const TAG = needed(
  'tag',
  objectOf(needed('name', TEXT), needed('tag_fg', TEXT, LETTERS), needed('tag_bg', TEXT, BEHIND)),
);

const OF_A_SPACE = [needed('space_id', idOf('space')), needed('tag_name', idOf('tag'))] as const;

const OF_A_TASK = [
  needed('task_id', idOf('task')),
  needed('tag_name', idOf('tag')),
  ...BY_CUSTOM_ID,
] as const;

export const getSpaceTags = {
  id: 'get-space-tags',
  method: 'GET',
  path: '/v2/space/{space_id}/tag',
  title: 'Get Space tags',
  about: 'Lists the tags of a Space; tags have no id and are told apart by their names.',
  tag: 'Tags',
  parameters: [needed('space_id', idOf('space'))],
} as const satisfies OperationInfo;

export const createSpaceTag = {
  id: 'create-space-tag',
  method: 'POST',
  path: '/v2/space/{space_id}/tag',
  title: 'Create Space tag',
  about: 'Makes a tag that all tasks of a Space can bear.',
  tag: 'Tags',
  parameters: [needed('space_id', idOf('space'))],
  body: jsonBody(TAG),
} as const satisfies OperationInfo;

export const editSpaceTag = {
  id: 'edit-space-tag',
  method: 'PUT',
  path: '/v2/space/{space_id}/tag/{tag_name}',
  title: 'Edit Space tag',
  about:
    'Renames or recolours a tag on every task that bears it; the colours have other names here.',
  tag: 'Tags',
  parameters: OF_A_SPACE,
  body: jsonBody(
    needed(
      'tag',
      objectOf(
        optional('name', TEXT, 'The new name.'),
        optional('fg_color', TEXT, LETTERS),
        optional('bg_color', TEXT, BEHIND),
      ),
    ),
  ),
} as const satisfies OperationInfo;

export const deleteSpaceTag = {
  id: 'delete-space-tag',
  method: 'DELETE',
  path: '/v2/space/{space_id}/tag/{tag_name}',
  title: 'Delete Space tag',
  about: 'Deletes a tag from a Space and so from every task that bears it.',
  tag: 'Tags',
  parameters: OF_A_SPACE,
  body: jsonBodyOf(objectOf(TAG), false),
} as const satisfies OperationInfo;

export const addTagToTask = {
  id: 'add-tag-to-task',
  method: 'POST',
  path: '/v2/task/{task_id}/tag/{tag_name}',
  title: 'Add tag to task',
  about: 'Puts a tag on a task, beside those it bears already.',
  tag: 'Tags',
  parameters: OF_A_TASK,
} as const satisfies OperationInfo;

export const removeTagFromTask = {
  id: 'remove-tag-from-task',
  method: 'DELETE',
  path: '/v2/task/{task_id}/tag/{tag_name}',
  title: 'Remove tag from task',
  about: 'Takes a tag off a task; the Space keeps the tag.',
  tag: 'Tags',
  parameters: OF_A_TASK,
} as const satisfies OperationInfo;
