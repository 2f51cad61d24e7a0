import { join } from 'node:path';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import * as z from 'zod';
import {
  capture as captureSchema,
  type Capture,
  type CaptureState,
} from '../../contract/captures.ts';
import { fail, ok, type PerchError, type Result } from '../../contract/errors.ts';
import { type DatabaseCondition, databaseError, openDatabase } from '../../storage/database.ts';
import { openJournal } from '../../storage/journal.ts';
import { type CaptureEvent, follow } from './transitions.ts';

/** A capture and where it stands. */
export interface OutboxRow {
  readonly capture: Capture;
  readonly state: CaptureState;
}

/** What became of the files when they were opened. */
export interface OutboxCondition {
  readonly database: DatabaseCondition;
  /** Captures that were found in the journal alone. */
  readonly recovered: number;
  /** Lines of the journal that could not be read. */
  readonly damagedLines: number;
}

/** The captures of this computer. Whatever a call has answered with `ok` survives any crash after it. */
export interface OutboxStore {
  readonly condition: OutboxCondition;
  /** In the order of capture. */
  all(): readonly OutboxRow[];
  find(id: string): OutboxRow | null;
  /** Takes a capture. `storage` where the disk does not: then it is nowhere (requirement R1). */
  add(capture: Capture, state: CaptureState): Result<null>;
  /** Replaces what a capture says; `notFound` where it is gone. */
  change(capture: Capture): Result<null>;
  /** Takes a capture on to its next state; null where the event means nothing in the present one. */
  move(id: string, event: CaptureEvent): Result<CaptureState | null>;
  remove(id: string): Result<null>;
  /** Whether a task is one of these captures already. */
  isClaimed(taskId: string): boolean;
  /** Removes a connection's captures and every copy of them (requirement T5). */
  forget(connectionId: string): Result<null>;
  /** Keeps a copy to fall back to and closes the files. */
  close(): void;
}

export interface OutboxStoreOptions {
  readonly folder: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}

const MIGRATIONS = [
  `CREATE TABLE captures (
     place INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     connection_id TEXT NOT NULL,
     task_id TEXT UNIQUE,
     capture TEXT NOT NULL,
     state TEXT NOT NULL
   ) STRICT`,
];

/** Milliseconds for which a capture that was sent stays in sight. */
const SENT_KEPT_MS = 7 * 24 * 3_600_000;

const journalEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('captured'), capture: captureSchema }),
  z.object({ kind: z.literal('changed'), capture: captureSchema }),
  z.object({ kind: z.literal('sent'), id: z.string(), taskId: z.string(), at: z.number() }),
  z.object({ kind: z.literal('removed'), id: z.string() }),
]);
type JournalEntry = z.output<typeof journalEntry>;

const NOT_FOUND: PerchError = { kind: 'notFound', said: null };
const CLOSED: PerchError = { kind: 'storage', cause: 'readOnly' };

/**
 * Captures in SQLite, each also in a journal beside it. The database is the truth; the journal tells
 * what it has held since its last good copy, so that a damaged database costs no capture (R4).
 */
export function openOutboxStore({ folder, now }: OutboxStoreOptions): OutboxStore {
  const database = openDatabase({ folder, name: 'outbox', migrations: MIGRATIONS, now });
  const journal = openJournal(join(folder, 'outbox.journal'));
  const { connection } = database;
  const recovered = connection === null ? 0 : replay(connection);
  if (connection !== null) catchUp(connection);

  const write = (work: (open: DatabaseSync) => PerchError | null, entry: JournalEntry | null) => {
    if (connection === null) return fail(CLOSED);
    try {
      connection.exec('BEGIN IMMEDIATE');
      const error = work(connection);
      connection.exec(error === null ? 'COMMIT' : 'ROLLBACK');
      if (error !== null) return fail(error);
    } catch (failure) {
      if (connection.isTransaction) connection.exec('ROLLBACK');
      return fail(databaseError(failure));
    }
    // It is in the database for good by now: what the journal cannot take costs only the second copy.
    if (entry !== null) journal.append(entry);
    return ok(null);
  };

  const find = (id: string): OutboxRow | null =>
    connection === null ? null : rowOf(connection.prepare(`${SELECT} WHERE id = ?`).get(id));

  const move = (id: string, event: CaptureEvent): Result<CaptureState | null> => {
    const row = find(id);
    if (row === null) return fail(NOT_FOUND);
    const next = follow(row.state, event, now());
    if (next === null) return ok(null);
    const entry = next.kind === 'sent' ? sentEntry(id, next) : null;
    const written = write((open) => putState(open, id, next), entry);
    return written.ok ? ok(next) : written;
  };

  return {
    condition: {
      database: database.condition,
      recovered,
      damagedLines: journal.content.damaged,
    },
    all: () =>
      (connection?.prepare(`${SELECT} ORDER BY place`).all() ?? [])
        .map(rowOf)
        .filter((row) => row !== null),
    find,
    add: (capture, state) =>
      write((open) => insert(open, capture, state), { kind: 'captured', capture }),
    change: (capture) =>
      write(
        (open) => {
          const { changes } = open
            .prepare('UPDATE captures SET capture = ? WHERE id = ?')
            .run(JSON.stringify(capture), capture.id);
          return changes === 0 ? NOT_FOUND : null;
        },
        { kind: 'changed', capture },
      ),
    move,
    remove: (id) =>
      write(
        (open) => {
          open.prepare('DELETE FROM captures WHERE id = ?').run(id);
          return null;
        },
        { kind: 'removed', id },
      ),
    isClaimed: (taskId) =>
      connection?.prepare('SELECT 1 FROM captures WHERE task_id = ?').get(taskId) !== undefined,
    forget(connectionId) {
      const gone = write((open) => {
        open.prepare('DELETE FROM captures WHERE connection_id = ?').run(connectionId);
        return null;
      }, null);
      if (!gone.ok || connection === null) return gone;
      return leaveNoTrace(connection);
    },
    close() {
      // The copy holds all that the journal does, which so need not be told twice.
      if (connection !== null && database.keepCopy().ok) journal.replace([]);
      journal.close();
      database.close();
    },
  };

  /** Empties the write-ahead log and writes the copies anew, without what was just deleted. */
  function leaveNoTrace(open: DatabaseSync): Result<null> {
    try {
      open.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (failure) {
      return fail(databaseError(failure));
    }
    const copied = database.keepCopy();
    return copied.ok ? journal.replace([]) : copied;
  }

  /** Puts back what only the journal knows; answers how many captures that were. */
  function replay(open: DatabaseSync): number {
    let missing = 0;
    const entries = journal.content.entries.flatMap(
      (entry) => journalEntry.safeParse(entry).data ?? [],
    );
    const over = new Set(entries.flatMap((entry) => (entry.kind === 'removed' ? [entry.id] : [])));
    open.exec('BEGIN IMMEDIATE');
    for (const entry of entries) {
      switch (entry.kind) {
        case 'captured': {
          const { capture } = entry;
          if (over.has(capture.id) || has(open, capture.id)) break;
          insert(open, capture, { kind: 'sending', since: capture.createdAt });
          missing += 1;
          break;
        }
        case 'changed':
          open
            .prepare('UPDATE captures SET capture = ? WHERE id = ?')
            .run(JSON.stringify(entry.capture), entry.capture.id);
          break;
        case 'sent':
          putState(open, entry.id, { kind: 'sent', at: entry.at, taskId: entry.taskId, url: null });
          break;
        case 'removed':
          open.prepare('DELETE FROM captures WHERE id = ?').run(entry.id);
          break;
      }
    }
    open.exec('COMMIT');
    return missing;
  }

  /** Takes every row to where it stands after a start, and leaves out what was sent long ago. */
  function catchUp(open: DatabaseSync): void {
    const isOlder = database.condition.kind !== 'read' && database.condition.kind !== 'fresh';
    const time = now();
    open.exec('BEGIN IMMEDIATE');
    for (const row of open.prepare(SELECT).all().map(rowOf)) {
      if (row === null) continue;
      const { id } = row.capture;
      const event = isOlder ? ({ kind: 'restored' } as const) : ({ kind: 'started' } as const);
      const next = follow(row.state, event, time) ?? follow(row.state, { kind: 'holdEnded' }, time);
      if (next !== null) putState(open, id, next);
      if (row.state.kind === 'sent' && row.state.at < time - SENT_KEPT_MS) {
        open.prepare('DELETE FROM captures WHERE id = ?').run(id);
      }
    }
    open.exec('COMMIT');
  }
}

const SELECT = 'SELECT capture, state FROM captures';

const has = (open: DatabaseSync, id: string): boolean =>
  open.prepare('SELECT 1 FROM captures WHERE id = ?').get(id) !== undefined;

const sentEntry = (id: string, { taskId, at }: { taskId: string; at: number }): JournalEntry => ({
  kind: 'sent',
  id,
  taskId,
  at,
});

function insert(open: DatabaseSync, capture: Capture, state: CaptureState): null {
  open
    .prepare('INSERT INTO captures (id, connection_id, capture, state) VALUES (?, ?, ?, ?)')
    .run(capture.id, capture.connectionId, JSON.stringify(capture), JSON.stringify(state));
  return null;
}

function putState(open: DatabaseSync, id: string, state: CaptureState): null {
  open
    .prepare('UPDATE captures SET state = ?, task_id = ? WHERE id = ?')
    .run(JSON.stringify(state), state.kind === 'sent' ? state.taskId : null, id);
  return null;
}

/** A row as it was written; null for none. */
function rowOf(row: Record<string, SQLOutputValue> | undefined): OutboxRow | null {
  if (row === undefined) return null;
  const capture = captureSchema.safeParse(JSON.parse(String(row['capture'])));
  return capture.success
    ? { capture: capture.data, state: JSON.parse(String(row['state'])) as CaptureState }
    : null;
}
