import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse, type Answer } from './answer.ts';
import { judge, readAuthorization, type TokenPolicy } from './authorization.ts';
import type { SampleData, SampleWorkspace } from './data/model.ts';
import { createSampleData } from './data/sample-data.ts';
import { deliver, send } from './delivery.ts';
import { createFaultPlan, spoil, type Fault } from './faults.ts';
import { createQuery } from './query.ts';
import { createRateWindows, untouched } from './rate-window.ts';
import { createRequestLog, type RecordedRequest } from './request-log.ts';
import { route } from './routes/router.ts';
import { createWorld } from './world.ts';

export interface MockServerOptions {
  /** Unix ms; the only clock. Also the day that the sample data is laid around. */
  readonly now: () => number;
  readonly tokens: TokenPolicy;
  /** Requests a minute for each token; by the best plan of the person's Workspaces where not given. */
  readonly limitPerMinute?: number;
  /** Any free port where not given. */
  readonly port?: number;
  readonly data?: SampleData;
  /** Whether team tasks carry `last_page`, which ClickUp does not document. Off where not given. */
  readonly lastPageOnTeam?: boolean;
  /** Waits out a `latency` fault; rejects when aborted. Real time where not given. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface MockServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** The last 1,000 requests as they stand now, by arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Makes following answers fail; null ends that. A new fault replaces the one in force. */
  fail(fault: Fault | null): void;
  /** Ends open connections too. Can be called again. */
  close(): Promise<void>;
}

/** A rare check for dead sockets is enough here, and an idle app stays idle. */
const SOCKET_CHECK_MS = 10 * 60_000;

const DEFAULT_LIMIT = 100;

/**
 * Starts ClickUp's API over sample data, for this machine alone (127.0.0.1). Rejects if the port is
 * taken. Requests under another host name are refused, so that no web page can reach it by a name
 * that resolves to this machine.
 */
export async function startMockServer(options: MockServerOptions): Promise<MockServer> {
  const { now, tokens, sleep = realSleep } = options;
  const world = createWorld(options.data ?? createSampleData(now()));
  const rates = createRateWindows();
  const faults = createFaultPlan();
  const log = createRequestLog();
  const closing = new AbortController();

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.resume();
    const at = now();
    const method = request.method ?? 'GET';
    const { path, search } = split(request.url ?? '/');
    const parameters = new URLSearchParams(search);
    const credentials = readAuthorization(request.headers.authorization);
    const answered = log.arrive({
      method,
      path,
      query: grouped(parameters),
      at,
      authorization: credentials.kind,
    });
    if (request.headers.host !== host) {
      answered(403);
      const answer = refuse(403, 'This server answers only to its own address.', 'SAMPLE_403');
      send(response, answer, untouched(DEFAULT_LIMIT, at));
      return;
    }

    const verdict = judge(credentials, tokens);
    const workspaces = verdict.ok ? world.workspacesOf(verdict.token) : [];
    const limit = options.limitPerMinute ?? limitOf(workspaces);
    const standing = verdict.ok
      ? rates.charge(verdict.token.value, limit, at)
      : untouched(limit, at);

    const operate = (): Answer => {
      if (!verdict.ok) return verdict.answer;
      if (standing.exceeded) return refuse(429, 'Rate limit reached', 'APP_002');
      return route(method, path, {
        world,
        userId: verdict.token.userId ?? world.data.ownerId,
        workspaces,
        query: createQuery(parameters),
        lastPageOnTeam: options.lastPageOnTeam ?? false,
      });
    };
    const delivery = spoil(
      faults.take({ method, path, search }),
      { method, path, search },
      operate,
    );
    if (delivery.kind === 'late') await sleep(delivery.ms, closing.signal);
    if ('answer' in delivery) answered(delivery.answer.status);
    deliver(response, delivery, standing);
  };

  const server = createServer(
    { connectionsCheckingInterval: SOCKET_CHECK_MS },
    (request, response) => {
      serve(request, response).catch(() => {
        if (response.headersSent || closing.signal.aborted) response.destroy();
        else send(response, refuse(500, 'The sample server failed.', 'SAMPLE_500'), null);
      });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const host = `127.0.0.1:${port}`;

  return {
    origin: `http://${host}`,
    get requests() {
      return log.snapshot();
    },
    fail: (fault) => faults.set(fault),
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The best plan among a token's Workspaces decides (a guess: requests like `/user` name none). */
const limitOf = (workspaces: readonly SampleWorkspace[]): number =>
  workspaces.length === 0
    ? DEFAULT_LIMIT
    : Math.max(...workspaces.map(({ plan }) => plan.requestsPerMinute));

const realSleep = async (ms: number, signal: AbortSignal): Promise<void> => {
  await wait(ms, undefined, { signal });
};

/** Takes a request target apart by hand: `new URL` would read `//host` as another server. */
function split(target: string): { readonly path: string; readonly search: string } {
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, search: '' }
    : { path: target.slice(0, at), search: target.slice(at) };
}

const grouped = (parameters: URLSearchParams): Record<string, readonly string[]> =>
  Object.fromEntries([...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)]));
