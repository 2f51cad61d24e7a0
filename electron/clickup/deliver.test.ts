import { describe, expect, it } from 'vitest';
import { fail } from '../contract/errors.ts';
import type { RequestProgress } from '../contract/requests.ts';
import { getAuthorizedUser } from './catalogue/authorization.ts';
import { createChecklist } from './catalogue/task-checklists.ts';
import type { ClientRequest } from './client.ts';
import {
  authorizeCanary,
  bench,
  jsonResponse,
  limitedResponse,
  neverAnswers,
  type Responder,
} from './fakes.test-support.ts';

const NOW = 1_790_000_000_000;

const read: ClientRequest = {
  operation: getAuthorizedUser,
  parameters: {},
  authorize: authorizeCanary,
  priority: 'interactive',
};
const backgroundRead: ClientRequest = { ...read, priority: 'background' };
const write: ClientRequest = {
  ...read,
  operation: createChecklist,
  parameters: { task_id: '9hz' },
  body: { kind: 'json', text: '{"name":"Launch"}' },
};

type Step = number | string | Response;

/** A network that does one thing after the other, and then answers 200: a status, a failure by Chromium's name, an answer. */
const steps = (...all: readonly Step[]): Responder => {
  const left = [...all];
  return async () => {
    const step = left.shift() ?? 200;
    if (typeof step === 'string') throw new Error(`net::ERR_${step}`);
    return typeof step === 'number' ? jsonResponse({}, { status: step }) : step;
  };
};

const statusOf = (result: Awaited<ReturnType<ReturnType<typeof bench>['client']['send']>>) =>
  result.ok ? result.value.status : result.error.kind;

describe('a read', () => {
  it('is tried again after a passing failure, and its answer shows each attempt', async () => {
    const { client, clock } = bench(steps(502, 'CONNECTION_RESET'), () => 0.5);
    const result = client.send(read);
    await clock.advanceAsync(2000);
    expect(await result).toMatchObject({
      ok: true,
      value: {
        status: 200,
        attempts: [
          { waitedMs: 0, outcome: { kind: 'answered', status: 502 } },
          { waitedMs: 500, outcome: { kind: 'failed', error: 'offline' } },
          { waitedMs: 1000, outcome: { kind: 'answered', status: 200 } },
        ],
      },
    });
  });

  it.each([500, 502, 503, 504])('gives up on %d where it stays, and answers it', async (status) => {
    const always = Array.from({ length: 20 }, () => status);
    const person = bench(steps(...always));
    expect(statusOf(await person.client.send(read))).toBe(status);
    expect(person.sent).toHaveLength(3);
    const background = bench(steps(...always));
    expect(statusOf(await background.client.send(backgroundRead))).toBe(status);
    expect(background.sent).toHaveLength(8);
  });

  it.each([200, 400, 401, 403, 404, 422, 501])('is not repeated after %d', async (status) => {
    const { client, sent } = bench(steps(status));
    expect(statusOf(await client.send(read))).toBe(status);
    expect(sent).toHaveLength(1);
  });

  it('is not repeated after a redirect or a broken certificate', async () => {
    const { client, sent } = bench(steps('CERT_DATE_INVALID'));
    expect(statusOf(await client.send(read))).toBe('badAnswer');
    expect(sent).toHaveLength(1);
  });

  it('waits as long as a busy server asks, if that is not too long', async () => {
    const busy = (seconds: string) =>
      jsonResponse({}, { status: 503, headers: { 'retry-after': seconds } });
    const { client, clock, sent } = bench(steps(busy('7')));
    const result = client.send(read);
    await clock.advanceAsync(6999);
    expect(sent).toHaveLength(1);
    await clock.advanceAsync(1);
    expect(statusOf(await result)).toBe(200);
    expect(statusOf(await bench(steps(busy('60'))).client.send(read))).toBe(503);
  });

  it('keeps within twenty seconds, its last attempt cut short', async () => {
    const { client, clock } = bench(neverAnswers, () => 1);
    const result = client.send(read);
    await clock.advanceAsync(19_999);
    expect(clock.pending()).toBe(1);
    await clock.advanceAsync(1);
    expect(await result).toEqual(fail({ kind: 'timeout', afterMs: 20_000 }));
  });

  it('tells where it stands', async () => {
    const { client, clock } = bench(steps(502), () => 0.5);
    const told: RequestProgress[] = [];
    const result = client.send({ ...read, onProgress: (progress) => told.push(progress) });
    await clock.advanceAsync(1000);
    await result;
    expect(told).toEqual([
      { kind: 'sending', attempt: 1 },
      { kind: 'waiting', ahead: 0, until: NOW + 500 },
      { kind: 'sending', attempt: 2 },
    ]);
  });

  it('is cancelled between two attempts', async () => {
    const { client, clock, sent, sentCount } = bench(steps(502), () => 1);
    const abort = new AbortController();
    const result = client.send({ ...read, signal: abort.signal });
    await sentCount(1);
    await clock.advanceAsync(1);
    abort.abort();
    expect(await result).toEqual(fail({ kind: 'cancelled' }));
    expect(sent).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });
});

describe('a write', () => {
  it.each<Step>([500, 502, 503, 'CONNECTION_RESET', 'EMPTY_RESPONSE', 'CONNECTION_REFUSED'])(
    'is never repeated after %s',
    async (step) => {
      const { client, sent } = bench(steps(step));
      const result = statusOf(await client.send(write));
      expect(result).toBe(typeof step === 'number' ? step : 'offline');
      expect(sent).toHaveLength(1);
    },
  );

  it('is never repeated after a timeout', async () => {
    const { client, clock, sent, sentCount } = bench(neverAnswers);
    const result = client.send(write);
    await sentCount(1);
    await clock.advanceAsync(15_000);
    expect(await result).toEqual(fail({ kind: 'timeout', afterMs: 15_000 }));
    expect(sent).toHaveLength(1);
  });

  it('goes again after a refusal for the limit, since then nothing was written', async () => {
    const { client, clock, sent } = bench(steps(limitedResponse(429, 0, NOW + 5000)));
    const result = client.send(write);
    await clock.advanceAsync(4999);
    expect(sent).toHaveLength(1);
    await clock.advanceAsync(1);
    expect(statusOf(await result)).toBe(200);
    expect(sent.map(({ init }) => init.body)).toEqual(['{"name":"Launch"}', '{"name":"Launch"}']);
  });
});

describe('a refusal for the limit', () => {
  const limited = () => bench(steps(limitedResponse(429, 0, NOW + 40_000)));

  it('is told at once where a person would wait too long without seeing why', async () => {
    expect(statusOf(await limited().client.send(read))).toBe(429);
  });

  it('is waited out where the waiting is shown, and by the background', async () => {
    // The background leaves the next minute to those who used up this one.
    for (const [request, ms] of [
      [{ ...read, onProgress: () => {} }, 40_000],
      [backgroundRead, 101_000],
    ] as const) {
      const { client, clock } = limited();
      const result = client.send(request);
      // oxlint-disable-next-line no-await-in-loop -- each on its own clock
      await clock.advanceAsync(ms);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await result).toMatchObject({ ok: true, value: { status: 200, attempts: [{}, {}] } });
    }
  });

  it('holds back all others of that token', async () => {
    const { client, clock, sent, traffic } = limited();
    await client.send(read);
    const later = client.send(write);
    await clock.advanceAsync(39_000);
    expect(sent).toHaveLength(1);
    expect(traffic.at(-1)).toMatchObject({ waiting: 1, goesOnAt: NOW + 40_000 });
    await clock.advanceAsync(1000);
    expect(statusOf(await later)).toBe(200);
  });

  it('is an answer in the end where it never ends', async () => {
    const { client, sent } = bench(async () => jsonResponse({}, { status: 429 }));
    expect(statusOf(await client.send(write))).toBe(429);
    expect(sent).toHaveLength(3);
  });
});

describe('without a network', () => {
  it('the background waits for it and goes on within a second of its return', async () => {
    const { client, clock, sent, reach, setNetwork } = bench(steps());
    setNetwork(false);
    const result = client.send(backgroundRead);
    await clock.advanceAsync(45_000);
    expect(sent).toEqual([]);
    expect(reach).toEqual(['offline']);
    setNetwork(true);
    await clock.advanceAsync(1000);
    expect(statusOf(await result)).toBe(200);
    expect(reach).toEqual(['offline', 'unknown', 'online']);
    expect(clock.pending()).toBe(0);
  });

  it('a person’s request tries all the same, and where it gets through all others follow', async () => {
    const { client, clock, setNetwork } = bench(steps());
    setNetwork(false);
    const background = client.send(backgroundRead);
    await clock.advanceAsync(10);
    expect(
      statusOf(
        await client.send({
          ...read,
          operation: createChecklist,
          parameters: { task_id: '1' },
          body: { kind: 'json', text: '{}' },
        }),
      ),
    ).toBe(200);
    expect(statusOf(await background)).toBe(200);
  });

  it('what never reached ClickUp is not counted', async () => {
    const { client, traffic } = bench(async () =>
      Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')),
    );
    for (let times = 0; times < 60; times += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(statusOf(await client.send(read))).toBe('offline');
    }
    expect(traffic.every(({ waiting }) => waiting === 0)).toBe(true);
  });

  it('waiting for it can be cancelled', async () => {
    const { client, clock, sent, setNetwork } = bench(steps());
    setNetwork(false);
    const abort = new AbortController();
    const result = client.send({ ...backgroundRead, signal: abort.signal });
    await clock.advanceAsync(10);
    abort.abort();
    expect(await result).toEqual(fail({ kind: 'cancelled' }));
    await clock.advanceAsync(1000);
    expect(sent).toEqual([]);
    expect(clock.pending()).toBe(0);
  });
});
