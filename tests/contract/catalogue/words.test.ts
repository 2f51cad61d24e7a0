import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../electron/clickup/catalogue/catalogue.ts';
import { findSpecification } from '../spec/openapi.ts';
import { describedIn, runsOf, saidOf } from './words.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** So many words in a row are no longer chance. */
const LONGEST_RUN = 5;

const FILES = (['v2', 'v3'] as const)
  .map((version) => findSpecification(ROOT, version))
  .filter((file) => file !== null);

describe.skipIf(FILES.length === 0)('where ClickUp’s files are present', () => {
  const described = [...describedIn(FILES.map(({ document }) => document))];
  const theirs = new Set(described.flatMap((text) => runsOf(text, LONGEST_RUN + 1)));

  test.each(CATALOGUE.map((operation) => [operation.id, operation] as const))(
    'the words of %s are ours',
    (_id, operation) => {
      const ours = [...saidOf(operation)].flatMap((text) => runsOf(text, LONGEST_RUN + 1));
      expect(ours.filter((run) => theirs.has(run))).toEqual([]);
    },
  );
});

test('a run is found whatever the marks and capitals between its words', () => {
  const theirs = [...describedIn({ get: { description: 'Only the **Workspace** owner, can.' } })];
  expect(theirs).toHaveLength(1);
  expect(theirs.flatMap((text) => runsOf(text, 3))).toEqual(
    runsOf('only the workspace OWNER (can)', 3),
  );
  expect(runsOf('two words', 3)).toEqual([]);
});

test('every word of an operation is looked at', () => {
  const operation = CATALOGUE.find(({ id }) => id === 'update-view');
  const said = operation === undefined ? [] : [...saidOf(operation)];
  expect(said).toContain('Pixels.');
  expect(said).toContain('Where the view stands.');
});
