import { describe, expect, test } from 'vitest';
import {
  APP,
  CLINIC,
  credentialsOf,
  NORTHWIND,
  OTHER_APP,
  startOAuthBench,
} from './test-support.ts';

const INES = ['as', '81377102'] as const;
const PATH = '/api/v2/oauth/token';

describe('the exchange', () => {
  test('gives a token that reaches what was ticked, bare and as Bearer', async () => {
    await using bench = await startOAuthBench();
    const code = await bench.consent([CLINIC]);
    const { status, body } = await bench.exchange(credentialsOf(APP, code));
    expect([status, Object.keys(body)]).toEqual([200, ['access_token']]);
    const token = body['access_token'] ?? '';
    expect(await bench.teams(token)).toEqual([CLINIC]);
    for (const Authorization of [token, `Bearer ${token}`]) {
      const { text } = await bench.mock.ask('/api/v2/user', { headers: { Authorization } });
      expect(text).toContain('Ada Kessler');
    }
    expect(bench.mock.server.issued).toEqual([
      { kind: 'code', value: code, clientId: APP.clientId, userId: 81204411 },
      { kind: 'token', value: token, clientId: APP.clientId, userId: 81204411 },
    ]);
  });

  test('takes JSON, a form and the query of old clients, and no Basic authorization', async () => {
    await using bench = await startOAuthBench({ tokenType: 'Bearer' });
    const form = async () => new URLSearchParams(credentialsOf(APP, await bench.consent([CLINIC])));
    const asForm = await bench.mock.ask(PATH, { method: 'POST', body: await form() });
    const asQuery = await bench.mock.ask(`${PATH}?${await form()}`, { method: 'POST' });
    for (const { status, text, headers } of [asForm, asQuery]) {
      expect([status, JSON.parse(text)]).toMatchObject([200, { token_type: 'Bearer' }]);
      expect(headers.has('X-RateLimit-Limit')).toBe(false);
    }
    const basic = `Basic ${btoa(`${APP.clientId}:${APP.clientSecret}`)}`;
    const asBasic = await bench.mock.ask(PATH, {
      method: 'POST',
      headers: { Authorization: basic },
      body: new URLSearchParams({ client_id: APP.clientId, code: await bench.consent([CLINIC]) }),
    });
    expect(asBasic.text).toContain('OAUTH_011');
    expect((await bench.mock.ask(PATH)).status).toBe(405);
  });

  test('a code is good once', async () => {
    await using bench = await startOAuthBench();
    const fields = credentialsOf(APP, await bench.consent([CLINIC]));
    expect((await bench.exchange(fields)).status).toBe(200);
    expect(await bench.exchange(fields)).toEqual({
      status: 400,
      body: { err: 'Code already used', ECODE: 'OAUTH_014' },
    });
    expect(bench.mock.server.issued).toHaveLength(2);
  });

  test('for ten minutes, or as long as said', async () => {
    await using bench = await startOAuthBench();
    const [inTime, tooLate] = [await bench.consent([CLINIC]), await bench.consent([CLINIC])];
    bench.mock.clock.advance(599_999);
    expect((await bench.exchange(credentialsOf(APP, inTime))).status).toBe(200);
    bench.mock.clock.advance(1);
    const late = await bench.exchange(credentialsOf(APP, tooLate));
    expect(late.body['ECODE']).toBe('OAUTH_013');
    await using brief = await startOAuthBench({ codeLifeMs: 1000 });
    const code = await brief.consent([CLINIC]);
    brief.mock.clock.advance(1000);
    expect((await brief.exchange(credentialsOf(APP, code))).body['ECODE']).toBe('OAUTH_013');
  });

  test('and for its own app, whose client has to prove itself first', async () => {
    await using bench = await startOAuthBench();
    const code = await bench.consent([CLINIC]);
    const fields = credentialsOf(APP, code);
    const { client_secret, ...withoutSecret } = fields;
    for (const [sent, ecode] of [
      [{ ...fields, client_id: 'SAMPLE_unknown' }, 'OAUTH_010'],
      [{ client_secret, code }, 'OAUTH_017'],
      [{ ...fields, client_secret: OTHER_APP.clientSecret }, 'OAUTH_011'],
      [withoutSecret, 'OAUTH_011'],
      [{ ...fields, code: '' }, 'OAUTH_017'],
      [{ ...fields, code: 'SAMPLE_unknown' }, 'OAUTH_013'],
      [credentialsOf(OTHER_APP, code), 'OAUTH_013'],
    ] as const) {
      const { status, body } = await bench.exchange(sent);
      expect([status >= 400, body['ECODE']]).toEqual([true, ecode]);
    }
    expect((await bench.exchange(fields)).status).toBe(200);
  });

  test('a lost answer has used the code up; a request that was lost has not', async () => {
    await using bench = await startOAuthBench();
    const fields = credentialsOf(APP, await bench.consent([CLINIC]));
    const match = { path: PATH };
    bench.mock.server.fail({ kind: 'cutBeforeCommit', match });
    await expect(bench.exchange(fields)).rejects.toThrow('fetch failed');
    bench.mock.server.fail({ kind: 'commitThenCut', match });
    await expect(bench.exchange(fields)).rejects.toThrow('fetch failed');
    bench.mock.server.fail(null);
    expect((await bench.exchange(fields)).body['ECODE']).toBe('OAUTH_014');
  });
});

describe('what a person allowed', () => {
  test('changes with the next consent, for earlier tokens of that app and person too', async () => {
    await using bench = await startOAuthBench();
    const first = await bench.token([CLINIC, NORTHWIND]);
    const ines = await bench.token([CLINIC], [INES]);
    expect(await bench.teams(first)).toEqual([NORTHWIND, CLINIC]);
    const second = await bench.token([NORTHWIND]);
    expect(second).not.toBe(first);
    for (const token of [first, second]) expect(await bench.teams(token)).toEqual([NORTHWIND]);
    expect(await bench.teams(ines)).toEqual([CLINIC]);
    const user = await bench.mock.ask('/api/v2/user', { headers: { Authorization: ines } });
    expect(user.text).toContain('Inès Moreau');
  });

  test('can be ended, or one Workspace of it', async () => {
    await using bench = await startOAuthBench();
    const { server, ask } = bench.mock;
    const token = await bench.token([NORTHWIND, CLINIC]);
    const as = (path: string) => ask(path, { headers: { Authorization: `Bearer ${token}` } });
    server.forgetWorkspace(token, CLINIC);
    expect((await as(`/api/v2/team/${CLINIC}/space`)).text).toContain('OAUTH_027');
    expect((await as(`/api/v2/team/${NORTHWIND}/space`)).status).toBe(200);
    server.revoke(token);
    expect((await as('/api/v2/user')).text).toContain('OAUTH_019');
    server.revoke(token, 'OAUTH_077');
    expect((await as('/api/v2/user')).text).toContain('OAUTH_077');
  });
});

test('the record holds no token, code, state or secret, and still tells which came', async () => {
  await using bench = await startOAuthBench();
  const { server } = bench.mock;
  const state = 'CANARY_state';
  const code = await bench.consent([CLINIC], [['state', state]]);
  const fields = credentialsOf(APP, code);
  await bench.mock.ask(`${PATH}?${new URLSearchParams(fields)}`, { method: 'POST', headers: {} });
  await bench.exchange(fields);
  const token = server.issued.at(-1)?.value ?? '';
  await bench.teams(token);
  const [consent, byQuery, byBody, teams] = server.requests;
  if (!consent || !byQuery || !byBody || !teams) throw new Error('Four requests were sent');
  expect(server.carried(consent, state)).toBe(true);
  expect(byQuery.query).toMatchObject({ client_id: [APP.clientId], code: ['(hidden)'] });
  for (const exchange of [byQuery, byBody]) {
    expect(server.carried(exchange, APP.clientSecret)).toBe(true);
    expect(server.carried(exchange, code)).toBe(true);
    expect(server.carried(exchange, token)).toBe(false);
  }
  expect(server.carried(teams, token)).toBe(true);
  expect(server.carried(teams, code)).toBe(false);
  expect(server.carried({ ...teams, id: 99 }, token)).toBe(false);
  expect(JSON.stringify(server.requests)).not.toMatch(/CANARY|SAMPLE_oauth/);
});
