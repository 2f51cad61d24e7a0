import { open as openFile, writeFile } from 'node:fs/promises';
import type { Dialog } from 'electron';
import type { SetupDialogs } from '../connections/oauth/setup-files.ts';
import { fail, ok, type PerchError } from '../contract/errors.ts';
import { LONGEST_SETUP_FILE } from '../contract/oauth.ts';
import { storageError } from '../storage/disk.ts';

const FILTERS = [{ name: 'Perch set-up', extensions: ['perch-setup'] }];

const UNREADABLE: PerchError = {
  kind: 'invalid',
  field: 'file',
  reason: 'The file cannot be read.',
  said: null,
};

/** The system's own dialogs for set-up files, and the reading and writing behind them. */
export function createSetupDialogs(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
): SetupDialogs {
  return {
    async save(text) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Save the set-up file',
        defaultPath: 'clickup.perch-setup',
        filters: FILTERS,
      });
      if (canceled || filePath === '') return fail({ kind: 'cancelled' });
      try {
        await writeFile(filePath, text, { mode: 0o600 });
        return ok(null);
      } catch (failure) {
        return fail(storageError(failure));
      }
    },
    async open() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: 'Open a set-up file',
        filters: FILTERS,
        properties: ['openFile'],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return fail({ kind: 'cancelled' });
      try {
        await using file = await openFile(path, 'r');
        // One byte more than it may have: whoever reads it can tell that it is too long.
        const { bytesRead, buffer } = await file.read(Buffer.alloc(LONGEST_SETUP_FILE + 1));
        return ok(buffer.toString('utf8', 0, bytesRead));
      } catch {
        return fail(UNREADABLE);
      }
    },
  };
}
