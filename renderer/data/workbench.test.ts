import { describe, expect, test } from 'vitest';
import type { Bridge } from '../../electron/contract/contract.ts';
import type { Result } from '../../electron/contract/errors.ts';
import type { Answer } from '../../electron/contract/requests.ts';
import { createWorkbench, sheetOf } from './workbench.ts';

const answer: Answer = {
  status: 200,
  statusText: 'OK',
  target: '/api/v2/user',
  durationMs: 10,
  bytes: 2,
  contentType: 'application/json',
  budget: null,
  redacted: 0,
  body: { kind: 'json', text: '{}' },
};

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
  let ids = 0;
  const workbench = createWorkbench({
    bridge: { requests } as Bridge,
    newId: () => `id-${(ids += 1)}`,
    connectionId: null,
  });
  const run = (id = 'user') => sheetOf(workbench.read(), id).run;
  return { workbench, waiting, sent, cancelled, run };
};

describe('createWorkbench', () => {
  test('keeps drafts and answers of each operation apart', async () => {
    const { workbench, waiting, run } = bench();
    workbench.type('task', 'task_id', '1');
    const sending = workbench.send('user', {});
    waiting[0]?.({ ok: true, value: answer });
    await sending;
    expect(run().outcome).toEqual({ kind: 'answered', answer });
    expect(run('task').outcome).toBeNull();
    expect(sheetOf(workbench.read(), 'task').drafts).toEqual({ task_id: '1' });
  });

  test('sends once while a request is under way', async () => {
    const { workbench, waiting, sent } = bench();
    const first = workbench.send('user', {});
    await workbench.send('user', {});
    expect(sent).toHaveLength(1);
    waiting[0]?.({ ok: true, value: answer });
    await first;
  });

  test('cancelling brings back the answer from before', async () => {
    const { workbench, waiting, cancelled, run } = bench();
    const first = workbench.send('user', {});
    waiting[0]?.({ ok: true, value: answer });
    await first;
    const second = workbench.send('user', {});
    expect(run().outcome).toEqual({ kind: 'answered', answer });
    workbench.cancel('user');
    expect(cancelled).toEqual([{ requestId: 'id-2' }]);
    waiting[1]?.({ ok: false, error: { kind: 'cancelled' } });
    await second;
    expect(run()).toEqual({ requestId: null, outcome: { kind: 'answered', answer } });
  });

  test('cancelling nothing asks nothing', () => {
    const { workbench, cancelled } = bench();
    workbench.cancel('user');
    expect(cancelled).toEqual([]);
  });

  test('a failure is an outcome', async () => {
    const { workbench, waiting, run } = bench();
    const sending = workbench.send('user', {});
    waiting[0]?.({ ok: false, error: { kind: 'offline' } });
    await sending;
    expect(run().outcome).toEqual({ kind: 'failed', error: { kind: 'offline' } });
  });
});
