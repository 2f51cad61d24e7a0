import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, PopupOptions } from 'electron';
import type { MenuItem, MenuItemClass } from './menu-item.ts';

type Template = readonly (MenuItemConstructorOptions | MenuItem)[];

/** The `Menu` class of one host. Menus are objects only: nothing is drawn. */
export function createMenuClass(MenuItem: () => MenuItemClass) {
  let applicationMenu: Menu | null = null;

  class Menu extends EventEmitter {
    readonly items: MenuItem[] = [];
    /** How often the menu was asked to open, and where. */
    readonly popups: PopupOptions[] = [];

    static buildFromTemplate(template: Template): Menu {
      if (!Array.isArray(template))
        throw new TypeError('Invalid template for Menu: Menu template must be an array');
      const isValid = (item: unknown): boolean =>
        item instanceof Object &&
        ('label' in item ||
          'role' in item ||
          (item as MenuItemConstructorOptions).type === 'separator');
      if (!template.every(isValid))
        throw new TypeError(
          'Invalid template for MenuItem: must have at least one of label, role or type',
        );
      const Item = MenuItem();
      const menu = new Menu();
      for (const item of withoutExtraSeparators(template as Template))
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

    append(item: MenuItem): void {
      this.insert(this.items.length, item);
    }

    insert(position: number, item: MenuItem): void {
      if (!(item instanceof MenuItem())) throw new TypeError('Invalid item');
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
      this.popups.push(options);
      this.emit('menu-will-show', {});
    }

    closePopup(): void {
      this.emit('menu-will-close', {});
    }

    /** The radio items between the separators around one of them. */
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
