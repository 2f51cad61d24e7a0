import { assertNever, ok, type Result } from '../contract/errors.ts';
import type { Connection, ConnectionStatus, User, Workspace } from '../contract/session.ts';
import type { DurableStore } from '../storage/durable-store.ts';
import type { HeldSecret } from './secret.ts';
import type { ConnectionsDocument, StoredConnection } from './stored-connections.ts';

/** Where a connection's token is; the sample connection has none. */
export type Secret = HeldSecret | { readonly kind: 'none' };

/** A connection with its secret, as main holds it. */
export interface HeldConnection {
  readonly id: string;
  readonly kind: Connection['kind'];
  readonly user: User;
  readonly workspaces: readonly Workspace[];
  readonly verifiedAt: number;
  readonly status: ConnectionStatus;
  /** The OAuth app that the token was given to; null for all but OAuth connections. */
  readonly oauthAppId: string | null;
  readonly secret: Secret;
}

/** What ClickUp or the vault tells of a connection again and again, and what is no secret. */
export type Findings = Partial<
  Pick<HeldConnection, 'user' | 'workspaces' | 'verifiedAt' | 'status'>
>;

export interface ConnectionList {
  all(): readonly HeldConnection[];
  find(id: string): HeldConnection | null;
  /**
   * Adds a connection or replaces the one of the same id; an error changes nothing. What lies in
   * memory only is not written, and a ciphertext that it replaces stays on disk until the person
   * signs out: the keychain may only be locked, and that must not cost a token.
   */
  put(connection: HeldConnection): Result<null>;
  /**
   * Holds what was found out of a connection, if there is one of that id. Written where the disk
   * allows; where it does not, it still counts for this run.
   */
  note(id: string, findings: Findings): void;
  /**
   * Removes a connection and every copy of its ciphertext. On an error it is either still listed, or
   * gone while a copy of the file could not be deleted.
   */
  remove(id: string): Result<null>;
}

/** The connections of this computer: read once from disk, then kept here and written at each change. */
export function createConnectionList(store: DurableStore<ConnectionsDocument>): ConnectionList {
  let held: readonly HeldConnection[] = store.read().connections.map(fromStored);

  const write = (next: readonly HeldConnection[]): Result<null> => {
    const before = store.read();
    const connections = next.flatMap((connection) =>
      connection.secret.kind === 'memory'
        ? before.connections.filter(({ id }) => id === connection.id)
        : [toStored(connection, connection.secret)],
    );
    const isUnchanged = JSON.stringify(connections) === JSON.stringify(before.connections);
    return isUnchanged ? ok(null) : store.write({ ...before, connections });
  };

  const hold = (next: readonly HeldConnection[]): Result<null> => {
    const written = write(next);
    if (written.ok) held = next;
    return written;
  };

  return {
    all: () => held,
    find: (id) => held.find((connection) => connection.id === id) ?? null,
    put(connection) {
      const isKnown = held.some(({ id }) => id === connection.id);
      return hold(
        isKnown
          ? held.map((one) => (one.id === connection.id ? connection : one))
          : [...held, connection],
      );
    },
    note(id, findings) {
      held = held.map((one) => (one.id === id ? { ...one, ...findings } : one));
      write(held);
    },
    remove(id) {
      const hadSecret = held.find((connection) => connection.id === id)?.secret.kind !== 'none';
      const written = hold(held.filter((connection) => connection.id !== id));
      // Leaving the sample must not cost a quarantined file that may hold somebody's only token.
      return written.ok && hadSecret ? store.forgetCopies() : written;
    },
  };
}

/** The connection as the renderer may see it. */
export function toPublic(connection: HeldConnection): Connection {
  const { secret, ...rest } = connection;
  return { ...rest, place: placeOf(secret) };
}

function placeOf(secret: Secret): Connection['place'] {
  switch (secret.kind) {
    case 'stored':
      return secret.place;
    case 'memory':
      return 'memory';
    case 'none':
      return 'none';
    default:
      return assertNever(secret);
  }
}

function fromStored(stored: StoredConnection): HeldConnection {
  const { ciphertext, place, needsReauth, ...rest } = stored;
  const secret: Secret =
    ciphertext === null || place === 'none'
      ? { kind: 'none' }
      : { kind: 'stored', ciphertext, place };
  const status: ConnectionStatus =
    needsReauth === null ? { kind: 'ok' } : { kind: 'needsReauth', reason: needsReauth };
  return { ...rest, secret, status };
}

function toStored(
  connection: HeldConnection,
  secret: Exclude<Secret, { kind: 'memory' }>,
): StoredConnection {
  const { id, kind, user, workspaces, verifiedAt, status, oauthAppId } = connection;
  return {
    id,
    kind,
    user,
    workspaces: [...workspaces],
    verifiedAt,
    place: secret.kind === 'stored' ? secret.place : 'none',
    needsReauth: status.kind === 'needsReauth' ? status.reason : null,
    oauthAppId,
    ciphertext: secret.kind === 'stored' ? secret.ciphertext : null,
  };
}
