import { join } from 'node:path';
import { withControl } from '../support/control.ts';
import { expect, STANDIN, test } from '../support/fixture-app.ts';

test('a dialog waits until a test answers it', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, async ({ dialogs }, { dialog }) => {
    const answer = dialog.showOpenDialog({ title: 'Pick', properties: ['openFile'] });
    const [shown] = dialogs.pending;
    const before = [shown?.method, shown?.options, shown?.isPending];
    shown?.answer({ filePaths: ['/picked'] });
    return [before, await answer, dialogs.pending.length, dialogs.shown.length];
  });
  expect(seen).toEqual([
    ['showOpenDialog', { title: 'Pick', properties: ['openFile'] }, true],
    { canceled: false, filePaths: ['/picked'] },
    0,
    1,
  ]);
});

test('a cancelled dialog says so in each one’s own way', async ({ launch }) => {
  const { app } = await launch();
  const answers = await withControl(app, async ({ dialogs }, { dialog }) => {
    const all = [
      dialog.showOpenDialog({}),
      dialog.showSaveDialog({}),
      dialog.showMessageBox({ message: '?', buttons: ['Yes', 'No'] }),
      dialog.showMessageBox({ message: '?', buttons: ['Go', 'Stay'], defaultId: 0 }),
      dialog.showMessageBox({ message: '?', buttons: ['A', 'B', 'C'], cancelId: 2 }),
    ];
    for (const shown of dialogs.pending) shown.cancel();
    return Promise.all(all as Promise<unknown>[]);
  });
  expect(answers).toEqual([
    { canceled: true, filePaths: [] },
    { canceled: true, filePath: '' },
    { response: 1, checkboxChecked: false },
    { response: 1, checkboxChecked: false },
    { response: 2, checkboxChecked: false },
  ]);
});

test('prepared answers come at once, synchronous calls included', async ({ launch }) => {
  const { app } = await launch();
  const answers = await withControl(app, async ({ dialogs }, { dialog }) => {
    dialogs.prepare('open', { filePaths: ['/one'] }, 'cancel');
    dialogs.prepare('save', { filePath: '/two' });
    dialogs.prepare('message', { response: 1, checkboxChecked: true }, { response: 0 });
    return [
      dialog.showOpenDialogSync({}),
      dialog.showOpenDialogSync({}) ?? 'undefined',
      await dialog.showSaveDialog({}),
      await dialog.showMessageBox({ message: '', buttons: ['a', 'b'], checkboxLabel: 'x' }),
      dialog.showMessageBoxSync({ message: '' }),
    ];
  });
  expect(answers).toEqual([
    ['/one'],
    'undefined',
    { canceled: false, filePath: '/two' },
    { response: 1, checkboxChecked: true },
    0,
  ]);
});

test('a synchronous dialog without a prepared answer says how to give one', async ({ launch }) => {
  const { app } = await launch();
  const message = await withControl(app, (_control, { dialog }) => {
    try {
      return String(dialog.showSaveDialogSync({}));
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toContain('dialog.showSaveDialogSync without an answer given by');
});

test('closing the parent window cancels', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, async ({ dialogs }, { BrowserWindow, dialog }) => {
    const window = new BrowserWindow({ show: false });
    const answer = dialog.showOpenDialog(window, { title: 'Pick' });
    const isParent = dialogs.pending[0]?.parent === window;
    window.destroy();
    return [isParent, await answer];
  });
  expect(seen).toEqual([true, { canceled: true, filePaths: [] }]);
});

test('an error box is kept, and nothing is drawn', async ({ launch }) => {
  const { app } = await launch();
  const boxes = await withControl(app, ({ dialogs }, { dialog }) => {
    dialog.showErrorBox('Title', 'Content');
    return dialogs.errorBoxes;
  });
  expect(boxes).toEqual([{ title: 'Title', content: 'Content' }]);
});

test('an error box before ready goes to stderr', async ({ start }) => {
  const { output } = start([join(STANDIN, 'conformance', 'apps', 'early')]);
  await expect.poll(output).toContain('Early title\nEarly content\n');
});
