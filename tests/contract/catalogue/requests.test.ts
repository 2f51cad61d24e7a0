import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../electron/clickup/catalogue/catalogue.ts';
import type { OperationInfo } from '../../../electron/contract/operations.ts';
import { findSpecification, type Version, versionOf } from '../spec/openapi.ts';
import { specificationServer } from '../spec/server.ts';
import { brokenVariants, FREE } from './broken.ts';
import { type Excuse, excusesOf } from './excuses.ts';
import { KNOWN_REFUSALS, openValuesOf } from './known-refusals.ts';
import { requestsFor } from './requests.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The same requests each time: this is a check of data, not a search for rare cases. */
const RUNS = { seed: 20_261_123, numRuns: 40 };

/** Whether a place is another or lies below it. */
const isWithin = (place: string, outer: string): boolean =>
  place === outer || place.startsWith(`${outer}.`) || place.startsWith(`${outer}[`);

describe.each<Version>(['v2', 'v3'])('a server made from ClickUp’s file of API %s', (version) => {
  const specification = findSpecification(ROOT, version);
  const operations = CATALOGUE.filter(({ path }) => versionOf(path) === version);

  describe.skipIf(specification === null)('where it is present', () => {
    const server = specification === null ? null : specificationServer(specification);
    const met = new Set<string>();

    test.each(operations.map((operation) => [operation.id, operation] as const))(
      'accepts what Perch builds for %s',
      async (id, operation) => {
        const excuses = excusesOf(operation, specification);
        await fc.assert(
          fc.asyncProperty(requestsFor(operation, openValuesOf(id)), async (build) => {
            const problems = (await server?.(build())) ?? [];
            const used = excuses.filter(({ excuses: of }) => problems.some(of));
            for (const { at } of used) met.add(`${id} ${at}`);
            expect(
              problems.filter((problem) => !used.some(({ excuses: of }) => of(problem))),
            ).toEqual([]);
          }),
          RUNS,
        );
      },
    );

    test.each(operations.map((operation) => [operation.id, operation] as const))(
      'sees every slip in %s',
      async (_id, operation) => {
        const excuses = excusesOf(operation, specification);
        const open = excuses.filter(({ isOfNeed }) => !isOfNeed);
        const unseen: string[] = [];
        for (const { what, at, operation: broken } of brokenVariants(operation)) {
          // API v2’s file names the values of a choice in its descriptions only.
          if (version === 'v2' && what.endsWith(FREE)) continue;
          if (open.some((excuse) => isWithin(at, excuse.at))) continue;
          if (!(await isRefused(broken, excuses))) unseen.push(what);
        }
        expect(unseen).toEqual([]);
      },
    );

    const isRefused = async (
      broken: OperationInfo,
      excuses: readonly Excuse[],
    ): Promise<boolean> => {
      // A field that was renamed holds what it held before.
      const open = (path: string) => openValuesOf(broken.id)(path.replaceAll('_x', ''));
      for (const build of fc.sample(requestsFor(broken, open), RUNS)) {
        const problems = (await server?.(build())) ?? [];
        if (problems.some((problem) => !excuses.some(({ excuses: of }) => of(problem))))
          return true;
      }
      return false;
    };

    test('refuses wherever a refusal is said to be known', () => {
      const ids = new Set(operations.map(({ id }) => id));
      const said = KNOWN_REFUSALS.flatMap(({ operations: of, at }) =>
        of.filter((id) => ids.has(id)).map((id) => `${id} ${at}`),
      );
      expect(said.filter((each) => !met.has(each))).toEqual([]);
    });
  });
});

test('every known refusal has its reason and operations that exist', () => {
  const ids = new Set(CATALOGUE.map(({ id }) => id));
  expect(KNOWN_REFUSALS.filter(({ because }) => because.trim() === '')).toEqual([]);
  expect(
    KNOWN_REFUSALS.flatMap(({ operations }) => operations).filter((id) => !ids.has(id)),
  ).toEqual([]);
});
