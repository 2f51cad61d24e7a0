import type { TokenPlace } from '../../../electron/contract/session.ts';
import type { Formats } from '../format.ts';

const places: Readonly<Record<TokenPlace, string>> = {
  macKeychain: 'Token in the macOS Keychain',
  windowsDpapi: 'Token encrypted for your Windows account',
  linuxKeyring: 'Token in your system keyring',
  memory: 'Token kept for this run only',
  weak: 'Token stored weakly, by your choice',
  none: 'Sample data, no token',
};

export const shell = (format: Formats) => ({
  app: 'Perch',
  loading: 'Opening Perch',
  places,
  screens: { requests: 'Requests', workspaces: 'Workspaces', tokens: 'Tokens' },
  navigation: 'Screens',
  notConnected: 'Not connected',
  noWorkspace: 'No Workspace chosen',
  signedInAs: (name: string) => `Signed in as ${name}`,
  switcher: {
    label: (name: string) => `Workspace switcher: ${name}`,
    heading: (name: string, kind: string) => `${name} · ${kind}`,
    more: (count: number) => `${format.number(count)} more…`,
    all: 'All Workspaces…',
    tokens: 'Tokens…',
  },
  status: {
    connectedAs: (name: string) => `Connected as ${name}`,
    sample: 'Sample data',
    offline: 'Offline',
    locked: 'Keychain is locked',
    unreadable: 'Stored token cannot be read',
    requests: 'Requests',
    budget: (remaining: number, limit: number) =>
      `${format.number(remaining)} of ${format.number(limit)} left`,
    waiting: (count: number, goesOnIn: string) =>
      `waiting for the limit, ${format.number(count)} ${format.plural(count, { one: 'request', other: 'requests' })}, goes on in ${goesOnIn}`,
    budgetMeter: 'Requests left this minute',
  },
  notices: {
    sample: {
      text: 'You are looking at sample data. Nothing here reaches ClickUp.',
      action: 'Leave',
    },
    newToken: {
      revoked: 'ClickUp no longer knows this token. It may have been regenerated.',
      refused: 'ClickUp refuses this token. Nothing was deleted here.',
      unreadable:
        'The stored token cannot be decrypted any more. It is left as it is until you enter it again.',
      action: 'Enter a new token',
    },
    signIn: {
      revoked: 'ClickUp no longer knows this sign-in. It may have been ended there.',
      refused: 'ClickUp refuses this sign-in. Nothing was deleted here.',
      unreadable:
        'The stored token cannot be decrypted any more. It is left as it is until you sign in again.',
      action: 'Sign in again',
    },
    lostWorkspace: {
      oauth: (name: string) =>
        `Perch may no longer use ${name}. Your sign-in is kept; you can allow it again in ClickUp.`,
      personal: (name: string) => `${name} is no longer among your Workspaces. Your token is kept.`,
    },
    locked: {
      text: 'Your keychain is locked, so Perch cannot read the token. Unlock it and try again; if that does not help, restart Perch.',
      action: 'Try again',
    },
    storage: {
      restored: (name: string) =>
        `The file with your connections was damaged. The version before it was taken; the damaged one is kept as ${name}.`,
      lost: (name: string) =>
        `The file with your connections was damaged and is kept as ${name}. Connect again to go on.`,
      newer:
        'Your connections were stored by a newer Perch and are left alone. Install that version to use them.',
      locked:
        'Perch cannot read the file with your connections right now. It is left alone; restart Perch to try again.',
    },
    insecure: {
      text: 'There is no keyring Perch can use (missing or locked), so your token is kept for this run only.',
      action: 'Try again',
      anyway: 'Store it anyway',
    },
    insecureMore: 'Stored anyway, other programs of your account could read it.',
    unavailable: {
      text: 'The system’s encryption did not answer, so your token is kept for this run only.',
      action: 'Try again',
    },
    dismiss: 'Not now',
  },
  crash: {
    title: 'This screen ran into a mistake of ours',
    advice:
      'Your connections are untouched. Open the screen again; if it happens again, restart Perch.',
    action: 'Open again',
  },
  boot: { title: 'Perch could not read its own state', retry: 'Try again' },
});
