import { describe, expect, it, vi } from 'vitest';
import { fail } from '../contract/errors.ts';
import {
  authorizeCanary,
  bench,
  jsonResponse,
  neverAnswers,
  type Responder,
} from './fakes.test-support.ts';
import { createRequestRunner, type RequestInput } from './request-runner.ts';

const ID = '6f1c0f6e-5d0a-4d51-9a51-1f1b0a2f7b10';
const OTHER_ID = '0b9d3a04-24ad-4b2f-8c3c-1a6a3f0f2c11';
const input: RequestInput = {
  requestId: ID,
  operationId: 'get-space',
  parameters: { space_id: '790' },
};

const runnerOver = (respond: Responder, isConnected = true) => {
  const world = bench(respond);
  const onError = vi.fn<(error: unknown) => Promise<void>>(async () => {});
  const runner = createRequestRunner({
    client: world.client,
    active: () =>
      isConnected
        ? { connectionId: 'connection', authorize: authorizeCanary, followUp: onError }
        : null,
  });
  return { ...world, runner, onError };
};

describe('the request runner', () => {
  it('answers what ClickUp answered and tells of no error', async () => {
    const { runner, onError, sent } = runnerOver(async () => jsonResponse({ id: '790' }));
    expect(await runner.send(input)).toMatchObject({ ok: true, value: { status: 200 } });
    expect(sent[0]?.url).toBe('https://api.clickup.com/api/v2/space/790');
    expect(onError).not.toHaveBeenCalled();
  });

  it('tells of an error status, which is an answer all the same', async () => {
    const { runner, onError } = runnerOver(async () =>
      jsonResponse({ err: 'Token invalid', ECODE: 'OAUTH_025' }, { status: 401 }),
    );
    expect(await runner.send(input)).toMatchObject({ ok: true, value: { status: 401 } });
    expect(onError).toHaveBeenCalledExactlyOnceWith({
      kind: 'unauthorized',
      said: { sentence: 'Token invalid', ecode: 'OAUTH_025' },
    });
  });

  it.each(['no-such-operation', '', '__proto__', 'toString'])(
    'refuses the operation %j',
    async (operationId) => {
      const { runner, sent } = runnerOver(async () => jsonResponse({}));
      expect(await runner.send({ ...input, operationId })).toMatchObject({
        ok: false,
        error: { kind: 'invalid', field: 'operationId' },
      });
      expect(sent).toEqual([]);
    },
  );

  it('refuses where nobody is connected', async () => {
    const { runner, sent } = runnerOver(async () => jsonResponse({}), false);
    expect(await runner.send(input)).toEqual(fail({ kind: 'unauthorized', said: null }));
    expect(sent).toEqual([]);
  });

  it('cancels the one request that is meant', async () => {
    const { runner, sentCount, clock } = runnerOver(neverAnswers);
    const first = runner.send(input);
    const second = runner.send({ ...input, requestId: OTHER_ID });
    await sentCount(2);
    runner.cancel(OTHER_ID);
    runner.cancel('e7a1de3a-7d9c-4f43-9c7e-7a3d7c0f5b12');
    expect(await second).toEqual(fail({ kind: 'cancelled' }));
    clock.advance(15_000);
    expect(await first).toEqual(fail({ kind: 'timeout', afterMs: 15_000 }));
  });

  it('cancels every request of a connection that is signed out, and of no other', async () => {
    const { runner, sentCount } = runnerOver(neverAnswers);
    const both = [runner.send(input), runner.send({ ...input, requestId: OTHER_ID })];
    await sentCount(2);
    runner.cancelAllOf('another');
    runner.cancel(ID);
    expect(await both[0]).toEqual(fail({ kind: 'cancelled' }));
    runner.cancelAllOf('connection');
    expect(await both[1]).toEqual(fail({ kind: 'cancelled' }));
  });

  it('cancels a request that was just sent', async () => {
    const { runner, sent } = runnerOver(neverAnswers);
    const result = runner.send(input);
    runner.cancel(ID);
    expect(await result).toEqual(fail({ kind: 'cancelled' }));
    expect(sent).toEqual([]);
  });

  it('refuses an id that is on its way and takes it again afterwards', async () => {
    const { runner, sentCount } = runnerOver(neverAnswers);
    const first = runner.send(input);
    expect(await runner.send(input)).toMatchObject({ error: { field: 'requestId' } });
    await sentCount(1);
    runner.cancel(ID);
    expect(await first).toEqual(fail({ kind: 'cancelled' }));
    const again = runner.send(input);
    await sentCount(2);
    runner.cancel(ID);
    expect(await again).toEqual(fail({ kind: 'cancelled' }));
  });
});
