import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OperationInfo, ParameterInfo } from '../../../electron/contract/requests.ts';
import { collect, readDraft } from './parameters.ts';
import { pathPreview } from './path-preview.ts';

const parameter = (change: Partial<ParameterInfo>): ParameterInfo => ({
  name: 'x',
  in: 'query',
  type: 'string',
  required: false,
  about: '',
  ...change,
});
const operation: OperationInfo = {
  id: 'tasks',
  method: 'GET',
  path: '/v2/team/{team_id}/list/{list_id}/task',
  title: 'Tasks',
  about: '',
  tag: 'Tasks',
  parameters: [
    parameter({ name: 'team_id', in: 'path', required: true, fill: 'workspace' }),
    parameter({ name: 'list_id', in: 'path', required: true }),
    parameter({ name: 'page', type: 'integer' }),
    parameter({ name: 'statuses[]', type: 'strings' }),
    parameter({ name: 'reverse', type: 'boolean' }),
  ],
};
const textOf = (drafts: Parameters<typeof collect>[1]): string =>
  pathPreview(operation, collect(operation, drafts, '42').values)
    .map((piece) => (piece.kind === 'missing' ? `{${piece.text}}` : piece.text))
    .join('');

describe('readDraft', () => {
  test.each<readonly [Partial<ParameterInfo>, string | readonly string[], unknown]>([
    [{ type: 'integer' }, ' 12 ', { kind: 'value', value: 12 }],
    [{ type: 'integer' }, '-3', { kind: 'value', value: -3 }],
    [{ type: 'integer' }, '1.5', { kind: 'problem', problem: 'integer' }],
    [{ type: 'integer' }, '99999999999999999999', { kind: 'problem', problem: 'integer' }],
    [{ type: 'boolean' }, '', { kind: 'unset' }],
    [{ type: 'boolean' }, 'false', { kind: 'value', value: false }],
    [{ type: 'strings' }, ['a', 'b'], { kind: 'value', value: ['a', 'b'] }],
    [{ type: 'strings' }, [], { kind: 'unset' }],
    [{ type: 'string', required: true }, '  ', { kind: 'problem', problem: 'missing' }],
    [{ type: 'timestamp' }, 'soon', { kind: 'problem', problem: 'timestamp' }],
  ])('%o %o', (change, draft, reading) => {
    expect(readDraft(parameter(change), draft)).toEqual(reading);
  });

  test('a time is read in the zone of the machine', () => {
    const time = new Date(2026, 10, 24, 9, 30).getTime();
    expect(readDraft(parameter({ type: 'timestamp' }), '2026-11-24T09:30')).toEqual({
      kind: 'value',
      value: time,
    });
  });
});

describe('collect', () => {
  test('fills in the active Workspace until another is chosen', () => {
    expect(collect(operation, {}, '42').values).toEqual({ team_id: '42' });
    expect(collect(operation, { team_id: '7' }, '42').values).toEqual({ team_id: '7' });
  });

  test('names what stands in the way', () => {
    const { problems } = collect(operation, { page: 'two' }, null);
    expect([...problems]).toEqual([
      ['team_id', 'missing'],
      ['list_id', 'missing'],
      ['page', 'integer'],
    ]);
  });
});

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
    const drafts = { list_id: 'a b', reverse: 'true', 'statuses[]': ['open', 'done'], page: '0' };
    expect(textOf(drafts)).toBe(
      '/v2/team/42/list/a%20b/task?page=0&statuses[]=open&statuses[]=done&reverse=true',
    );
  });

  test('a path value never leaves its segment', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        (id) => {
          expect(textOf({ list_id: id }).split('/')).toHaveLength(7);
        },
      ),
    );
  });
});
