import type { Tray } from './menu/tray.ts';

/** Where a test finds the control object: on the main process's `globalThis`. */
export const CONTROL = Symbol.for('electron-standin.control');

/** What tests may see and do beyond Electron's own interface. */
export interface Control {
  /** Tray icons that are not destroyed, oldest first. */
  readonly trays: readonly Tray[];
  /** Every address given to `shell.openExternal`. */
  readonly openedExternal: readonly string[];
  /** While true, nothing is launched for those addresses. */
  blockExternal: boolean;
  /** Whether `net.isOnline()` is true and `net.fetch` reaches the network. */
  setOnline(online: boolean): void;
}

export interface ControlState {
  readonly control: Control;
  readonly isOnline: () => boolean;
  /** Notes an address and tells whether it was kept from the desktop. */
  readonly intercept: (url: string) => boolean;
}

export function createControl(trays: ReadonlySet<Tray>): ControlState {
  const openedExternal: string[] = [];
  let online = true;
  const control: Control = {
    get trays() {
      return [...trays];
    },
    openedExternal,
    blockExternal: false,
    setOnline: (value) => {
      online = value;
    },
  };
  return {
    control,
    isOnline: () => online,
    intercept: (url) => {
      openedExternal.push(url);
      return control.blockExternal;
    },
  };
}
