import type { MenuItemConstructorOptions } from 'electron';
import type { Menu, MenuClass } from './menu.ts';

type ItemType = NonNullable<MenuItemConstructorOptions['type']>;
type Role = NonNullable<MenuItemConstructorOptions['role']>;

const TYPES: readonly ItemType[] = [
  'normal',
  'separator',
  'submenu',
  'checkbox',
  'radio',
  'header',
  'palette',
];

export interface MenuItemHost {
  readonly Menu: () => MenuClass;
  readonly appName: () => string;
  /** Does what a role stands for; false for a role that does nothing here. */
  readonly perform: (role: Role, window: unknown) => boolean;
}

/** The `MenuItem` class of one host. */
export function createMenuItemClass(host: MenuItemHost) {
  let lastCommandId = 0;

  return class MenuItem {
    readonly commandId: number;
    readonly type: ItemType;
    readonly role: Role | undefined;
    readonly id: string | undefined;
    readonly accelerator: string | undefined;
    readonly submenu: Menu | undefined;
    readonly click: (event?: unknown, window?: unknown, contents?: unknown) => void;
    readonly userAccelerator = null;
    label: string;
    sublabel: string;
    toolTip: string;
    icon: MenuItemConstructorOptions['icon'];
    enabled: boolean;
    visible: boolean;
    registerAccelerator: boolean;
    acceleratorWorksWhenHidden: boolean;
    menu: Menu | undefined;
    #checked: boolean;

    constructor(options: MenuItemConstructorOptions) {
      lastCommandId += 1;
      this.commandId = lastCommandId;
      this.role = options.role?.toLowerCase() as Role | undefined;
      this.submenu = submenuOf(options);
      this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
      if (!TYPES.includes(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
      if (this.type === 'submenu' && this.submenu === undefined) throw new Error('Invalid submenu');
      this.id = options.id;
      this.accelerator = options.accelerator ?? undefined;
      this.label = options.label ?? labelOf(this.role, host.appName());
      this.sublabel = options.sublabel ?? '';
      this.toolTip = options.toolTip ?? '';
      this.icon = options.icon;
      this.enabled = options.enabled ?? true;
      this.visible = options.visible ?? true;
      this.registerAccelerator = options.registerAccelerator ?? true;
      this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true;
      this.#checked = options.checked ?? false;
      this.click = (event, window) => {
        if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
        if (this.role !== undefined && host.perform(this.role, window)) return;
        const { click } = options as { click?: (...args: unknown[]) => void };
        click?.(this, window, event);
      };
    }

    get checked(): boolean {
      return this.#checked;
    }

    /** Checking a radio item, even to false, checks it and unchecks its neighbours. */
    set checked(checked: boolean) {
      if (this.type !== 'radio') {
        this.#checked = checked;
        return;
      }
      for (const other of this.menu?.radioGroupOf(this) ?? []) other.#checked = false;
      this.#checked = true;
    }
  };

  function submenuOf({ submenu }: MenuItemConstructorOptions): Menu | undefined {
    const Menu = host.Menu();
    if (submenu === undefined) return undefined;
    return submenu instanceof Menu
      ? submenu
      : Menu.buildFromTemplate(submenu as MenuItemConstructorOptions[]);
  }
}

export type MenuItemClass = ReturnType<typeof createMenuItemClass>;
export type MenuItem = InstanceType<MenuItemClass>;

/** Labels of the roles that are used in trays and small menus; others read as their role. */
function labelOf(role: Role | undefined, appName: string): string {
  switch (role) {
    case undefined:
      return '';
    case 'quit':
      return 'Quit';
    case 'about':
      return `About ${appName}`;
    case 'close':
      return 'Close Window';
    default:
      return role.replace(/^./, (first) => first.toUpperCase());
  }
}
