import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../contract/errors.ts';
import type { OperationInfo } from '../contract/operations.ts';
import type { Answer, Parameters } from '../contract/requests.ts';
import { getAuthorizedUser as user } from './catalogue/authorization.ts';
import { getSpace as space } from './catalogue/spaces.ts';
import {
  type AuthorizationSupplier,
  type ClientRequest,
  errorOfAnswer,
  valueOfAnswer,
} from './client.ts';
import { singleOrigin } from './endpoint.ts';
import {
  authorizeCanary,
  authorizeWith,
  bench,
  CANARY,
  canaryAuthorization,
  jsonResponse,
  neverAnswers,
  type Responder,
} from './fakes.test-support.ts';
import { HOSTILE_VALUES } from './hostile-values.test-support.ts';
import { REDACTED } from './redaction.ts';

const valueOf = (result: Result<Answer>): Answer => {
  if (!result.ok) throw new Error(`Expected an answer, got ${result.error.kind}`);
  return result.value;
};

const answering =
  (...responses: readonly Response[]): Responder =>
  () => {
    const [response] = responses;
    return response === undefined
      ? Promise.reject(new Error('net::ERR_FAILED'))
      : Promise.resolve(response.clone());
  };

const rejecting =
  (failure: unknown): Responder =>
  () =>
    Promise.reject(failure);

/** Headers come, the body never ends. */
const endlessBody = (obeysAbort: boolean): Responder => {
  return (_url, init) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([0x7b]));
        if (!obeysAbort) return;
        init.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    return Promise.resolve(new Response(body));
  };
};

/** A request that a person waits for. */
const asking = (
  operation: OperationInfo,
  parameters: Parameters,
  authorize: AuthorizationSupplier,
  signal?: AbortSignal,
): ClientRequest => ({
  operation,
  parameters,
  authorize,
  priority: 'interactive',
  ...(signal === undefined ? {} : { signal }),
});

/** Lets everything that is already on its way happen. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the request', () => {
  it('goes out once with no cookies, no cache and no redirects', async () => {
    const { client, sent } = bench(answering(jsonResponse({ user: {} })));
    await client.send(asking(user, {}, authorizeCanary));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe('https://api.clickup.com/api/v2/user');
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    expect(sent[0]?.init.body).toBeUndefined();
  });

  it('shows a personal token bare and an OAuth token as Bearer', async () => {
    const { client, sent } = bench(() => Promise.resolve(jsonResponse({})));
    await client.send(asking(user, {}, authorizeCanary));
    await client.send(
      asking(user, {}, authorizeWith({ ...canaryAuthorization, scheme: 'bearer' })),
    );
    expect(sent.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
      CANARY,
      `Bearer ${CANARY}`,
    ]);
    expect(sent.map(({ url }) => url).join()).not.toContain(CANARY);
  });

  it('goes to the endpoint of its authorization and nowhere else', async () => {
    const { client, sent } = bench(answering(jsonResponse({})));
    const endpoint = singleOrigin('http://127.0.0.1:4010');
    await client.send(asking(user, {}, authorizeWith({ ...canaryAuthorization, endpoint })));
    expect(sent[0]?.url).toBe('http://127.0.0.1:4010/api/v2/user');
  });

  it.each(['https://api.clickup.com/x', 'https://u@api.clickup.com', 'file://', 'nothing'])(
    'is not sent to the endpoint %j',
    async (api) => {
      const { client, sent } = bench(answering(jsonResponse({})));
      const authorize = authorizeWith({ ...canaryAuthorization, endpoint: singleOrigin(api) });
      expect(await client.send(asking(user, {}, authorize))).toMatchObject({
        ok: false,
        error: { kind: 'invalid' },
      });
      expect(sent).toEqual([]);
    },
  );

  it('does not read the token where the target is refused', async () => {
    const { client, sent } = bench(answering(jsonResponse({})));
    const authorize = vi.fn<AuthorizationSupplier>(authorizeCanary);
    let refused = 0;
    for (const value of HOSTILE_VALUES) {
      const before = authorize.mock.calls.length;
      const result = await client.send(asking(space, { space_id: value }, authorize));
      if (result.ok || result.error.kind !== 'invalid') continue;
      refused += 1;
      expect(authorize.mock.calls).toHaveLength(before);
    }
    expect(refused).toBeGreaterThan(10);
    await client.send(asking(space, {}, authorize));
    await client.send(asking(space, { space_id: '1', __proto: 'x' }, authorize));
    expect(authorize.mock.calls).toHaveLength(HOSTILE_VALUES.length - refused);
    expect(sent).toHaveLength(HOSTILE_VALUES.length - refused);
  });

  it('gives the error of the supplier and sends nothing', async () => {
    const { client, sent, reach } = bench(answering(jsonResponse({})));
    const locked: AuthorizationSupplier = () => Promise.resolve(fail({ kind: 'keychainLocked' }));
    expect(await client.send(asking(user, {}, locked))).toEqual(fail({ kind: 'keychainLocked' }));
    expect(sent).toEqual([]);
    expect(reach).toEqual([]);
  });
});

describe('the answer', () => {
  it('is whatever ClickUp says, errors included', async () => {
    const { client } = bench(
      answering(
        jsonResponse(
          { err: 'Rate limit reached', ECODE: 'APP_002' },
          {
            status: 429,
            statusText: 'Too Many Requests',
            headers: {
              'x-ratelimit-limit': '100',
              'x-ratelimit-remaining': '0',
              'x-ratelimit-reset': '1790000042',
            },
          },
        ),
      ),
    );
    const answer = valueOf(await client.send(asking(user, {}, authorizeCanary)));
    expect(answer).toEqual({
      status: 429,
      statusText: 'Too Many Requests',
      target: '/api/v2/user',
      durationMs: 0,
      bytes: 46,
      contentType: 'application/json; charset=utf-8',
      budget: { limit: 100, remaining: 0, resetAt: 1_790_000_042_000 },
      attempts: [{ waitedMs: 0, durationMs: 0, outcome: { kind: 'answered', status: 429 } }],
      redacted: 0,
      body: { kind: 'json', text: '{"err":"Rate limit reached","ECODE":"APP_002"}' },
    });
    expect(errorOfAnswer(answer)).toEqual({
      kind: 'rateLimited',
      resetAt: 1_790_000_042_000,
      said: { sentence: 'Rate limit reached', ecode: 'APP_002' },
    });
  });

  it('keeps big numbers whole', async () => {
    const text = '{"orderindex":"1.0","id":12345678901234567890}';
    const { client } = bench(answering(new Response(text)));
    expect(valueOf(await client.send(asking(user, {}, authorizeCanary))).body).toEqual({
      kind: 'json',
      text,
    });
  });

  it('is text where it is HTML, whatever the header says', async () => {
    const html = '<!doctype html><title>502 Bad Gateway</title>';
    const headers = { 'content-type': 'application/json' };
    const { client } = bench(answering(new Response(html, { status: 502, headers })));
    const answer = valueOf(await client.send(asking(user, {}, authorizeCanary)));
    expect(answer.body).toEqual({ kind: 'text', text: html });
    expect(errorOfAnswer(answer)).toEqual({ kind: 'server', status: 502, said: null });
  });

  it.each([
    ['a 204', new Response(null, { status: 204 })],
    ['nothing', new Response('')],
    ['blanks', new Response(' \n')],
  ])('is empty for %s', async (_name, response) => {
    const { client } = bench(answering(response));
    expect(valueOf(await client.send(asking(user, {}, authorizeCanary))).body).toEqual({
      kind: 'empty',
    });
  });

  it('measures from sending to the last byte', async () => {
    const world = bench(() => {
      world.clock.advance(120);
      return Promise.resolve(jsonResponse({}));
    });
    const answer = valueOf(await world.client.send(asking(user, {}, authorizeCanary)));
    expect(answer.durationMs).toBe(120);
    expect(world.clock.pending()).toBe(0);
  });

  it('tells the budget and that the network is there', async () => {
    const headers = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '87' };
    const { client, traffic, reach } = bench(answering(jsonResponse({}, { headers })));
    await client.send(asking(user, {}, authorizeCanary));
    expect(traffic.at(-1)).toEqual({
      budget: { limit: 100, remaining: 87, resetAt: null },
      waiting: 0,
      goesOnAt: null,
    });
    expect(reach).toEqual(['online']);
  });

  it('never repeats the token: not in the body, the status text or the content type', async () => {
    const { client } = bench(
      answering(
        jsonResponse(
          { err: `Token ${CANARY} invalid`, headers: { authorization: CANARY } },
          {
            status: 401,
            statusText: `Bad ${CANARY}`,
            headers: { 'content-type': `application/json; x=${CANARY}`, 'x-echo': CANARY },
          },
        ),
      ),
    );
    const result = await client.send(asking(user, {}, authorizeCanary));
    expect(JSON.stringify(result)).not.toContain(CANARY);
    expect(valueOf(result).redacted).toBe(4);
    expect(valueOf(result).statusText).toBe(`Bad ${REDACTED}`);
    expect(JSON.stringify(errorOfAnswer(valueOf(result)))).not.toContain(CANARY);
  });
});

describe('a request without an answer', () => {
  it('times out where no headers come', async () => {
    const { client, clock, sent, sentCount, reach } = bench(neverAnswers);
    const result = client.send(asking(user, {}, authorizeCanary));
    await sentCount(1);
    await clock.advanceAsync(19_999);
    expect(clock.pending()).toBe(1);
    clock.advance(1);
    expect(await result).toEqual(fail({ kind: 'timeout', afterMs: 20_000 }));
    expect(sent).toHaveLength(2);
    expect(reach).toEqual(['offline']);
    expect(clock.pending()).toBe(0);
  });

  it.each([true, false])(
    'times out where the body does not end (network obeys the abort: %s)',
    async (obeysAbort) => {
      const { client, clock, sentCount } = bench(endlessBody(obeysAbort));
      const result = client.send(asking(user, {}, authorizeCanary));
      await sentCount(1);
      await settle();
      clock.advance(15_000);
      await settle();
      expect(clock.pending()).toBe(1);
      clock.advance(15_000);
      expect(await result).toEqual(fail({ kind: 'timeout', afterMs: 30_000 }));
    },
  );

  it('times out where the network ignores the abort altogether', async () => {
    const { client, clock, sentCount } = bench(() => new Promise(() => {}));
    const result = client.send(asking(user, {}, authorizeCanary));
    await sentCount(1);
    await clock.advanceAsync(20_000);
    expect(await result).toEqual(fail({ kind: 'timeout', afterMs: 20_000 }));
  });

  it('tells the budget even where the body never comes', async () => {
    const world = bench(async (url, init) => {
      const response = await endlessBody(true)(url, init);
      response.headers.set('x-ratelimit-limit', '100');
      response.headers.set('x-ratelimit-remaining', '0');
      return response;
    });
    const result = world.client.send(asking(user, {}, authorizeCanary));
    await world.sentCount(1);
    await settle();
    world.clock.advance(30_000);
    await result;
    expect(world.traffic.at(-1)?.budget).toEqual({ limit: 100, remaining: 0, resetAt: null });
  });

  it('is cancelled before it is sent', async () => {
    const { client, sent } = bench(answering(jsonResponse({})));
    expect(await client.send(asking(user, {}, authorizeCanary, AbortSignal.abort()))).toEqual(
      fail({ kind: 'cancelled' }),
    );
    expect(sent).toEqual([]);
  });

  it('is cancelled while the keychain is being asked', async () => {
    const { client, sent } = bench(answering(jsonResponse({})));
    const abort = new AbortController();
    const slow: AuthorizationSupplier = async () => {
      abort.abort();
      return ok(canaryAuthorization);
    };
    expect(await client.send(asking(user, {}, slow, abort.signal))).toEqual(
      fail({ kind: 'cancelled' }),
    );
    expect(sent).toEqual([]);
  });

  it('is cancelled though the keychain never answers', async () => {
    const { client, sent } = bench(answering(jsonResponse({})));
    const abort = new AbortController();
    const never: AuthorizationSupplier = () => new Promise(() => {});
    const result = client.send(asking(user, {}, never, abort.signal));
    abort.abort();
    expect(await result).toEqual(fail({ kind: 'cancelled' }));
    expect(sent).toEqual([]);
  });

  it.each([
    ['waiting for headers', neverAnswers, []],
    ['reading the body', endlessBody(true), ['online']],
    ['a network that ignores it', endlessBody(false), ['online']],
  ])('is cancelled while %s', async (_name, respond, known) => {
    const { client, clock, sentCount, reach } = bench(respond);
    const abort = new AbortController();
    const result = client.send(asking(user, {}, authorizeCanary, abort.signal));
    await sentCount(1);
    await settle();
    abort.abort();
    expect(await result).toEqual(fail({ kind: 'cancelled' }));
    expect(reach).toEqual(known);
    expect(clock.pending()).toBe(0);
  });

  it('is not touched by a cancel that comes too late', async () => {
    const { client } = bench(answering(jsonResponse({})));
    const abort = new AbortController();
    const result = await client.send(asking(user, {}, authorizeCanary, abort.signal));
    abort.abort();
    expect(result.ok).toBe(true);
  });

  it('is offline where there is no way to the server', async () => {
    const { client, reach } = bench(rejecting(new Error('net::ERR_INTERNET_DISCONNECTED')));
    expect(await client.send(asking(user, {}, authorizeCanary))).toEqual(fail({ kind: 'offline' }));
    expect(reach).toEqual(['offline']);
  });

  it('is a bad answer where it was redirected', async () => {
    const { client, reach } = bench(
      rejecting(new Error('Attempted to redirect, but redirect policy was error')),
    );
    expect(await client.send(asking(user, {}, authorizeCanary))).toEqual(
      fail({ kind: 'badAnswer', status: 0, contentType: null, said: null }),
    );
    expect(reach).toEqual([]);
  });

  it.each([
    new TypeError(`Header "authorization" has invalid value "${CANARY}"`),
    new Error(`net::ERR_CONNECTION_RESET while sending ${CANARY}`),
    CANARY,
    { token: CANARY },
  ])('never repeats the token of a failure (%#)', async (failure) => {
    const { client } = bench(rejecting(failure));
    const result = await client.send(asking(user, {}, authorizeCanary));
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain(CANARY);
  });

  it('survives a network that throws at once', async () => {
    const { client, clock } = bench(() => {
      throw new TypeError(`Invalid header ${CANARY}`);
    });
    expect(await client.send(asking(user, {}, authorizeCanary))).toMatchObject({
      ok: false,
      error: { kind: 'badAnswer' },
    });
    expect(clock.pending()).toBe(0);
  });
});

describe('valueOfAnswer', () => {
  const answer: Answer = {
    status: 200,
    statusText: 'OK',
    target: '/api/v2/user',
    durationMs: 1,
    bytes: 2,
    contentType: 'text/html',
    budget: null,
    attempts: [],
    redacted: 0,
    body: { kind: 'json', text: '{"n":5}' },
  };
  const parse = (body: unknown) => (JSON.stringify(body) === '{"n":5}' ? 5 : null);
  const bad = fail({ kind: 'badAnswer', status: 200, contentType: 'text/html', said: null });

  it('gives what the parser made of it', () => {
    expect(valueOfAnswer(answer, parse)).toEqual(ok(5));
  });

  it('gives a bad answer where the parser makes nothing of it or there is no JSON', () => {
    expect(valueOfAnswer({ ...answer, body: { kind: 'json', text: '{}' } }, parse)).toEqual(bad);
    expect(valueOfAnswer({ ...answer, body: { kind: 'text', text: 'x' } }, parse)).toEqual(bad);
    expect(valueOfAnswer({ ...answer, body: { kind: 'empty' } }, parse)).toEqual(bad);
  });

  it('gives the error of an error status without asking the parser', () => {
    expect(valueOfAnswer({ ...answer, status: 404 }, parse)).toEqual(
      fail({ kind: 'notFound', said: null }),
    );
  });
});
