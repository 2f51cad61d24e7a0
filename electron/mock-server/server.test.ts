import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startMockServer } from './index.ts';
import { createRequestLog } from './request-log.ts';
import { MONDAY, startTestServer, TOKEN } from './test-support.ts';

const USER = '/api/v2/user';

describe('routing', () => {
  test('what ClickUp can do and the sample cannot is 501 and names it', async () => {
    await using mock = await startTestServer();
    for (const [method, path] of [
      ['POST', '/api/v2/list/901204411/task'],
      ['PUT', '/api/v2/task/86c0q2v9x'],
      ['DELETE', '/api/v2/task/86c0q2v9x'],
      ['GET', '/api/v2/team/9002411/shared'],
      ['GET', '/api/v3/workspaces/9002411/docs'],
    ] as const) {
      const { status, text } = await mock.ask(path, { method });
      expect(status).toBe(501);
      const body = JSON.parse(text) as { err: string; ECODE: string };
      expect(body.ECODE).toBe('SAMPLE_501');
      expect(body.err).toContain(`${method} ${path} is not in the sample data`);
    }
  });

  test('a method the path does not have is 405 with the ones it has', async () => {
    await using mock = await startTestServer();
    const { status, headers } = await mock.ask('/api/v2/task/86c0q2v9x', { method: 'PATCH' });
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, PUT, DELETE']);
    expect((await mock.ask(USER, { method: 'POST' })).status).toBe(405);
    expect((await mock.ask(USER, { method: 'OPTIONS' })).status).toBe(405);
  });

  test('outside /api there is nothing', async () => {
    await using mock = await startTestServer();
    for (const path of ['/', '/v2/user', '/api', '/apiv2/user', '//api/v2/user']) {
      expect([path, (await mock.ask(path)).status]).toEqual([path, 404]);
    }
  });

  test('an unexpected failure is a 500 in the same form', async () => {
    await using mock = await startTestServer({ sleep: () => Promise.reject(new Error('broken')) });
    mock.server.fail({ kind: 'latency', ms: 1 });
    const { status, text } = await mock.ask(USER);
    expect([status, JSON.parse(text)]).toEqual([
      500,
      { err: 'The sample server failed.', ECODE: 'SAMPLE_500' },
    ]);
  });

  test('only its own address is answered, so no rebound name reaches it', async () => {
    await using mock = await startTestServer();
    const status = await new Promise((resolve, reject) => {
      request(
        `${mock.server.origin}${USER}`,
        { headers: { Host: 'attacker.example', Authorization: TOKEN } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('tokens', () => {
  test('strict mode: each token shows its own person and Workspaces', async () => {
    await using mock = await startTestServer({
      tokens: [
        { value: 'pk_SAMPLE_ada', kind: 'personal' },
        { value: 'pk_SAMPLE_ines', kind: 'personal', userId: 81377102 },
        { value: 'SAMPLE_oauth', kind: 'oauth', workspaceIds: ['9002733'] },
      ],
    });
    const as = async (path: string, Authorization: string) => {
      const { status, text } = await mock.ask(path, { headers: { Authorization } });
      return {
        status,
        body: JSON.parse(text) as { user?: { username: string }; teams?: unknown[] },
      };
    };
    expect((await as(USER, 'pk_SAMPLE_ines')).body.user?.username).toBe('Inès Moreau');
    expect((await as('/api/v2/team', 'pk_SAMPLE_ada')).body.teams).toHaveLength(3);
    expect((await as('/api/v2/team', 'pk_SAMPLE_ines')).body.teams).toMatchObject([
      { id: '9002587' },
    ]);
    expect((await as('/api/v2/team', 'Bearer SAMPLE_oauth')).body.teams).toMatchObject([
      { id: '9002733' },
    ]);
    expect((await as('/api/v2/team/9002411/space', 'Bearer SAMPLE_oauth')).body).toEqual({
      err: 'Team not authorized',
      ECODE: 'OAUTH_027',
    });
    expect((await as('/api/v2/task/86c0q2v9x', 'Bearer SAMPLE_oauth')).status).toBe(401);
    expect(await as(USER, 'pk_SAMPLE_other')).toEqual({
      status: 401,
      body: { err: 'Token invalid', ECODE: 'OAUTH_025' },
    });
  });

  test('no token is 401 OAUTH_017, before anything about the path is told', async () => {
    await using mock = await startTestServer();
    for (const path of [USER, '/api/v2/nowhere']) {
      const { status, text } = await mock.ask(path, { headers: {} });
      expect([status, text]).toEqual([401, expect.stringContaining('OAUTH_017')]);
    }
  });
});

describe('rate limit', () => {
  const standing = (headers: Headers) =>
    ['Limit', 'Remaining', 'Reset'].map((name) => headers.get(`X-RateLimit-${name}`));

  test('100 a minute by plan, on every answer, 429 over it, open again at the reset', async () => {
    let time = MONDAY;
    const server = await startMockServer({ now: () => time, tokens: 'any' });
    const ask = (path: string, Authorization = TOKEN) =>
      fetch(`${server.origin}${path}`, { headers: { Authorization } });
    const reset = String(MONDAY / 1000 + 60);
    expect(standing((await ask(USER)).headers)).toEqual(['100', '99', reset]);
    expect(standing((await ask('/api/v2/nowhere')).headers)).toEqual(['100', '98', reset]);
    await Promise.all(Array.from({ length: 98 }, () => ask(USER)));
    const over = await ask(USER);
    expect([over.status, await over.json()]).toEqual([
      429,
      { err: 'Rate limit reached', ECODE: 'APP_002' },
    ]);
    expect(standing(over.headers)).toEqual(['100', '0', reset]);
    expect((await ask(USER, 'pk_SAMPLE_2')).status).toBe(200);
    time = MONDAY + 59_999;
    expect((await ask(USER)).status).toBe(429);
    time = MONDAY + 60_000;
    expect(standing((await ask(USER)).headers)).toEqual(['100', '99', String(MONDAY / 1000 + 120)]);
    await server.close();
  });

  test('a wrong token uses up nobody’s budget', async () => {
    await using mock = await startTestServer({
      limitPerMinute: 1,
      tokens: [{ value: TOKEN, kind: 'personal' }],
    });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const wrong = await mock.ask(USER, { headers: { Authorization: 'pk_SAMPLE_wrong' } });
      expect([wrong.status, ...standing(wrong.headers).slice(0, 2)]).toEqual([401, '1', '1']);
    }
    expect((await mock.ask(USER)).status).toBe(200);
  });
});

describe('record of requests', () => {
  test('says what was asked, when and how it ended, never with which token', async () => {
    await using mock = await startTestServer();
    await mock.ask('/api/v2/team/9002411/task?list_ids[]=1&list_ids[]=2&page=0');
    mock.setNow(MONDAY + 5);
    await mock.ask('/api/v2/nowhere', { headers: { Authorization: 'Bearer SAMPLE_CANARY' } });
    await mock.ask(USER, { headers: {} });
    expect(mock.server.requests).toEqual([
      {
        method: 'GET',
        path: '/api/v2/team/9002411/task',
        query: { 'list_ids[]': ['1', '2'], page: ['0'] },
        status: 200,
        at: MONDAY,
        authorization: 'personal',
      },
      {
        method: 'GET',
        path: '/api/v2/nowhere',
        query: {},
        status: 501,
        at: MONDAY + 5,
        authorization: 'bearer',
      },
      { method: 'GET', path: USER, query: {}, status: 401, at: MONDAY + 5, authorization: 'none' },
    ]);
    expect(JSON.stringify(mock.server.requests)).not.toMatch(/CANARY|pk_/);
  });

  test('keeps the last 1,000', () => {
    const log = createRequestLog();
    for (let at = 0; at < 1005; at += 1) {
      log.arrive({ method: 'GET', path: USER, query: {}, at, authorization: 'none' })(200);
    }
    const kept = log.snapshot();
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([1000, 5, 1004]);
  });
});

test('it can be closed twice, and a taken port rejects', async () => {
  const first = await startTestServer();
  const port = Number(new URL(first.server.origin).port);
  await expect(startMockServer({ now: () => 0, tokens: 'any', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await first.server.close();
  await first.server.close();
  const second = await startMockServer({ now: () => 0, tokens: 'any', port });
  expect(second.origin).toBe(first.server.origin);
  await second.close();
});
