import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, PopupOptions } from 'electron';
import { createEvent } from '../api/event.ts';
import type { MenuItem, MenuItemClass } from './menu-item.ts';
import { sortTemplate } from './sort-template.ts';

type Template = readonly (MenuItemConstructorOptions | MenuItem)[];

export interface MenuHost {
  readonly MenuItem: () => MenuItemClass;
  /** Every open window. */
  readonly windows: () => readonly unknown[];
}

/** The `Menu` class of one host. A menu that pops up is not drawn: it stays open until it is closed. */
export function createMenuClass(host: MenuHost) {
  let applicationMenu: Menu | null = null;

  class Menu extends EventEmitter {
    readonly items: MenuItem[] = [];
    /** How often the menu was asked to open, and where; Electron has no such member. */
    readonly popups: PopupOptions[] = [];
    #open: PopupOptions | null = null;

    static buildFromTemplate(template: Template): Menu {
      if (!Array.isArray(template))
        throw new TypeError('Invalid template for Menu: Menu template must be an array');
      const isValid = (item: unknown): boolean =>
        item instanceof Object &&
        (Object.hasOwn(item, 'label') ||
          Object.hasOwn(item, 'role') ||
          (item as MenuItemConstructorOptions).type === 'separator');
      if (!template.every(isValid))
        throw new TypeError(
          'Invalid template for MenuItem: must have at least one of label, role or type',
        );
      const Item = host.MenuItem();
      const menu = new Menu();
      const sorted = sortTemplate(template as Template, { type: 'separator' });
      for (const item of withoutExtraSeparators(sorted))
        menu.append(item instanceof Item ? item : new Item(item as MenuItemConstructorOptions));
      return menu;
    }

    static setApplicationMenu(menu: Menu | null): void {
      if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
      applicationMenu = menu;
    }

    static getApplicationMenu(): Menu | null {
      return applicationMenu;
    }

    /** Only macOS has responders. */
    static sendActionToFirstResponder(): void {}

    append(item: MenuItem): void {
      this.insert(this.items.length, item);
    }

    insert(position: number, item: MenuItem): void {
      if (!(item instanceof host.MenuItem())) throw new TypeError('Invalid item');
      if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`);
      if (position > this.items.length)
        throw new RangeError(
          `Position ${position} cannot be greater than the total MenuItem count`,
        );
      item.menu = this;
      this.items.splice(position, 0, item);
    }

    getItemCount(): number {
      return this.items.length;
    }

    /** Looks through submenus too. */
    getMenuItemById(id: string): MenuItem | null {
      const own = this.items.find((item) => item.id === id);
      if (own !== undefined) return own;
      for (const { submenu } of this.items) {
        const found = submenu?.getMenuItemById(id) ?? null;
        if (found !== null) return found;
      }
      return null;
    }

    popup(options: PopupOptions = {}): void {
      if (options === null || typeof options !== 'object')
        throw new TypeError('Options must be an object');
      if (host.windows().length === 0)
        throw new Error('Cannot open Menu without a BaseWindow present');
      this.open(options);
    }

    /** Opens the menu without a window, as a tray does; Electron has no such member. */
    open(options: PopupOptions): void {
      this.closePopup();
      this.popups.push(options);
      this.#open = options;
      this.announce();
    }

    /** Tells that the menu is about to be seen; Electron has no such member. */
    announce(): void {
      for (const item of this.items)
        if (item.type === 'radio' && this.radioGroupOf(item).every(({ checked }) => !checked))
          item.checked = true;
      this.emit('menu-will-show', createEvent());
    }

    closePopup(): void {
      const options = this.#open;
      if (options === null) return;
      this.#open = null;
      this.emit('menu-will-close', createEvent());
      options.callback?.();
    }

    /** The radio items between the separators around one of them; Electron has no such member. */
    radioGroupOf(item: MenuItem): readonly MenuItem[] {
      const groups: MenuItem[][] = [[]];
      for (const other of this.items) {
        if (other.type === 'separator') groups.push([]);
        else if (other.type === 'radio') groups.at(-1)?.push(other);
      }
      return groups.find((group) => group.includes(item)) ?? [];
    }
  }

  return Menu;
}

export type MenuClass = ReturnType<typeof createMenuClass>;
export type Menu = InstanceType<MenuClass>;

/** Separators at the edges and next to another one go, unless they are hidden anyway. */
function withoutExtraSeparators(template: Template): Template {
  const kept = template.filter(
    (item, index) =>
      item.visible === false ||
      item.type !== 'separator' ||
      index === 0 ||
      template[index - 1]?.type !== 'separator',
  );
  return kept.filter(
    (item, index) =>
      item.visible === false ||
      item.type !== 'separator' ||
      (index !== 0 && index !== kept.length - 1),
  );
}
