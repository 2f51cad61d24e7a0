import type { MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../contract/errors.ts';
import type { ScreenName } from '../contract/app.ts';
import type { Session } from '../contract/session.ts';

/** What a connection that does not work waits for. */
type Need = 'newToken' | 'signIn' | 'unlocking';

/** What the tray can offer, by what the person has done so far. */
export type TrayState =
  | { readonly kind: 'signedOut' }
  | {
      readonly kind: 'needsAttention';
      readonly connectionId: string;
      readonly user: string;
      readonly need: Need;
    }
  | { readonly kind: 'noWorkspace'; readonly user: string }
  | {
      readonly kind: 'ready';
      readonly workspaceId: string;
      readonly workspaces: readonly { readonly id: string; readonly name: string }[];
      readonly isOffline: boolean;
    };

/** The tray's state of a session. */
export function trayStateOf(session: Session): TrayState {
  const active = session.connections.find(({ id }) => id === session.activeConnectionId);
  if (active === undefined) return { kind: 'signedOut' };
  const user = active.user.name;
  const { status } = active;
  if (status.kind !== 'ok') {
    const again = active.kind === 'oauth' ? 'signIn' : 'newToken';
    const need = status.kind === 'locked' ? 'unlocking' : again;
    return { kind: 'needsAttention', connectionId: active.id, user, need };
  }
  if (session.workspaceId === null) return { kind: 'noWorkspace', user };
  return {
    kind: 'ready',
    workspaceId: session.workspaceId,
    workspaces: active.workspaces.map(({ id, name }) => ({ id, name })),
    isOffline: session.network === 'offline' && active.kind !== 'sample',
  };
}

export interface TrayActions {
  readonly show: (screen?: ScreenName) => void;
  readonly hide: () => void;
  readonly chooseWorkspace: (workspaceId: string) => void;
  /** Opens the browser for a connection whose sign-in no longer counts. */
  readonly signInAgain: (connectionId: string) => void;
  /** Asks a keychain that was locked once more. */
  readonly retryVault: () => void;
  readonly quit: () => void;
}

/**
 * The tray's menu as a template. Show or Hide and Quit are always there: on Linux the menu is the
 * only way to a window that was closed.
 */
export function trayMenu(
  state: TrayState,
  isWindowVisible: boolean,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...stateItems(state, actions),
    separator,
    isWindowVisible
      ? { id: 'hide', label: 'Hide Perch', click: () => actions.hide() }
      : { id: 'show', label: 'Show Perch', click: () => actions.show() },
    { id: 'quit', label: 'Quit Perch', click: () => actions.quit() },
  ];
}

function stateItems(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  switch (state.kind) {
    case 'signedOut':
      return [
        { id: 'state', label: 'Not connected', enabled: false },
        { id: 'connect', label: 'Connect to ClickUp…', click: () => actions.show('connect') },
      ];
    case 'needsAttention':
      return [
        { id: 'state', label: `${plain(state.user)}: ${NEEDS[state.need]}`, enabled: false },
        remedyOf(state, actions),
        { id: 'tokens', label: 'Tokens…', click: () => actions.show('tokens') },
      ];
    case 'noWorkspace':
      return [
        { id: 'state', label: `Connected as ${plain(state.user)}`, enabled: false },
        { id: 'workspaces', label: 'Choose a Workspace…', click: () => actions.show('workspaces') },
      ];
    case 'ready':
      return [
        {
          id: 'state',
          label: state.isOffline ? 'Offline' : plain(nameOf(state)),
          enabled: false,
        },
        { id: 'requests', label: 'Send a request…', click: () => actions.show('requests') },
        {
          id: 'workspace',
          label: 'Workspace',
          submenu: state.workspaces.map(({ id, name }) => ({
            id: `workspace:${id}`,
            label: plain(name),
            type: 'radio' as const,
            checked: id === state.workspaceId,
            click: () => actions.chooseWorkspace(id),
          })),
        },
        { id: 'tokens', label: 'Tokens…', click: () => actions.show('tokens') },
      ];
    default:
      return assertNever(state);
  }
}

/** A name as a menu label: Electron takes a single `&` for the mark of a mnemonic and hides it. */
const plain = (name: string): string => name.replaceAll('&', '&&');

const NEEDS: Readonly<Record<Need, string>> = {
  newToken: 'needs a new token',
  signIn: 'sign in again',
  unlocking: 'your keychain is locked',
};

/** The one entry that mends it. */
function remedyOf(
  { need, connectionId }: Extract<TrayState, { kind: 'needsAttention' }>,
  actions: TrayActions,
): MenuItemConstructorOptions {
  switch (need) {
    case 'newToken':
      return { id: 'connect', label: 'Enter a new token…', click: () => actions.show('connect') };
    case 'signIn':
      return {
        id: 'signIn',
        label: 'Sign in again…',
        click: () => actions.signInAgain(connectionId),
      };
    case 'unlocking':
      return { id: 'unlock', label: 'Try again', click: () => actions.retryVault() };
    default:
      return assertNever(need);
  }
}

const nameOf = (state: Extract<TrayState, { kind: 'ready' }>): string =>
  state.workspaces.find(({ id }) => id === state.workspaceId)?.name ?? 'Perch';
