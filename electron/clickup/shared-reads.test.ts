import { describe, expect, it } from 'vitest';
import { fail } from '../contract/errors.ts';
import type { RequestProgress } from '../contract/requests.ts';
import { getAuthorizedUser } from './catalogue/authorization.ts';
import { createChecklist } from './catalogue/task-checklists.ts';
import { getSpace } from './catalogue/spaces.ts';
import type { ClientRequest } from './client.ts';
import {
  authorizeCanary,
  authorizeWith,
  bench,
  canaryAuthorization,
  jsonResponse,
  limitedResponse,
  type Responder,
} from './fakes.test-support.ts';

const read: ClientRequest = {
  operation: getAuthorizedUser,
  parameters: {},
  authorize: authorizeCanary,
  priority: 'background',
};

/** A network that answers when it is told to. */
const held = () => {
  const waiting: (() => void)[] = [];
  const respond: Responder = (_url, init) =>
    new Promise((resolve, reject) => {
      waiting.push(() => resolve(jsonResponse({ n: waiting.length })));
      init.signal?.addEventListener('abort', () => reject(new Error('net::ERR_ABORTED')));
    });
  return {
    ...bench(respond),
    answer: (index: number) => waiting[index]?.(),
    answerAll: () => waiting.forEach((answer) => answer()),
  };
};

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('identical reads', () => {
  it('travel once while one is under way, and anew afterwards', async () => {
    const { client, sent, answerAll } = held();
    const both = [client.send(read), client.send(read)];
    await settle();
    expect(sent).toHaveLength(1);
    answerAll();
    const [first, second] = await Promise.all(both);
    expect(first).toBe(second);
    const third = client.send(read);
    await settle();
    expect(sent).toHaveLength(2);
    answerAll();
    await third;
  });

  it.each<[string, ClientRequest]>([
    ['another address', { ...read, operation: getSpace, parameters: { space_id: '1' } }],
    [
      'another token',
      { ...read, authorize: authorizeWith({ ...canaryAuthorization, token: 'pk_CANARY_OTHER' }) },
    ],
    ['a write', { ...read, operation: createChecklist, parameters: { task_id: '1' } }],
  ])('are not %s', async (_name, other) => {
    const { client, sent, answerAll } = held();
    const both = [client.send(read), client.send(other)];
    await settle();
    expect(sent).toHaveLength(2);
    answerAll();
    await Promise.all(both);
  });

  it('are left by one without the other, and end with the last', async () => {
    const { client, sent, answerAll } = held();
    const aborts = [new AbortController(), new AbortController(), new AbortController()];
    const asked = aborts.map(({ signal }) => client.send({ ...read, signal }));
    await settle();
    aborts[0]?.abort();
    expect(await asked[0]).toEqual(fail({ kind: 'cancelled' }));
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    aborts[1]?.abort();
    aborts[2]?.abort();
    expect(await asked[2]).toEqual(fail({ kind: 'cancelled' }));
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    const anew = client.send(read);
    await settle();
    expect(sent).toHaveLength(2);
    answerAll();
    expect((await anew).ok).toBe(true);
  });

  it('are not told what was read before a write', async () => {
    const { client, sent, answer, answerAll } = held();
    const before = client.send(read);
    await settle();
    const write = client.send({
      ...read,
      operation: createChecklist,
      parameters: { task_id: '1' },
    });
    await settle();
    answer(1);
    await write;
    const after = client.send(read);
    await settle();
    expect(sent).toHaveLength(3);
    answerAll();
    expect(await before).not.toBe(await after);
  });

  it('go as soon as the person who joins them would', async () => {
    const resetAt = 1_790_000_060_000;
    const { client, clock, sent } = bench(async () => limitedResponse(200, 70, resetAt));
    const first = Array.from({ length: 30 }, (_unused, id) =>
      client.send({ ...read, operation: getSpace, parameters: { space_id: String(id) } }),
    );
    await Promise.all(first);
    const waiting = client.send(read);
    await clock.advanceAsync(1000);
    expect(sent).toHaveLength(30);
    const told: RequestProgress[] = [];
    const person = client.send({
      ...read,
      priority: 'interactive',
      onProgress: (progress) => told.push(progress),
    });
    expect(await person).toBe(await waiting);
    expect(sent).toHaveLength(31);
    expect(told.map(({ kind }) => kind)).toEqual(['waiting', 'sending']);
  });
});
