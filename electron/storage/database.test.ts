import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';

const MIGRATIONS = ['CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT'];

let folder = '';
const opened: Database[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perch-database-'));
});
afterEach(() => {
  for (const database of opened.splice(0)) {
    try {
      database.close();
    } catch {
      // A test closed it already.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

const start = (migrations: readonly string[] = MIGRATIONS): Database => {
  const database = openDatabase({ folder, name: 'work', migrations, now: () => 42 });
  opened.push(database);
  return database;
};

const file = (name = 'work.db'): string => join(folder, name);

const write = ({ connection }: Database, ...texts: readonly string[]): void => {
  for (const text of texts) connection?.prepare('INSERT INTO notes (text) VALUES (?)').run(text);
};

const textsOf = ({ connection }: Database): readonly unknown[] =>
  (connection?.prepare('SELECT text FROM notes ORDER BY id').all() ?? []).map(({ text }) => text);

/** A run that wrote two notes and kept a copy after the first. */
const earlierRun = (): void => {
  const database = start();
  write(database, 'first');
  expect(database.keepCopy().ok).toBe(true);
  write(database, 'second');
  database.close();
};

describe('a database', () => {
  it('begins fresh and is read again', () => {
    const first = start();
    expect(first.condition).toEqual({ kind: 'fresh' });
    write(first, 'one');
    first.close();
    const second = start();
    expect(second.condition).toEqual({ kind: 'read' });
    expect(textsOf(second)).toEqual(['one']);
  });

  it('writes each commit through to the disk', () => {
    const { connection } = start();
    const pragma = (name: string): unknown =>
      Object.values(connection?.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('fullfsync')]).toEqual([
      'wal',
      2,
      1,
    ]);
    expect([pragma('secure_delete'), pragma('trusted_schema'), pragma('foreign_keys')]).toEqual([
      1, 0, 1,
    ]);
  });

  it('keeps what was committed when nobody closed it', () => {
    const first = start();
    write(first, 'one');
    mkdirSync(file('crashed'));
    for (const name of readdirSync(folder)) {
      if (name.startsWith('work.')) copyFileSync(file(name), file(join('crashed', name)));
    }
    const second = openDatabase({
      folder: file('crashed'),
      name: 'work',
      migrations: MIGRATIONS,
      now: () => 42,
    });
    opened.push(second);
    expect(textsOf(second)).toEqual(['one']);
  });

  it('is brought up to date, and each step is taken once', () => {
    const first = start();
    write(first, 'one');
    first.close();
    const later = [...MIGRATIONS, "ALTER TABLE notes ADD COLUMN tag TEXT NOT NULL DEFAULT 'new'"];
    const second = start(later);
    expect(second.connection?.prepare('SELECT text, tag FROM notes').all()).toEqual([
      { text: 'one', tag: 'new' },
    ]);
    second.close();
    expect(start(later).condition).toEqual({ kind: 'read' });
  });

  it('stays as it was where a step fails', () => {
    const first = start();
    write(first, 'one');
    first.close();
    const broken = start([
      ...MIGRATIONS,
      'CREATE TABLE extra (id INTEGER); SELECT nothing FROM nowhere',
    ]);
    expect(broken.condition.kind).not.toBe('read');
    broken.close();
    rmSync(file(), { force: true });
    copyFileSync(file('work.quarantined-42.db'), file());
    expect(textsOf(start())).toEqual(['one']);
  });
});

describe('a file that is not good', () => {
  const DAMAGE: readonly (readonly [string, () => void])[] = [
    ['empty', () => writeFileSync(file(), '')],
    ['filled with zeroes', () => writeFileSync(file(), new Uint8Array(8192))],
    ['no database', () => writeFileSync(file(), 'SQLite? Not at all.'.repeat(500))],
    ['cut off', () => truncateSync(file(), 4096)],
    [
      'torn in the middle',
      () => {
        const bytes = readFileSync(file());
        bytes.fill(0xff, 4096, 8192);
        writeFileSync(file(), bytes);
      },
    ],
    [
      'another program’s',
      () => {
        rmSync(file());
        const other = new DatabaseSync(file());
        other.exec('CREATE TABLE bookmarks (url TEXT)');
        other.close();
      },
    ],
  ];

  it.each(DAMAGE)(
    'is set aside where it is %s, and the last copy takes its place',
    (_what, damage) => {
      earlierRun();
      damage();
      const bytes = readFileSync(file());
      const database = start();
      expect(database.condition).toEqual({
        kind: 'restored',
        quarantinedAs: 'work.quarantined-42.db',
      });
      expect(textsOf(database)).toEqual(['first']);
      expect(readFileSync(file('work.quarantined-42.db'))).toEqual(bytes);
      write(database, 'third');
      database.close();
      expect(textsOf(start())).toEqual(['first', 'third']);
    },
  );

  it.each(DAMAGE)(
    'gives way to an empty one where it is %s and so is the copy',
    (_what, damage) => {
      earlierRun();
      damage();
      writeFileSync(file('work.copy.db'), 'nonsense');
      const database = start();
      expect(database.condition).toEqual({ kind: 'lost', quarantinedAs: 'work.quarantined-42.db' });
      expect(textsOf(database)).toEqual([]);
      expect(readFileSync(file('work.copy.db'), 'utf8')).toBe('nonsense');
    },
  );

  it('is kept whole for the later Perch that wrote it', () => {
    const later = start([...MIGRATIONS, 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT']);
    write(later, 'from tomorrow');
    later.close();
    const database = start();
    expect(database.condition).toEqual({ kind: 'newer', quarantinedAs: 'work.quarantined-42.db' });
    expect(textsOf(database)).toEqual([]);
    database.close();
    const aside = new DatabaseSync(file('work.quarantined-42.db'));
    expect(aside.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'from tomorrow' }]);
    aside.close();
  });

  it('takes its journal along when it is set aside', () => {
    earlierRun();
    writeFileSync(file('work.db'), 'nonsense');
    writeFileSync(file('work.db-wal'), 'what was in flight');
    start();
    expect(readFileSync(file('work.quarantined-42.db-wal'), 'utf8')).toBe('what was in flight');
  });

  it('is left alone where another program holds it', () => {
    earlierRun();
    const holder = new DatabaseSync(file());
    holder.exec(
      'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO notes (text) VALUES (1)',
    );
    const database = start();
    expect(database).toMatchObject({ condition: { kind: 'locked' }, connection: null });
    expect(database.keepCopy()).toMatchObject({ ok: false, error: { kind: 'storage' } });
    holder.exec('ROLLBACK');
    holder.close();
    expect(textsOf(start())).toEqual(['first', 'second']);
  });

  it('is left alone where a folder has its name', () => {
    mkdirSync(file());
    expect(start().condition).toEqual({ kind: 'locked' });
    expect(existsSync(file())).toBe(true);
  });
});

describe('the copy', () => {
  it('is as the database was, and replaced whole', () => {
    const database = start();
    write(database, 'one');
    expect(database.keepCopy()).toEqual({ ok: true, value: null });
    write(database, 'two');
    expect(database.keepCopy()).toEqual({ ok: true, value: null });
    const copy = new DatabaseSync(file('work.copy.db'), { readOnly: true });
    expect(copy.prepare('SELECT text FROM notes').all()).toEqual([
      { text: 'one' },
      { text: 'two' },
    ]);
    copy.close();
    expect(readdirSync(folder).filter((name) => name.includes('half'))).toEqual([]);
  });

  it('stays as it was where a new one cannot take its place', () => {
    const database = start();
    write(database, 'one');
    mkdirSync(file('work.copy.db'));
    writeFileSync(file('work.copy.db/x'), '');
    expect(database.keepCopy()).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(readdirSync(file('work.copy.db'))).toEqual(['x']);
    expect(readdirSync(folder).filter((name) => name.includes('half'))).toEqual([]);
    expect(textsOf(database)).toEqual(['one']);
  });
});
