import { expect, test } from '../support/fixture-app.ts';

test('what is not implemented says its name', async ({ launch }) => {
  const { app } = await launch();
  const messages = await app.evaluate((electron) => {
    const attempts: readonly (() => unknown)[] = [
      () => electron.contentTracing.getCategories(),
      () => new electron.MessageChannelMain(),
      () => electron.desktopCapturer.getSources({ types: ['screen'] }),
      () => electron.BrowserWindow.getAllWindows()[0]?.getMediaSourceId(),
      () => electron.BrowserWindow.getAllWindows()[0]?.webContents.startDrag,
      () => electron.app.getGPUFeatureStatus(),
      () => electron.session.defaultSession.serviceWorkers,
      () => electron.session.fromPath('/x'),
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
    refused('contentTracing.getCategories'),
    refused('new MessageChannelMain'),
    refused('desktopCapturer.getSources'),
    refused('browserWindow.getMediaSourceId'),
    'a function',
    refused('app.getGPUFeatureStatus'),
    refused('session.serviceWorkers'),
    refused('session.fromPath'),
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
