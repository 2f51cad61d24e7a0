import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KNOWN_SPEC_ERRORS } from './known-spec-errors.ts';
import { differences } from './spec/compare.ts';
import { judge } from './spec/known.ts';
import { findSpecification, readSpecification } from './spec/openapi.ts';
import { OPERATIONS } from './table/table.ts';

const FILE = findSpecification(resolve(import.meta.dirname, '../..'));

if (FILE === null)
  process.stderr.write(
    'Skipped: the table is not compared with ClickUp’s OpenAPI file, which is not here. ' +
      'CLICKUP_OPENAPI names it, or it lies in a folder shared/clickup beside the project.\n',
  );

describe.skipIf(FILE === null)('the table and ClickUp’s OpenAPI file of API v2', () => {
  const found = FILE === null ? [] : compareAll(FILE);

  test('say the same, but for known errors of the file', () => {
    const { unexplained } = judge(found, KNOWN_SPEC_ERRORS);
    expect(unexplained.map(({ operation, what }) => `${operation} · ${what}`)).toEqual([]);
  });

  test('differ wherever an error is said to be known', () => {
    const { stale } = judge(found, KNOWN_SPEC_ERRORS);
    expect(stale.map(({ operation, what }) => `${operation} · ${what}`)).toEqual([]);
  });
});

function compareAll(file: string) {
  const specification = readSpecification(file);
  return OPERATIONS.filter(({ path }) => path.startsWith('/v2/')).flatMap((operation) =>
    differences(operation, specification),
  );
}

test('every known error has its reason', () => {
  expect(KNOWN_SPEC_ERRORS.filter(({ because }) => because.trim() === '')).toEqual([]);
});
