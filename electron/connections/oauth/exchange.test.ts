import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../contract/errors.ts';
import {
  bench,
  jsonResponse,
  neverAnswers,
  type Responder,
} from '../../clickup/fakes.test-support.ts';
import { CLICKUP } from '../../clickup/endpoint.ts';
import { createExchange, exchangeAddress, type ExchangeRequest } from './exchange.ts';

const SECRET = 'CANARY_client_secret';
const CODE = 'CANARY_code';
const TOKEN = 'CANARY_access_token';

const request = (change: Partial<ExchangeRequest> = {}): ExchangeRequest => ({
  code: CODE,
  state: 'SAMPLE_state',
  clientId: 'SAMPLE_CLIENT',
  redirectUri: 'app.perch.desktop://oauth/callback',
  endpoint: CLICKUP,
  with: { kind: 'secret', secret: SECRET },
  ...change,
});

const exchanging = (respond: Responder, change: Partial<ExchangeRequest> = {}) => {
  const network = bench(respond);
  return { ...network, result: createExchange(network.transport)(request(change)) };
};
const answering =
  (body: unknown, status = 200): Responder =>
  async () =>
    jsonResponse(body, { status });

describe('the exchange of a code', () => {
  it('asks ClickUp’s token endpoint once, with the secret in the body and nowhere else', async () => {
    const { result, sent } = exchanging(answering({ access_token: TOKEN }));
    expect(await result).toEqual(ok(TOKEN));
    expect(sent).toHaveLength(1);
    const [first] = sent;
    expect(first?.url).toBe('https://api.clickup.com/api/v2/oauth/token');
    expect(first?.init).toMatchObject({ method: 'POST', redirect: 'error', credentials: 'omit' });
    expect(new Headers(first?.init.headers).get('authorization')).toBeNull();
    expect(JSON.parse(String(first?.init.body))).toEqual({
      client_id: 'SAMPLE_CLIENT',
      client_secret: SECRET,
      code: CODE,
    });
  });

  it('gives a team’s endpoint the code and the state; the secret is its own', async () => {
    const address = 'https://perch.example/exchange';
    const { result, sent } = exchanging(answering({ access_token: TOKEN, token_type: 'Bearer' }), {
      with: { kind: 'endpoint', address },
    });
    expect(await result).toEqual(ok(TOKEN));
    expect(sent[0]?.url).toBe(address);
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      code: CODE,
      state: 'SAMPLE_state',
      client_id: 'SAMPLE_CLIENT',
      redirect_uri: 'app.perch.desktop://oauth/callback',
    });
  });

  it.each([
    ['OAUTH_007', 'redirect'],
    ['OAUTH_010', 'clientId'],
    ['OAUTH_011', 'clientSecret'],
    ['OAUTH_013', 'code'],
    ['OAUTH_014', 'code'],
    ['OAUTH_017', 'clientSecret'],
    ['OAUTH_999', 'clientSecret'],
  ])('names what to mend after %s: %s', async (ecode, field) => {
    const { result, sent } = exchanging(answering({ err: 'Refused', ECODE: ecode }, 401));
    const said = { sentence: 'Refused', ecode };
    expect(await result).toEqual(fail({ kind: 'invalid', field, reason: '', said }));
    expect(sent).toHaveLength(1);
  });

  it('tells a server’s failure, a limit and an answer that is none apart', async () => {
    const error = async (respond: Responder) => {
      const result = await exchanging(respond).result;
      return result.ok ? 'ok' : result.error.kind;
    };
    expect(await error(answering({}, 502))).toBe('server');
    expect(await error(answering({ err: 'Rate limit reached' }, 429))).toBe('rateLimited');
    expect(await error(async () => new Response('<html>Sign in to the Wi-Fi</html>'))).toBe(
      'badAnswer',
    );
    expect(await error(answering({}))).toBe('badAnswer');
    expect(await error(answering({ access_token: '' }))).toBe('badAnswer');
    expect(await error(answering({ access_token: 'two words' }))).toBe('badAnswer');
    expect(await error(answering({ access_token: 5 }))).toBe('badAnswer');
    expect(await error(answering(null))).toBe('badAnswer');
    expect(await error(async () => Promise.reject(new Error('net::ERR_CONNECTION_RESET')))).toBe(
      'offline',
    );
    expect(await error(async () => Promise.reject(new Error('net::ERR_FAILED')))).toBe('badAnswer');
  });

  it('gives up after a while, and is not repeated', async () => {
    const { result, clock, sent, sentCount } = exchanging(neverAnswers);
    await sentCount(1);
    clock.advance(15_000);
    expect(await result).toEqual(fail({ kind: 'timeout', afterMs: 15_000 }));
    expect(sent).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });

  it('keeps the code, the secret and the token out of every error', async () => {
    const echo = `${SECRET} ${CODE} ${TOKEN}`;
    for (const respond of [
      async () => Promise.reject(new Error(`net::ERR_FAILED ${echo}`)),
      async () => new Response(echo, { status: 500 }),
      async () => new Response(echo, { headers: { 'content-type': 'text/html' } }),
    ]) {
      expect(JSON.stringify(await exchanging(respond).result)).not.toContain('CANARY');
    }
  });
});

describe('the address of an exchange endpoint', () => {
  it.each([
    ['https://perch.example/exchange', 'https://perch.example/exchange'],
    [' https://perch.example ', 'https://perch.example/'],
    ['http://127.0.0.1:8787/exchange', 'http://127.0.0.1:8787/exchange'],
  ])('%j is one', (text, address) => {
    expect(exchangeAddress(text)).toBe(address);
  });

  it.each([
    'http://perch.example/exchange',
    'http://127.0.0.1.evil.example/',
    'https://me@perch.example/',
    'https://perch.example/#a',
    'https://perch.example\\@evil.example',
    'file:///etc/passwd',
    'perch.example',
    '',
    'a b',
  ])('%j is none', (text) => {
    expect(exchangeAddress(text)).toBeNull();
  });
});
