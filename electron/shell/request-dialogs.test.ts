import { describe, expect, it, vi } from 'vitest';
import type { Dialog } from 'electron';
import { createRequestDialogs } from './request-dialogs.ts';

const dialogsWith = (
  open: Electron.OpenDialogReturnValue,
  save: Electron.SaveDialogReturnValue,
) => {
  const showOpenDialog = vi.fn<Dialog['showOpenDialog']>(async () => open);
  const showSaveDialog = vi.fn<Dialog['showSaveDialog']>(async () => save);
  return { dialogs: createRequestDialogs({ showOpenDialog, showSaveDialog }), showSaveDialog };
};

describe('the dialogs of the Requests screen', () => {
  it('give the path that was chosen', async () => {
    const { dialogs, showSaveDialog } = dialogsWith(
      { canceled: false, filePaths: ['/home/ada/a.png'] },
      { canceled: false, filePath: '/home/ada/user.json' },
    );
    expect(await dialogs.chooseUpload()).toBe('/home/ada/a.png');
    expect(await dialogs.saveAnswer('user.json')).toBe('/home/ada/user.json');
    expect(showSaveDialog).toHaveBeenCalledWith(
      expect.objectContaining({ defaultPath: 'user.json' }),
    );
  });

  it('give null where they were cancelled, whatever else they say', async () => {
    const { dialogs } = dialogsWith(
      { canceled: true, filePaths: ['/x'] },
      { canceled: true, filePath: '' },
    );
    expect(await dialogs.chooseUpload()).toBeNull();
    expect(await dialogs.saveAnswer('x')).toBeNull();
  });
});
