import type { AboutPanelOptionsOptions } from 'electron';
import type { DesktopControl } from './api/desktop-modules.ts';
import type { DesktopAction } from './api/shell.ts';
import type { Tray } from './menu/tray.ts';

/** Where a test finds the control object: on the main process's `globalThis`. */
export const CONTROL = Symbol.for('electron-standin.control');

/** What tests may see and do beyond Electron's own interface. */
export interface Control extends DesktopControl {
  /** Tray icons that are not destroyed, oldest first. */
  readonly trays: readonly Tray[];
  /** Every address given to `shell.openExternal`. */
  readonly openedExternal: readonly string[];
  /** Every path given to `shell.openPath`, `showItemInFolder` and `trashItem`. */
  readonly openedPaths: readonly string[];
  readonly shownInFolder: readonly string[];
  readonly trashed: readonly string[];
  /** What each about panel that was asked for would have shown. */
  readonly aboutPanels: readonly AboutPanelOptionsOptions[];
  /** While true, the desktop hears nothing of those addresses and paths. */
  blockExternal: boolean;
  /** Whether `net.isOnline()` is true and `net.fetch` reaches the network. */
  setOnline(online: boolean): void;
}

export interface ControlState {
  readonly control: Control;
  readonly isOnline: () => boolean;
  /** Notes what the desktop is asked for and tells whether it is to be kept from it. */
  readonly intercept: (action: DesktopAction, target: string) => boolean;
  readonly noteAbout: (options: AboutPanelOptionsOptions) => void;
}

export function createControl(trays: ReadonlySet<Tray>, desktop: DesktopControl): ControlState {
  const asked: Record<DesktopAction, string[]> = {
    openExternal: [],
    openPath: [],
    showItemInFolder: [],
    trashItem: [],
  };
  const aboutPanels: AboutPanelOptionsOptions[] = [];
  let online = true;
  const control: Control = {
    ...desktop,
    get trays() {
      return [...trays];
    },
    openedExternal: asked.openExternal,
    openedPaths: asked.openPath,
    shownInFolder: asked.showItemInFolder,
    trashed: asked.trashItem,
    aboutPanels,
    blockExternal: false,
    setOnline: (value) => {
      online = value;
    },
  };
  return {
    control,
    isOnline: () => online,
    intercept: (action, target) => {
      asked[action].push(target);
      return control.blockExternal;
    },
    noteAbout: (options) => void aboutPanels.push(options),
  };
}
