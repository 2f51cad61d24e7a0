import type { MenuItemConstructorOptions } from 'electron';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

interface RoleWindow {
  close(): void;
  minimize(): void;
  reload(): void;
}

/**
 * What choosing a menu item with a role does. The roles that edit text belong to Chromium, which
 * handles their keys itself; those of macOS do nothing here.
 */
export function createRoles(app: { quit(): void }, focusedWindow: () => RoleWindow | null) {
  return (role: Role, window: unknown): boolean => {
    const target = (window as RoleWindow | null | undefined) ?? focusedWindow();
    switch (role) {
      case 'quit':
        app.quit();
        return true;
      case 'close':
        target?.close();
        return true;
      case 'minimize':
        target?.minimize();
        return true;
      case 'reload':
      case 'forceReload':
        target?.reload();
        return true;
      default:
        return false;
    }
  };
}
