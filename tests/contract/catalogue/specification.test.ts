import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../electron/clickup/catalogue/catalogue.ts';
import { KNOWN_SPEC_ERRORS } from '../known-spec-errors.ts';
import { requestDifferences } from '../spec/compare.ts';
import { judge } from '../spec/known.ts';
import { findSpecification, type Specification, type Version, versionOf } from '../spec/openapi.ts';
import { identityOf } from './agreement.ts';
import { choiceDifferences } from './choices.ts';
import { factsOf } from './facts.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Perch makes this request itself, and nobody else may. */
const TOKEN_EXCHANGE = 'POST /v2/oauth/token';

describe.each<Version>(['v2', 'v3'])('the catalogue and ClickUp’s file of API %s', (version) => {
  const specification = findSpecification(ROOT, version);
  const ours = CATALOGUE.filter(({ path }) => versionOf(path) === version);

  describe.skipIf(specification === null)('where it is present', () => {
    const found = specification === null ? [] : allDifferences(specification);

    test('have the same operations', () => {
      const theirs = specification?.operations.map(identityOf) ?? [];
      expect(ours.map(identityOf).toSorted()).toEqual(
        theirs.filter((each) => each !== TOKEN_EXCHANGE).toSorted(),
      );
    });

    test('say the same of them, but for known errors of the file', () => {
      const known = [...KNOWN_SPEC_ERRORS[version], ...KNOWN_DIFFERENCES[version]];
      const { unexplained } = judge(found, known);
      expect(unexplained.map(({ operation, what }) => `${operation} · ${what}`)).toEqual([]);
    });

    test('differ wherever a difference is said to be known', () => {
      const { stale } = judge(found, KNOWN_DIFFERENCES[version]);
      expect(stale.map(({ operation, what }) => `${operation} · ${what}`)).toEqual([]);
    });
  });

  function allDifferences(from: Specification) {
    return [
      ...ours.flatMap((operation) => requestDifferences(factsOf(operation), from)),
      ...ours.flatMap((operation) => choiceDifferences(operation, from)),
    ];
  }
});

test('every known difference has its reason', () => {
  const known = Object.values(KNOWN_DIFFERENCES).flat();
  expect(known.filter(({ because }) => because.trim() === '')).toEqual([]);
});
