import { describe, expect, test, vi } from 'vitest';
import { createMenuClass } from './menu.ts';
import { createMenuItemClass } from './menu-item.ts';
import { createRoles } from './roles.ts';

function create() {
  const app = { quit: vi.fn<() => void>() };
  const Menu = createMenuClass(() => MenuItem);
  const MenuItem = createMenuItemClass({
    Menu: () => Menu,
    appName: () => 'Fixture',
    perform: createRoles(app, () => null),
  });
  return { app, Menu, MenuItem };
}

describe('Menu', () => {
  test('finds items in submenus and runs their handlers as Electron does', () => {
    const { Menu } = create();
    const click = vi.fn<() => void>();
    const menu = Menu.buildFromTemplate([
      { label: 'More', submenu: [{ id: 'deep', label: 'Deep', click }] },
    ]);
    const item = menu.getMenuItemById('deep');
    item?.click('event', 'window');
    expect(click).toHaveBeenCalledExactlyOnceWith(item, 'window', 'event');
    expect(menu.getMenuItemById('none')).toBeNull();
  });

  test('flips a checkbox, and unchecks the radio items of the same group only', () => {
    const { Menu } = create();
    const menu = Menu.buildFromTemplate([
      { id: 'box', label: 'Box', type: 'checkbox' },
      { id: 'a', label: 'A', type: 'radio', checked: true },
      { id: 'b', label: 'B', type: 'radio' },
      { type: 'separator' },
      { id: 'c', label: 'C', type: 'radio', checked: true },
    ]);
    for (const id of ['box', 'b']) menu.getMenuItemById(id)?.click();
    const checked = menu.items.filter((item) => item.checked).map(({ id }) => id);
    expect(checked).toEqual(['box', 'b', 'c']);
  });

  test('drops separators that separate nothing', () => {
    const { Menu } = create();
    const separator = { type: 'separator' } as const;
    const menu = Menu.buildFromTemplate([
      separator,
      { label: 'A' },
      separator,
      separator,
      { label: 'B' },
      separator,
    ]);
    expect(menu.items.map(({ type }) => type)).toEqual(['normal', 'separator', 'normal']);
  });

  test('performs roles', () => {
    const { app, Menu } = create();
    const menu = Menu.buildFromTemplate([{ role: 'quit' }, { role: 'about' }]);
    expect(menu.items.map(({ label }) => label)).toEqual(['Quit', 'About Fixture']);
    menu.items[0]?.click();
    expect(app.quit).toHaveBeenCalledOnce();
  });

  test('refuses what Electron refuses', () => {
    const { Menu, MenuItem } = create();
    expect(() => Menu.buildFromTemplate([{ id: 'x' }])).toThrow('must have at least one of');
    expect(() => new MenuItem({ type: 'submenu', label: 'x' })).toThrow('Invalid submenu');
    expect(() => new Menu().insert(1, new MenuItem({ label: 'x' }))).toThrow(RangeError);
  });
});
