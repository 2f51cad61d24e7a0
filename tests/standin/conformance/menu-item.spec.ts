import { expect, states } from './support.ts';

const ITEM = 'docs/api/menu-item.md';

states(
  'MenuItem.type',
  'follows from the submenu where it is not given, and must be one there is',
  `${ITEM}#new-menuitemoptions`,
  async ({ app }) => {
    const types = await app.evaluate(({ MenuItem }) =>
      [
        { label: 'A' },
        { label: 'A', submenu: [] },
        { label: 'A', type: 'submenu' },
        { label: 'A', type: 'none' },
      ].map((options) => {
        try {
          return new MenuItem(options as never).type;
        } catch (error) {
          return String(error);
        }
      }),
    );
    expect(types).toEqual([
      'normal',
      'submenu',
      'Error: Invalid submenu',
      'Error: Unknown menu item type: none',
    ]);
  },
);

states(
  'MenuItem',
  'is enabled, visible and not checked, and has no accelerator or submenu, unless told otherwise',
  `${ITEM}#instance-properties`,
  async ({ app }) => {
    const seen = await app.evaluate(({ MenuItem }) => {
      const { accelerator, checked, enabled, registerAccelerator, role, submenu, visible } =
        new MenuItem({ label: 'A' });
      return { accelerator, checked, enabled, registerAccelerator, role, submenu, visible };
    });
    expect(seen).toEqual({
      accelerator: null,
      checked: false,
      enabled: true,
      registerAccelerator: true,
      role: null,
      submenu: null,
      visible: true,
    });
  },
);

states(
  'MenuItem.label, enabled, visible and id',
  'can be changed; commandId, type and role cannot',
  `${ITEM}#instance-properties`,
  async ({ app }) => {
    const seen = await app.evaluate(({ MenuItem }) => {
      const item = new MenuItem({ id: 'a', label: 'A' });
      Object.assign(item, { id: 'b', label: 'B', enabled: false, visible: false });
      const refused = ['commandId', 'type', 'role'].filter((name) => !Reflect.set(item, name, 'x'));
      return { shown: [item.id, item.label, item.enabled, item.visible], refused };
    });
    expect(seen).toEqual({
      shown: ['b', 'B', false, false],
      refused: ['commandId', 'type', 'role'],
    });
  },
);

states(
  'MenuItem.commandId',
  'is another number for each item',
  `${ITEM}#menuitemcommandid`,
  async ({ app }) => {
    const ids = await app.evaluate(({ MenuItem }) =>
      ['A', 'B', 'C'].map((label) => new MenuItem({ label }).commandId),
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  },
);

states(
  'MenuItem.click',
  'gives the handler the item, the window and the event',
  `${ITEM}#menuitemclick`,
  async ({ app }) => {
    const seen = await app.evaluate(({ BrowserWindow, MenuItem }) => {
      const window = new BrowserWindow({ show: false });
      const calls: unknown[][] = [];
      const item = new MenuItem({ label: 'A', click: (...args) => calls.push(args) });
      const event = { altKey: true };
      item.click(event as never, window, window.webContents);
      const [given] = calls;
      return [calls.length, given?.[0] === item, given?.[1] === window, given?.[2]];
    });
    expect(seen).toEqual([1, true, true, { altKey: true }]);
  },
);

states(
  'MenuItem.checked',
  'of a checkbox turns over with every click',
  `${ITEM}#menuitemchecked`,
  async ({ app }) => {
    const seen = await app.evaluate(({ Menu }) => {
      const [box] = Menu.buildFromTemplate([{ label: 'A', type: 'checkbox' }]).items;
      return [0, 1, 2].map(() => {
        const { checked } = box ?? {};
        box?.click();
        return checked;
      });
    });
    expect(seen).toEqual([false, true, false]);
  },
);

states(
  'MenuItem.checked',
  'of a radio item turns on with a click, and off for its neighbours up to a separator',
  `${ITEM}#menuitemchecked`,
  async ({ app }) => {
    const seen = await app.evaluate(({ Menu }) => {
      const radio = (label: string, checked = false) => ({
        label,
        checked,
        type: 'radio' as const,
      });
      const menu = Menu.buildFromTemplate([
        radio('A', true),
        radio('B'),
        { type: 'separator' },
        radio('C', true),
      ]);
      menu.items[1]?.click();
      menu.items[1]?.click();
      return menu.items.filter(({ checked }) => checked).map(({ label }) => label);
    });
    expect(seen).toEqual(['B', 'C']);
  },
);

states(
  'MenuItem.role',
  'gives label and accelerator where they are not given, whatever its letters’ case',
  `${ITEM}#roles`,
  async ({ app }) => {
    const seen = await app.evaluate(({ MenuItem }) =>
      (['forceReload', 'zoomIn', 'selectAll', 'resetZoom', 'undo'] as const)
        .map((role) => new MenuItem({ role }))
        .concat(new MenuItem({ role: 'copy', label: 'Take', accelerator: 'Ctrl+T' }))
        .map(({ role, label, accelerator }) => [role, label, accelerator]),
    );
    expect(seen).toEqual([
      ['forcereload', 'Force Reload', 'Shift+CmdOrCtrl+R'],
      ['zoomin', 'Zoom In', 'CommandOrControl+Plus'],
      ['selectall', 'Select All', 'CommandOrControl+A'],
      ['resetzoom', 'Actual Size', 'CommandOrControl+0'],
      ['undo', 'Undo', 'CommandOrControl+Z'],
      ['copy', 'Take', 'Ctrl+T'],
    ]);
  },
);

states(
  'MenuItem.role',
  'brings the submenu of a whole menu along',
  `${ITEM}#roles`,
  async ({ app }) => {
    const roles = await app.evaluate(({ MenuItem }) =>
      new MenuItem({ role: 'viewMenu' }).submenu?.items.map(({ role, type }) =>
        type === 'separator' ? '-' : role,
      ),
    );
    expect(roles?.join(' ')).toBe(
      'reload forcereload toggledevtools - resetzoom zoomin zoomout - togglefullscreen',
    );
  },
);

states(
  'MenuItem.role',
  'acts in place of the click handler: close closes the window, quit ends the app',
  `${ITEM}#new-menuitemoptions`,
  async ({ launch }) => {
    const app = await launch();
    const seen = await app.evaluate(async ({ BrowserWindow, MenuItem }) => {
      const window = new BrowserWindow({ show: false });
      const closed = new Promise<string>((resolve) => {
        window.once('closed', () => resolve('closed'));
      });
      let clicks = 0;
      const item = new MenuItem({ role: 'close', click: () => (clicks += 1) });
      item.click({} as never, window, window.webContents);
      return [await closed, clicks];
    });
    expect(seen).toEqual(['closed', 0]);
    const ended = new Promise((done) => app.process().once('exit', done));
    await app
      .evaluate(({ MenuItem }) => new MenuItem({ role: 'quit' }).click())
      .catch(() => undefined);
    expect(await ended).toBe(0);
  },
);
