import type { RoleDefaults } from './role-list.ts';

interface RoleApp {
  quit(): void;
}

interface RoleWindow {
  close(): void;
  minimize(): void;
  isFullScreen(): boolean;
  setFullScreen(flag: boolean): void;
}

interface RoleContents {
  zoomLevel: number;
}

/** Calls a method by its name; one that the stand-in lacks says so itself. */
const call = (target: object, name: string): void => {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== 'function')
    throw new Error(`Electron stand-in: ${name} is not implemented`);
  Reflect.apply(method, target, []);
};

/**
 * Does what choosing a menu item with a role does and tells whether it did anything: roles of macOS
 * do nothing, and so do those of a window or a page where the click came with none.
 * @param window Electron's window or, where the click came with none, null or undefined.
 * @param contents The same of its page.
 */
export function performRole(
  { action }: RoleDefaults,
  app: RoleApp,
  window: unknown,
  contents: unknown,
): boolean {
  if (action === undefined) return false;
  switch (action.on) {
    case 'app':
      call(app, action.call);
      return true;
    case 'window':
      if (!(window instanceof Object)) return false;
      actOnWindow(window as RoleWindow, action.call);
      return true;
    case 'contents':
      if (!(contents instanceof Object)) return false;
      call(contents, action.call);
      return true;
    case 'zoom': {
      if (!(contents instanceof Object)) return false;
      const page = contents as RoleContents;
      page.zoomLevel = action.change(page.zoomLevel);
      return true;
    }
  }
}

function actOnWindow(window: RoleWindow, action: 'close' | 'minimize' | 'toggleFullScreen'): void {
  if (action === 'toggleFullScreen') window.setFullScreen(!window.isFullScreen());
  else window[action]();
}
