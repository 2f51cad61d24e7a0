import type { Dialog } from 'electron';

/** The system's own dialogs of the Requests screen. Each gives a path, or null where it was cancelled. */
export interface RequestDialogs {
  chooseUpload(): Promise<string | null>;
  saveAnswer(fileName: string): Promise<string | null>;
}

export function createRequestDialogs(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
): RequestDialogs {
  return {
    async chooseUpload() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: 'Choose a file to send',
        buttonLabel: 'Choose',
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async saveAnswer(fileName) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Save the answer',
        defaultPath: fileName,
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
