import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clickup/fake-clock.test-support.ts';
import { createSampleData, startMockServer } from './index.ts';
import { createRequestLog } from './request-log.ts';
import { MONDAY, startTestServer, TOKEN } from './server.test-support.ts';

const USER = '/api/v2/user';

describe('what the server itself answers', () => {
  test('outside /api there is nothing', async () => {
    await using mock = await startTestServer();
    for (const path of ['/', '/v2/user', '/apiv2/user', '//api/v2/user']) {
      expect([path, (await mock.ask(path)).status]).toEqual([path, 404]);
    }
  });

  test('HEAD is GET without the body, and OPTIONS tells the methods and allows no web page', async () => {
    await using mock = await startTestServer();
    const get = await mock.ask(USER);
    const head = await mock.ask(USER, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.get('Content-Length')).toBe(get.headers.get('Content-Length'));
    const options = await mock.ask(USER, { method: 'OPTIONS', headers: {} });
    expect([options.status, options.text]).toEqual([204, '']);
    expect(options.headers.get('Allow')).toContain('GET');
    for (const { headers } of [get, head, options]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('an unexpected failure is a 500 in the same form', async () => {
    await using mock = await startTestServer();
    mock.server.fail({ kind: 'redirect', status: 302, origin: 'http://broken\n' });
    const { status, text } = await mock.ask(USER);
    expect([status, JSON.parse(text)]).toEqual([
      500,
      { err: 'The sample server failed.', ECODE: 'SAMPLE_500' },
    ]);
    expect(mock.server.requests).toMatchObject([{ status: 500, faults: ['redirect'] }]);
  });

  test('only its own address is answered, so no rebound name reaches it', async () => {
    await using mock = await startTestServer({ oauthApps: [] });
    for (const path of [USER, '/api?client_id=SAMPLE', '/api/v2/oauth/token']) {
      const status = await new Promise((resolve, reject) => {
        request(
          `${mock.server.origin}${path}`,
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
    }
  });

  test('it can be closed twice, and a taken port rejects', async () => {
    const clock = createFakeClock(MONDAY);
    const first = await startTestServer();
    const port = Number(new URL(first.server.origin).port);
    await expect(startMockServer({ clock, tokens: 'any', port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await first.server.close();
    await first.server.close();
    const second = await startMockServer({ clock, tokens: 'any', port });
    expect(second.origin).toBe(first.server.origin);
    await second.close();
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

  test('a regenerated one ends the old one at once', async () => {
    await using mock = await startTestServer({ tokens: [{ value: TOKEN, kind: 'personal' }] });
    mock.server.regenerate(TOKEN, 'pk_SAMPLE_2');
    expect((await mock.ask(USER)).text).toContain('OAUTH_019');
    const renewed = await mock.ask(USER, { headers: { Authorization: 'pk_SAMPLE_2' } });
    expect(renewed.text).toContain('Ada Kessler');
  });
});

describe('rate limit', () => {
  const standing = (headers: Headers) =>
    ['Limit', 'Remaining', 'Reset'].map((name) => headers.get(`X-RateLimit-${name}`));

  test('100 a minute by plan, on every answer, 429 over it, open again at the reset', async () => {
    const clock = createFakeClock(MONDAY);
    const server = await startMockServer({ clock, tokens: 'any' });
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
    clock.advance(59_999);
    expect((await ask(USER)).status).toBe(429);
    clock.advance(1);
    expect(standing((await ask(USER)).headers)).toEqual(['100', '99', String(MONDAY / 1000 + 120)]);
    await server.close();
  });

  test.each([1000, 10_000])(
    '%i a minute where the best plan says so',
    async (requestsPerMinute) => {
      const sample = createSampleData(MONDAY);
      const [first, ...others] = sample.workspaces;
      if (first === undefined) throw new Error('There is no Workspace');
      const best = { ...first, plan: { ...first.plan, requestsPerMinute } };
      const server = await startMockServer({
        clock: createFakeClock(MONDAY),
        tokens: 'any',
        data: { ...sample, workspaces: [best, ...others] },
      });
      const { headers } = await fetch(`${server.origin}${USER}`, {
        headers: { Authorization: TOKEN },
      });
      expect(standing(headers)[0]).toBe(String(requestsPerMinute));
      await server.close();
    },
  );

  test('another program can use the same token up', async () => {
    await using mock = await startTestServer({ limitPerMinute: 100 });
    mock.server.eat(TOKEN, 97);
    expect(standing((await mock.ask(USER)).headers).slice(0, 2)).toEqual(['100', '2']);
    mock.server.eat(TOKEN, 40);
    expect((await mock.ask(USER)).status).toBe(429);
    expect((await mock.ask(USER, { headers: { Authorization: 'pk_SAMPLE_2' } })).status).toBe(200);
    mock.clock.advance(60_000);
    expect((await mock.ask(USER)).status).toBe(200);
  });

  test('the headers can be kept for errors, and then each error has them', async () => {
    await using mock = await startTestServer({ rateHeadersOn: 'errors', limitPerMinute: 2 });
    expect(standing((await mock.ask(USER)).headers)).toEqual([null, null, null]);
    expect(standing((await mock.ask('/api/v2/nowhere')).headers).slice(0, 2)).toEqual(['2', '0']);
    expect(standing((await mock.ask(USER)).headers).slice(0, 2)).toEqual(['2', '0']);
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
    mock.clock.advance(5);
    await mock.ask('/elsewhere', { headers: { Authorization: 'Bearer SAMPLE_CANARY' } });
    await mock.ask(USER, { headers: {} });
    const common = { method: 'GET', durationMs: 0, faults: [] };
    expect(mock.server.requests).toEqual([
      {
        ...common,
        id: 1,
        path: '/api/v2/team/9002411/task',
        query: { 'list_ids[]': ['1', '2'], page: ['0'] },
        status: 200,
        at: MONDAY,
        authorization: 'personal',
      },
      {
        ...common,
        id: 2,
        path: '/elsewhere',
        query: {},
        status: 404,
        at: MONDAY + 5,
        authorization: 'bearer',
      },
      {
        ...common,
        id: 3,
        path: USER,
        query: {},
        status: 401,
        at: MONDAY + 5,
        authorization: 'none',
      },
    ]);
    expect(JSON.stringify(mock.server.requests)).not.toMatch(/CANARY|pk_/);
  });

  test('keeps the last 1,000', () => {
    const log = createRequestLog();
    for (let at = 0; at < 1005; at += 1) {
      log.arrive({ method: 'GET', path: USER, at, authorization: 'none' }, new URLSearchParams());
    }
    const kept = log.snapshot();
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([1000, 5, 1004]);
  });
});
