import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import { type ChosenFile, LARGEST_UPLOAD } from '../contract/files.ts';

/** Files that were chosen and not sent; whoever chooses more than these did not want the first. */
const MOST_WAITING = 8;

/** A file on its way into a request. */
export interface Upload {
  readonly name: string;
  /** Read from the disk as it is sent. */
  readonly content: Blob;
}

/** The files that the person chose for requests: the renderer holds handles, never paths (P5). */
export interface Uploads {
  /** Asks for a file. Null where none was chosen; `invalid` where it cannot be sent. */
  choose(): Promise<Result<ChosenFile | null>>;
  /** Gives a chosen file once. `expired` for a handle that is spent or unknown, `invalid` where the file has gone. */
  take(fileId: string): Promise<Result<Upload>>;
}

const unusable = (reason: string): PerchError => ({
  kind: 'invalid',
  field: 'file',
  reason,
  said: null,
});
const TOO_LARGE = unusable(
  `The file is larger than ${LARGEST_UPLOAD / 1024 / 1024} MB, the most that Perch sends.`,
);
const UNREADABLE = unusable('The file cannot be read.');
const GONE = unusable('The file is no longer where it was. Choose it again.');

/** Null where there is no such file any more; Node tells so by throwing at once. */
async function open(path: string): Promise<Blob | null> {
  try {
    return await openAsBlob(path);
  } catch {
    return null;
  }
}

export function createUploads(options: {
  /** Shows the system's dialog; null where the person cancels it. */
  readonly ask: () => Promise<string | null>;
  readonly newId: () => string;
}): Uploads {
  const waiting = new Map<string, string>();

  return {
    async choose() {
      const path = await options.ask();
      if (path === null) return ok(null);
      const found = await stat(path).catch(() => null);
      if (found?.isFile() !== true) return fail(UNREADABLE);
      if (found.size > LARGEST_UPLOAD) return fail(TOO_LARGE);
      const fileId = options.newId();
      waiting.set(fileId, path);
      const [oldest] = waiting.keys();
      if (waiting.size > MOST_WAITING && oldest !== undefined) waiting.delete(oldest);
      return ok({ fileId, name: basename(path), bytes: found.size });
    },
    async take(fileId) {
      const path = waiting.get(fileId);
      if (path === undefined) return fail({ kind: 'expired' });
      waiting.delete(fileId);
      const content = await open(path);
      if (content === null) return fail(GONE);
      if (content.size > LARGEST_UPLOAD) return fail(TOO_LARGE);
      return ok({ name: basename(path), content });
    },
  };
}
