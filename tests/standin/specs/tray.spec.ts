import { expect, notesOf, test } from '../support/fixture-app.ts';

const CONTROL = 'electron-standin.control';

test('the control object shows the tray, and its menu works', async ({ launch }) => {
  const { app } = await launch();
  const seen = await app.evaluate((_electron, name) => {
    type Shown = {
      toolTip: string;
      menu: Electron.Menu;
      image: Electron.NativeImage;
    };
    const { trays } = Reflect.get(globalThis, Symbol.for(name)) as {
      trays: readonly { record: Shown }[];
    };
    const [tray] = trays;
    const item = tray?.record.menu.getMenuItemById('greet');
    item?.click();
    return {
      count: trays.length,
      toolTip: tray?.record.toolTip,
      empty: tray?.record.image.isEmpty(),
      labels: tray?.record.menu.items.map(({ label, type, enabled }) => [label, type, enabled]),
    };
  }, CONTROL);
  expect(seen).toEqual({
    count: 1,
    toolTip: 'Fixture',
    empty: true,
    labels: [
      ['Fixture', 'normal', false],
      ['', 'separator', true],
      ['More', 'submenu', true],
      ['Quit', 'normal', true],
    ],
  });
  expect(await notesOf(app)).toContainEqual(['clicked', 'greet']);
});

test('the control object keeps addresses from the desktop and takes the network away', async ({
  launch,
}) => {
  const { app } = await launch();
  const seen = await app.evaluate(async ({ net, shell }, name) => {
    const control = Reflect.get(globalThis, Symbol.for(name)) as {
      openedExternal: string[];
      blockExternal: boolean;
      setOnline(online: boolean): void;
    };
    control.blockExternal = true;
    await shell.openExternal('https://example.invalid/page');
    control.setOnline(false);
    const failure = await net.fetch('http://127.0.0.1/').catch((error: Error) => error.message);
    return { opened: control.openedExternal, online: net.isOnline(), failure };
  }, CONTROL);
  expect(seen).toEqual({
    opened: ['https://example.invalid/page'],
    online: false,
    failure: 'net::ERR_INTERNET_DISCONNECTED',
  });
});
