import { NO_TRAFFIC } from '../contract/requests.ts';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { Connection, Session } from '../contract/session.ts';
import { type TrayActions, trayMenu, trayStateOf } from './tray-menu.ts';

const connection: Connection = {
  id: 'a',
  kind: 'personal',
  user: {
    id: 183,
    name: 'Ada',
    email: null,
    initials: 'A',
    color: null,
    timezone: null,
    picture: null,
  },
  workspaces: [
    { id: '900', name: 'Northwind', initials: 'N', color: null, memberCount: 3, picture: null },
    { id: '901', name: 'R&D && more', initials: 'R', color: null, memberCount: 1, picture: null },
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
  lostWorkspace: null,
  vault: { kind: 'ready', place: 'linuxKeyring' },
  storage: null,
  network: 'online',
  traffic: NO_TRAFFIC,
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
    signInAgain: vi.fn<TrayActions['signInAgain']>(),
    retryVault: vi.fn<TrayActions['retryVault']>(),
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
    [{ kind: 'needsReauth', reason: 'revoked' }, 'newToken', 'signIn'],
    [{ kind: 'needsReauth', reason: 'refused' }, 'newToken', 'signIn'],
    [{ kind: 'unreadable' }, 'newToken', 'signIn'],
    [{ kind: 'locked' }, 'unlocking', 'unlocking'],
  ] as const)('needs attention where the connection is %j', (status, personal, oauth) => {
    const needOf = (kind: Connection['kind']) =>
      trayStateOf(sessionOf({ connections: [{ ...connection, kind, status }] }));
    const attention = { kind: 'needsAttention', connectionId: 'a', user: 'Ada' };
    expect(needOf('personal')).toEqual({ ...attention, need: personal });
    expect(needOf('oauth')).toEqual({ ...attention, need: oauth });
  });

  it('holds nothing that changes with every request', () => {
    const traffic = { budget: null, waiting: 3, goesOnAt: 5 };
    expect(trayStateOf(sessionOf({ traffic, network: 'unknown' }))).toEqual(
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

  const broken = (kind: Connection['kind'], status: Connection['status']) =>
    menuOf(sessionOf({ connections: [{ ...connection, kind, status }] }));
  const revoked = { kind: 'needsReauth', reason: 'revoked' } as const;

  it('leads to the field for a new token', () => {
    const { items, actions } = broken('personal', revoked);
    expect(linesOf(items)).toEqual([
      'state: Ada: needs a new token',
      'connect: Enter a new token…',
      'tokens: Tokens…',
      '---',
      'show: Show Perch',
      'quit: Quit Perch',
    ]);
    click(items, 'connect');
    click(items, 'tokens');
    expect(actions.show.mock.calls).toEqual([['connect'], ['tokens']]);
  });

  it('opens the browser for a sign-in that no longer counts', () => {
    const { items, actions } = broken('oauth', revoked);
    expect(linesOf(items).slice(0, 2)).toEqual([
      'state: Ada: sign in again',
      'signIn: Sign in again…',
    ]);
    click(items, 'signIn');
    expect(actions.signInAgain.mock.calls).toEqual([['a']]);
  });

  it('says that the keychain is locked, which is nothing to sign in for', () => {
    const { items, actions } = broken('oauth', { kind: 'locked' });
    expect(linesOf(items).slice(0, 2)).toEqual([
      'state: Ada: your keychain is locked',
      'unlock: Try again',
    ]);
    click(items, 'unlock');
    expect(actions.retryVault.mock.calls).toHaveLength(1);
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
