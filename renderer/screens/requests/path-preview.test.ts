import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathPreview } from './path-preview.ts';

const operation = {
  path: '/v2/team/{team_id}/list/{list_id}/task',
  parameters: ['team_id', 'list_id', 'page', 'statuses[]', 'reverse'].map((name) => ({ name })),
};
const textOf = (values: Parameters<typeof pathPreview>[1]): string =>
  pathPreview(operation, values)
    .map((piece) => (piece.kind === 'missing' ? `{${piece.text}}` : piece.text))
    .join('');

describe('pathPreview', () => {
  test('marks what is filled in and what is missing', () => {
    expect(pathPreview(operation, { team_id: '42' })).toEqual([
      { kind: 'fixed', text: '/v2/team/' },
      { kind: 'filled', text: '42' },
      { kind: 'fixed', text: '/list/' },
      { kind: 'missing', text: 'list_id' },
      { kind: 'fixed', text: '/task' },
    ]);
  });

  test('appends the query in the order of the operation', () => {
    const values = { reverse: true, 'statuses[]': ['open', 'done'], page: 0 };
    expect(textOf({ team_id: '42', list_id: 'a b', ...values })).toBe(
      '/v2/team/42/list/a%20b/task?page=0&statuses[]=open&statuses[]=done&reverse=true',
    );
  });

  test('a path value never leaves its segment', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (id) => {
        expect(textOf({ team_id: '42', list_id: id }).split('/')).toHaveLength(7);
      }),
    );
  });
});
