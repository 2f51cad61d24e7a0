import { createEvent } from './event.ts';
import { FlaggedWindow } from './window-flags.ts';

type Filling = 'normal' | 'maximized' | 'fullscreen';

/** Whether a window shows, and how much of the screen it fills. */
export abstract class ShownWindow extends FlaggedWindow {
  #visible: boolean;
  #minimized = false;
  /** What the window fills while it is neither hidden nor minimised. */
  #filling: Filling = 'normal';

  constructor(...given: ConstructorParameters<typeof FlaggedWindow>) {
    super(...given);
    const [, , { show = true }] = given;
    this.#visible = show;
  }

  abstract focus(): void;
  abstract blur(): void;
  abstract isDestroyed(): boolean;
  /** The window has another size. */
  protected abstract relayout(): void;

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.isDestroyed() || this.#visible) return;
    this.#visible = true;
    this.#minimized = false;
    this.frame.setState(this.#filling);
    this.emit('show', createEvent());
  }

  hide(): void {
    if (this.isDestroyed() || !this.#visible) return;
    this.#visible = false;
    this.frame.setState('minimized');
    this.blur();
    this.emit('hide', createEvent());
  }

  minimize(): void {
    if (this.isDestroyed() || this.#minimized) return;
    this.#minimized = true;
    this.frame.setState('minimized');
    this.blur();
    this.emit('minimize', createEvent());
  }

  restore(): void {
    if (this.isDestroyed() || !this.#minimized) return;
    this.#minimized = false;
    this.frame.setState(this.#filling);
    this.emit('restore', createEvent());
  }

  /** Shows the window, too, as Electron does. */
  maximize(): void {
    if (this.isDestroyed()) return;
    if (!this.#visible) this.showInactive();
    this.#fill('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.#filling === 'maximized') this.#fill('normal', 'unmaximize');
  }

  setFullScreen(flag: boolean): void {
    if (this.isDestroyed() || flag === this.isFullScreen()) return;
    if (flag) this.#fill('fullscreen', 'enter-full-screen');
    else this.#fill('normal', 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#filling === 'fullscreen';
  }

  get fullScreen(): boolean {
    return this.isFullScreen();
  }

  set fullScreen(flag: boolean) {
    this.setFullScreen(flag);
  }

  setKiosk(flag: boolean): void {
    this.setFullScreen(flag);
  }

  isKiosk(): boolean {
    return this.isFullScreen();
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  isMaximized(): boolean {
    return this.#filling === 'maximized' && !this.#minimized;
  }

  #fill(state: Filling, name: string): void {
    if (this.#filling === state) return;
    this.#filling = state;
    this.#minimized = false;
    this.frame.setState(this.#visible ? state : 'minimized');
    this.relayout();
    void this.frame.settled().then(() => {
      if (!this.isDestroyed()) this.emit(name, createEvent());
    });
  }
}
