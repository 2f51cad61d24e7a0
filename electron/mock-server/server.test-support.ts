import { createFakeClock, type FakeClock } from '../clickup/fake-clock.test-support.ts';
import { startMockServer, type MockServer, type MockServerOptions } from './index.ts';

/** Monday, 23 November 2026, 09:00 in Berlin. */
export const MONDAY = Date.UTC(2026, 10, 23, 8);

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A server on a fake clock, and a way to ask it. Only tests import this. */
export interface TestServer extends AsyncDisposable {
  readonly server: MockServer;
  readonly clock: FakeClock;
  ask(path: string, init?: RequestInit): Promise<Reply>;
  /** The JSON of a 200; throws for anything else. */
  read(path: string): Promise<unknown>;
}

export const TOKEN = 'pk_SAMPLE_1';

export async function startTestServer(
  options: Partial<MockServerOptions> = {},
): Promise<TestServer> {
  const clock = createFakeClock(MONDAY);
  const server = await startMockServer({
    clock,
    tokens: 'any',
    limitPerMinute: 100_000,
    ...options,
  });
  const ask = async (path: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await fetch(`${server.origin}${path}`, {
      redirect: 'manual',
      headers: { Authorization: TOKEN },
      ...init,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    server,
    clock,
    ask,
    read: async (path) => {
      const { status, text } = await ask(path);
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
      return JSON.parse(text) as unknown;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** A task as tests look at it; the fields are those of ClickUp's answers. */
export interface WireTask {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly top_level_parent: string | null;
  readonly due_date: string | null;
  readonly date_created: string;
  readonly date_updated: string;
  readonly time_estimate: number | null;
  readonly custom_id: null;
  readonly status: { readonly status: string; readonly type: string; readonly color: string };
  readonly priority: { readonly id: string; readonly priority: string } | null;
  readonly assignees: readonly { readonly id: number }[];
  readonly tags: readonly { readonly name: string }[];
  readonly list: { readonly id: string; readonly name: string };
  readonly folder: { readonly id: string; readonly name: string; readonly hidden: boolean };
  readonly space: { readonly id: string };
  readonly subtasks?: readonly WireTask[];
}
