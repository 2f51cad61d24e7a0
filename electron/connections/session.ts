import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import { NO_TRAFFIC, type Traffic } from '../contract/requests.ts';
import type {
  Connection,
  ConnectionStatus,
  LostWorkspace,
  Session,
  StorageNotice,
  VaultState,
} from '../contract/session.ts';
import { saysTokenIsGone } from '../clickup/api-errors.ts';
import type { AuthorizationSupplier, Client } from '../clickup/client.ts';
import type { ActiveConnection } from '../clickup/request-runner.ts';
import type { Clock } from '../clickup/clock.ts';
import type { ActiveChoice } from './active-choice.ts';
import type { Connect } from './connect.ts';
import { type ConnectionList, type HeldConnection, toPublic } from './connection-list.ts';
import { type Identity, isTokenRefused, readIdentity } from './identity.ts';
import type { Asking, SampleServer, Tokens } from './tokens.ts';

/** Milliseconds after which a connection is verified again when the window is shown. */
const STALE_MS = 5 * 60_000;

/** Milliseconds within which an unauthorized Workspace is looked into once, however many requests meet it. */
const RECHECK_MS = 10_000;

export interface SessionOptions {
  readonly list: ConnectionList;
  readonly choice: ActiveChoice;
  readonly tokens: Tokens;
  readonly connect: Connect;
  readonly client: Client;
  readonly clock: Clock;
  readonly sample: SampleServer;
  readonly vaultState: () => VaultState;
  readonly storage: StorageNotice | null;
  /** Clears what the network stack may hold of a connection that was signed out. */
  readonly clearNetworkState: () => Promise<void>;
  /** Drops the pictures that were shown of people and Workspaces. */
  readonly forgetPictures: () => void;
  /** What OAuth adds to the session. */
  readonly oauth: () => Pick<Session, 'oauthApps' | 'signIn' | 'routeTest'>;
  /** Stores weakly what else lies in memory only. */
  readonly keepAppsWeakly: () => Result<null>;
  readonly onChange: (session: Session) => void;
}

/** The one place that knows who is signed in where, and that tells everyone when it changes. */
export interface SessionKeeper {
  read(): Session;
  /** Notes how the requests of an account stand; an account is a connection's id. */
  noteTraffic(account: string, traffic: Traffic): void;
  /** Notes whether ClickUp can be reached. */
  noteReach(reach: Session['network']): void;
  connectPersonal(token: string): Promise<Result<Connection>>;
  connectSample(): Promise<Result<Connection>>;
  activate(connectionId: string): Result<null>;
  chooseWorkspace(workspaceId: string): Result<Session>;
  /** Asks ClickUp again who a connection belongs to; its status and Workspaces follow the answer. */
  verify(connectionId: string): Promise<Result<Connection>>;
  /**
   * Forgets a connection, its token and every copy of it. On a `storage` error it is either still
   * there, or gone while an old copy of the file could not be deleted.
   */
  signOut(connectionId: string): Promise<Result<null>>;
  keepWeakly(connectionId: string): Result<null>;
  /** Asks the keychain again: to read the active connection's token, or to store what is in memory only. */
  retryVault(): Promise<Result<null>>;
  /**
   * Verifies the active connection if that was long ago or the network was away, and not otherwise.
   * A keychain that was found locked is not asked again: the window was only shown.
   */
  refreshIfStale(): void;
  /** Asks a keychain that was locked once more: the system was unlocked or woke up. */
  keychainMayBeOpen(): void;
  /** Enters a connection that was just signed in to: it becomes the active one, with a budget of its own. */
  enter(connectionId: string): void;
  /** Tells everyone that something changed which the session only passes on. */
  changed(): void;
  /** The active connection, to send a request with; null where there is none. */
  active(): ActiveConnection | null;
  /** Authorizes what the window reads by itself, without asking a locked keychain again. */
  activeUnlessShut(): AuthorizationSupplier | null;
}

export function createSession(options: SessionOptions): SessionKeeper {
  const { list, choice, tokens, connect, client, clock, sample } = options;
  let network: Session['network'] = 'unknown';
  const traffics = new Map<string, Traffic>();
  const rechecks = new Map<string, number>();
  const lost = new Map<string, LostWorkspace>();
  const tokenChecks = new Map<string, Promise<boolean>>();
  let published = '';

  const read = (): Session => {
    const activeConnectionId = choice.connection()?.id ?? null;
    return {
      connections: list.all().map(toPublic),
      activeConnectionId,
      workspaceId: choice.workspaceId(),
      lostWorkspace: activeConnectionId === null ? null : (lost.get(activeConnectionId) ?? null),
      vault: options.vaultState(),
      storage: options.storage,
      network,
      traffic: traffics.get(activeConnectionId ?? '') ?? NO_TRAFFIC,
      ...options.oauth(),
    };
  };

  const publish = (): void => {
    const session = read();
    const text = JSON.stringify(session);
    if (text === published) return;
    published = text;
    options.onChange(session);
  };

  const telling = <T>(result: T): T => {
    publish();
    return result;
  };

  const supplier =
    (connectionId: string, asking: Asking): AuthorizationSupplier =>
    async () =>
      telling(await tokens.authorizationOf(connectionId, asking));

  const setStatus = (connectionId: string, status: ConnectionStatus): void => {
    list.note(connectionId, { status });
    publish();
  };

  /**
   * A Workspace may have been taken away from the token: what is left of them is asked once, so that
   * the picker shows it. The code alone proves nothing, since unknown ids get it too.
   */
  const recheckWorkspaces = async (id: string): Promise<void> => {
    const now = clock.now();
    if (now - (rechecks.get(id) ?? Number.NEGATIVE_INFINITY) < RECHECK_MS) return;
    rechecks.set(id, now);
    await check(id, 'unlessShut');
  };

  /** Asks once, however many requests were refused at the same time. */
  const isRefused = (id: string): Promise<boolean> => {
    const check =
      tokenChecks.get(id) ??
      isTokenRefused(client, supplier(id, 'unlessShut')).finally(() => tokenChecks.delete(id));
    tokenChecks.set(id, check);
    return check;
  };

  /**
   * Follows up an error of a request that was sent with a connection's secret. A late answer about a
   * token that has been replaced since says nothing about the new one.
   */
  const followUp = async (
    { id, secret }: Pick<HeldConnection, 'id' | 'secret'>,
    error: PerchError,
  ): Promise<void> => {
    if (error.kind === 'workspaceNotAuthorized') return recheckWorkspaces(id);
    if (error.kind !== 'unauthorized') return;
    const isGone = saysTokenIsGone(error);
    if (!isGone && !(await isRefused(id))) return;
    if (list.find(id)?.secret !== secret) return;
    setStatus(id, { kind: 'needsReauth', reason: isGone ? 'revoked' : 'refused' });
  };

  const enter = (connectionId: string): void => {
    // The token may be another one than before, with a budget of its own.
    traffics.delete(connectionId);
    lost.delete(connectionId);
    choice.activate(connectionId);
    publish();
  };

  const entering = (connected: Result<Connection>): Result<Connection> => {
    if (connected.ok) enter(connected.value.id);
    return telling(connected);
  };

  const found = (connectionId: string): Result<HeldConnection> => {
    const connection = list.find(connectionId);
    return connection === null ? fail({ kind: 'notFound', said: null }) : ok(connection);
  };

  /** Takes over which Workspaces there are, and keeps the name of the one in use if it is not among them. */
  const noteIdentity = (connectionId: string, identity: Identity): void => {
    const before = choice.connection()?.id === connectionId ? choice.workspaceId() : null;
    const inUse = list.find(connectionId)?.workspaces.find(({ id }) => id === before);
    const has = (workspaceId: string) => identity.workspaces.some(({ id }) => id === workspaceId);
    if (inUse !== undefined && !has(inUse.id)) {
      lost.set(connectionId, { id: inUse.id, name: inUse.name });
    } else if (has(lost.get(connectionId)?.id ?? '')) {
      lost.delete(connectionId);
    }
    list.note(connectionId, { ...identity, verifiedAt: clock.now(), status: { kind: 'ok' } });
  };

  const check = async (connectionId: string, asking: Asking): Promise<Result<Connection>> => {
    const connection = found(connectionId);
    if (!connection.ok) return connection;
    const identity = await readIdentity(client, supplier(connectionId, asking));
    if (!identity.ok) {
      await followUp(connection.value, identity.error);
      return telling(identity);
    }
    // Noted by id: it may have changed or gone while ClickUp was being asked.
    noteIdentity(connectionId, identity.value);
    const present = found(connectionId);
    return telling(present.ok ? ok(toPublic(present.value)) : present);
  };

  return {
    read,
    noteTraffic(account, traffic) {
      traffics.set(account, traffic);
      publish();
    },
    noteReach(reach) {
      network = reach;
      publish();
    },
    connectPersonal: async (token) => entering(await connect.withPersonalToken(token)),
    connectSample: async () => entering(await connect.withSampleData()),

    activate(connectionId) {
      const connection = found(connectionId);
      if (!connection.ok) return connection;
      choice.activate(connectionId);
      return telling(ok(null));
    },

    chooseWorkspace(workspaceId) {
      const chosen = choice.chooseWorkspace(workspaceId);
      const connection = choice.connection();
      if (chosen.ok && connection !== null) lost.delete(connection.id);
      publish();
      return chosen.ok ? ok(read()) : chosen;
    },

    verify: (connectionId) => check(connectionId, 'again'),
    enter,
    changed: publish,

    refreshIfStale() {
      const connection = choice.connection();
      if (connection === null) return;
      const isFresh = clock.now() - connection.verifiedAt < STALE_MS && network === 'online';
      if (!isFresh) void check(connection.id, 'unlessShut');
    },

    keychainMayBeOpen() {
      const connection = choice.connection();
      if (connection?.status.kind === 'locked') void check(connection.id, 'again');
    },

    async signOut(connectionId) {
      const connection = found(connectionId);
      if (!connection.ok) return connection;
      const removed = list.remove(connectionId);
      if (list.find(connectionId) !== null) return telling(removed);
      tokens.forget(connectionId);
      choice.forget(connectionId);
      traffics.delete(connectionId);
      options.forgetPictures();
      lost.delete(connectionId);
      publish();
      if (connection.value.kind === 'sample') await sample.stop();
      // It lies in memory only; where clearing it fails, nothing of it outlives this run.
      await options.clearNetworkState().catch(() => null);
      return removed;
    },

    keepWeakly(connectionId) {
      const connection = found(connectionId);
      if (!connection.ok) return connection;
      const { secret } = connection.value;
      if (secret.kind !== 'memory' || secret.weakCiphertext === null) {
        return fail({ kind: 'keychainUnavailable' });
      }
      const kept = list.put({
        ...connection.value,
        secret: { kind: 'stored', ciphertext: secret.weakCiphertext, place: 'weak' },
      });
      return telling(kept.ok ? options.keepAppsWeakly() : kept);
    },

    async retryVault() {
      const connection = choice.connection();
      if (connection === null) return ok(null);
      if (connection.secret.kind !== 'memory') {
        const authorization = await supplier(connection.id, 'again')();
        return authorization.ok ? ok(null) : authorization;
      }
      const secret = await tokens.sealAgain(connection.id);
      const present = list.find(connection.id);
      if (secret === null || present?.secret !== connection.secret) return telling(ok(null));
      return telling(list.put({ ...present, secret }));
    },

    active() {
      const connection = choice.connection();
      if (connection === null) return null;
      return {
        connectionId: connection.id,
        authorize: supplier(connection.id, 'again'),
        followUp: (error) => followUp(connection, error),
      };
    },

    activeUnlessShut() {
      const connection = choice.connection();
      return connection === null ? null : supplier(connection.id, 'unlessShut');
    },
  };
}
