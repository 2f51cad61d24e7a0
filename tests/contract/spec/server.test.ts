import { describe, expect, test } from 'vitest';
import { specification } from './openapi.ts';
import { specificationServer } from './server.ts';

const DOCUMENT = {
  paths: {
    '/v2/list/{list_id}/task': {
      post: {
        parameters: [
          { name: 'list_id', in: 'path', required: true, schema: { type: 'number' } },
          { name: 'team_id', in: 'query', required: true, schema: { type: 'number' } },
          { name: 'archived', in: 'query', schema: { type: 'boolean' } },
          { name: 'order_by', in: 'query', schema: { enum: ['id', 'created'] } },
          { name: 'tags[]', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
          { name: 'Content-Type', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Task' } } },
        },
      },
    },
    '/v2/list/{list_id}/running': { get: { parameters: [] } },
    '/api/v3/docs/{doc_id}/file': {
      post: {
        requestBody: {
          content: { 'multipart/form-data': { schema: { $ref: '#/components/schemas/File' } } },
        },
      },
    },
  },
  components: {
    schemas: {
      File: { properties: { file: {} } },
      Task: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', maxLength: 5 },
          parent: { type: ['string', 'null'] },
          priority: { type: 'integer', enum: [1, 2] },
          due: { type: 'integer', nullable: true },
          place: { allOf: [{ $ref: '#/components/schemas/Place' }] },
          assignees: { type: 'array', items: { anyOf: [{ type: 'integer' }, { enum: ['me'] }] } },
        },
      },
      Place: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' }, inside: { $ref: '#/components/schemas/Place' } },
      },
    },
  },
};

const server = specificationServer(specification(DOCUMENT));

const JSON_HEADERS = { 'Content-Type': 'application/json' };

const send = (target: string, init?: RequestInit) =>
  server(new Request(`https://api.clickup.com${target}`, init));

const write = (body: unknown, query = 'team_id=1') =>
  send(`/api/v2/list/9/task?${query}`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify(body),
  });

describe('the server takes what the file declares', () => {
  test('of the address and the body', async () => {
    const whole = {
      name: 'Task',
      parent: null,
      priority: 1,
      due: null,
      place: { id: '1', inside: { id: '2' } },
      assignees: [1, 'me'],
    };
    const query = 'team_id=1&archived=false&order_by=id&tags[]=a&tags[]=2';
    expect(await write(whole, query)).toEqual([]);
  });

  test('as a form', async () => {
    const body = new FormData();
    body.append('file', new Blob(['Sample']), 'sample.txt');
    expect(await send('/api/v3/docs/a%2Fb/file', { method: 'POST', body })).toEqual([]);
  });
});

describe('the server refuses', () => {
  test('what is no operation', async () => {
    expect(await send('/api/v2/list/9/task')).toEqual([
      'GET /api/v2/list/9/task: no such operation',
    ]);
    expect(await send('/api/v2/list//running')).toHaveLength(1);
    expect(await send('/v2/list/9/running')).toHaveLength(1);
  });

  test.each([
    ['', 'query team_id: missing'],
    ['team_id=x', 'query team_id: x is not what is declared'],
    ['team_id=1&team_id=2', 'query team_id: given 2 times'],
    ['team_id=1&archived=1', 'query archived: 1 is not what is declared'],
    ['team_id=1&order_by=name', 'query order_by: name is not what is declared'],
    ['team_id=1&tags=a', 'query tags: not declared'],
  ])('the query "%s"', async (query, problem) => {
    expect(await write({ name: 'Task' }, query)).toEqual([problem]);
  });

  test('a path that holds something else', async () => {
    const init = { method: 'POST', headers: JSON_HEADERS, body: '{"name":"Task"}' };
    expect(await send('/api/v2/list/abc/task?team_id=1', init)).toEqual([
      'path list_id: abc is not what is declared',
    ]);
  });

  test.each<[unknown, string]>([
    [{}, 'body name'],
    [{ name: 1 }, 'body name'],
    [{ name: 'Too long' }, 'body name'],
    [{ name: 'Task', title: '' }, 'body title'],
    [{ name: 'Task', parent: 1 }, 'body parent'],
    [{ name: 'Task', priority: 3 }, 'body priority'],
    [{ name: 'Task', due: '1' }, 'body due'],
    [{ name: 'Task', place: {} }, 'body place.id'],
    [{ name: 'Task', place: { id: '1', name: '' } }, 'body place.name'],
    [{ name: 'Task', assignees: ['you'] }, 'body assignees[]'],
    [[], 'body'],
  ])('the body %j', async (body, place) => {
    const problems = await write(body);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([place]);
  });

  test('a body of another kind, none, or one too many', async () => {
    const target = '/api/v2/list/9/task?team_id=1';
    expect(await send(target, { method: 'POST' })).toEqual(['body: missing']);
    const form = new FormData();
    form.append('name', 'Task');
    expect(await send(target, { method: 'POST', body: form })).toEqual([
      'body: multipart/form-data, declared application/json',
    ]);
    expect(await send('/api/v3/docs/1/file', { method: 'POST', body: form })).toEqual([
      'body name: not declared',
    ]);
  });
});
