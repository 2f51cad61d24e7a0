import { describe, expect, test } from 'vitest';
import type { Connection, Session } from '../../electron/contract/session.ts';
import { stringsFor } from '../strings/strings.ts';
import { landing, permitted } from './navigation.ts';
import { noticeFor } from './notice.ts';
import { budgetAt, isHeldBack, statusOf } from './status.ts';

const connection: Connection = {
  id: 'a',
  kind: 'personal',
  user: {
    id: 1,
    name: 'Ada Kessler',
    email: null,
    initials: 'AK',
    color: null,
    timezone: null,
    picture: null,
  },
  workspaces: [],
  place: 'linuxKeyring',
  verifiedAt: 0,
  status: { kind: 'ok' },
  oauthAppId: null,
};
const session = (change: Partial<Session>, of: Partial<Connection> = {}): Session => ({
  connections: [{ ...connection, ...of }],
  activeConnectionId: 'a',
  workspaceId: '1',
  lostWorkspace: null,
  vault: { kind: 'ready', place: 'linuxKeyring' },
  storage: null,
  network: 'online',
  traffic: { budget: null, waiting: 0, goesOnAt: null },
  oauthApps: [],
  signIn: null,
  routeTest: null,
  ...change,
});
const signedOut = session({ connections: [], activeConnectionId: null, workspaceId: null });
const strings = stringsFor(['en-GB'], 'UTC');

describe('where a session leads', () => {
  test('connect, then choose, then work', () => {
    expect(landing(signedOut)).toBe('connect');
    expect(landing(session({ activeConnectionId: null }))).toBe('tokens');
    expect(landing(session({ workspaceId: null }))).toBe('workspaces');
    expect(landing(session({}))).toBe('requests');
  });

  test('no screen without what it shows', () => {
    const screens = ['connect', 'tokens', 'workspaces', 'requests'] as const;
    expect(screens.map((screen) => permitted(screen, signedOut))).toEqual(
      screens.map(() => 'connect'),
    );
    const inactive = session({ activeConnectionId: null });
    expect(screens.map((screen) => permitted(screen, inactive))).toEqual([
      'connect',
      'tokens',
      'tokens',
      'tokens',
    ]);
    expect(screens.map((screen) => permitted(screen, session({})))).toEqual(screens);
  });
});

describe('noticeFor', () => {
  const insecure = { vault: { kind: 'insecure', backend: 'basic_text' } } as const;

  test('says nothing when all is well', () => {
    expect(noticeFor(session({}))).toBeNull();
    expect(noticeFor(signedOut)).toBeNull();
  });

  test('tells of sample data and of what stops work', () => {
    expect(noticeFor(session({}, { kind: 'sample', place: 'none' }))).toEqual({
      kind: 'sample',
      connectionId: 'a',
    });
    expect(
      noticeFor(session({}, { status: { kind: 'needsReauth', reason: 'revoked' } })),
    ).toMatchObject({ kind: 'needsReauth', reason: 'revoked', connection: { id: 'a' } });
    expect(noticeFor(session({}, { status: { kind: 'locked' } }))).toEqual({ kind: 'locked' });
    expect(
      noticeFor(session({ vault: { kind: 'unreadable' } }, { status: { kind: 'unreadable' } })),
    ).toMatchObject({ kind: 'needsReauth', reason: 'unreadable' });
  });

  test('tells of a Workspace that was taken away, unless the token itself is gone', () => {
    const lost = { lostWorkspace: { id: '9', name: 'Northwind' }, workspaceId: null };
    expect(noticeFor(session(lost))).toMatchObject({
      kind: 'lostWorkspace',
      workspace: { name: 'Northwind' },
    });
    expect(
      noticeFor(session(lost, { status: { kind: 'needsReauth', reason: 'refused' } })),
    ).toMatchObject({ kind: 'needsReauth' });
  });

  test('offers to store a token only while it is in memory', () => {
    expect(noticeFor(session(insecure, { place: 'memory' }))).toEqual({
      kind: 'insecure',
      connectionId: 'a',
    });
    expect(noticeFor(session(insecure, { place: 'weak' }))).toBeNull();
    expect(noticeFor(session({ vault: { kind: 'unavailable' } }, { place: 'memory' }))).toEqual({
      kind: 'unavailable',
    });
  });

  test.each([
    { kind: 'lost', quarantinedAs: 'connections.quarantined-1.json' },
    { kind: 'restored', quarantinedAs: 'connections.quarantined-1.json' },
    { kind: 'newer' },
    { kind: 'locked' },
  ] as const)('tells that the file was $kind, with and without a connection', (storage) => {
    expect(noticeFor({ ...signedOut, storage })).toEqual({ kind: 'storage', storage });
    expect(noticeFor(session({ storage }))).toEqual({ kind: 'storage', storage });
  });
});

describe('statusOf', () => {
  test.each<readonly [Session, string]>([
    [signedOut, 'Not connected'],
    [session({}), 'Connected as Ada Kessler'],
    [session({ network: 'offline' }), 'Offline'],
    [session({ network: 'offline' }, { kind: 'sample' }), 'Sample data'],
    [
      session({ network: 'offline' }, { status: { kind: 'needsReauth', reason: 'refused' } }),
      'Needs a new token',
    ],
    [
      session({}, { kind: 'oauth', status: { kind: 'needsReauth', reason: 'revoked' } }),
      'Sign in again',
    ],
    [session({}, { status: { kind: 'locked' } }), 'Keychain is locked'],
  ])('%#', (state, text) => {
    expect(statusOf(state, strings).text).toBe(text);
  });
});

test('a budget is whole again once its window has ended', () => {
  const budget = { limit: 100, remaining: 3, resetAt: 5000 };
  expect(budgetAt(budget, 4999)).toEqual(budget);
  expect(budgetAt(budget, 5000)).toEqual({ limit: 100, remaining: 100, resetAt: null });
  expect(budgetAt({ ...budget, resetAt: null }, 9000).remaining).toBe(3);
});

test('requests are held back while the time at which they go on lies ahead', () => {
  const traffic = { budget: null, waiting: 2, goesOnAt: 5000 };
  expect(isHeldBack(traffic, 4999)).toBe(true);
  expect(isHeldBack(traffic, 5000)).toBe(false);
  expect(isHeldBack({ ...traffic, goesOnAt: null }, 0)).toBe(false);
  expect(isHeldBack({ ...traffic, waiting: 0 }, 0)).toBe(false);
  expect(strings.shell.status.waiting(1, '12 s')).toBe(
    'waiting for the limit, 1 request, goes on in 12 s',
  );
  expect(strings.shell.status.waiting(3, '12 s')).toContain('3 requests');
});
