import { Menu } from 'electron';

/**
 * macOS needs a menu for its editing shortcuts to work at all; elsewhere a menu bar would only take
 * room, and Electron is quicker without.
 */
export function setAppMenu(platform: NodeJS.Platform): void {
  const menu =
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null;
  Menu.setApplicationMenu(menu);
}
