import { expect, test } from 'vitest';
import type { OperationInfo } from '../../../electron/contract/requests.ts';
import { findOperations } from './find-operations.ts';

const operation = (id: string, tag: string, title: string, path: string): OperationInfo => ({
  id,
  tag,
  title,
  path,
  method: 'GET',
  about: '',
  parameters: [],
});
const catalogue = [
  operation('space', 'Spaces', 'Get Space', '/v2/space/{space_id}'),
  operation('task', 'Tasks', 'Get task', '/v2/task/{task_id}'),
  operation('lists', 'Lists', 'Get folderless Lists', '/v2/space/{space_id}/list'),
  operation('spaces', 'Spaces', 'Get Spaces', '/v2/team/{team_id}/space'),
];
const ids = (query: string): readonly string[] =>
  findOperations(catalogue, query).flatMap((group) => group.operations.map(({ id }) => id));

test('groups by tag in the order of the catalogue', () => {
  expect(findOperations(catalogue, '').map((group) => group.tag)).toEqual([
    'Spaces',
    'Tasks',
    'Lists',
  ]);
  expect(ids('')).toEqual(['space', 'spaces', 'task', 'lists']);
});

test.each([
  ['name', 'GET folderless', ['lists']],
  ['path', 'team_id', ['spaces']],
  ['tag', 'tasks', ['task']],
  ['words in any order', 'list  space', ['lists']],
  ['nothing', 'webhook', []],
])('searches by %s', (_what, query, found) => {
  expect(ids(query)).toEqual(found);
});
