import { createClient, type Priority } from '../../electron/clickup/client.ts';
import { createFakeClock } from '../../electron/clickup/fake-clock.test-support.ts';
import { singleOrigin } from '../../electron/clickup/endpoint.ts';
import { createReachability } from '../../electron/clickup/reachability.ts';
import { createTransport } from '../../electron/clickup/transport.ts';
import { getAuthorizedUser } from '../../electron/clickup/catalogue/authorization.ts';
import { startMockServer } from '../../electron/mock-server/index.ts';
import { ok } from '../../electron/contract/errors.ts';
import type { OperationInfo } from '../../electron/contract/operations.ts';
import { group } from './group.ts';

const LIMIT = 100;
const MINUTE = 60_000;
/** A token's share of a minute for one request. */
const SLOT_MS = MINUTE / LIMIT;
const PERSONS = 100;
const BACKGROUNDS = 200;
const STEP_MS = 250;
const TOKEN = 'pk_1_SAMPLE';
const MONDAY = Date.UTC(2026, 10, 23, 8);

/** Each request has another address, or they would travel together. */
const NUMBERED: OperationInfo = {
  ...getAuthorizedUser,
  parameters: [{ name: 'number', shape: { type: 'integer' }, required: true, about: '' }],
};

/** What became of the requests. */
export interface MixedLoad {
  readonly answered: number;
  readonly refused: number;
  /** The most that the background sent in one of the server's windows, as a part of the limit. */
  readonly backgroundShare: number;
  /** The longest that a person's request waited for its turn, in slots. */
  readonly longestWait: number;
  /** Minutes until all were answered. */
  readonly minutes: number;
}

/**
 * Three hundred requests through the client to the mock at 100 a minute while another program eats a
 * third of that: 100 of a person's, 25 a minute and some at once, and 200 of the background that all
 * want to go at the beginning. Everything runs on one clock that stands still between the steps.
 */
export async function playMixedLoad(): Promise<MixedLoad> {
  const clock = createFakeClock(MONDAY);
  const server = await startMockServer({ clock, tokens: 'any', limitPerMinute: LIMIT });
  let onTheirWay = 0;
  const transport = createTransport({
    async fetch(url, init) {
      onTheirWay += 1;
      try {
        const response = await fetch(url, init);
        const body = await response.arrayBuffer();
        return new Response(body, response);
      } finally {
        onTheirWay -= 1;
      }
    },
    clock,
    timeouts: { headersMs: 15_000, bodyMs: 30_000 },
  });
  const random = () => 0.5;
  const client = createClient({
    reads: transport,
    writes: transport,
    clock,
    random,
    reachability: createReachability({
      clock,
      random,
      hasNetwork: () => true,
      onChange: () => undefined,
    }),
    onTraffic: () => undefined,
  });
  const authorization = ok({
    account: 'bench',
    endpoint: singleOrigin(server.origin),
    token: TOKEN,
    scheme: 'personal',
  } as const);

  const statuses: number[] = [];
  const waits: number[] = [];
  const backgroundAt: number[] = [];
  const send = async (priority: Priority, id: number): Promise<void> => {
    const queuedAt = clock.now();
    const answer = await client.send({
      operation: NUMBERED,
      parameters: { number: id },
      authorize: async () => authorization,
      priority,
      onProgress(progress) {
        if (progress.kind !== 'sending') return;
        if (priority === 'interactive') waits.push(clock.now() - queuedAt);
        else backgroundAt.push(clock.now());
      },
    });
    if (!answer.ok) throw new Error(`A request got no answer: ${answer.error.kind}`);
    statuses.push(
      ...answer.value.attempts.map(({ outcome }) =>
        outcome.kind === 'answered' ? outcome.status : 0,
      ),
    );
  };

  for (let eaten = 0; eaten < 10 * (LIMIT / 3); eaten += 1) {
    clock.after(eaten * 3 * SLOT_MS, () => server.eat(TOKEN, 1));
  }
  const all: Promise<void>[] = [];
  for (let id = 0; id < BACKGROUNDS; id += 1) all.push(send('background', id));
  for (let id = 0; id < PERSONS; id += 1) {
    // In fives, every twelve seconds.
    clock.after(Math.floor(id / 5) * 12_000 + 300, () => {
      all.push(send('interactive', BACKGROUNDS + id));
    });
  }
  const arrived = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (onTheirWay > 0) await arrived();
  };
  while (statuses.length < PERSONS + BACKGROUNDS) {
    // What is on its way arrives before the time moves on.
    await arrived();
    await clock.advanceAsync(STEP_MS);
  }
  await Promise.all(all);
  await server.close();
  return {
    answered: statuses.filter((status) => status === 200).length,
    refused: statuses.filter((status) => status === 429).length,
    backgroundShare: mostInAMinute(backgroundAt) / LIMIT,
    longestWait: Math.max(...waits) / SLOT_MS,
    minutes: (clock.now() - MONDAY) / MINUTE,
  };
}

/** The most of the times, given in order, that lie within any minute. */
function mostInAMinute(times: readonly number[]): number {
  let first = 0;
  return times.reduce((most, time, index) => {
    while ((times[first] ?? time) <= time - MINUTE) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}

/** How the gate shares a token's budget: figures of a simulation, the same on every machine. */
export const MIXED_LOAD = group({
  figures: {
    refused: {
      name: 'gate: refusals of 300 mixed requests',
      kind: 'count',
      unit: 'requests',
      budget: 0,
    },
    background: {
      name: 'gate: the background’s most in a minute, of the limit',
      kind: 'count',
      unit: '×',
      budget: 0.3,
    },
    wait: {
      name: 'gate: a person’s longest wait, in slots',
      kind: 'count',
      unit: '×',
      budget: 1,
    },
  },
  async measure() {
    const { refused, backgroundShare, longestWait } = await playMixedLoad();
    return { refused, background: backgroundShare, wait: longestWait };
  },
});
