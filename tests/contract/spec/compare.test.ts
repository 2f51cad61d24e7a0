import { describe, expect, test } from 'vitest';
import type { Operation } from '../table/operation.ts';
import { differences } from './compare.ts';
import { judge } from './known.ts';
import { specification } from './openapi.ts';

const PERSON = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };

const SPECIFICATION = specification({
  paths: {
    '/v2/team/{team_Id}/task': {
      get: {
        parameters: [
          { name: 'team_Id', in: 'path', required: true, schema: { type: 'number' } },
          { name: 'page', in: 'query', schema: { type: 'integer' } },
          { name: 'order_by', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'Content-Type', in: 'header', required: true, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    tasks: { type: 'array', items: { properties: { creator: PERSON } } },
                  },
                },
                example: { tasks: [{ due_date: '1', creator: { id: 1 } }] },
              },
            },
          },
        },
      },
    },
    '/v2/list/{list_id}/task': {
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  parent: { type: ['string', 'null'] },
                  creator: {
                    $ref: '#/paths/~1v2~1team~1%7Bteam_Id%7D~1task/get/responses/200/content/application~1json/schema/properties/tasks/items/properties/creator',
                  },
                },
              },
            },
          },
        },
        responses: { 200: {} },
      },
    },
  },
});

const READ: Operation = {
  method: 'GET',
  path: '/v2/team/{team_Id}/task',
  pathTypes: { team_Id: 'number' },
  query: { 'page?': 'number', order_by: 'string' },
  status: 200,
  answer: { tasks: [{ due_date: 'string', creator: { id: 'number' } }] },
  calls: () => [],
};

const WRITE: Operation = {
  method: 'POST',
  path: '/v2/list/{list_id}/task',
  body: { name: 'string', 'parent?': ['string', 'null'], 'creator?': { id: 'number' } },
  status: 200,
  answer: null,
  calls: () => [],
};

const between = (operation: Operation): readonly string[] =>
  differences(operation, SPECIFICATION).map(({ what }) => what);

describe('differences', () => {
  test('are none where both say the same; headers are not compared', () => {
    expect(between(READ)).toEqual([]);
    expect(between(WRITE)).toEqual([]);
  });

  test('of operation and status', () => {
    expect(between({ ...READ, method: 'PUT' })).toEqual(['operation: not declared']);
    expect(between({ ...READ, status: 204 })).toEqual(['status 204: not declared']);
  });

  test('of parameters: missing, invented, of another kind or need', () => {
    const changed = {
      ...READ,
      path: '/v2/team/{team_id}/task',
      pathTypes: {},
      query: { page: 'string', 'search?': 'string' },
    } as const;
    expect(between(changed)).toEqual([
      'path {team_id}: declared {team_Id}',
      'path {team_id}: string, declared number',
      'query order_by: missing in the table',
      'query page: required, declared otherwise',
      'query page: string, declared number',
      'query search: not declared',
    ]);
  });

  test('of a body, through references', () => {
    const changed = {
      ...WRITE,
      body: {
        'name?': 'string',
        parent: ['string', 'null'],
        creator: { 'id?': 'string' },
        x: 'null',
      },
    } as const;
    expect(between(changed)).toEqual([
      'body name: optional, declared otherwise',
      'body parent: required, declared otherwise',
      'body creator: required, declared otherwise',
      'body creator.id: optional, declared otherwise',
      'body creator.id: string, declared number',
      'body x: not declared',
    ]);
    expect(between({ ...WRITE, body: { name: 'string' } })).toEqual([
      'body parent: missing in the table',
      'body creator: missing in the table',
    ]);
    const { body: _, ...withoutBody } = WRITE;
    expect(between(withoutBody)).toEqual(['body: missing in the table']);
  });

  test('of an answer: only the topmost of what is not declared', () => {
    const answer = {
      tasks: [{ due_date: ['string', 'null'], creator: { id: 'number' }, list: { id: 'string' } }],
    } as const;
    expect(between({ ...READ, answer })).toEqual([
      'answer tasks[].due_date: null or string, declared string',
      'answer tasks[].list: not declared',
    ]);
  });
});

describe('judge', () => {
  const difference = { operation: 'GET /v2/user', what: 'answer user.id: string, declared number' };

  test('takes a known error for an explanation, and one that explains nothing for stale', () => {
    const known = { operation: 'GET *', what: 'answer *.id: string, declared number', because: '' };
    const gone = { operation: 'GET /v2/user', what: 'query page: not declared', because: '' };
    expect(judge([difference], [known, gone])).toEqual({ unexplained: [], stale: [gone] });
    expect(judge([difference], [gone])).toEqual({ unexplained: [difference], stale: [gone] });
  });

  test('a pattern is text but for its stars', () => {
    const known = { operation: 'GET /v2/use.', what: '*', because: '' };
    expect(judge([difference], [known]).unexplained).toEqual([difference]);
  });
});
