import { expect, test } from '../support/fixture-app.ts';

test('what is not implemented says its name', async ({ launch }) => {
  const { app } = await launch();
  const messages = await app.evaluate((electron) => {
    const attempts: readonly (() => unknown)[] = [
      () => electron.dialog.showOpenDialog({}),
      () => new electron.Notification(),
      () => electron.globalShortcut.register('A', () => undefined),
      () => electron.BrowserWindow.getAllWindows()[0]?.setOpacity(1),
      () => electron.BrowserWindow.getAllWindows()[0]?.webContents.startDrag,
      () => electron.app.relaunch(),
      () => electron.session.defaultSession.cookies,
      () => electron.Notification.isSupported(),
    ];
    return attempts.map((attempt) => {
      try {
        const result = attempt();
        return typeof result === 'function' ? 'a function' : 'no error';
      } catch (error) {
        return (error as Error).message;
      }
    });
  });
  const refused = (name: string): string => `Electron stand-in: ${name} is not implemented`;
  expect(messages).toEqual([
    refused('dialog.showOpenDialog'),
    refused('new Notification'),
    refused('globalShortcut.register'),
    refused('browserWindow.setOpacity'),
    'a function',
    refused('app.relaunch'),
    refused('session.cookies'),
    refused('Notification.isSupported'),
  ]);
});

test('what Electron lacks on Linux is missing here too', async ({ launch }) => {
  const { app } = await launch();
  const kinds = await app.evaluate((electron) => [
    typeof electron.app.dock,
    typeof Reflect.get(electron.app, 'then'),
    typeof Reflect.get(electron.dialog, 'then'),
    typeof Reflect.get(electron.app, 'setActivationPolicy'),
    typeof electron.autoUpdater.on,
  ]);
  expect(kinds).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'function']);
});
