import { describe, expect, test, vi } from 'vitest';
import { createMenuClass } from './menu.ts';
import { createMenuItemClass } from './menu-item.ts';
import { performRole } from './roles.ts';

function create({ windows = [{}] }: { readonly windows?: readonly unknown[] } = {}) {
  const app = { quit: vi.fn<() => void>() };
  const Menu = createMenuClass({ MenuItem: () => MenuItem, windows: () => windows });
  const MenuItem = createMenuItemClass({
    Menu: () => Menu,
    appName: () => 'Fixture',
    perform: (role, window, contents) => performRole(role, app, window, contents),
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

  test('performs roles on what the click came with', () => {
    const { app, Menu } = create();
    const click = vi.fn<() => void>();
    const menu = Menu.buildFromTemplate([
      { role: 'quit' },
      { role: 'close', click },
      { role: 'zoomIn' },
      { role: 'togglefullscreen' },
    ]);
    const [quit, close, zoomIn, fullScreen] = menu.items;
    quit?.click();
    expect(app.quit).toHaveBeenCalledOnce();
    const window = {
      close: vi.fn<() => void>(),
      isFullScreen: () => true,
      setFullScreen: vi.fn<(flag: boolean) => void>(),
    };
    const contents = { zoomLevel: 1 };
    for (const item of [close, zoomIn, fullScreen]) item?.click({}, window, contents);
    expect(window.close).toHaveBeenCalledOnce();
    expect(window.setFullScreen).toHaveBeenCalledExactlyOnceWith(false);
    expect(contents.zoomLevel).toBe(1.5);
    expect(click).not.toHaveBeenCalled();
    close?.click();
    expect(click).toHaveBeenCalledOnce();
  });

  test('gives items the label, key and submenu of their role', () => {
    const { Menu } = create();
    const menu = Menu.buildFromTemplate([
      { role: 'about' },
      { role: 'reload', label: 'Again' },
      { role: 'editMenu' },
    ]);
    const shown = menu.items.map(({ label, accelerator, type }) => [label, accelerator, type]);
    expect(shown).toEqual([
      ['About', null, 'normal'],
      ['Again', 'CmdOrCtrl+R', 'normal'],
      ['Edit', null, 'submenu'],
    ]);
    expect(menu.items[2]?.submenu?.items.map(({ role }) => role ?? '-')).toEqual(
      'undo redo - cut copy paste delete - selectall'.split(' '),
    );
  });

  test('opens once at a time and tells when it closes', () => {
    const { Menu } = create();
    const menu = Menu.buildFromTemplate([{ label: 'A', type: 'radio' }]);
    const told: string[] = [];
    for (const name of ['menu-will-show', 'menu-will-close']) menu.on(name, () => told.push(name));
    menu.popup({ callback: () => told.push('callback') });
    expect(menu.items[0]?.checked).toBe(true);
    menu.closePopup();
    menu.closePopup();
    expect(told).toEqual(['menu-will-show', 'menu-will-close', 'callback']);
    const { Menu: Unseen } = create({ windows: [] });
    expect(() => new Unseen().popup()).toThrow('Cannot open Menu without a BaseWindow present');
  });

  test('keeps fields it does not know', () => {
    const { Menu } = create();
    const [item] = Menu.buildFromTemplate([Object.assign({ label: 'A' }, { color: 'red' })]).items;
    expect(item).toHaveProperty('color', 'red');
  });

  test('refuses what Electron refuses', () => {
    const { Menu, MenuItem } = create();
    expect(() => Menu.buildFromTemplate([{ id: 'x' }])).toThrow('must have at least one of');
    expect(() => new MenuItem({ type: 'submenu', label: 'x' })).toThrow('Invalid submenu');
    expect(() => new Menu().insert(1, new MenuItem({ label: 'x' }))).toThrow(RangeError);
  });
});
