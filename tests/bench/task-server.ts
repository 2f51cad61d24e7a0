import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createLargeData, startMockServer } from '../../electron/mock-server/index.ts';

/**
 * Serves the mock's tasks as fast as a service with many machines does: each answer is made once and
 * said again from memory, after the latency. A program of its own, so that making answers takes no
 * time from who reads them. Tells its port to the process that forked it.
 */
const [tasks = '', detail = '', latencyMs = '', limit = ''] = process.argv.slice(2);

const WINDOW_MS = 60_000;
const now = Date.now();
const mock = await startMockServer({
  clock: {
    now: () => now,
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  },
  tokens: 'any',
  limitPerMinute: Number.MAX_SAFE_INTEGER,
  data: createLargeData({ tasks: Number(tasks), now, detail: detail === 'full' ? 'full' : 'lean' }),
});
const answers = new Map<string, Promise<Buffer>>();
const used = new Map<string, { requests: number; readonly endsAt: number }>();

/** One more request of a token, in its present minute. */
function charge(token: string) {
  const before = used.get(token);
  const window =
    before !== undefined && Date.now() < before.endsAt
      ? before
      : { requests: 0, endsAt: Date.now() + WINDOW_MS };
  window.requests += 1;
  used.set(token, window);
  return window;
}

async function answerTo(url: string): Promise<Buffer> {
  const response = await fetch(`${mock.origin}${url}`, {
    headers: { authorization: 'pk_SAMPLE_1' },
  });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

// Idle connections stay open, as in the mock: one that closed just as it was used would fail a run.
const server = createServer({ keepAliveTimeout: 0 }, async ({ url = '/', headers }, response) => {
  const { requests, endsAt } = charge(headers.authorization ?? '');
  const body = answers.get(url) ?? answerTo(url);
  answers.set(url, body);
  const [bytes] = await Promise.all([body, wait(Number(latencyMs))]);
  const isOver = requests > Number(limit);
  response.writeHead(isOver ? 429 : 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-RateLimit-Limit': limit,
    'X-RateLimit-Remaining': String(Math.max(0, Number(limit) - requests)),
    'X-RateLimit-Reset': String(Math.ceil(endsAt / 1000)),
  });
  response.end(isOver ? '{"err":"Rate limit reached","ECODE":"APP_002"}' : bytes);
}).listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.once('disconnect', () => process.exit(0));
