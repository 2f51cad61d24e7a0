import { assertNever, fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import type { Authorization } from '../clickup/client.ts';
import type { ConnectionList, HeldConnection } from './connection-list.ts';
import { type HeldSecret, secretOf } from './secret.ts';
import type { TokenRecord } from './sealed-record.ts';
import type { Vault } from './vault.ts';

/**
 * Starts the sample server when it is first needed and gives its authorization, which is no secret.
 * Its one error is `internal`: no port to listen on.
 */
export interface SampleServer {
  authorization(account: string | null): Promise<Result<Authorization>>;
  stop(): Promise<void>;
}

/**
 * Whether a keychain that was found shut may be asked again. Some systems prompt each time they are
 * asked, so what nobody asked for does without.
 */
export type Asking = 'again' | 'unlessShut';

export interface Tokens {
  /**
   * The authorization of a connection, from memory or else from the vault. Errors: `unauthorized`
   * where there is no such connection, `keychainLocked`, `storage(corrupt)` where the ciphertext can
   * no longer be read. The connection's status follows.
   */
  authorizationOf(connectionId: string, asking?: Asking): Promise<Result<Authorization>>;
  /** Encrypts a record where the system can do so truly, and says where it should lie. */
  seal(record: TokenRecord): Promise<HeldSecret>;
  /** Holds a token in memory for this run, once its connection is in the list. */
  hold(record: TokenRecord): void;
  /** Tries again to encrypt a token that is in memory only; null where there is none. */
  sealAgain(connectionId: string): Promise<HeldSecret | null>;
  /** Drops a token from memory. */
  forget(connectionId: string): void;
}

const CORRUPT: PerchError = { kind: 'storage', cause: 'corrupt' };

/** The tokens of this run. They are decrypted at first use and never leave this module but as authorizations. */
export function createTokens(options: {
  readonly list: ConnectionList;
  readonly vault: Vault;
  readonly sample: SampleServer;
}): Tokens {
  const { list, vault, sample } = options;
  const records = new Map<string, TokenRecord>();
  const openings = new Map<string, Promise<Result<TokenRecord>>>();

  const open = async (
    connection: HeldConnection,
    ciphertext: string,
  ): Promise<Result<TokenRecord>> => {
    const opening = await vault.open(ciphertext);
    const present = list.find(connection.id);
    // Replaced or signed out while the keychain was being asked: what it said no longer matters.
    if (present?.secret !== connection.secret) return fail({ kind: 'unauthorized', said: null });
    switch (opening.kind) {
      case 'record': {
        const { record } = opening;
        const isOurs = record.kind === 'token' && record.connectionId === connection.id;
        if (!isOurs) return unreadable(connection.id);
        records.set(connection.id, record);
        if (opening.replacement !== null) {
          const { replacement, place } = opening;
          list.put({ ...present, secret: { kind: 'stored', ciphertext: replacement, place } });
        }
        const wasShut = present.status.kind === 'locked' || present.status.kind === 'unreadable';
        if (wasShut) list.note(connection.id, { status: { kind: 'ok' } });
        return ok(record);
      }
      case 'locked':
        return locked(connection.id);
      case 'unreadable':
        return unreadable(connection.id);
      default:
        return assertNever(opening);
    }
  };

  const locked = (connectionId: string): ReturnType<typeof fail> => {
    list.note(connectionId, { status: { kind: 'locked' } });
    return fail({ kind: 'keychainLocked' });
  };

  const unreadable = (connectionId: string): ReturnType<typeof fail> => {
    list.note(connectionId, { status: { kind: 'unreadable' } });
    return fail(CORRUPT);
  };

  /** Two requests at once must not ask the keychain twice: some keychains prompt. */
  const openOnce = async (
    connection: HeldConnection,
    ciphertext: string,
  ): Promise<Result<TokenRecord>> => {
    const underWay = openings.get(ciphertext);
    if (underWay !== undefined) return underWay;
    const opening = open(connection, ciphertext);
    openings.set(ciphertext, opening);
    try {
      return await opening;
    } finally {
      openings.delete(ciphertext);
    }
  };

  const seal = async (record: TokenRecord): Promise<HeldSecret> =>
    secretOf(await vault.seal(record));

  return {
    async authorizationOf(connectionId, asking = 'again') {
      const connection = list.find(connectionId);
      if (connection === null) return fail({ kind: 'unauthorized', said: null });
      const { secret } = connection;
      if (secret.kind === 'none') return sample.authorization(connectionId);
      const inMemory = records.get(connectionId);
      if (inMemory !== undefined) return ok(toAuthorization(inMemory));
      if (secret.kind === 'memory') return fail({ kind: 'unauthorized', said: null });
      if (asking === 'unlessShut') {
        if (connection.status.kind === 'unreadable') return fail(CORRUPT);
        if (vault.isLocked) return locked(connectionId);
      }
      const opened = await openOnce(connection, secret.ciphertext);
      if (!opened.ok && list.find(connectionId)?.secret === secret) return opened;
      // Read again: the token may have been replaced or dropped meanwhile.
      const record = records.get(connectionId);
      return record === undefined
        ? fail({ kind: 'unauthorized', said: null })
        : ok(toAuthorization(record));
    },

    seal,

    async sealAgain(connectionId) {
      const record = records.get(connectionId);
      return record === undefined ? null : seal(record);
    },

    hold(record) {
      records.set(record.connectionId, record);
    },

    forget(connectionId) {
      records.delete(connectionId);
    },
  };
}

const toAuthorization = (record: TokenRecord): Authorization => ({
  account: record.connectionId,
  endpoint: record.endpoint,
  token: record.token,
  scheme: record.scheme,
});
