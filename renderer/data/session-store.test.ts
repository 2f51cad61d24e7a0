import { expect, test } from 'vitest';
import type { Bridge } from '../../electron/contract/contract.ts';
import type { Result } from '../../electron/contract/errors.ts';
import type { Session } from '../../electron/contract/session.ts';
import { createSessionStore } from './session-store.ts';

const session = (workspaceId: string | null): Session => ({
  connections: [],
  activeConnectionId: null,
  workspaceId,
  vault: { kind: 'untouched' },
  storage: null,
  network: 'unknown',
  traffic: { budget: null, waiting: 0, goesOnAt: null },
  oauthApps: [],
  signIn: null,
  routeTest: null,
  lostWorkspace: null,
});

const setUp = () => {
  const reads: ((result: Result<Session>) => void)[] = [];
  let tell: (session: Session) => void = () => undefined;
  const bridge = {
    session: { read: () => new Promise<Result<Session>>((resolve) => reads.push(resolve)) },
    on: {
      session: {
        changed: (listener: (session: Session) => void) => {
          tell = listener;
          return () => undefined;
        },
      },
    },
  };
  const store = createSessionStore(bridge as unknown as Bridge);
  return { store, reads, tell: (next: Session) => tell(next) };
};

test('an event that comes before the answer wins over it', async () => {
  const { store, reads, tell } = setUp();
  store.connect();
  tell(session('new'));
  const reading = store.reload();
  tell(session('newer'));
  reads[1]?.({ ok: true, value: session('old') });
  expect((await reading).workspaceId).toBe('newer');
  expect(store.read()).toMatchObject({ kind: 'ready', session: { workspaceId: 'newer' } });
});

test('a failed first read is shown, a later one leaves the session standing', async () => {
  const { store, reads } = setUp();
  const first = store.reload();
  reads[0]?.({ ok: false, error: { kind: 'internal' } });
  await expect(first).rejects.toThrow('internal');
  expect(store.read()).toEqual({ kind: 'failed', error: { kind: 'internal' } });

  const second = store.reload();
  reads[1]?.({ ok: true, value: session(null) });
  await second;
  const third = store.reload();
  reads[2]?.({ ok: false, error: { kind: 'internal' } });
  await expect(third).rejects.toThrow('internal');
  expect(store.read().kind).toBe('ready');
});
