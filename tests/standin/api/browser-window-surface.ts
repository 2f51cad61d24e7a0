import type { BrowserWindow as ElectronBrowserWindow } from 'electron';

/** The part of Electron's `BrowserWindow` that is here, held to Electron's own declarations. */
export type BrowserWindowSurface = Pick<
  ElectronBrowserWindow,
  | 'blur'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isKiosk'
  | 'isMaximized'
  | 'isMinimized'
  | 'isModal'
  | 'isVisible'
  | 'loadFile'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'moveTop'
  | 'reload'
  | 'restore'
  | 'setFullScreen'
  | 'setKiosk'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
>;
