import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KNOWN_SPEC_ERRORS } from './known-spec-errors.ts';
import { differences, requestDifferences } from './spec/compare.ts';
import { judge } from './spec/known.ts';
import { findSpecification, type Version, versionOf } from './spec/openapi.ts';
import { REQUESTS } from './table/requests.ts';
import { OPERATIONS } from './table/table.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe.each<Version>(['v2', 'v3'])(
  'the table and ClickUp’s OpenAPI file of API %s',
  (version) => {
    const specification = findSpecification(ROOT, version);

    test.skipIf(specification === null)('say the same, but for known errors of the file', () => {
      const { unexplained } = judge(compareAll(version), KNOWN_SPEC_ERRORS[version]);
      expect(unexplained.map(({ operation, what }) => `${operation} · ${what}`)).toEqual([]);
    });

    test.skipIf(specification === null)('differ wherever an error is said to be known', () => {
      const { stale } = judge(compareAll(version), KNOWN_SPEC_ERRORS[version]);
      expect(stale.map(({ operation, what }) => `${operation} · ${what}`)).toEqual([]);
    });

    function compareAll(of: Version) {
      if (specification === null) return [];
      const isModelled = new Set<unknown>(OPERATIONS);
      return [
        ...OPERATIONS.filter(({ path }) => versionOf(path) === of).flatMap((operation) =>
          differences(operation, specification),
        ),
        ...REQUESTS.filter(
          (facts) => versionOf(facts.path) === of && !isModelled.has(facts),
        ).flatMap((facts) => requestDifferences(facts, specification)),
      ];
    }

    if (specification === null)
      process.stderr.write(
        `Skipped: nothing is compared with ClickUp’s OpenAPI file of API ${version}, which is not ` +
          'here. CLICKUP_OPENAPI and CLICKUP_OPENAPI_V3 name the files, or they lie in a folder ' +
          'shared/clickup beside the project.\n',
      );
  },
);

test('every known error has its reason', () => {
  const known = Object.values(KNOWN_SPEC_ERRORS).flat();
  expect(known.filter(({ because }) => because.trim() === '')).toEqual([]);
});
