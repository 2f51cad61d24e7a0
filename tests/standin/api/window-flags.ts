import type { BaseWindow as ElectronBaseWindow } from 'electron';
import type { Browser } from '../chromium/browser.ts';
import { BaseWindow, type BaseWindowOptions } from './base-window.ts';
import { createEvent } from './event.ts';

/** The part of Electron's `BaseWindow` that is here, held to Electron's own declarations. */
type FlagsSurface = Pick<
  ElectronBaseWindow,
  | 'flashFrame'
  | 'getOpacity'
  | 'hasShadow'
  | 'isAlwaysOnTop'
  | 'isClosable'
  | 'isEnabled'
  | 'isFullScreenable'
  | 'isMaximizable'
  | 'isMenuBarAutoHide'
  | 'isMenuBarVisible'
  | 'isMinimizable'
  | 'isMovable'
  | 'isResizable'
  | 'isVisibleOnAllWorkspaces'
  | 'removeMenu'
  | 'setAlwaysOnTop'
  | 'setAutoHideMenuBar'
  | 'setClosable'
  | 'setEnabled'
  | 'setFullScreenable'
  | 'setHasShadow'
  | 'setIcon'
  | 'setIgnoreMouseEvents'
  | 'setMaximizable'
  | 'setMenuBarVisibility'
  | 'setMinimizable'
  | 'setMovable'
  | 'setOpacity'
  | 'setProgressBar'
  | 'setResizable'
  | 'setSkipTaskbar'
  | 'setVisibleOnAllWorkspaces'
>;

/**
 * What a window may be asked to do, as Electron keeps it on Linux. There is no frame, no menu bar
 * and no taskbar here, so most of it is kept and given back, and shows nowhere.
 */
export class FlaggedWindow extends BaseWindow implements FlagsSurface {
  #isResizable: boolean;
  #isFullScreenable: boolean;
  #isAlwaysOnTop: boolean;
  #isEnabled = true;
  #hasShadow: boolean;
  #autoHidesMenuBar: boolean;
  #isMenuBarVisible = true;
  #isOnAllWorkspaces = false;

  constructor(
    browser: Browser,
    screen: ConstructorParameters<typeof BaseWindow>[1],
    options: BaseWindowOptions,
  ) {
    super(browser, screen, options);
    this.#isResizable = options.resizable ?? true;
    this.#isFullScreenable = options.fullscreenable ?? true;
    this.#isAlwaysOnTop = options.alwaysOnTop ?? false;
    this.#hasShadow = options.hasShadow ?? true;
    this.#autoHidesMenuBar = options.autoHideMenuBar ?? false;
  }

  setResizable(resizable: boolean): void {
    this.#isResizable = resizable;
  }

  isResizable(): boolean {
    return this.#isResizable;
  }

  get resizable(): boolean {
    return this.#isResizable;
  }

  set resizable(resizable: boolean) {
    this.#isResizable = resizable;
  }

  /** Linux does not know it, nor the next three: they are always true. */
  setMovable(): void {}

  isMovable(): boolean {
    return true;
  }

  setMinimizable(): void {}

  isMinimizable(): boolean {
    return true;
  }

  setMaximizable(): void {}

  isMaximizable(): boolean {
    return true;
  }

  setClosable(): void {}

  isClosable(): boolean {
    return true;
  }

  setFullScreenable(fullscreenable: boolean): void {
    this.#isFullScreenable = fullscreenable;
  }

  isFullScreenable(): boolean {
    return this.#isFullScreenable;
  }

  setAlwaysOnTop(flag: boolean): void {
    if (this.#isAlwaysOnTop === flag) return;
    this.#isAlwaysOnTop = flag;
    this.emit('always-on-top-changed', createEvent(), flag);
  }

  isAlwaysOnTop(): boolean {
    return this.#isAlwaysOnTop;
  }

  setEnabled(enabled: boolean): void {
    this.#isEnabled = enabled;
  }

  isEnabled(): boolean {
    return this.#isEnabled;
  }

  setHasShadow(hasShadow: boolean): void {
    this.#hasShadow = hasShadow;
  }

  hasShadow(): boolean {
    return this.#hasShadow;
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.#autoHidesMenuBar = hide;
    this.#isMenuBarVisible = !hide;
  }

  isMenuBarAutoHide(): boolean {
    return this.#autoHidesMenuBar;
  }

  setMenuBarVisibility(visible: boolean): void {
    this.#isMenuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.#isMenuBarVisible && !this.#autoHidesMenuBar;
  }

  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.#isOnAllWorkspaces = visible;
  }

  isVisibleOnAllWorkspaces(): boolean {
    return this.#isOnAllWorkspaces;
  }

  /** Linux draws no window half through. */
  setOpacity(): void {}

  getOpacity(): number {
    return 1;
  }

  removeMenu(): void {}

  setMenu(): void {}

  setIcon(): void {}

  setSkipTaskbar(): void {}

  setProgressBar(): void {}

  flashFrame(): void {}

  setIgnoreMouseEvents(): void {}
}
