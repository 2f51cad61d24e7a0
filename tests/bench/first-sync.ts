import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { getAuthorizedUser } from '../../electron/clickup/catalogue/authorization.ts';
import { singleOrigin } from '../../electron/clickup/endpoint.ts';
import { readNumberedPages } from '../../electron/clickup/paging/numbered-pages.ts';
import { type Speculation, speculationFor } from '../../electron/clickup/paging/speculation.ts';
import { createTaskDateReader } from '../../electron/clickup/tasks/task-date.ts';
import { workspaceTasks } from '../../electron/clickup/tasks/task-listings.ts';
import type { Task } from '../../electron/clickup/tasks/task.ts';
import { ok } from '../../electron/contract/errors.ts';
import { LARGE_WORKSPACE_ID } from '../../electron/mock-server/index.ts';
import type { Figure } from './figure.ts';
import { group } from './group.ts';
import { createGarbageCollector } from './live-memory.ts';
import { createRealClient } from './real-client.ts';
import { percentile } from './statistics.ts';

const TASKS = 10_000;
const LATENCY_MS = 50;
const LIMIT = 1000;
const IN_FLIGHT = 16;
/** A hundred whole pages and the empty one after them. */
const PAGES = TASKS / 100 + 1;
const RUNS = 5;
const SHOWN = 100;
const MB = 1_000_000;

const ahead = speculationFor(LIMIT);
const pageAfterPage: Speculation = { first: 1, most: 1 };

interface TaskServer extends AsyncDisposable {
  readonly origin: string;
}

async function startTaskServer(detail: 'lean' | 'full', tasks = TASKS): Promise<TaskServer> {
  const child = fork(
    join(import.meta.dirname, 'task-server.ts'),
    [tasks, detail, LATENCY_MS, LIMIT].map(String),
  );
  const [port] = (await once(child, 'message')) as [number];
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

interface Sync {
  /** Milliseconds until every task was there, and until it was certain that none is missing. */
  readonly thereMs: number;
  readonly provedMs: number;
  readonly requests: number;
}

let accounts = 0;

/** Reads all tasks with a token of its own, so that no run uses up another's minute. */
async function sync(
  { origin }: TaskServer,
  speculation: Speculation,
  { tasks = TASKS, deliver = () => undefined }: SyncOptions = {},
): Promise<Sync> {
  accounts += 1;
  const authorization = ok({
    account: `bench-${accounts}`,
    endpoint: singleOrigin(origin),
    token: `pk_SAMPLE_${accounts}`,
    scheme: 'personal',
  } as const);
  const client = createRealClient();
  const send = { authorize: async () => authorization, priority: 'background' } as const;
  // As in the app, where the limit is known since the token was tried.
  await client.send({ operation: getAuthorizedUser, parameters: {}, ...send });
  const source = workspaceTasks(
    {
      client,
      send,
      readDate: createTaskDateReader('Europe/Berlin'),
    },
    { workspaceId: LARGE_WORKSPACE_ID, filter: { includeClosed: true } },
  );
  let there = 0;
  let thereMs = 0;
  const startedAt = performance.now();
  const outcome = await readNumberedPages(source, {
    speculation,
    async deliver({ items }) {
      there += items.length;
      if (there === tasks) thereMs = performance.now() - startedAt;
      await deliver(items);
    },
  });
  if (outcome.kind !== 'complete' || !outcome.isProved || there !== tasks) {
    throw new Error(`The tasks were not all read: ${there}, ${JSON.stringify(outcome)}`);
  }
  return { thereMs, provedMs: performance.now() - startedAt, requests: outcome.requests };
}

interface SyncOptions {
  readonly tasks?: number;
  readonly deliver?: (tasks: readonly Task[]) => void | Promise<void>;
}

async function runs(server: TaskServer): Promise<readonly Sync[]> {
  const all: Sync[] = [];
  while (all.length < RUNS) all.push(await sync(server, ahead));
  return all;
}

/** The lowest of a few readings: what earlier work has left behind goes away only after a while. */
async function lowest(measure: () => number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < 5; reading += 1) {
    await delay(100);
    least = Math.min(least, measure());
  }
  return least;
}

/** Bytes that live at most while tasks are read of which only the first hundred are kept. */
async function liveBytes(server: TaskServer, tasks: number): Promise<number> {
  const measure = createGarbageCollector();
  const shown: Task[] = [];
  const before = await lowest(measure);
  let most = before;
  let pages = 0;
  await sync(server, ahead, {
    tasks,
    deliver(items) {
      shown.push(...items.slice(0, SHOWN - shown.length));
      pages += 1;
      if (pages % 5 === 0) most = Math.max(most, measure());
    },
  });
  if (shown.length !== SHOWN) throw new Error('Too few tasks were shown.');
  return most - before;
}

const time = (name: string, budget: number | null): Figure => ({
  name: `first sync of 10,000 tasks${name}`,
  kind: 'time',
  unit: 'ms',
  budget,
});

/**
 * A Workspace that is read for the first time, at 1,000 requests a minute and 50 ms latency. Every
 * task is there when the last page is; then the seams between the pages are read once more.
 */
export const FIRST_SYNC = group({
  figures: {
    lean: time(' of 2 KB', 1.2 * Math.ceil(PAGES / IN_FLIGHT) * LATENCY_MS),
    leanProved: time(' of 2 KB, seams too', null),
    // At least eight times faster is at most an eighth of the time.
    share: {
      name: 'first sync against page after page',
      kind: 'time',
      unit: '×',
      budget: 1 / 8,
    },
    requests: {
      name: 'first sync, seams too: requests',
      kind: 'count',
      unit: 'requests',
      budget: 2 * PAGES + IN_FLIGHT,
    },
    full: time(' of 11 KB', null),
    fullProved: time(' of 11 KB, seams too', null),
    memory: {
      name: 'first sync of 10,000 tasks of 11 KB: live memory, 100 shown',
      kind: 'memory',
      unit: 'MB',
      budget: null,
    },
    growth: {
      name: 'first sync: live memory of 10,000 tasks against 3,000',
      kind: 'memory',
      unit: '×',
      budget: 1.25,
    },
  },
  async measure() {
    await using full = await startTaskServer('full');
    await using fewer = await startTaskServer('full', 3000);
    // First of all, while this process holds little else.
    await sync(fewer, ahead, { tasks: 3000 });
    const less = await liveBytes(fewer, 3000);
    const memory = await liveBytes(full, TASKS);
    const fullRuns = await runs(full);

    await using lean = await startTaskServer('lean');
    await sync(lean, ahead);
    await sync(lean, pageAfterPage);
    const leanRuns = await runs(lean);
    const slow = await sync(lean, pageAfterPage);
    const there = leanRuns.map(({ thereMs }) => thereMs);
    return {
      lean: there,
      leanProved: leanRuns.map(({ provedMs }) => provedMs),
      share: there.map((ms) => ms / slow.thereMs),
      requests: percentile(
        leanRuns.map(({ requests }) => requests),
        1,
      ),
      full: fullRuns.map(({ thereMs }) => thereMs),
      fullProved: fullRuns.map(({ provedMs }) => provedMs),
      memory: memory / MB,
      growth: memory / less,
    };
  },
});
