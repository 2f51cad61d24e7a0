import type { MenuItemConstructorOptions } from 'electron';
import type { Menu, MenuClass } from './menu.ts';
import { type Role, type RoleDefaults, roleDefaults } from './role-list.ts';

type ItemType = NonNullable<MenuItemConstructorOptions['type']>;

const TYPES: readonly ItemType[] = [
  'normal',
  'separator',
  'submenu',
  'checkbox',
  'radio',
  'header',
  'palette',
];

/** What nobody can change any more, not even at run time. */
const FIXED = ['commandId', 'type', 'role', 'accelerator', 'submenu'] as const;

export interface MenuItemHost {
  readonly Menu: () => MenuClass;
  readonly appName: () => string;
  /** Does what a role stands for; false for a role that does nothing here. */
  readonly perform: (defaults: RoleDefaults, window: unknown, contents: unknown) => boolean;
}

/** The `MenuItem` class of one host. */
export function createMenuItemClass(host: MenuItemHost) {
  let lastCommandId = 0;

  return class MenuItem {
    readonly commandId: number;
    readonly type: ItemType;
    readonly role: Role | null;
    readonly accelerator: string | null;
    readonly submenu: Menu | null;
    readonly click: (event?: unknown, window?: unknown, contents?: unknown) => void;
    readonly userAccelerator = null;
    id: string | undefined;
    label: string;
    accessibilityLabel: string;
    sublabel: string;
    toolTip: string;
    icon: MenuItemConstructorOptions['icon'] | null;
    enabled: boolean;
    visible: boolean;
    registerAccelerator: boolean;
    acceleratorWorksWhenHidden: boolean;
    menu: Menu | undefined;
    #checked: boolean;

    constructor(options: MenuItemConstructorOptions) {
      lastCommandId += 1;
      this.commandId = lastCommandId;
      this.role = (options.role?.toLowerCase() as Role | undefined) ?? null;
      const defaults = roleDefaults(host.appName())[this.role ?? ''];
      this.submenu = submenuOf(options.submenu ?? defaults?.submenu);
      this.type = options.type ?? (this.submenu === null ? 'normal' : 'submenu');
      if (!TYPES.includes(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
      if (this.type === 'submenu' && this.submenu === null) throw new Error('Invalid submenu');
      this.id = options.id;
      this.accelerator = options.accelerator ?? defaults?.accelerator ?? null;
      this.label = options.label ?? defaults?.label ?? '';
      this.accessibilityLabel = options.accessibilityLabel ?? '';
      this.sublabel = options.sublabel ?? '';
      this.toolTip = options.toolTip ?? '';
      this.icon = options.icon ?? null;
      this.enabled = options.enabled ?? true;
      this.visible = options.visible ?? true;
      this.registerAccelerator =
        options.registerAccelerator ?? defaults?.registerAccelerator ?? true;
      this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true;
      this.#checked = options.checked ?? false;
      this.click = (event, window, contents) => {
        if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
        if (defaults !== undefined && host.perform(defaults, window, contents)) return;
        const { click } = options as { click?: (...args: unknown[]) => void };
        click?.(this, window, event);
      };
      // "You can also attach other fields to the element of the template" (menu.md).
      for (const [name, value] of Object.entries(options))
        if (!(name in this)) Reflect.set(this, name, value);
      for (const name of FIXED) Object.defineProperty(this, name, { writable: false });
    }

    get checked(): boolean {
      return this.#checked;
    }

    /** In a menu, checking a radio item, even to false, checks it and unchecks its neighbours. */
    set checked(checked: boolean) {
      if (this.type !== 'radio' || this.menu === undefined) {
        this.#checked = checked;
        return;
      }
      for (const other of this.menu.radioGroupOf(this)) other.#checked = false;
      this.#checked = true;
    }
  };

  function submenuOf(submenu: unknown): Menu | null {
    const Menu = host.Menu();
    if (submenu === undefined || submenu === null) return null;
    return submenu instanceof Menu
      ? submenu
      : Menu.buildFromTemplate(submenu as MenuItemConstructorOptions[]);
  }
}

export type MenuItemClass = ReturnType<typeof createMenuItemClass>;
export type MenuItem = InstanceType<MenuItemClass>;
