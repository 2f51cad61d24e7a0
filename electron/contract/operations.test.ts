import { describe, expect, expectTypeOf, test } from 'vitest';
import type { getAuthorizedUser } from '../clickup/catalogue/authorization.ts';
import {
  ANYTHING,
  idOf,
  jsonBody,
  jsonBodyOf,
  listOf,
  needed,
  nullable,
  numberOf,
  objectOf,
  oneOf,
  optional,
  TEXT,
  TIME,
} from '../clickup/catalogue/fields.ts';
import type { createGroup, getGroups, updateGroup } from '../clickup/catalogue/user-groups.ts';
import type { searchDocs } from '../clickup/catalogue/v3-docs.ts';
import type { createAttachment } from '../clickup/catalogue/v3-attachments.ts';
import type { updatePrivacyAndAccess } from '../clickup/catalogue/v3-privacy-and-access.ts';
import { type BodyOf, isInPath, type OperationInfo, type ParametersOf } from './operations.ts';

/** An operation with each sort of shape, checked by the compiler alone. */
const everySort = {
  id: 'every-sort',
  method: 'POST',
  path: '/v2/task/{task_id}',
  title: 'Every sort',
  about: 'Has every sort of field.',
  tag: 'Tests',
  parameters: [
    needed('task_id', idOf('task')),
    needed('since', TIME),
    optional('order', oneOf('asc', 'desc')),
    optional('tags', listOf(TEXT)),
  ],
  body: jsonBody(
    needed('owner', numberOf('user')),
    nullable(needed('parent', idOf('task'))),
    nullable(optional('priority', oneOf(1, 2))),
    optional('value', ANYTHING),
    optional('places', listOf(objectOf(needed('id', TEXT), optional('rank', oneOf(0, 1))))),
  ),
} as const satisfies OperationInfo;

describe('the type of parameters', () => {
  test('needs what is required and allows the rest', () => {
    expectTypeOf<ParametersOf<typeof everySort>>().branded.toEqualTypeOf<{
      readonly task_id: string | number;
      readonly since: number;
      readonly order?: 'asc' | 'desc';
      readonly tags?: readonly string[];
    }>();
    expectTypeOf<ParametersOf<typeof getGroups>>().branded.toEqualTypeOf<{
      readonly team_id: string | number;
      readonly group_ids?: readonly (string | number)[];
    }>();
    expectTypeOf<ParametersOf<typeof getAuthorizedUser>>().branded.toEqualTypeOf<object>();
  });

  test('refuses what is missing, unknown or of another kind', () => {
    type Groups = ParametersOf<typeof getGroups>;
    expectTypeOf<object>().not.toExtend<Groups>();
    expectTypeOf<{ team_id: boolean }>().not.toExtend<Groups>();
    expectTypeOf<{ team_id: string; group_ids: string }>().not.toExtend<Groups>();
    // @ts-expect-error -- no such parameter
    const unknown: Groups = { team_id: '1', page: 0 };
    expectTypeOf(unknown).toExtend<Groups>();
  });

  test('keeps the values of a choice', () => {
    expectTypeOf<ParametersOf<typeof searchDocs>['parent_type']>().toEqualTypeOf<
      'SPACE' | 'FOLDER' | 'LIST' | 'EVERYTHING' | 'WORKSPACE' | undefined
    >();
  });
});

describe('the type of a body', () => {
  test('has null where null is a value, and only there', () => {
    expectTypeOf<BodyOf<typeof everySort>>().branded.toEqualTypeOf<{
      readonly owner: number;
      readonly parent: string | number | null;
      readonly priority?: 1 | 2 | null;
      readonly value?: unknown;
      readonly places?: readonly { readonly id: string; readonly rank?: 0 | 1 }[];
    }>();
    type Entry = NonNullable<BodyOf<typeof updatePrivacyAndAccess>['entries']>[number];
    expectTypeOf<Entry['permission_level']>().toEqualTypeOf<1 | 3 | 4 | 5 | null | undefined>();
  });

  test('goes as deep as the body does', () => {
    expectTypeOf<BodyOf<typeof createGroup>>().branded.toEqualTypeOf<{
      readonly name: string;
      readonly handle?: string;
      readonly members: readonly number[];
    }>();
    expectTypeOf<NonNullable<BodyOf<typeof updateGroup>['members']>>().branded.toEqualTypeOf<{
      readonly add: readonly number[];
      readonly rem: readonly number[];
    }>();
  });

  test('may be a list, and is nothing for a file or where there is none', () => {
    const list = { ...everySort, body: jsonBodyOf(listOf(TEXT)) } as const;
    expectTypeOf<BodyOf<typeof list>>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<BodyOf<typeof createAttachment>>().toEqualTypeOf<undefined>();
    expectTypeOf<BodyOf<typeof getGroups>>().toEqualTypeOf<undefined>();
  });
});

test('the template tells which parameters fill the path', () => {
  expect(isInPath(everySort, 'task_id')).toBe(true);
  expect(isInPath(everySort, 'task')).toBe(false);
  expect(isInPath(everySort, 'since')).toBe(false);
});
