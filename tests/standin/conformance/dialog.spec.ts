import { expect, states } from './support.ts';

const DOC = 'docs/api/dialog.md';

states(
  'dialog.showOpenDialog',
  'can be replaced by a test, as Playwright’s documentation shows',
  DOC,
  async ({ app }) => {
    const result = await app.evaluate(async ({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/a'] });
      return dialog.showOpenDialog({});
    });
    expect(result).toEqual({ canceled: false, filePaths: ['/a'] });
  },
);

states(
  'dialog.showOpenDialog',
  'refuses properties that are no list',
  `${DOC}#dialogshowopendialogwindow-options`,
  async ({ app }) => {
    const message = await app.evaluate(async ({ dialog }) => {
      try {
        return await dialog.showOpenDialog({ properties: 'openFile' as never });
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toBe('TypeError: Properties must be an array');
  },
);

states(
  'dialog.showSaveDialog',
  'refuses a title that is no text',
  `${DOC}#dialogshowsavedialogwindow-options`,
  async ({ app }) => {
    const message = await app.evaluate(async ({ dialog }) => {
      try {
        return await dialog.showSaveDialog({ title: 1 as never });
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toBe('TypeError: Title must be a string');
  },
);

for (const [options, message] of [
  [{ message: '', type: 'loud' }, 'TypeError: Invalid message box type'],
  [{ message: '', buttons: 'OK' }, 'TypeError: Buttons must be an array'],
  [{ message: 7 }, 'TypeError: Message must be a string'],
  [
    { message: '', checkboxChecked: true },
    'Error: checkboxChecked requires that checkboxLabel also be passed',
  ],
] as const)
  states(
    'dialog.showMessageBox',
    `refuses ${JSON.stringify(options)}`,
    `${DOC}#dialogshowmessageboxwindow-options`,
    async ({ app }) => {
      const thrown = await app.evaluate(async ({ dialog }, given) => {
        try {
          return await dialog.showMessageBox(given as never);
        } catch (error) {
          return String(error);
        }
      }, options);
      expect(thrown).toBe(message);
    },
  );

states(
  'dialog.showMessageBox',
  'counts as cancelled when its signal aborts',
  `${DOC}#dialogshowmessageboxwindow-options`,
  async ({ app }) => {
    const result = await app.evaluate(async ({ dialog }) => {
      const controller = new AbortController();
      const answer = dialog.showMessageBox({
        message: 'Delete?',
        buttons: ['Delete', 'Cancel'],
        signal: controller.signal,
      });
      controller.abort();
      return answer;
    });
    expect(result).toEqual({ response: 1, checkboxChecked: false });
  },
);

for (const method of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'])
  states(`dialog.${method}`, 'cannot be used before ready', DOC, async ({ early }) => {
    expect(early).toMatchObject({
      [method]: 'Error: dialog module can only be used after app is ready',
    });
  });

states(
  'dialog.showErrorBox',
  'may be called before ready',
  `${DOC}#dialogshowerrorboxtitle-content`,
  async ({ early }) => {
    expect(early).toMatchObject({ showErrorBox: 'returned' });
  },
);
