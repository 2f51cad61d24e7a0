import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { Connection, Session } from '../contract/session.ts';
import { type TrayActions, trayMenu, trayStateOf } from './tray-menu.ts';

const connection: Connection = {
  id: 'a',
  kind: 'personal',
  user: { id: 183, name: 'Ada', email: null, initials: 'A', color: null, timezone: null },
  workspaces: [
    { id: '900', name: 'Northwind', initials: 'N', color: null, memberCount: 3 },
    { id: '901', name: 'R&D && more', initials: 'R', color: null, memberCount: 1 },
  ],
  place: 'linuxKeyring',
  verifiedAt: 1,
  status: { kind: 'ok' },
  oauthAppId: null,
};

const sessionOf = (change: Partial<Session> = {}): Session => ({
  connections: [connection],
  activeConnectionId: 'a',
  workspaceId: '900',
  vault: { kind: 'ready', place: 'linuxKeyring' },
  storage: null,
  network: 'online',
  budget: null,
  oauthApps: [],
  signIn: null,
  routeTest: null,
  ...change,
});

const actionSpies = () =>
  ({
    show: vi.fn<TrayActions['show']>(),
    hide: vi.fn<TrayActions['hide']>(),
    chooseWorkspace: vi.fn<TrayActions['chooseWorkspace']>(),
    quit: vi.fn<TrayActions['quit']>(),
  }) satisfies TrayActions;

const menuOf = (session: Session, isVisible = false) => {
  const actions = actionSpies();
  return { actions, items: trayMenu(trayStateOf(session), isVisible, actions) };
};

const linesOf = (items: readonly MenuItemConstructorOptions[]) =>
  items.map(({ id, label, type }) => (type === 'separator' ? '---' : `${id}: ${label}`));

const submenuOf = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => {
  const submenu = items.find(({ id }) => id === 'workspace')?.submenu;
  return Array.isArray(submenu) ? submenu : [];
};

/** Clicks as Electron does; Perch's items look at none of its arguments. */
const click = (items: readonly MenuItemConstructorOptions[], id: string): void => {
  const handler = items.find((item) => item.id === id)?.click;
  if (handler === undefined) throw new Error(`Nothing to click: ${id}`);
  Reflect.apply(handler, undefined, []);
};

describe('the state of the tray', () => {
  it('is signed out where no connection is active', () => {
    expect(trayStateOf(sessionOf({ connections: [] })).kind).toBe('signedOut');
    expect(trayStateOf(sessionOf({ activeConnectionId: null })).kind).toBe('signedOut');
    expect(trayStateOf(sessionOf({ activeConnectionId: 'gone' })).kind).toBe('signedOut');
  });

  it.each([
    { kind: 'needsReauth', reason: 'revoked' },
    { kind: 'needsReauth', reason: 'refused' },
    { kind: 'locked' },
    { kind: 'unreadable' },
  ] as const)('needs attention where the connection is $kind', (status) => {
    const session = sessionOf({ connections: [{ ...connection, status }] });
    expect(trayStateOf(session)).toEqual({
      kind: 'needsAttention',
      user: 'Ada',
      isLocked: status.kind === 'locked',
    });
  });

  it('holds nothing that changes with every request', () => {
    const later = { limit: 100, remaining: 3, resetAt: 5 };
    expect(trayStateOf(sessionOf({ budget: later, network: 'unknown' }))).toEqual(
      trayStateOf(sessionOf()),
    );
  });
});

describe('the menu of the tray', () => {
  it('offers to connect where nobody is', () => {
    const { items, actions } = menuOf(sessionOf({ connections: [] }));
    expect(linesOf(items)).toEqual([
      'state: Not connected',
      'connect: Connect to ClickUp…',
      '---',
      'show: Show Perch',
      'quit: Quit Perch',
    ]);
    click(items, 'connect');
    expect(actions.show.mock.calls).toEqual([['connect']]);
  });

  it('leads to the token where it needs attention', () => {
    const status = { kind: 'needsReauth', reason: 'revoked' } as const;
    const { items, actions } = menuOf(sessionOf({ connections: [{ ...connection, status }] }));
    expect(linesOf(items)).toEqual([
      'state: Ada: sign-in needs attention',
      'tokens: Review your token…',
      '---',
      'show: Show Perch',
      'quit: Quit Perch',
    ]);
    click(items, 'tokens');
    expect(actions.show.mock.calls).toEqual([['tokens']]);
  });

  it('says that the keychain is locked, which is nothing to sign in for', () => {
    const status = { kind: 'locked' } as const;
    const { items } = menuOf(sessionOf({ connections: [{ ...connection, status }] }));
    expect(linesOf(items)[0]).toBe('state: Ada: your keychain is locked');
  });

  it('leads to the Workspaces where none is chosen', () => {
    const { items, actions } = menuOf(sessionOf({ workspaceId: null }));
    expect(linesOf(items).slice(0, 2)).toEqual([
      'state: Connected as Ada',
      'workspaces: Choose a Workspace…',
    ]);
    click(items, 'workspaces');
    expect(actions.show.mock.calls).toEqual([['workspaces']]);
  });

  it('offers everything where all is ready', () => {
    const { items, actions } = menuOf(sessionOf(), true);
    expect(linesOf(items)).toEqual([
      'state: Northwind',
      'requests: Send a request…',
      'workspace: Workspace',
      'tokens: Tokens…',
      '---',
      'hide: Hide Perch',
      'quit: Quit Perch',
    ]);
    click(items, 'requests');
    click(items, 'tokens');
    expect(actions.show.mock.calls).toEqual([['requests'], ['tokens']]);
    const workspaces = submenuOf(items);
    expect(workspaces.map(({ type, checked }) => [type, checked])).toEqual([
      ['radio', true],
      ['radio', false],
    ]);
    click(workspaces, 'workspace:901');
    expect(actions.chooseWorkspace.mock.calls).toEqual([['901']]);
    click(items, 'hide');
    click(items, 'quit');
    expect([actions.hide.mock.calls.length, actions.quit.mock.calls.length]).toEqual([1, 1]);
  });

  it('says that it is offline', () => {
    const { items } = menuOf(sessionOf({ network: 'offline' }));
    expect(linesOf(items)[0]).toBe('state: Offline');
  });

  it('shows an ampersand in a name as one, not as a mnemonic', () => {
    const session = sessionOf({
      workspaceId: '901',
      connections: [{ ...connection, user: { ...connection.user, name: 'Ada & Ben' } }],
    });
    const { items } = menuOf(session);
    expect(linesOf(items)[0]).toBe('state: R&&D &&&& more');
    expect(submenuOf(items)[1]?.label).toBe('R&&D &&&& more');
    expect(linesOf(menuOf({ ...session, workspaceId: null }).items)[0]).toBe(
      'state: Connected as Ada && Ben',
    );
  });

  it('shows the window without naming a screen', () => {
    const { items, actions } = menuOf(sessionOf());
    click(items, 'show');
    expect(actions.show.mock.calls).toEqual([[]]);
  });
});
