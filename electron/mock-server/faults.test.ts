import { describe, expect, test } from 'vitest';
import type { Fault, RateHeaderStyle } from './faults.ts';
import { MONDAY, startTestServer, TOKEN, type TestServer } from './server.test-support.ts';

const USER = '/api/v2/user';

/** What a bare client sees: a reply, or how the connection ended. */
async function outcome(origin: string, signal?: AbortSignal) {
  const response = await fetch(`${origin}${USER}?a=1`, {
    redirect: 'manual',
    headers: { Authorization: TOKEN },
    ...(signal === undefined ? {} : { signal }),
  }).catch(() => null);
  if (response === null) return 'no headers';
  const text = await response.text().catch(() => null);
  return text === null ? `${response.status} cut` : { response, text };
}

/** Resolves once the server waits for its clock. */
const timerOf = async ({ clock }: TestServer) => {
  await expect.poll(() => clock.pending(), { interval: 1 }).toBeGreaterThan(0);
};

const reply = async (fault: Fault) => {
  await using mock = await startTestServer();
  mock.server.fail(fault);
  const seen = await outcome(mock.server.origin);
  if (typeof seen === 'string') throw new Error(seen);
  return { ...seen, requests: mock.server.requests };
};

describe('faults', () => {
  test.each([
    [401, 'OAUTH_025', 'Token invalid'],
    [403, 'SAMPLE_403', 'Not allowed'],
    [404, 'ITEM_013', 'Task not found'],
    [500, 'SAMPLE_500', 'Broken'],
    [502, 'SAMPLE_502', 'Bad gateway'],
  ])('status %i', async (status, ecode, sentence) => {
    const { response, text, requests } = await reply({ kind: 'status', status, ecode, sentence });
    expect([response.status, JSON.parse(text)]).toEqual([status, { err: sentence, ECODE: ecode }]);
    expect(response.headers.get('X-RateLimit-Remaining')).toBe('99999');
    expect(requests).toMatchObject([{ status }]);
  });

  test('status 429 says that nothing remains', async () => {
    const { response } = await reply({
      kind: 'status',
      status: 429,
      ecode: 'APP_002',
      sentence: 'Rate limit reached',
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('X-RateLimit-Remaining')).toBe('0');
  });

  test.each([200, 502] as const)('html with %i', async (status) => {
    const { response, text } = await reply({ kind: 'html', status });
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(text).toContain('<!doctype html>');
  });

  test('malformed JSON and an empty body come with 200', async () => {
    const broken = await reply({ kind: 'malformedJson' });
    expect(broken.response.status).toBe(200);
    expect(() => JSON.parse(broken.text) as unknown).toThrow(SyntaxError);
    const empty = await reply({ kind: 'emptyBody' });
    expect([empty.response.status, empty.text]).toEqual([200, '']);
  });

  test.each([301, 302, 303, 307, 308] as const)('redirect with %i', async (status) => {
    const { response } = await reply({ kind: 'redirect', status, origin: 'http://127.0.0.1:9' });
    expect(response.status).toBe(status);
    expect(response.headers.get('Location')).toBe(`http://127.0.0.1:9${USER}?a=1`);
  });

  test('latency: the right answer after exactly that wait', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'latency', ms: 30_000 });
    const asked = outcome(mock.server.origin);
    await timerOf(mock);
    mock.clock.advance(29_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(mock.server.requests).toMatchObject([{ status: null, durationMs: null }]);
    mock.clock.advance(1);
    expect(await asked).toMatchObject({ text: expect.stringContaining('Ada Kessler') });
    expect(mock.server.requests).toMatchObject([{ status: 200, durationMs: 30_000 }]);
  });

  test('drip: so many bytes a tick, and the whole answer in the end', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'drip', bytes: 50, everyMs: 1000 });
    const asked = outcome(mock.server.origin);
    await timerOf(mock);
    await mock.clock.advanceAsync(60_000);
    const seen = await asked;
    if (typeof seen === 'string') throw new Error(seen);
    expect(JSON.parse(seen.text)).toHaveProperty('user.username', 'Ada Kessler');
    const ticks = Math.ceil(Buffer.byteLength(seen.text) / 50) + 1;
    expect(mock.server.requests).toMatchObject([{ status: 200, durationMs: ticks * 1000 }]);
    expect(mock.clock.pending()).toBe(0);
  });

  test('drip: stops when the client goes away', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'drip', bytes: 1, everyMs: 1000 });
    const aborting = new AbortController();
    const asked = outcome(mock.server.origin, aborting.signal);
    await timerOf(mock);
    await mock.clock.advanceAsync(3000);
    aborting.abort();
    expect(await asked).toMatch(/^(200 cut|no headers)$/u);
    await expect.poll(() => mock.clock.pending(), { interval: 1 }).toBe(0);
    expect(mock.server.requests).toMatchObject([{ durationMs: 3000 }]);
  });

  test('a commit ten seconds late, then the cut', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'commitThenCut', lateMs: 10_000 });
    const asked = outcome(mock.server.origin);
    await timerOf(mock);
    mock.clock.advance(10_000);
    expect(await asked).toBe('no headers');
    expect(mock.server.requests).toMatchObject([{ status: null, durationMs: 10_000 }]);
  });

  test.each(['cutBeforeHeaders', 'cutBeforeCommit', 'commitThenCut'] as const)(
    '%s: no byte comes',
    async (kind) => {
      await using mock = await startTestServer();
      mock.server.fail({ kind });
      expect(await outcome(mock.server.origin)).toBe('no headers');
      expect(mock.server.requests).toMatchObject([{ status: null, durationMs: 0, faults: [kind] }]);
    },
  );

  test('cut in the middle of the body', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'cutMidBody' });
    expect(await outcome(mock.server.origin)).toBe('200 cut');
    expect(mock.server.requests).toMatchObject([{ status: 200 }]);
  });

  test.each([{ kind: 'neverAnswer' }, { kind: 'latency', ms: 3_600_000 }] as const)(
    '$kind: closing the server ends it',
    async (fault) => {
      const mock = await startTestServer();
      mock.server.fail(fault);
      const pending = outcome(mock.server.origin);
      await expect.poll(() => mock.server.requests).toMatchObject([{ status: null }]);
      await mock.server.close();
      expect(await pending).toBe('no headers');
    },
  );

  test('a fault that never answers leaves other requests alone', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'neverAnswer', times: 1 });
    const aborting = new AbortController();
    const pending = outcome(mock.server.origin, aborting.signal);
    await expect.poll(() => mock.server.requests).toHaveLength(1);
    expect(await outcome(mock.server.origin)).toMatchObject({ response: { status: 200 } });
    aborting.abort();
    expect(await pending).toBe('no headers');
  });
});

describe('429', () => {
  const told = async (headers: RateHeaderStyle) => {
    const { response, text } = await reply({ kind: 'rateLimited', headers });
    expect([response.status, JSON.parse(text)]).toEqual([
      429,
      { err: 'Rate limit reached', ECODE: 'APP_002' },
    ]);
    return ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'].map(
      (name) => response.headers.get(name),
    );
  };
  const reset = MONDAY / 1000 + 60;

  test('with honest headers, with ones that lie, and without', async () => {
    expect(await told('honest')).toEqual(['100000', '0', String(reset), null]);
    expect(await told('farReset')).toEqual(['100000', '0', String(reset + 315_360_000), null]);
    expect(await told('resetInMs')).toEqual(['100000', '0', String(reset * 1000), null]);
    expect(await told('none')).toEqual([null, null, null, null]);
    expect(await told('retryAfter')).toEqual([null, null, null, '60']);
  });
});

describe('where and how often a fault hits', () => {
  const broken = { kind: 'status', status: 500, ecode: 'SAMPLE_500', sentence: 'Broken' } as const;

  test('by path, whole or by pattern, and by method', async () => {
    await using mock = await startTestServer();
    const statuses = async () => [
      (await mock.ask(USER)).status,
      (await mock.ask('/api/v2/team')).status,
      (await mock.ask('/api/v2/team/9002411/plan')).status,
      (await mock.ask(USER, { method: 'POST' })).status,
    ];
    mock.server.fail({ ...broken, match: { path: '/api/v2/team' } });
    expect(await statuses()).toEqual([200, 500, 200, 405]);
    mock.server.fail({ ...broken, match: { path: /\/team/g } });
    expect(await statuses()).toEqual([200, 500, 500, 405]);
    mock.server.fail({ ...broken, match: { method: 'POST' } });
    expect(await statuses()).toEqual([200, 200, 200, 500]);
    mock.server.fail({ ...broken, match: { method: 'GET', path: USER } });
    expect(await statuses()).toEqual([500, 200, 200, 405]);
    mock.server.fail(null);
    expect(await statuses()).toEqual([200, 200, 200, 405]);
  });

  test('several at once: what each one did is in the record', async () => {
    await using mock = await startTestServer();
    mock.server.fail([
      { kind: 'delayedVisibility', ms: 100 },
      { ...broken, match: { path: '/api/v2/team' } },
      { kind: 'emptyBody', match: { path: USER } },
    ]);
    expect((await mock.ask(USER)).text).toBe('');
    expect((await mock.ask('/api/v2/team')).status).toBe(500);
    expect(mock.server.requests.map(({ faults }) => faults)).toEqual([
      ['delayedVisibility', 'emptyBody'],
      ['delayedVisibility', 'status'],
    ]);
  });

  test('as many times as said, counting only what it hits', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ ...broken, times: 2, match: { path: USER } });
    const statuses = [];
    for (const path of [USER, '/api/v2/team', USER, USER]) {
      statuses.push((await mock.ask(path)).status);
    }
    expect(statuses).toEqual([500, 200, 500, 200]);
  });
});
