import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createExchangeServer } from './exchange.mjs';

const SECRET = 'CANARY_client_secret';
const stateOf = (n: number): string => `SAMPLE_state_${String(n).padStart(30, '0')}`;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
const listen = async (server: Server): Promise<string> => {
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return `http://127.0.0.1:${address.port}`;
};

/** An endpoint before a ClickUp that answers as told. */
const world = async (
  respond: (body: unknown, response: ServerResponse) => void = (_body, response) =>
    response.end(JSON.stringify({ access_token: 'CANARY_token', more: 'x' })),
) => {
  const asked: unknown[] = [];
  const clickup = createServer((request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      asked.push(JSON.parse(text));
      respond(asked.at(-1), response);
    });
  });
  let now = 1_790_000_000_000;
  const tokenEndpoint = await listen(clickup);
  const endpoint = await listen(
    createExchangeServer({
      clientId: 'SAMPLE_CLIENT',
      clientSecret: SECRET,
      tokenEndpoint,
      now: () => now,
    }),
  );
  const post = async (body: unknown, init: RequestInit = {}) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...init,
    });
    return { status: response.status, text: await response.text() };
  };
  return { asked, post, endpoint, tokenEndpoint, wait: (ms: number) => (now += ms) };
};
const good = (n = 0) => ({ code: 'CANARY_code', state: stateOf(n), client_id: 'SAMPLE_CLIENT' });

describe('the exchange endpoint', () => {
  it('adds the secret and gives back the token alone', async () => {
    const { post, asked } = await world();
    const { status, text } = await post(good());
    expect([status, JSON.parse(text)]).toEqual([200, { access_token: 'CANARY_token' }]);
    expect(asked).toEqual([
      { client_id: 'SAMPLE_CLIENT', client_secret: SECRET, code: 'CANARY_code' },
    ]);
  });

  it.each([
    ['no state', { state: undefined }, 400],
    ['a short state', { state: 'abc' }, 400],
    ['a state of other letters', { state: ' '.repeat(43) }, 400],
    ['no code', { code: undefined }, 400],
    ['a code with a line break', { code: 'a\nb' }, 400],
    ['another client ID', { client_id: 'OTHER' }, 400],
  ])('refuses %s without asking ClickUp', async (_name, change, expected) => {
    const { post, asked } = await world();
    expect((await post({ ...good(), ...change })).status).toBe(expected);
    expect(asked).toEqual([]);
  });

  it('refuses what is not a small JSON object by POST', async () => {
    const { post, asked, endpoint } = await world();
    expect((await fetch(endpoint)).status).toBe(405);
    expect((await post(null)).status).toBe(400);
    expect((await post([])).status).toBe(400);
    expect((await post(good(), { body: '{' })).status).toBe(400);
    expect((await post(good(), { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    await expect(post({ ...good(), more: 'x'.repeat(10_000) })).rejects.toThrow('fetch failed');
    expect(asked).toEqual([]);
  });

  it('takes each state once, for as long as an attempt can last', async () => {
    const { post, asked, wait } = await world();
    expect((await post(good())).status).toBe(200);
    expect((await post(good())).status).toBe(409);
    wait(10 * 60_000 - 1);
    expect((await post(good())).status).toBe(409);
    expect(asked).toHaveLength(1);
  });

  it('exchanges thirty a minute and no more', async () => {
    const { post, asked, wait } = await world();
    for (let n = 0; n < 30; n += 1) expect((await post(good(n))).status).toBe(200);
    expect((await post(good(30))).status).toBe(429);
    wait(60_001);
    expect((await post(good(31))).status).toBe(200);
    expect(asked).toHaveLength(31);
  });

  it('passes ClickUp’s own words on, and nothing that repeats the secret', async () => {
    const refusing = await world((_body, response) =>
      response.writeHead(401).end(JSON.stringify({ err: 'Code already used', ECODE: 'OAUTH_014' })),
    );
    const refused = await refusing.post(good());
    expect(refused.status).toBe(401);
    expect(JSON.parse(refused.text)).toEqual({ err: 'Code already used', ECODE: 'OAUTH_014' });
    const echoing = await world((body, response) =>
      response.writeHead(400).end(JSON.stringify({ err: JSON.stringify(body) })),
    );
    expect((await echoing.post(good())).text).not.toContain('CANARY');
  });

  it('says where ClickUp cannot be understood or reached', async () => {
    const html = await world((_body, response) => response.end('<html>'));
    expect((await html.post(good())).status).toBe(502);
    const empty = await world((_body, response) => response.end('{}'));
    expect((await empty.post(good())).status).toBe(502);
    const moved = await world((_body, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    );
    expect((await moved.post(good())).status).toBe(502);
  });

  it('writes nothing anywhere', async () => {
    const outs = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    const { post } = await world();
    await post(good());
    await post({ ...good(), state: 'x' });
    for (const out of outs) {
      expect(out.mock.calls.flat().join('')).not.toContain('CANARY');
      out.mockRestore();
    }
  });
});
