import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../electron/clickup/catalogue/catalogue.ts';
import type { OperationInfo } from '../../../electron/contract/operations.ts';
import { createFinder, stretches } from './find-operations.ts';

const operation = (id: string, tag: string, title: string, path: string): OperationInfo => ({
  id,
  tag,
  title,
  path,
  method: id.startsWith('delete') ? 'DELETE' : 'GET',
  about: '',
  parameters: [],
});
const catalogue = [
  operation('space', 'Spaces', 'Get Space', '/v2/space/{space_id}'),
  operation('delete-task', 'Tasks', 'Delete task', '/v2/task/{task_id}'),
  operation('task', 'Tasks', 'Get task', '/v2/task/{task_id}'),
  operation('lists', 'Lists', 'Get folderless Lists', '/v2/space/{space_id}/list'),
  operation('spaces', 'Spaces', 'Get Spaces', '/v2/team/{team_id}/space'),
  operation('move', 'Tasks', 'Move a task', '/v3/workspaces/{workspace_id}/tasks/{task_id}'),
];
const find = createFinder(catalogue);
const ids = (query: string): readonly string[] =>
  find(query).flatMap((group) => group.found.map(({ operation: { id } }) => id));

describe('createFinder', () => {
  test('groups by tag in the order of the catalogue, v2 and v3 apart', () => {
    expect(find('').map(({ tag, version }) => [tag, version])).toEqual([
      ['Spaces', null],
      ['Tasks', 'v2'],
      ['Lists', null],
      ['Tasks', 'v3'],
    ]);
    expect(ids('')).toHaveLength(catalogue.length);
  });

  test.each([
    ['name', 'GET folderless', ['lists']],
    ['path', 'team_id', ['spaces']],
    ['method', 'delete', ['delete-task']],
    ['tag', 'lists', ['lists']],
    ['version', 'tasks v3', ['move']],
    ['words in any order', 'list  space', ['lists']],
    ['a typing mistake', 'foldreless', ['lists']],
    ['nothing', 'webhook', []],
    ['only signs', '///', []],
  ])('searches by %s', (_what, query, found) => {
    expect(ids(query)).toEqual(found);
  });

  test('what matches by title comes before what matches by path', () => {
    expect(ids('space')[0]).toBe('space');
    expect(ids('space')).toEqual(['space', 'spaces', 'lists', 'move']);
    expect(ids('get task')[0]).toBe('task');
  });

  test('finds each operation of the catalogue first by its whole title, or among its namesakes', () => {
    const findAll = createFinder(CATALOGUE);
    for (const { id, title } of CATALOGUE) {
      const best = findAll(title).flatMap(({ found }) => found.map((one) => one.operation));
      expect(best.map((one) => one.id)).toContain(id);
      expect(best[0]?.title.toLowerCase()).toBe(title.toLowerCase());
    }
  });

  test('marks lie in what is shown, and stretches keep the text whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), (query) => {
        for (const { found } of find(query)) {
          for (const { operation: one, title, path } of found) {
            for (const [text, marks] of [
              [one.title, title],
              [one.path, path],
            ] as const) {
              const parts = stretches(text, marks);
              expect(parts.map((part) => part.text).join('')).toBe(text);
              expect(marks.every((mark) => mark >= 0 && mark <= text.length)).toBe(true);
            }
          }
        }
      }),
    );
  });

  test('marks what was typed', () => {
    const [first] = find('task_id team')[0]?.found ?? find('team_id')[0]?.found ?? [];
    const marked = stretches(first?.operation.path ?? '', first?.path ?? [])
      .filter(({ isMatch }) => isMatch)
      .map(({ text }) => text);
    expect(marked.join(' ')).toContain('team');
  });
});
