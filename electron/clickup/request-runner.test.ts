import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../contract/errors.ts';
import {
  authorizeCanary,
  bench,
  jsonResponse,
  neverAnswers,
  type Responder,
} from './fakes.test-support.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import { createRequestRunner, type RequestInput } from './request-runner.ts';

const ID = '6f1c0f6e-5d0a-4d51-9a51-1f1b0a2f7b10';
const OTHER_ID = '0b9d3a04-24ad-4b2f-8c3c-1a6a3f0f2c11';
const FILE_ID = '3d3c9a56-1c1b-4a38-8a4e-50c1b3f7a111';
const input: RequestInput = {
  requestId: ID,
  operationId: 'get-space',
  parameters: { space_id: '790' },
  body: { kind: 'none' },
};

const other: RequestInput = {
  ...input,
  requestId: OTHER_ID,
  parameters: { space_id: '791' },
};

const runnerOver = (respond: Responder, isConnected = true) => {
  const world = bench(respond);
  const told: unknown[] = [];
  const onError = vi.fn<(error: unknown) => Promise<void>>(async () => {});
  const runner = createRequestRunner({
    client: world.client,
    operations: async () => CATALOGUE,
    takeUpload: async (fileId) =>
      fileId === FILE_ID
        ? ok({ name: 'notes.txt', content: new Blob(['three words']) })
        : fail({ kind: 'expired' }),
    active: () =>
      isConnected
        ? { connectionId: 'connection', authorize: authorizeCanary, followUp: onError }
        : null,
    onProgress: (requestId, progress) => told.push({ requestId, progress }),
  });
  return { ...world, runner, onError, told };
};

const upload: RequestInput = {
  requestId: ID,
  operationId: 'create-task-attachment',
  parameters: { task_id: '86c0' },
  body: { kind: 'file', fileId: FILE_ID, fields: {} },
};

describe('a file', () => {
  it('goes in the part that the operation names', async () => {
    const { runner, sent } = runnerOver(async () => jsonResponse({ id: 'a' }));
    expect(await runner.send(upload)).toMatchObject({ ok: true });
    const parts = sent[0]?.init.body;
    const part = parts instanceof FormData ? parts.get('attachment') : null;
    expect(part instanceof File && [part.name, await part.text()]).toEqual([
      'notes.txt',
      'three words',
    ]);
  });

  it('goes nowhere where its handle is spent or the operation takes none', async () => {
    const { runner, sent } = runnerOver(async () => jsonResponse({}));
    const body = { kind: 'file', fileId: OTHER_ID, fields: {} } as const;
    expect(await runner.send({ ...upload, body })).toMatchObject({ error: { kind: 'expired' } });
    expect(await runner.send({ ...input, body: upload.body })).toMatchObject({
      error: { kind: 'invalid', field: 'body' },
    });
    expect(sent).toEqual([]);
  });
});

describe('the request runner', () => {
  it('answers what ClickUp answered and tells of no error', async () => {
    const { runner, onError, sent, told } = runnerOver(async () => jsonResponse({ id: '790' }));
    expect(await runner.send(input)).toMatchObject({ ok: true, value: { status: 200 } });
    expect(sent[0]?.url).toBe('https://api.clickup.com/api/v2/space/790');
    expect(onError).not.toHaveBeenCalled();
    expect(told).toEqual([{ requestId: ID, progress: { kind: 'sending', attempt: 1 } }]);
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
    const second = runner.send(other);
    await sentCount(2);
    runner.cancel(OTHER_ID);
    runner.cancel('e7a1de3a-7d9c-4f43-9c7e-7a3d7c0f5b12');
    expect(await second).toEqual(fail({ kind: 'cancelled' }));
    await clock.advanceAsync(20_000);
    expect(await first).toEqual(fail({ kind: 'timeout', afterMs: 20_000 }));
  });

  it('cancels every request of a connection that is signed out, and of no other', async () => {
    const { runner, sentCount } = runnerOver(neverAnswers);
    const both = [runner.send(input), runner.send(other)];
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
