import { describe, expect, test } from 'vitest';
import type { Bridge } from '../../electron/contract/contract.ts';
import type { Result } from '../../electron/contract/errors.ts';
import type { Answer, RequestProgress } from '../../electron/contract/requests.ts';
import { createWorkbench, filledSheet, type Sending, sheetOf } from './workbench.ts';

const answer: Answer = {
  status: 200,
  statusText: 'OK',
  target: '/api/v2/user',
  durationMs: 10,
  bytes: 2,
  contentType: 'application/json',
  budget: null,
  attempts: [],
  redacted: 0,
  body: { kind: 'json', text: '{}' },
};

const nothing: Sending = { parameters: {}, body: { kind: 'none' } };

const ANSWERED = { kind: 'answered', requestId: 'id-1', parameters: {}, answer };

const bench = () => {
  const waiting: ((result: Result<Answer>) => void)[] = [];
  const sent: unknown[] = [];
  const cancelled: unknown[] = [];
  const requests: Pick<Bridge['requests'], 'send' | 'cancel'> = {
    send: (input) => {
      sent.push(input);
      return new Promise((resolve) => waiting.push(resolve));
    },
    cancel: (input) => {
      cancelled.push(input);
      return Promise.resolve({ ok: true, value: null });
    },
  };
  type Told = { readonly requestId: string; readonly progress: RequestProgress };
  const listeners = new Set<(told: Told) => void>();
  const on = {
    requests: {
      progress: (listener: (told: Told) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
  const tell = (told: Told): void => {
    for (const listener of listeners) listener(told);
  };
  let ids = 0;
  const workbench = createWorkbench({
    bridge: { requests, on } as unknown as Bridge,
    clock: { after: () => () => undefined },
    newId: () => `id-${(ids += 1)}`,
    connectionId: null,
  });
  const run = (id = 'user') => sheetOf(workbench.read(), id).run;
  return { workbench, waiting, sent, cancelled, run, tell, listeners };
};

describe('createWorkbench', () => {
  test('keeps drafts and answers of each operation apart', async () => {
    const { workbench, waiting, run } = bench();
    workbench.set('task', 'task_id', '1');
    const sending = workbench.send('user', nothing);
    waiting[0]?.({ ok: true, value: answer });
    await sending;
    expect(run().outcome).toEqual(ANSWERED);
    expect(run('task').outcome).toBeNull();
    expect(sheetOf(workbench.read(), 'task').values).toEqual({ task_id: '1' });
    workbench.set('task', 'task_id', undefined);
    expect(sheetOf(workbench.read(), 'task').values).toEqual({});
  });

  test('sends once while a request is under way', async () => {
    const { workbench, waiting, sent } = bench();
    const first = workbench.send('user', nothing);
    await workbench.send('user', nothing);
    expect(sent).toHaveLength(1);
    waiting[0]?.({ ok: true, value: answer });
    await first;
  });

  test('cancelling brings back the answer from before', async () => {
    const { workbench, waiting, cancelled, run } = bench();
    const first = workbench.send('user', nothing);
    waiting[0]?.({ ok: true, value: answer });
    await first;
    const second = workbench.send('user', nothing);
    expect(run().outcome).toEqual(ANSWERED);
    workbench.cancel('user');
    expect(cancelled).toEqual([{ requestId: 'id-2' }]);
    waiting[1]?.({ ok: false, error: { kind: 'cancelled' } });
    await second;
    expect(run()).toEqual({
      requestId: null,
      progress: null,
      outcome: ANSWERED,
    });
  });

  test('a sheet that another one replaced gets no answer any more', async () => {
    const { workbench, waiting, cancelled, run } = bench();
    const first = workbench.send('user', nothing);
    const filled = filledSheet({ parameters: { team_id: '9' }, body: '{}', isWanted: true });
    workbench.replace('user', filled);
    expect(cancelled).toEqual([{ requestId: 'id-1' }]);
    expect(workbench.read()).toMatchObject({ openId: 'user', replaced: 1 });
    waiting[0]?.({ ok: true, value: answer });
    await first;
    expect(run().outcome).toBeNull();
    expect(sheetOf(workbench.read(), 'user')).toBe(filled);
    expect(filled).toMatchObject({ values: { team_id: '9' }, body: { kind: 'json', text: '{}' } });
  });

  test('cancelling nothing asks nothing', () => {
    const { workbench, cancelled } = bench();
    workbench.cancel('user');
    expect(cancelled).toEqual([]);
  });

  test('a failure is an outcome', async () => {
    const { workbench, waiting, run } = bench();
    const sending = workbench.send('user', nothing);
    waiting[0]?.({ ok: false, error: { kind: 'offline' } });
    await sending;
    expect(run().outcome).toEqual({ kind: 'failed', error: { kind: 'offline' } });
  });

  test('tells where its own request stands, until it has ended', async () => {
    const { workbench, waiting, run, tell, listeners } = bench();
    const sending = workbench.send('user', nothing);
    const progress = { kind: 'sending', attempt: 2 } as const;
    tell({ requestId: 'another', progress: { kind: 'waiting', ahead: 3, until: null } });
    expect(run().progress).toBeNull();
    tell({ requestId: 'id-1', progress });
    expect(run().progress).toEqual(progress);
    waiting[0]?.({ ok: true, value: answer });
    await sending;
    expect(run().progress).toBeNull();
    expect(listeners.size).toBe(0);
  });

  test('a file goes with one request only', async () => {
    const { workbench, waiting, sent } = bench();
    workbench.change('user', { file: { fileId: 'f', name: 'a.pdf', bytes: 3 } });
    const body = { kind: 'file', fileId: 'f', fields: {} } as const;
    const sending = workbench.send('user', { parameters: {}, body });
    expect(sent).toEqual([{ requestId: 'id-1', operationId: 'user', parameters: {}, body }]);
    expect(sheetOf(workbench.read(), 'user').file).toBeNull();
    waiting[0]?.({ ok: true, value: answer });
    await sending;
  });

  test('groups of the catalogue fold and unfold', () => {
    const { workbench } = bench();
    workbench.fold('Tasks v2');
    expect([...workbench.read().folded]).toEqual(['Tasks v2']);
    workbench.fold('Tasks v2');
    expect(workbench.read().folded.size).toBe(0);
  });
});
