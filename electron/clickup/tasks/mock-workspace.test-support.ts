import {
  createLargeData,
  LARGE_WORKSPACE_ID,
  type MockServerOptions,
} from '../../mock-server/index.ts';
import { MONDAY, startTestServer, type TestServer } from '../../mock-server/server.test-support.ts';
import { authorizeCanary, bench, CANARY } from '../fakes.test-support.ts';
import { createTaskDateReader } from './task-date.ts';
import type { TaskReader } from './task-listings.ts';

/** A Workspace of the mock, Perch's own client before it, one clock for both. */
export interface MockWorkspace extends AsyncDisposable {
  readonly workspaceId: string;
  readonly reader: TaskReader;
  readonly clock: TestServer['clock'];
  /** Requests of the client so far, and the bytes of their answers. */
  traffic(): { readonly requests: number; readonly bytes: number };
  /** Called before each of the client's requests reaches the server, one after the other. */
  beforeEach(work: () => Promise<void>): void;
  /** Asks around the client. Throws where the answer is no success. */
  ask(path: string, init?: RequestInit): Promise<unknown>;
  write(method: 'POST' | 'PUT', path: string, body: object): Promise<unknown>;
}

export async function openMockWorkspace(
  options: {
    readonly tasks: number;
    readonly detail?: 'lean' | 'full';
  } & Partial<MockServerOptions>,
): Promise<MockWorkspace> {
  const { tasks, detail, ...server } = options;
  let requests = 0;
  let bytes = 0;
  let before = async (): Promise<void> => undefined;
  let turn: Promise<void> = Promise.resolve();
  let origin = '';
  const { client, clock } = bench(async (url, init) => {
    turn = turn.catch(() => undefined).then(() => before());
    await turn;
    requests += 1;
    const response = await fetch(url.replace('https://api.clickup.com', origin), init);
    const body = await response.arrayBuffer();
    bytes += body.byteLength;
    return new Response(body, response);
  });
  clock.advance(MONDAY - clock.now());
  const mock = await startTestServer({
    clock,
    data: createLargeData({
      tasks,
      now: clock.now(),
      ...(detail === undefined ? {} : { detail }),
    }),
    ...server,
  });
  origin = mock.server.origin;

  const ask: MockWorkspace['ask'] = async (path, init = {}) => {
    const { status, text } = await mock.ask(path, {
      ...init,
      headers: { Authorization: CANARY, 'Content-Type': 'application/json' },
    });
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
  return {
    workspaceId: LARGE_WORKSPACE_ID,
    reader: {
      client,
      send: { authorize: authorizeCanary, priority: 'background' },
      readDate: createTaskDateReader('Europe/Berlin'),
    },
    clock,
    traffic: () => ({ requests, bytes }),
    beforeEach: (work) => {
      before = work;
    },
    ask,
    write: (method, path, body) => ask(path, { method, body: JSON.stringify(body) }),
    [Symbol.asyncDispose]: () => mock[Symbol.asyncDispose](),
  };
}
