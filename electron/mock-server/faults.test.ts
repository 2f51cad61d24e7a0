import { describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { startTestServer, TOKEN } from './test-support.ts';

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
    const waits: number[] = [];
    await using mock = await startTestServer({
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    mock.server.fail({ kind: 'latency', ms: 30_000 });
    expect(await outcome(mock.server.origin)).toMatchObject({
      text: expect.stringContaining('Ada Kessler'),
    });
    expect(waits).toEqual([30_000]);
  });

  test('latency waits in real time where no sleep is given', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'latency', ms: 30 });
    const before = performance.now();
    expect(await outcome(mock.server.origin)).toMatchObject({ response: { status: 200 } });
    expect(performance.now() - before).toBeGreaterThan(25);
  });

  test('cut before the headers', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'cutBeforeHeaders' });
    expect(await outcome(mock.server.origin)).toBe('no headers');
    expect(mock.server.requests).toMatchObject([{ status: null }]);
  });

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
