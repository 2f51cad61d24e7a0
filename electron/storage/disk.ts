import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { PerchError } from '../contract/errors.ts';

/** Flushes a file or a folder. Windows cannot open folders for this, and needs it less: NTFS logs names. */
export function syncToDisk(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r+');
  } catch {
    if (process.platform === 'win32') return;
    descriptor = openSync(path, 'r');
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The system's code of a failure, such as `ENOSPC`; null where it has none. */
export const errorCode = (failure: unknown): string | null =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : null;

/** Names a failure to write. What is neither a permission nor a read-only disk counts as a full one. */
export function storageError(failure: unknown): PerchError {
  const code = errorCode(failure);
  const isReadOnly = code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'EBUSY';
  return { kind: 'storage', cause: isReadOnly ? 'readOnly' : 'full' };
}
