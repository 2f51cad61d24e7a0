import * as z from 'zod';
import { invocation, nothing } from './invocation.ts';

/** A file that the person chose in main's dialog. Where it lies stays in main. */
export interface ChosenFile {
  /** Good for one request. */
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
}

/** The largest file that a request carries, in bytes. */
export const LARGEST_UPLOAD = 100 * 1024 * 1024;

export const filesContract = {
  /** Null where the person chose none. `invalid` for a file that is too large or cannot be read. */
  chooseUpload: invocation(nothing).returns<ChosenFile | null>(),
  /**
   * Asks where, and writes an answer of this run there as the person sees it, without secrets.
   * Answers the file's name; null where the person chose none. `expired` where the answer is no
   * longer held, `storage` where the disk refuses.
   */
  saveAnswer: invocation(z.strictObject({ requestId: z.uuid() })).returns<{
    readonly name: string;
  } | null>(),
};
