import type {
  Connection,
  ConnectionStatus,
  TokenPlace,
} from '../../../electron/contract/session.ts';
import type { Formats } from '../format.ts';

const kinds: Readonly<Record<Connection['kind'], string>> = {
  personal: 'Personal token',
  oauth: 'OAuth',
  sample: 'Sample data',
};

const places: Readonly<Record<TokenPlace, string>> = {
  macKeychain: 'On this computer, encrypted by the macOS Keychain',
  windowsDpapi: 'On this computer, encrypted by Windows for your account',
  linuxKeyring: 'On this computer, encrypted with a key from your system keyring',
  memory: 'In memory for this run only; it is gone when Perch quits',
  weak: 'On this computer under a key that is not secret, by your choice',
  none: 'There is no token; the sample server runs inside Perch',
};

/** What is the matter with a connection, with the remedy where there is one. */
function status(kind: ConnectionStatus['kind'], of: Connection['kind']): string {
  const words: Readonly<Record<ConnectionStatus['kind'], string>> = {
    ok: 'Working',
    needsReauth: of === 'oauth' ? 'Sign in again' : 'Needs a new token',
    locked: 'Keychain is locked',
    unreadable: 'Cannot be read',
  };
  return words[kind];
}

export const tokens = (format: Formats) => ({
  title: 'Tokens',
  lead: 'Tokens stay in Perch’s main process; this window never sees them.',
  add: 'Add a connection',
  kinds,
  places,
  status,
  active: 'Active',
  kind: 'Kind',
  kept: 'Kept',
  workspaces: 'Workspaces',
  verified: 'Verified',
  noWorkspaces: 'None that this token may see',
  ago: (time: number, now: number) => format.ago(time, now),
  reach: (count: number, names: string) => `${format.number(count)}: ${names}`,
  andMore: (count: number) => `and ${format.number(count)} more`,
  verify: 'Verify now',
  replace: 'Replace token',
  activate: 'Make active',
  storeAnyway: 'Store anyway',
  signOut: 'Sign out',
  leaveSample: 'Leave sample data',
  confirm: {
    label: 'Sign out?',
    text: (kind: Connection['kind']) =>
      kind === 'oauth'
        ? 'This deletes the token and the history of its requests from this computer. ClickUp has no way for Perch to revoke it: to end it everywhere, remove the app in your ClickUp settings.'
        : 'This deletes the token and the history of its requests from this computer. ClickUp has no way for Perch to revoke it: to end it everywhere, regenerate it in ClickUp under Apps.',
    yes: 'Yes, sign out',
    no: 'Keep',
  },
  newToken: 'Enter a new token',
});
