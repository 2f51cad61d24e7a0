import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assertNever, ok, fail, type Result } from '../contract/errors.ts';
import { errorCode, storageError, syncToDisk } from './disk.ts';

/** What was found when a database was opened. `quarantinedAs` names the file that keeps the bytes. */
export type DatabaseCondition =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'read' }
  /** It was damaged; the last good copy took its place. */
  | { readonly kind: 'restored'; readonly quarantinedAs: string }
  /** It was damaged and there was no good copy. */
  | { readonly kind: 'lost'; readonly quarantinedAs: string }
  /** A later Perch wrote it; it was set aside for that one. */
  | { readonly kind: 'newer'; readonly quarantinedAs: string }
  /** It can be neither used nor moved now. It is left alone, and nothing can be written in this run. */
  | { readonly kind: 'locked' };

export interface Database {
  readonly condition: DatabaseCondition;
  /** Null where the condition is `locked`. */
  readonly connection: DatabaseSync | null;
  /** Makes a copy to fall back to. An error leaves the copy from before. */
  keepCopy(): Result<null>;
  /** Closes the database. Nothing can be read or written afterwards. */
  close(): void;
}

export interface DatabaseOptions {
  /** Absolute path of the folder, which exists. */
  readonly folder: string;
  /** File name without its ending. */
  readonly name: string;
  /**
   * The statements that lead from each version of the schema to the next; the first makes the tables.
   * Their number is the version that this Perch knows.
   */
  readonly migrations: readonly string[];
  /** Unix milliseconds, for the name of a quarantined file. */
  readonly now: () => number;
}

/** Marks a file as Perch's ("Prch"), so that another program's database is never taken for one of ours. */
const APPLICATION_ID = 0x50726368;

/** Milliseconds to wait for another program that reads the file, such as a backup. */
const BUSY_MS = 500;

/** What SQLite keeps beside a database file. */
const COMPANIONS = ['-wal', '-shm'];

type Found =
  | { readonly kind: 'missing' }
  | { readonly kind: 'good'; readonly connection: DatabaseSync }
  | { readonly kind: 'damaged' | 'newer' | 'locked' };

/**
 * A SQLite database that is never silently lost: each commit is on the disk before it is acknowledged
 * (WAL, `synchronous=FULL`), the file is checked when it is opened (requirement R4), and one that is
 * damaged, empty or of a later Perch is moved aside, never deleted (R3). Opening never throws.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const { folder, name } = options;
  const path = join(folder, `${name}.db`);
  const copyPath = join(folder, `${name}.copy.db`);
  const { condition, connection } = open();

  return {
    condition,
    connection,
    keepCopy() {
      if (connection === null) return fail({ kind: 'storage', cause: 'readOnly' });
      const half = `${copyPath}.half`;
      try {
        rmSync(half, { force: true, recursive: true });
        connection.prepare('VACUUM INTO ?').run(half);
        syncToDisk(half);
        renameSync(half, copyPath);
        syncToDisk(folder);
        return ok(null);
      } catch (failure) {
        rmSync(half, { force: true, recursive: true });
        return fail(databaseError(failure));
      }
    },
    close: () => connection?.close(),
  };

  function open(): Pick<Database, 'condition' | 'connection'> {
    const found = look(path);
    switch (found.kind) {
      case 'good':
        return { condition: { kind: 'read' }, connection: found.connection };
      case 'missing':
        return afresh({ kind: 'fresh' });
      case 'locked':
        return LOCKED;
      case 'newer': {
        const quarantinedAs = setAside();
        return quarantinedAs === null ? LOCKED : afresh({ kind: 'newer', quarantinedAs });
      }
      case 'damaged': {
        const quarantinedAs = setAside();
        if (quarantinedAs === null) return LOCKED;
        return (
          fromCopy({ kind: 'restored', quarantinedAs }) ?? afresh({ kind: 'lost', quarantinedAs })
        );
      }
      default:
        return assertNever(found);
    }
  }

  /** What a file is. A good one comes open, its schema brought up to date. */
  function look(file: string): Found {
    const size = sizeOf(file);
    if (size === null) return { kind: 'missing' };
    // SQLite takes an empty file for a new database; here it is what a full disk left of one.
    if (size === 0) return { kind: 'damaged' };
    const kind = inspect(file, options.migrations.length);
    if (kind !== 'good') return { kind };
    let connection: DatabaseSync | null = null;
    try {
      connection = connect(file);
      migrate(connection);
      return { kind: 'good', connection };
    } catch (failure) {
      connection?.close();
      return { kind: isDamage(failure) ? 'damaged' : 'locked' };
    }
  }

  function afresh(condition: DatabaseCondition): Pick<Database, 'condition' | 'connection'> {
    let connection: DatabaseSync | null = null;
    try {
      connection = connect(path);
      connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      migrate(connection);
      syncToDisk(folder);
      return { condition, connection };
    } catch {
      connection?.close();
      return LOCKED;
    }
  }

  /** The last good copy in the place of the file; null where there is none. */
  function fromCopy(
    condition: DatabaseCondition,
  ): Pick<Database, 'condition' | 'connection'> | null {
    const copy = look(copyPath);
    if (copy.kind !== 'good') return null;
    copy.connection.close();
    try {
      // By its name, not its bytes: this needs no room on a full disk and is never half done.
      renameSync(copyPath, path);
      syncToDisk(folder);
    } catch {
      return null;
    }
    const found = look(path);
    return found.kind === 'good' ? { condition, connection: found.connection } : null;
  }

  /** Moves the file and what belongs to it aside; null where it cannot be moved. */
  function setAside(): string | null {
    const aside = join(folder, `${name}.quarantined-${options.now()}.db`);
    try {
      renameSync(path, aside);
      for (const companion of COMPANIONS) {
        if (existsSync(path + companion)) renameSync(path + companion, aside + companion);
      }
      return basename(aside);
    } catch {
      return null;
    }
  }

  function migrate(connection: DatabaseSync): void {
    const { migrations } = options;
    for (let version = numberOf(connection, 'user_version'); version < migrations.length;) {
      connection.exec(`BEGIN IMMEDIATE; ${migrations[version] ?? ''}`);
      version += 1;
      connection.exec(`PRAGMA user_version = ${version}; COMMIT`);
    }
  }
}

const LOCKED = { condition: { kind: 'locked' }, connection: null } as const;

/** Reads what a file is without changing a byte of it or of its journal, which may have to be kept. */
function inspect(file: string, version: number): 'good' | 'damaged' | 'newer' | 'locked' {
  let connection: DatabaseSync | null = null;
  try {
    connection = new DatabaseSync(file, { timeout: BUSY_MS, readOnly: true });
    const [check] = Object.values(connection.prepare('PRAGMA quick_check(1)').get() ?? {});
    if (check !== 'ok' || numberOf(connection, 'application_id') !== APPLICATION_ID) {
      return 'damaged';
    }
    return numberOf(connection, 'user_version') > version ? 'newer' : 'good';
  } catch (failure) {
    return isDamage(failure) ? 'damaged' : 'locked';
  } finally {
    connection?.close();
  }
}

function connect(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, {
    timeout: BUSY_MS,
    enableForeignKeyConstraints: true,
  });
  try {
    connection.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA secure_delete = ON;
      PRAGMA trusted_schema = OFF;
    `);
    return connection;
  } catch (failure) {
    connection.close();
    throw failure;
  }
}

function numberOf(connection: DatabaseSync, pragma: 'application_id' | 'user_version'): number {
  return Number(connection.prepare(`PRAGMA ${pragma}`).get()?.[pragma] ?? 0);
}

function sizeOf(file: string): number | null {
  try {
    return statSync(file).size;
  } catch (failure) {
    return errorCode(failure) === 'ENOENT' ? null : 1;
  }
}

/** SQLite's result code, without its extension (https://www.sqlite.org/rescode.html); null for other failures. */
function resultCode(failure: unknown): number | null {
  const code = failure instanceof Error && 'errcode' in failure ? failure.errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const ERROR = 1;
const READ_ONLY = new Set([3, 8, 14, 23]);
const BUSY = new Set([5, 6]);

/** Whether a failure speaks of the file's content. A schema that lacks what ours has is damage too. */
const isDamage = (failure: unknown): boolean => {
  const code = resultCode(failure);
  return code === CORRUPT || code === NOT_A_DATABASE || code === ERROR;
};

/** Names a failure of SQLite for people. */
export function databaseError(failure: unknown): ReturnType<typeof storageError> {
  const code = resultCode(failure);
  if (code === null) return storageError(failure);
  if (code === CORRUPT || code === NOT_A_DATABASE) return { kind: 'storage', cause: 'corrupt' };
  return READ_ONLY.has(code) || BUSY.has(code)
    ? { kind: 'storage', cause: 'readOnly' }
    : { kind: 'storage', cause: 'full' };
}
