import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '../../electron/clickup/fake-clock.test-support.ts';
import {
  createSampleData,
  startMockServer,
  type MockServer,
} from '../../electron/mock-server/index.ts';
import { ROUTES } from '../../electron/mock-server/routes/routes.ts';
import { compare } from './check.ts';
import { createRequester, tokenOf } from './requester.ts';
import { fieldsOf, type Shape } from './shape.ts';
import { createSightings } from './sightings.ts';
import type { Operation } from './table/operation.ts';
import { sampleIds } from './table/sample-ids.ts';
import { OPERATIONS } from './table/table.ts';

/** Monday, 23 November 2026, 09:00 in Berlin. */
const NOW = Date.UTC(2026, 10, 23, 8);
const DATA = createSampleData(NOW);
const TOKENS = DATA.people.map(
  ({ id }) => ({ value: tokenOf(id), kind: 'personal', userId: id }) as const,
);

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path.replaceAll(/\{[^}]*\}/gu, '{}')}`;

test('the table and the mock server have the same operations, each once', () => {
  const ours = OPERATIONS.map(nameOf).toSorted();
  expect(ours).toEqual([...new Set(ROUTES.map(nameOf))].toSorted());
  expect(new Set(ours).size).toBe(ours.length);
});

describe('the mock server answers as the table says', () => {
  const ids = sampleIds(DATA);
  const sightings = createSightings();
  const misses = (answer: Shape | null, value: unknown): readonly string[] =>
    answer === null ? compare('null', value) : compare(answer, value, sightings.note);
  let server: MockServer;
  beforeEach(async () => {
    server = await startMockServer({ clock: createFakeClock(NOW), tokens: TOKENS, data: DATA });
  });
  afterEach(() => server.close());

  test.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation]))(
    '%s',
    async (_name, operation: Operation) => {
      const { method, path, answer } = operation;
      const calls = operation.calls(ids);
      expect(calls.length).toBeGreaterThan(0);
      const requester = createRequester(server.origin, DATA.ownerId);
      for (const call of calls) {
        const { status, value } = await requester.call(method, path, call);
        const expected = { status: operation.status, problems: [] };
        const problems =
          status === operation.status
            ? [...misfits(operation, call), ...misses(answer, value)]
            : [JSON.stringify(value)];
        expect({ status, problems }).toEqual(expected);
      }
    },
  );

  test('and with every field of the table at least once', () => {
    const unseen = OPERATIONS.flatMap((operation) =>
      sightings
        .unseen(operation.answer ?? 'anything')
        .map((path) => `${operation.method} ${operation.path}: ${path}`),
    );
    expect(unseen).toEqual([]);
  });
});

/** What the table's own request has that its row does not know, or lacks. */
function misfits(
  { query = {}, body }: Operation,
  call: { readonly query?: object; readonly body?: unknown },
): readonly string[] {
  const known = fieldsOf(query);
  const given = Object.keys(call.query ?? {});
  return [
    ...given.filter((name) => !known.some((field) => field.name === name)),
    ...known
      .filter((each) => !each.isOptional && !given.includes(each.name))
      .map(({ name }) => name),
    ...(call.body === undefined ? [] : compare(body ?? {}, call.body)),
  ];
}
