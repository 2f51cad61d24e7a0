import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient, errorOfAnswer } from '../clickup/client.ts';
import { createReachability } from '../clickup/reachability.ts';
import { createTransport } from '../clickup/transport.ts';
import { saysTokenIsGone } from '../clickup/api-errors.ts';
import { singleOrigin } from '../clickup/endpoint.ts';
import { getAuthorizedUser } from '../clickup/catalogue/authorization.ts';
import { ok } from '../contract/errors.ts';
import { FAULTS } from './fault-presets.ts';
import type { Fault } from './faults.ts';
import { startTestServer, TOKEN, type TestServer } from './server.test-support.ts';

let mock: TestServer;
beforeAll(async () => {
  mock = await startTestServer();
});
beforeEach(() => mock.server.fail(null));
afterAll(() => mock.server.close());

/** What the app's own client makes of one request. */
async function seen(fault: Fault | null) {
  mock.server.fail(fault);
  const transport = createTransport({
    fetch,
    clock: mock.clock,
    timeouts: { headersMs: 15_000, bodyMs: 30_000 },
  });
  const random = () => 0;
  const client = createClient({
    reads: transport,
    writes: transport,
    clock: mock.clock,
    random,
    reachability: createReachability({
      clock: mock.clock,
      random,
      hasNetwork: () => true,
      onChange: () => {},
    }),
    onTraffic: () => {},
  });
  const authorization = ok({
    account: 'sample',
    endpoint: singleOrigin(mock.server.origin),
    token: TOKEN,
    scheme: 'personal' as const,
  });
  return client.send({
    operation: getAuthorizedUser,
    parameters: {},
    authorize: () => Promise.resolve(authorization),
    priority: 'interactive',
  });
}

const errorOf = async (fault: Fault) => {
  const result = await seen(fault);
  return result.ok ? errorOfAnswer(result.value) : result.error;
};

describe('the app’s client names what it meets', () => {
  test.each(Object.entries(FAULTS.tokenNotFound))('token gone: %s', async (_name, fault) => {
    const error = await errorOf(fault);
    expect(error !== null && saysTokenIsGone(error)).toBe(true);
  });

  test.each(Object.entries(FAULTS.workspaceNotAuthorized))('%s', async (_name, fault) => {
    expect(await errorOf(fault)).toMatchObject({ kind: 'workspaceNotAuthorized' });
  });

  test.each(Object.entries(FAULTS.forbidden))('no permission: %s', async (name, fault) => {
    const error = await errorOf(fault);
    expect(error?.kind).toBe(name.startsWith('401') ? 'unauthorized' : 'forbidden');
    expect(error !== null && saysTokenIsGone(error)).toBe(false);
  });

  test.each(Object.entries(FAULTS.rateLimited))('429: %s', async (headers, fault) => {
    const resetAt = headers === 'honest' ? mock.clock.now() + 60_000 : null;
    expect(await errorOf(fault)).toMatchObject({ kind: 'rateLimited', resetAt });
  });

  test.each(Object.entries(FAULTS.broken))('broken: %s', async (_name, fault) => {
    expect(await errorOf(fault)).toMatchObject({ kind: 'server' });
  });

  test.each<Fault>([
    { kind: 'cutBeforeHeaders' },
    { kind: 'cutBeforeCommit' },
    { kind: 'commitThenCut' },
    { kind: 'cutMidBody' },
  ])('$kind: there is no answer', async (fault) => {
    expect((await seen(fault)).ok).toBe(false);
  });

  test.each<Fault>([
    { kind: 'neverAnswer' },
    { kind: 'latency', ms: 15_001 },
    { kind: 'drip', bytes: 1, everyMs: 10_000 },
  ])('$kind: its own time limit ends it, on the one clock', async (fault) => {
    const pending = seen(fault);
    await expect
      .poll(() => mock.server.requests.at(-1)?.faults, { interval: 1 })
      .toEqual([fault.kind]);
    const results: unknown[] = [];
    void pending.then((result) => results.push(result));
    while (results.length === 0) await mock.clock.advanceAsync(1000);
    expect(results).toMatchObject([{ ok: false, error: { kind: 'timeout' } }]);
  });
});
