import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { fail, ok, type Result } from '../contract/errors.ts';
import { errorCode, storageError, syncToDisk } from './disk.ts';

/** What a journal was found to hold. */
export interface JournalContent {
  /** The entries that could be read, oldest first. */
  readonly entries: readonly unknown[];
  /** Lines that could not, but for a last one that was cut off: that one was never acknowledged. */
  readonly damaged: number;
}

/**
 * A file that only grows: one JSON value a line, each with a checksum, each on the disk before it is
 * acknowledged. It holds again what the database holds, for the day the database is damaged.
 */
export interface Journal {
  /** What stood in the file when it was opened. */
  readonly content: JournalContent;
  /** Appends a value. After an error the file is as before, as far as the disk lets it be. */
  append(entry: unknown): Result<null>;
  /** Begins anew with these values, once they are no longer needed or stand in a copy elsewhere. */
  replace(entries: readonly unknown[]): Result<null>;
  close(): void;
}

/** Opens a journal, or begins one. Never throws; a file that cannot be read counts as wholly damaged. */
export function openJournal(path: string): Journal {
  const found = read(path);
  let { length, isCut } = found;
  let file: number | null = null;

  const put = (bytes: Uint8Array): void => {
    file ??= openSync(path, 'a', 0o600);
    for (let written = 0; written < bytes.byteLength;) {
      written += writeSync(file, bytes, written, bytes.byteLength - written);
    }
    fdatasyncSync(file);
  };

  const close = (): void => {
    if (file !== null) closeSync(file);
    file = null;
  };

  /** A half-written line would make one line of itself and the next. */
  const cutBack = (): void => {
    try {
      const whole = openSync(path, 'r+');
      ftruncateSync(whole, length);
      closeSync(whole);
    } catch {
      // The next line begins with a line break, so that only the broken one is lost.
    }
  };

  return {
    content: { entries: found.entries, damaged: found.damaged },
    append(entry) {
      try {
        const isFirst = length === 0;
        const bytes = Buffer.from(`${isCut ? '\n' : ''}${lineOf(entry)}`);
        put(bytes);
        if (isFirst) syncToDisk(dirname(path));
        length += bytes.byteLength;
        isCut = false;
        return ok(null);
      } catch (failure) {
        cutBack();
        return fail(storageError(failure));
      }
    },
    replace(entries) {
      const half = `${path}.half`;
      try {
        const text = entries.map(lineOf).join('');
        writeFileSync(half, text, { mode: 0o600 });
        syncToDisk(half);
        close();
        renameSync(half, path);
        syncToDisk(dirname(path));
        length = Buffer.byteLength(text);
        isCut = false;
        return ok(null);
      } catch (failure) {
        rmSync(half, { force: true, recursive: true });
        return fail(storageError(failure));
      }
    },
    close,
  };
}

/** A line: checksum of the JSON (CRC-32, eight hexadecimal digits), a space, the JSON, a line break. */
const lineOf = (entry: unknown): string => {
  const json = JSON.stringify(entry);
  return `${checksum(json)} ${json}\n`;
};

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

interface Read extends JournalContent {
  /** Bytes of the file. */
  readonly length: number;
  /** Whether its last line lacks its end. */
  readonly isCut: boolean;
}

function read(path: string): Read {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (failure) {
    const damaged = errorCode(failure) === 'ENOENT' ? 0 : 1;
    return { entries: [], damaged, length: 0, isCut: false };
  }
  const lines = bytes.toString('utf8').split('\n');
  const last = lines.pop() ?? '';
  const readings = lines.filter((line) => line !== '').map(entryOf);
  const good = [...readings, entryOf(last)].filter((reading) => reading !== null);
  return {
    entries: good.map(({ entry }) => entry),
    damaged: readings.filter((reading) => reading === null).length,
    length: bytes.byteLength,
    isCut: last !== '',
  };
}

/** The value of a line; null where its checksum does not agree. */
function entryOf(line: string): { readonly entry: unknown } | null {
  const json = line.slice(9);
  if (line[8] !== ' ' || line.slice(0, 8) !== checksum(json)) return null;
  try {
    return { entry: JSON.parse(json) };
  } catch {
    return null;
  }
}
