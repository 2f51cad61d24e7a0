import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../electron/clickup/catalogue/catalogue.ts';
import {
  FLAG,
  idOf,
  jsonBody,
  needed,
  optional,
  TEXT,
} from '../../../electron/clickup/catalogue/fields.ts';
import type { OperationInfo } from '../../../electron/contract/operations.ts';
import { OPERATIONS as SAMPLE_OPERATIONS } from '../../../electron/mock-server/routes/operations.ts';
import { REQUESTS } from '../table/requests.ts';
import { disagreements, identityOf } from './agreement.ts';
import { brokenVariants, FREE } from './broken.ts';
import { factsOf } from './facts.ts';

const TABLE = new Map(REQUESTS.map((facts) => [identityOf(facts), facts]));

test('the table knows 171 operations, each once', () => {
  expect(REQUESTS).toHaveLength(171);
  expect(TABLE.size).toBe(171);
});

test('the catalogue has the operations of the table, each once', () => {
  expect(CATALOGUE.map(identityOf).toSorted()).toEqual([...TABLE.keys()].toSorted());
});

test('the mock server knows of the same operations, so that it can say which it lacks', () => {
  const known = Object.entries(SAMPLE_OPERATIONS).flatMap(([path, methods]) =>
    methods.split(' ').map((method) => identityOf({ method, path })),
  );
  expect(known.toSorted()).toEqual(CATALOGUE.map(identityOf).toSorted());
});

test.each(CATALOGUE.map((operation) => [operation.id, operation] as const))(
  'the table says the same of %s',
  (_id, operation) => {
    const facts = TABLE.get(identityOf(operation));
    expect(facts && disagreements(factsOf(operation), facts)).toEqual([]);
  },
);

test('a slip in any operation of the catalogue is seen in the table', () => {
  const isSeen = (operation: OperationInfo): boolean => {
    const facts = TABLE.get(identityOf(operation));
    return facts === undefined || disagreements(factsOf(operation), facts).length > 0;
  };
  const unseen = CATALOGUE.flatMap((operation) =>
    [...brokenVariants(operation)]
      .filter(({ what, operation: broken }) => !what.endsWith(FREE) && !isSeen(broken))
      .map(({ what }) => `${operation.id}: ${what}`),
  );
  expect(unseen).toEqual([]);
});

describe('what the table sees', () => {
  const operation = {
    id: 'create-page',
    method: 'POST',
    path: '/v3/docs/{doc_id}/pages/{user_id}',
    title: 'Create page',
    about: '',
    tag: 'Docs',
    parameters: [
      needed('doc_id', idOf('doc')),
      needed('user_id', idOf('user')),
      optional('draft', FLAG),
    ],
    body: jsonBody(needed('name', TEXT), optional('parent', idOf('page'))),
  } as const satisfies OperationInfo;
  const row = {
    method: 'POST',
    path: '/v3/docs/{doc_id}/pages/{user_id}',
    pathTypes: { user_id: 'number' },
    query: { 'draft?': 'boolean' },
    body: { name: 'string', 'parent?': 'string' },
  } as const;

  test('is nothing where both say the same', () => {
    expect(disagreements(factsOf(operation), row)).toEqual([]);
  });

  test.each<[string, Partial<OperationInfo>, readonly string[]]>([
    [
      'a parameter that is missing',
      { parameters: operation.parameters.slice(0, 2) },
      ['query draft: only in the table'],
    ],
    [
      'one that is invented',
      { parameters: [...operation.parameters, optional('page', TEXT)] },
      ['query page: only in the catalogue'],
    ],
    [
      'one that stands in the query, not in the path',
      { path: '/v3/docs/{doc_id}/pages' },
      ['query user_id: only in the catalogue', 'path user_id: only in the table'],
    ],
    [
      'another need',
      { body: jsonBody(optional('name', TEXT), optional('parent', idOf('page'))) },
      ['body name: optional, in the table otherwise'],
    ],
    [
      'another type',
      { body: jsonBody(needed('name', FLAG), optional('parent', idOf('page'))) },
      ['body name: boolean, in the table string'],
    ],
    [
      'another sort of body',
      { body: { kind: 'file', field: 'file', fields: [] } },
      ['body: only in the table', 'form: only in the catalogue'],
    ],
  ])('is %s', (_what, change, seen) => {
    const found = disagreements(factsOf({ ...operation, ...change }), row);
    expect([...found].toSorted()).toEqual([...seen].toSorted());
  });
});
