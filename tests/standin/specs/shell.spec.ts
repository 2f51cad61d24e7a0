import type { Control } from '../control.ts';
import { expect, test } from '../support/fixture-app.ts';

test('what the desktop is asked for is noted, and kept from it while blocked', async ({
  launch,
}) => {
  // Without programs on the PATH nothing could be opened anyway.
  const { app } = await launch({ env: { PATH: '/nowhere' } });
  const noted = await app.evaluate(async ({ shell }) => {
    const key = Symbol.for('electron-standin.control');
    const control = (globalThis as unknown as Record<symbol, Control>)[key];
    if (control === undefined) throw new Error('No control object');
    control.blockExternal = true;
    await shell.openExternal('https://example.invalid/');
    void shell.openPath('/some/path');
    shell.showItemInFolder('/some/file');
    await shell.trashItem('/some/thing');
    control.blockExternal = false;
    const refused = await shell.trashItem('/other/thing').catch((error: Error) => error.message);
    return {
      external: control.openedExternal,
      paths: control.openedPaths,
      shown: control.shownInFolder,
      trashed: control.trashed,
      refused,
    };
  });
  expect(noted).toEqual({
    external: ['https://example.invalid/'],
    paths: ['/some/path'],
    shown: ['/some/file'],
    trashed: ['/some/thing', '/other/thing'],
    refused: 'Failed to move item to trash',
  });
});

test('shell.openPath never settles, as on Electron for Linux', async ({ launch }) => {
  const { app } = await launch({ env: { PATH: '/nowhere' } });
  const outcome = await app.evaluate(async ({ shell }) => {
    const settled = shell.openPath('/some/path').then(
      () => 'resolved',
      () => 'rejected',
    );
    const later = new Promise((resolve) => setTimeout(() => resolve('pending'), 500));
    return Promise.race([settled, later]);
  });
  expect(outcome).toBe('pending');
});

test('an about panel is noted with the options it was given', async ({ launch }) => {
  const { app } = await launch();
  const panels = await app.evaluate(({ app: electronApp }) => {
    electronApp.showAboutPanel();
    electronApp.setAboutPanelOptions({ applicationName: 'Fixture', authors: ['Somebody'] });
    electronApp.showAboutPanel();
    const key = Symbol.for('electron-standin.control');
    return (globalThis as unknown as Record<symbol, Control>)[key]?.aboutPanels;
  });
  expect(panels).toEqual([{}, { applicationName: 'Fixture', authors: ['Somebody'] }]);
});
