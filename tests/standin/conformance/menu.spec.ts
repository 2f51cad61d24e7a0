import type { ElectronApplication } from '@playwright/test';
import { expect, states } from './support.ts';

const MENU = 'docs/api/menu.md';
const ITEM = 'docs/api/menu-item.md';

/** The labels of a menu built from a template; separators are `-`. */
const built = (
  app: ElectronApplication,
  template: Electron.MenuItemConstructorOptions[],
): Promise<readonly string[]> =>
  app.evaluate(
    ({ Menu }, items) =>
      Menu.buildFromTemplate(items).items.map(({ type, label }) =>
        type === 'separator' ? '-' : label,
      ),
    template,
  );

const labelled = (
  label: string,
  place: Electron.MenuItemConstructorOptions = {},
): Electron.MenuItemConstructorOptions => ({ id: label, label, ...place });
const SEPARATOR: Electron.MenuItemConstructorOptions = { type: 'separator' };

states(
  'Menu.buildFromTemplate',
  'refuses what is no array, and items without label, role or type',
  `${MENU}#menubuildfromtemplatetemplate`,
  async ({ app }) => {
    const errors = await app.evaluate(({ Menu }) =>
      ['no array', [{}], [null], [{ visible: true }]].map((template) => {
        try {
          return Menu.buildFromTemplate(template as never).items.length;
        } catch (error) {
          return String(error);
        }
      }),
    );
    const invalid =
      'TypeError: Invalid template for MenuItem: must have at least one of label, role or type';
    expect(errors).toEqual([
      'TypeError: Invalid template for Menu: Menu template must be an array',
      invalid,
      invalid,
      invalid,
    ]);
  },
);

states(
  'Menu.buildFromTemplate',
  'keeps the order, and folds separators at the edges and beside one another',
  `${MENU}#menubuildfromtemplatetemplate`,
  async ({ app }) => {
    const template = [
      SEPARATOR,
      labelled('A'),
      labelled('B'),
      SEPARATOR,
      SEPARATOR,
      labelled('C'),
      SEPARATOR,
    ];
    expect(await built(app, template)).toEqual(['A', 'B', '-', 'C']);
  },
);

states(
  'MenuItem before and after',
  'place an item beside another, also in that one’s group',
  `${ITEM}#new-menuitemoptions`,
  async ({ app }) => {
    const before = [labelled('A'), labelled('B', { before: ['A'] })];
    const after = [labelled('A', { after: ['B'] }), labelled('B'), labelled('C')];
    const elsewhere = [
      labelled('A'),
      SEPARATOR,
      labelled('B'),
      SEPARATOR,
      labelled('C', { after: ['A'] }),
    ];
    const nowhere = [labelled('A', { after: ['none'] }), labelled('B')];
    expect(await built(app, before)).toEqual(['B', 'A']);
    expect(await built(app, after)).toEqual(['B', 'A', 'C']);
    expect(await built(app, elsewhere)).toEqual(['A', 'C', '-', 'B']);
    expect(await built(app, nowhere)).toEqual(['A', 'B']);
  },
);

states(
  'MenuItem beforeGroupContaining and afterGroupContaining',
  'place the group of an item beside another group',
  `${ITEM}#new-menuitemoptions`,
  async ({ app }) => {
    const after = [labelled('B', { afterGroupContaining: ['A'] }), SEPARATOR, labelled('A')];
    const before = [labelled('A'), SEPARATOR, labelled('B', { beforeGroupContaining: ['A'] })];
    const circle = [
      labelled('B', { afterGroupContaining: ['A'] }),
      SEPARATOR,
      labelled('A', { afterGroupContaining: ['B'] }),
    ];
    expect(await built(app, after)).toEqual(['A', '-', 'B']);
    expect(await built(app, before)).toEqual(['B', '-', 'A']);
    expect(await built(app, circle)).toEqual(['A', '-', 'B']);
  },
);

states(
  'Menu.buildFromTemplate',
  'takes MenuItems as they are, and other fields of a template along',
  `${MENU}#menubuildfromtemplatetemplate`,
  async ({ app }) => {
    const seen = await app.evaluate(({ Menu, MenuItem }) => {
      const item = new MenuItem({ label: 'Made' });
      const menu = Menu.buildFromTemplate([item, Object.assign({ label: 'A' }, { color: 'red' })]);
      return {
        isSame: menu.items[0] === item,
        isMenuItem: menu.items[1] instanceof MenuItem,
        color: Reflect.get(menu.items[1] ?? {}, 'color'),
        belongs: menu.items.every((one) => one.menu === menu),
      };
    });
    expect(seen).toEqual({ isSame: true, isMenuItem: true, color: 'red', belongs: true });
  },
);

states(
  'menu.getMenuItemById',
  'looks through submenus, and gives null for an id nobody has',
  `${MENU}#menugetmenuitembyidid`,
  async ({ app }) => {
    const found = await app.evaluate(({ Menu }) => {
      const menu = Menu.buildFromTemplate([
        { label: 'A', submenu: [{ label: 'B', submenu: [{ id: 'deep', label: 'Deep' }] }] },
      ]);
      return [menu.getMenuItemById('deep')?.label, menu.getMenuItemById('none')];
    });
    expect(found).toEqual(['Deep', null]);
  },
);

states(
  'menu.append and menu.insert',
  'put a MenuItem at the end or at a position that exists',
  `${MENU}#menuinsertpos-menuitem`,
  async ({ app }) => {
    const seen = await app.evaluate(({ Menu, MenuItem }) => {
      const menu = new Menu();
      const item = (label: string) => new MenuItem({ label });
      const errorOf = (act: () => void): string => {
        try {
          act();
          return 'none';
        } catch (error) {
          return String(error);
        }
      };
      menu.append(item('A'));
      menu.append(item('C'));
      menu.insert(1, item('B'));
      return {
        labels: menu.items.map(({ label }) => label),
        errors: [
          errorOf(() => menu.insert(-1, item('X'))),
          errorOf(() => menu.insert(4, item('X'))),
          errorOf(() => menu.append({ label: 'X' } as never)),
        ],
      };
    });
    expect(seen).toEqual({
      labels: ['A', 'B', 'C'],
      errors: [
        'RangeError: Position -1 cannot be less than 0',
        'RangeError: Position 4 cannot be greater than the total MenuItem count',
        'TypeError: Invalid item',
      ],
    });
  },
);

states(
  'Menu.setApplicationMenu',
  'sets what Menu.getApplicationMenu gives; null takes it away',
  `${MENU}#menusetapplicationmenumenu`,
  async ({ app }) => {
    const seen = await app.evaluate(({ Menu }) => {
      const menu = Menu.buildFromTemplate([{ label: 'A', submenu: [{ label: 'B' }] }]);
      Menu.setApplicationMenu(menu);
      const isSet = Menu.getApplicationMenu() === menu;
      Menu.setApplicationMenu(null);
      const after = Menu.getApplicationMenu();
      try {
        Menu.setApplicationMenu({} as never);
        return [isSet, after, 'none'];
      } catch (error) {
        return [isSet, after, String(error)];
      }
    });
    expect(seen).toEqual([true, null, 'TypeError: Invalid menu']);
  },
);

states(
  'menu.popup',
  'needs a window, and options that are an object',
  `${MENU}#menupopupoptions`,
  async ({ app }) => {
    const errors = await app.evaluate(({ Menu }) =>
      [undefined, 'no object'].map((options) => {
        try {
          Menu.buildFromTemplate([{ label: 'A' }]).popup(options as never);
          return 'none';
        } catch (error) {
          return String(error);
        }
      }),
    );
    expect(errors).toEqual([
      'Error: Cannot open Menu without a BaseWindow present',
      'TypeError: Options must be an object',
    ]);
  },
);

states(
  'menu.popup and menu.closePopup',
  'emit menu-will-show and menu-will-close, and call back at the end',
  `${MENU}#event-menu-will-show`,
  async ({ app }) => {
    const told = await app.evaluate(async ({ BrowserWindow, Menu }) => {
      const window = new BrowserWindow({ width: 300, height: 200 });
      await window.loadURL('data:text/html,<title>x</title>');
      const menu = Menu.buildFromTemplate([{ label: 'A' }]);
      const names: string[] = [];
      const event = (name: 'menu-will-show' | 'menu-will-close') =>
        new Promise<void>((resolve) => {
          menu.on(name as 'menu-will-show', () => {
            names.push(name);
            resolve();
          });
        });
      const shown = event('menu-will-show');
      const closed = event('menu-will-close');
      const calledBack = new Promise<void>((callback) => {
        menu.popup({ window, x: 10, y: 10, callback });
      });
      await shown;
      menu.closePopup(window);
      await Promise.all([closed, calledBack]);
      return names;
    });
    expect(told).toEqual(['menu-will-show', 'menu-will-close']);
  },
);
