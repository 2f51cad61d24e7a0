import { createServer } from 'node:http';
import type { TokenPolicy } from './authorization.ts';
import type { Clock } from './clock.ts';
import type { SampleData, SampleWorkspace } from './data/model.ts';
import { createRandom } from './data/random.ts';
import { createSampleData } from './data/sample-data.ts';
import type { TokenNotFoundEcode } from './ecodes.ts';
import { createFaultPlan } from './fault-plan.ts';
import type { Fault } from './faults.ts';
import type { OAuthApp } from './oauth/apps.ts';
import type { Rejection } from './oauth/authorize.ts';
import { createOAuth, type IssuedSecret } from './oauth/oauth.ts';
import { createRateWindows } from './rate-window.ts';
import { createRequestHandler } from './request-handler.ts';
import { createRequestLog, type RecordedRequest } from './request-log.ts';
import { createTokenBook } from './token-book.ts';
import { createWorld } from './world.ts';

export interface MockServerOptions {
  /** The only source of time. Its `now` is also the day that the sample data is laid around. */
  readonly clock: Clock;
  readonly tokens: TokenPolicy;
  /** Requests a minute for each token; by the best plan of the person's Workspaces where not given. */
  readonly limitPerMinute?: number;
  /**
   * Which answers carry the rate headers: ClickUp's page promises them on errors, peers see them on
   * all. All where not given.
   */
  readonly rateHeadersOn?: 'all' | 'errors';
  /** Any free port where not given. */
  readonly port?: number;
  readonly data?: SampleData;
  /** Whether team tasks carry `last_page`, which ClickUp does not document. Off where not given. */
  readonly lastPageOnTeam?: boolean;
  /** Decides on the probabilities and the jitter of faults. */
  readonly seed?: number;
  /** None where not given. */
  readonly oauthApps?: readonly OAuthApp[];
  /** What follows when a person rejects an app; `error` where not given. */
  readonly rejection?: Rejection;
  /** Whose id the authorize page begins with; the owner of the data where not given. `?as=` goes before. */
  readonly signedInAs?: number;
  /** How long a code can be exchanged, in milliseconds; ten minutes where not given (ClickUp does not say). */
  readonly codeLifeMs?: number;
  /** PNGs by their path, as ClickUp's hosts for files serve them. None where not given. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** A `token_type` beside `access_token`, such as `Bearer`; ClickUp declares none. */
  readonly tokenType?: string;
}

/** A running server. What changes a token takes effect with the next request. */
export interface MockServer {
  /** `http://127.0.0.1:PORT`: the API below `/api/v2`, the page that authorizes an app at `/api`. */
  readonly origin: string;
  /** The last 1,000 requests as they stand now, by arrival. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Whether a request brought this value as its token, or as a parameter that is a secret: `code`,
   * `state`, `client_secret`. The record itself holds none of them.
   */
  carried(request: RecordedRequest, secret: string): boolean;
  /**
   * Makes following answers fail, in place of the faults in force; null ends them. Of several, all
   * modifiers that match hit a request, and the first outcome that does.
   */
  fail(faults: Fault | readonly Fault[] | null): void;
  /** Counts requests against a token's present minute, as if another program used it too. */
  eat(token: string, requests: number): void;
  /** Every code and OAuth token given out, in order. */
  readonly issued: readonly IssuedSecret[];
  /** Ends a token, as a person does in ClickUp's settings. OAUTH_019 where no code is given. */
  revoke(token: string, ecode?: TokenNotFoundEcode): void;
  /** Ends a personal token in favour of another one of the same person. */
  regenerate(token: string, replacement: string): void;
  /** Takes a Workspace away from a token and, if OAuth gave it, from its app's other tokens of that person. */
  forgetWorkspace(token: string, workspaceId: string): void;
  /** Ends open connections too, and drops what was to happen later. Can be called again. */
  close(): Promise<void>;
}

/** A rare check for dead sockets is enough here, and an idle app stays idle. */
const SOCKET_CHECK_MS = 10 * 60_000;

const DEFAULT_LIMIT = 100;

const CODE_LIFE_MS = 10 * 60_000;

/**
 * Starts ClickUp's API over sample data, for this machine alone (127.0.0.1). Rejects if the port is
 * taken. Requests under another host name are refused, so that no web page can reach it by a name
 * that resolves to this machine.
 */
export async function startMockServer(options: MockServerOptions): Promise<MockServer> {
  const { clock } = options;
  const world = createWorld(options.data ?? createSampleData(clock.now()));
  const rates = createRateWindows();
  const faults = createFaultPlan(createRandom(options.seed ?? 1));
  const log = createRequestLog();
  const closing = new AbortController();
  const tokens = createTokenBook(options.tokens, (token) =>
    world.workspacesOf(token).map(({ id }) => id),
  );
  const oauth = createOAuth({
    apps: options.oauthApps ?? [],
    directory: world,
    tokens,
    rejection: options.rejection ?? 'error',
    signedInAs: options.signedInAs ?? world.data.ownerId,
    codeLifeMs: options.codeLifeMs ?? CODE_LIFE_MS,
    tokenType: options.tokenType ?? null,
  });

  let host = '';
  const server = createServer(
    // An idle connection is left open: a client that used it just as it closed would meet a fault that
    // nobody asked for.
    { connectionsCheckingInterval: SOCKET_CHECK_MS, keepAliveTimeout: 0 },
    createRequestHandler({
      clock,
      world,
      tokens,
      rates,
      faults,
      log,
      oauth,
      limitOf: (workspaces) => options.limitPerMinute ?? limitByPlan(workspaces),
      rateHeadersOn: options.rateHeadersOn ?? 'all',
      lastPageOnTeam: options.lastPageOnTeam ?? false,
      host: () => host,
      pictures: options.pictures ?? new Map(),
      closing: closing.signal,
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  return {
    origin: `http://${host}`,
    get requests() {
      return log.snapshot();
    },
    carried: ({ id }, secret) => log.carried(id, secret),
    fail: (next) => faults.set(next === null ? [] : [next].flat()),
    eat: (token, requests) => rates.eat(token, requests, clock.now()),
    get issued() {
      return [...oauth.issued];
    },
    revoke: (token, ecode = 'OAUTH_019') => tokens.revoke(token, ecode),
    regenerate: (token, replacement) => tokens.replace(token, replacement),
    forgetWorkspace: (token, workspaceId) => tokens.forgetWorkspace(token, workspaceId),
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The best plan among a token's Workspaces decides (a guess: requests like `/user` name none). */
const limitByPlan = (workspaces: readonly SampleWorkspace[]): number =>
  workspaces.length === 0
    ? DEFAULT_LIMIT
    : Math.max(...workspaces.map(({ plan }) => plan.requestsPerMinute));
