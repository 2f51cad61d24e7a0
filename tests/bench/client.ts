import { singleOrigin } from '../../electron/clickup/endpoint.ts';
import { ok } from '../../electron/contract/errors.ts';
import type { OperationInfo } from '../../electron/contract/operations.ts';
import { startAnsweringServer } from './answering-server.ts';
import type { Figure } from './figure.ts';
import { group } from './group.ts';
import { createRealClient } from './real-client.ts';

const WARM_UP = 100;
const PAIRS = 400;
const LATENCY_MS = 50;
const SLOW_PAIRS = 25;
const IN_FLIGHT = 16;
const BATCH = 320;
const BATCHES = 9;
const TOKEN = 'pk_1_SAMPLE';
const PATH = '/v2/user';

const OPERATION: OperationInfo = {
  id: 'bench',
  method: 'GET',
  path: PATH,
  title: '',
  about: '',
  tag: '',
  // Identical reads that are under way together would travel once.
  parameters: [{ name: 'number', shape: { type: 'integer' }, required: true, about: '' }],
};

type Send = () => Promise<void>;

const time = async (work: () => Promise<void>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

/** Sends so many requests, a number of them at a time. */
async function inFlight(send: Send, requests: number, atATime: number): Promise<void> {
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}

/** Measures both in turns, so that what disturbs one disturbs the other, and combines each pair. */
async function pairs(
  count: number,
  both: { readonly ours: Send; readonly bare: Send },
  combine: (ours: number, bare: number) => number,
): Promise<readonly number[]> {
  const results: number[] = [];
  for (let pair = 0; pair < count; pair += 1) {
    // Neither is always the first.
    const ours = pair % 2 === 0 ? await time(both.ours) : null;
    const bare = await time(both.bare);
    results.push(combine(ours ?? (await time(both.ours)), bare));
  }
  return results;
}

const figure = (name: string, unit: Figure['unit'], budget: number): Figure => ({
  name,
  kind: 'time',
  unit,
  budget,
});

/** What main's client costs over the same `fetch` without it, which reads the same bytes. */
export const CLIENT = group({
  figures: {
    more: figure('client: more than a bare fetch', 'ms', 0.3),
    slow: figure(`client: against a bare fetch at ${LATENCY_MS} ms latency`, '×', 1.02),
    // A throughput of at least 0.95 × is a time of at most 1 / 0.95.
    many: figure(`client: time of ${IN_FLIGHT} in flight against a bare fetch`, '×', 1 / 0.95),
  },
  async measure() {
    await using server = await startAnsweringServer();
    const client = createRealClient();
    const authorization = ok({
      account: 'bench',
      endpoint: singleOrigin(server.origin),
      token: TOKEN,
      scheme: 'personal',
    } as const);
    let number = 0;
    const ours: Send = async () => {
      number += 1;
      const answer = await client.send({
        operation: OPERATION,
        parameters: { number },
        authorize: async () => authorization,
        priority: 'interactive',
      });
      if (!answer.ok || answer.value.status !== 200) throw new Error('The client got no answer.');
    };
    const bare: Send = async () => {
      number += 1;
      const response = await fetch(`${server.origin}/api${PATH}?number=${number}`, {
        headers: { accept: 'application/json', authorization: TOKEN },
        redirect: 'error',
      });
      await response.text();
    };

    await pairs(WARM_UP, { ours, bare }, () => 0);
    const more = await pairs(PAIRS, { ours, bare }, (mine, theirs) => mine - theirs);
    const batch =
      (send: Send): Send =>
      () =>
        inFlight(send, BATCH, IN_FLIGHT);
    const many = await pairs(
      BATCHES,
      { ours: batch(ours), bare: batch(bare) },
      (mine, theirs) => mine / theirs,
    );
    server.setLatency(LATENCY_MS);
    const slow = await pairs(SLOW_PAIRS, { ours, bare }, (mine, theirs) => mine / theirs);
    return { more, slow, many };
  },
});
