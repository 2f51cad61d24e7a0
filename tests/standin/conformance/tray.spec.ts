import { join } from 'node:path';
import { startBus } from '../support/keyring.ts';
import { lineOf, openDesktop } from '../support/status-notifier.ts';
import { expect, states, test } from './support.ts';

const TRAY = 'docs/api/tray.md';
const IMAGE = join(import.meta.dirname, '../../../build/icons/tray.png');

states('new Tray', 'throws before the app is ready', `${TRAY}#class-tray`, async ({ early }) => {
  expect(early).toMatchObject({ tray: 'Error: Cannot create Tray before app is ready' });
});

states(
  'new Tray and tray.setImage',
  'take an image, an empty one too, or a file’s path, and throw where the file holds none',
  `${TRAY}#new-trayimage-guid`,
  async ({ app }) => {
    const seen = await app.evaluate(({ nativeImage, Tray }, path) => {
      const attempt = (act: () => unknown): string => {
        try {
          act();
          return 'taken';
        } catch (error) {
          return (error as Error).message;
        }
      };
      const tray = new Tray(nativeImage.createEmpty());
      return [
        attempt(() => tray.setImage(path)),
        attempt(() => tray.setImage(nativeImage.createFromPath(path))),
        attempt(() => new Tray(path)),
        attempt(() => tray.setImage('/none.png')),
        attempt(() => new Tray('/none.png')),
        attempt(() => tray.setImage(7 as never)),
      ];
    }, IMAGE);
    const missing = "Failed to load image from path '/none.png'";
    expect(seen).toEqual([
      'taken',
      'taken',
      'taken',
      missing,
      missing,
      'Argument must be a file path or a NativeImage',
    ]);
  },
);

states(
  'tray.setContextMenu',
  'takes a menu or null and nothing else',
  `${TRAY}#traysetcontextmenumenu`,
  async ({ app }) => {
    const seen = await app.evaluate(({ Menu, nativeImage, Tray }) => {
      const tray = new Tray(nativeImage.createEmpty());
      return [new Menu(), null, {}].map((menu) => {
        try {
          return String(tray.setContextMenu(menu as never));
        } catch (error) {
          return String(error);
        }
      });
    });
    expect(seen).toEqual(['undefined', 'undefined', 'TypeError: Must pass Menu or null']);
  },
);

states(
  'tray.destroy',
  'ends the tray: isDestroyed tells so, and other calls throw',
  `${TRAY}#traydestroy`,
  async ({ app }) => {
    const seen = await app.evaluate(({ nativeImage, Tray }) => {
      const tray = new Tray(nativeImage.createEmpty());
      const before = tray.isDestroyed();
      tray.destroy();
      tray.destroy();
      const errors = [
        () => tray.setToolTip('x'),
        () => tray.setContextMenu(null),
        () => tray.setImage(nativeImage.createEmpty()),
      ].map((act) => {
        try {
          act();
          return 'none';
        } catch (error) {
          return (error as Error).message;
        }
      });
      return { before, after: tray.isDestroyed(), errors: [...new Set(errors)] };
    });
    expect(seen).toEqual({ before: false, after: true, errors: ['Tray is destroyed'] });
  },
);

states(
  'tray.popUpContextMenu',
  'takes a menu, a position or both, and refuses other things',
  `${TRAY}#traypopupcontextmenumenu-position`,
  async ({ app }) => {
    test.skip(process.platform !== 'linux', 'Elsewhere the menu opens and waits for a person');
    const seen = await app.evaluate(({ Menu, nativeImage, Tray }) => {
      const tray = new Tray(nativeImage.createEmpty());
      const menu = Menu.buildFromTemplate([{ label: 'A' }]);
      const position = { x: 0, y: 0 };
      const attempts: readonly unknown[][] = [
        [],
        [menu],
        [position],
        [menu, position],
        [{}],
        [menu, {}],
      ];
      return attempts.map((args) => {
        try {
          return String(Reflect.apply(tray.popUpContextMenu, tray, args));
        } catch (error) {
          return /index \d/u.exec(String(error))?.[0];
        }
      });
    });
    const fine = Array.from({ length: 4 }, () => 'undefined');
    expect(seen).toEqual([...fine, 'index 0', 'index 1']);
  },
);

states(
  'tray.setTitle',
  'sets what getTitle gives on macOS, and nothing elsewhere',
  `${TRAY}#traysettitletitle-options-macos`,
  async ({ app }) => {
    const title = await app.evaluate(({ nativeImage, Tray }) => {
      const tray = new Tray(nativeImage.createEmpty());
      tray.setTitle('Title');
      return tray.getTitle();
    });
    expect(title).toBe(process.platform === 'darwin' ? 'Title' : '');
  },
);

states(
  'Tray',
  'is a StatusNotifierItem on Linux, whose activation is a click and whose menu is the tray’s',
  `${TRAY}#linux`,
  async ({ launch }) => {
    test.skip(process.platform !== 'linux', 'Only Linux has StatusNotifierItems');
    const { env, stop } = await startBus();
    const desktop = await openDesktop(env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
    try {
      const watcher = await desktop.watch({ hasHost: true });
      const app = await launch({ env });
      await app.evaluate(({ Menu, Tray }, path) => {
        const clicks: string[] = [];
        const tray = new Tray(path);
        tray.setToolTip('Tip');
        tray.on('click', () => clicks.push('icon'));
        tray.setContextMenu(
          Menu.buildFromTemplate([
            { label: 'One', click: () => clicks.push('One') },
            { type: 'separator' },
            { label: 'Box', type: 'checkbox', checked: true, enabled: false },
          ]),
        );
        Object.assign(globalThis, { kept: { tray, clicks } });
      }, IMAGE);
      await expect.poll(watcher.items).toHaveLength(1);
      const item = await desktop.item(watcher.items()[0] ?? '');
      expect(await item.properties()).toMatchObject({
        Category: 'ApplicationStatus',
        Id: 'Conformance Blank_status_icon_1',
        Status: 'Active',
        Title: '',
        ItemIsMenu: false,
        ToolTip: ['', [], 'Tip', ''],
        // The image for twice the resolution lies beside the other one.
        IconPixmap: [[48, 48, expect.any(Buffer)]],
      });
      const { root } = await item.menu();
      expect(root.children.map(({ properties }) => properties)).toEqual([
        { label: 'One' },
        { type: 'separator' },
        { label: 'Box', enabled: false, 'toggle-type': 'checkmark', 'toggle-state': 1 },
      ]);
      await item.press('Activate');
      await item.choose(lineOf(root, 'One').id);
      const clicks = () =>
        app.evaluate(() => (Reflect.get(globalThis, 'kept') as { clicks: string[] }).clicks);
      await expect.poll(clicks).toEqual(['icon', 'One']);
      await app.evaluate(() =>
        (Reflect.get(globalThis, 'kept') as { tray: Electron.Tray }).tray.destroy(),
      );
      await expect.poll(watcher.items).toEqual([]);
    } finally {
      await desktop.close();
      await stop();
    }
  },
);
