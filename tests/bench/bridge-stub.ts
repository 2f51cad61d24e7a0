import { CHANNELS, EVENTS } from '../../electron/contract/channels.ts';
import type { Contract } from '../../electron/contract/contract.ts';
import type { OutputOf } from '../../electron/contract/invocation.ts';
import type { Connection, Session } from '../../electron/contract/session.ts';

/** A person who connected before and has picked a Workspace. Time is an argument: Unix ms. */
function connectedSession(now: number): Session {
  const connection: Connection = {
    id: '0c5a3a5e-7b1f-4a44-9d4e-3b1f8a0c9d11',
    kind: 'personal',
    user: {
      id: 1,
      name: 'Sample Person',
      email: 'person@sample.example',
      initials: 'SP',
      color: '#2760d8',
      timezone: 'Europe/Berlin',
      picture: null,
    },
    workspaces: [
      {
        id: '1',
        name: 'Sample Workspace',
        initials: 'SW',
        color: '#0f8a6d',
        memberCount: 4,
        picture: null,
      },
    ],
    place: 'linuxKeyring',
    verifiedAt: now,
    status: { kind: 'ok' },
    oauthAppId: null,
  };
  return {
    connections: [connection],
    activeConnectionId: connection.id,
    workspaceId: '1',
    lostWorkspace: null,
    vault: { kind: 'ready', place: 'linuxKeyring' },
    storage: null,
    network: 'online',
    traffic: {
      budget: { limit: 100, remaining: 87, resetAt: now + 23_000 },
      waiting: 0,
      goesOnAt: null,
    },
    oauthApps: [],
    signIn: null,
    routeTest: null,
  };
}

/** What a bridge answers; every other call of the contract ends as it does without a network. */
type Answers = {
  readonly [D in keyof Contract]?: {
    readonly [F in keyof Contract[D]]?: OutputOf<Contract[D][F]>;
  };
};

type Names = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The data from which a page builds its bridge. */
export interface BridgePlan {
  readonly channels: Names;
  readonly events: Names;
  readonly answers: Names;
}

/** A bridge for a person who is connected. Time is an argument: Unix ms. */
export function connectedBridge(now: number): BridgePlan {
  const session = connectedSession(now);
  const answers: Answers = {
    app: { describe: { version: '0.0.0', platform: 'linux', now }, takeScreen: null },
    session: { read: session, refresh: session },
    requests: { operations: [] },
  };
  return { channels: CHANNELS, events: EVENTS, answers };
}

/**
 * Puts a bridge into a page that answers at once. It is sent to the page as text, so it names
 * nothing outside itself.
 */
export function installBridge({ channels, events, answers }: BridgePlan): void {
  const mapValues = (all: object, map: (name: string) => unknown): object =>
    Object.fromEntries(Object.keys(all).map((name) => [name, map(name)]));
  const answer = (domain: string, name: string): unknown => {
    const known = answers[domain] ?? {};
    return Object.hasOwn(known, name)
      ? { ok: true, value: known[name] }
      : { ok: false, error: { kind: 'offline' } };
  };
  const silent = (): (() => void) => () => undefined;
  const bridge = {
    ...mapValues(channels, (domain) =>
      mapValues(channels[domain] ?? {}, (name) => () => Promise.resolve(answer(domain, name))),
    ),
    on: mapValues(events, (domain) => mapValues(events[domain] ?? {}, () => silent)),
  };
  Object.defineProperty(window, 'perch', { value: bridge });
}
