import { describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { startTestServer, type TestServer } from './server.test-support.ts';

const LIST = '/api/v2/list/901204411/task';
const NAME = 'Sample capture';

const create = (mock: TestServer) =>
  mock.ask(LIST, {
    method: 'POST',
    headers: { Authorization: 'pk_SAMPLE_1', 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: NAME }),
  });

/** How many tasks of that name the List shows. */
const shown = async (mock: TestServer): Promise<number> => {
  const page = (await mock.read(`${LIST}?order_by=created`)) as {
    readonly tasks: readonly { readonly name: string }[];
  };
  return page.tasks.filter(({ name }) => name === NAME).length;
};

describe('what a fault leaves behind of a write', () => {
  test.each<[number, Fault]>([
    [1, { kind: 'cutBeforeHeaders' }],
    [1, { kind: 'commitThenCut' }],
    [1, { kind: 'cutMidBody' }],
    [1, { kind: 'malformedJson' }],
    [1, { kind: 'emptyBody' }],
    [1, { kind: 'html', status: 502, commits: true }],
    [0, { kind: 'html', status: 502 }],
    [0, { kind: 'cutBeforeCommit' }],
    [0, { kind: 'rateLimited', headers: 'honest' }],
  ])('%i task: %j', async (count, fault) => {
    await using mock = await startTestServer();
    mock.server.fail({ ...fault, match: { method: 'POST' } });
    await create(mock).catch(() => null);
    expect(await shown(mock)).toBe(count);
  });

  test.each(['commitThenCut', 'cutThenCommit'] as const)('%s: ten seconds late', async (kind) => {
    await using mock = await startTestServer();
    mock.server.fail({ kind, lateMs: 10_000, match: { method: 'POST' } });
    const lost = create(mock).catch(() => 'lost');
    await expect.poll(() => mock.clock.pending(), { interval: 1 }).toBe(1);
    mock.clock.advance(9999);
    expect(await shown(mock)).toBe(0);
    mock.clock.advance(1);
    expect(await lost).toBe('lost');
    expect(await shown(mock)).toBe(1);
  });

  test('a write that shows up late is there at once for who knows its id', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'delayedVisibility', ms: 30_000, match: { method: 'POST' } });
    const { id } = JSON.parse((await create(mock)).text) as { readonly id: string };
    expect(await shown(mock)).toBe(0);
    expect(await mock.read(`/api/v2/task/${id}`)).toMatchObject({ name: NAME });
    mock.clock.advance(29_999);
    expect(await shown(mock)).toBe(0);
    mock.clock.advance(1);
    expect(await shown(mock)).toBe(1);
  });
});
