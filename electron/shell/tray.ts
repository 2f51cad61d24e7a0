import { Menu, nativeImage, Tray } from 'electron';
import { join } from 'node:path';
import type { Session } from '../contract/session.ts';
import { type TrayActions, trayMenu, trayStateOf } from './tray-menu.ts';

export interface TrayIcon {
  /** Makes the menu follow what changed; does nothing where it would stay the same. */
  update(session: Session, isWindowVisible: boolean): void;
}

/**
 * Puts Perch into the tray. The menu is replaced as a whole at each change, because on Linux a menu
 * that was changed in place is not drawn again.
 * @param icons Folder of the tray's images.
 */
export function createTray(
  icons: string,
  platform: NodeJS.Platform,
  actions: TrayActions,
): TrayIcon {
  const file =
    platform === 'darwin' ? 'trayTemplate.png' : platform === 'win32' ? 'tray.ico' : 'tray.png';
  const tray = new Tray(nativeImage.createFromPath(join(icons, file)));
  tray.setToolTip('Perch');
  tray.on('click', () => {
    // On macOS a click opens the menu; elsewhere it is the quick way to the window.
    if (platform !== 'darwin') actions.show();
  });
  let shown = '';

  return {
    update(session, isWindowVisible) {
      const state = trayStateOf(session);
      const signature = JSON.stringify([state, isWindowVisible]);
      if (signature === shown) return;
      shown = signature;
      tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, isWindowVisible, actions)));
    },
  };
}
