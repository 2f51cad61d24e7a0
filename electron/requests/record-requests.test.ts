import { describe, expect, it } from 'vitest';
import { CLICKUP } from '../clickup/endpoint.ts';
import { createFakeClock } from '../clickup/fake-clock.test-support.ts';
import type { RequestInput } from '../clickup/request-runner.ts';
import { memoryStore } from '../connections/fakes.test-support.ts';
import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { Answer } from '../contract/requests.ts';
import { createHistory } from './history.ts';
import { noHistory } from './history-document.ts';
import { recordRequests } from './record-requests.ts';

const ANSWER: Answer = {
  status: 404,
  statusText: 'Not Found',
  target: '/api/v2/task/1',
  durationMs: 34,
  bytes: 2,
  contentType: 'application/json',
  budget: null,
  attempts: [],
  redacted: 0,
  body: { kind: 'json', text: '{"answer":"CANARY_ANSWER"}' },
};

const INPUT: RequestInput = {
  requestId: 'r',
  operationId: 'get-task',
  parameters: { task_id: '1' },
  body: { kind: 'none' },
};

function start(answer: Result<Answer>, refusal: PerchError | null = null) {
  const clock = createFakeClock();
  const store = memoryStore(noHistory);
  const history = createHistory({
    open: () => store,
    clock,
    newId: () => '3f2c1a4e-0000-4000-8000-000000000000',
    onChange: () => undefined,
  });
  const requests = recordRequests(
    { send: async () => answer, cancel: () => undefined, cancelAllOf: () => undefined },
    {
      history,
      now: clock.now,
      active: () => ({
        connectionId: 'me',
        followUp: async () => undefined,
        authorize: async () =>
          refusal === null
            ? ok({ account: 'me', endpoint: CLICKUP, token: 'CANARY_TOKEN', scheme: 'personal' })
            : fail(refusal),
      }),
    },
  );
  const entries = async () => {
    await new Promise((settled) => setImmediate(settled));
    return history.read('me').entries;
  };
  return { requests, entries };
}

describe('recording requests', () => {
  it('notes what was sent and what came, and nothing of the answer', async () => {
    const { requests, entries } = start(ok(ANSWER));
    expect(await requests.send(INPUT)).toEqual(ok(ANSWER));
    const [entry] = await entries();
    expect(entry).toMatchObject({
      operationId: 'get-task',
      parameters: { task_id: '1' },
      outcome: { kind: 'answered', status: 404, durationMs: 34 },
      count: 1,
    });
    expect(JSON.stringify(entry)).not.toContain('CANARY');
  });

  it('notes what was lost on the way, and not what never left', async () => {
    const offline = start(fail({ kind: 'offline' }));
    await offline.requests.send(INPUT);
    expect(await offline.entries()).toMatchObject([{ outcome: { error: 'offline' } }]);
    const refused = start(fail({ kind: 'invalid', field: 'x', reason: '', said: null }));
    await refused.requests.send(INPUT);
    expect(await refused.entries()).toEqual([]);
  });

  it('notes nothing that Perch asks for itself', async () => {
    const { requests, entries } = start(ok(ANSWER));
    expect(await requests.send({ ...INPUT, isOwn: true })).toEqual(ok(ANSWER));
    expect(await entries()).toEqual([]);
  });

  it('notes nothing for a connection that has been signed out meanwhile', async () => {
    const { requests, entries } = start(ok(ANSWER), { kind: 'unauthorized', said: null });
    await requests.send(INPUT);
    expect(await entries()).toEqual([]);
  });
});
