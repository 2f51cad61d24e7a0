import { EventEmitter } from 'node:events';
import type {
  BaseWindow as ElectronBaseWindow,
  BrowserWindowConstructorOptions,
  Point,
  Rectangle,
  Size,
} from 'electron';
import type { Browser } from '../chromium/browser.ts';
import { WindowFrame } from './window-frame.ts';

export interface BaseWindowOptions extends BrowserWindowConstructorOptions {
  readonly title: string;
}

/** The part of Electron's `BaseWindow` that is here, held to Electron's own declarations. */
type BaseWindowSurface = Pick<
  ElectronBaseWindow,
  | 'center'
  | 'getBackgroundColor'
  | 'getBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getPosition'
  | 'getSize'
  | 'getTitle'
  | 'isFullScreen'
  | 'removeMenu'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setContentSize'
  | 'setIcon'
  | 'setMenu'
  | 'setMenuBarVisibility'
  | 'setMinimumSize'
  | 'setPosition'
  | 'setSize'
  | 'setSkipTaskbar'
  | 'setTitle'
>;

/** Size, place and looks of a window. */
export class BaseWindow extends EventEmitter implements BaseWindowSurface {
  protected readonly frame: WindowFrame;
  readonly #screen: Size;
  #title: string;
  #backgroundColor: string;
  #minimumSize: Size;

  constructor(browser: Browser, screen: Size, options: BaseWindowOptions) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0 } = options;
    this.#screen = screen;
    this.#title = options.title;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.#minimumSize = { width: minWidth, height: minHeight };
    this.frame = new WindowFrame(browser, this.#allowed({ x, y, width, height }));
  }

  getBounds(): Rectangle {
    return { ...this.frame.bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    const { width, height } = this.frame.bounds;
    return [width, height];
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  getPosition(): number[] {
    const { x, y } = this.frame.bounds;
    return [x, y];
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.frame.bounds;
    const now = this.#allowed({ ...before, ...bounds });
    this.frame.setBounds(now);
    if (now.width !== before.width || now.height !== before.height) this.emit('resize');
    if (now.x !== before.x || now.y !== before.y) this.emit('move');
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y } satisfies Point);
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimumSize = { width, height };
  }

  getMinimumSize(): number[] {
    return [this.#minimumSize.width, this.#minimumSize.height];
  }

  center(): void {
    const { width, height } = this.frame.bounds;
    this.setPosition(
      Math.max(0, Math.round((this.#screen.width - width) / 2)),
      Math.max(0, Math.round((this.#screen.height - height) / 2)),
    );
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getBackgroundColor(): string {
    return this.#backgroundColor;
  }

  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
  }

  isFullScreen(): boolean {
    return false;
  }

  setMenu(): void {
    // No menu bar is drawn.
  }

  removeMenu(): void {
    // No menu bar is drawn.
  }

  setMenuBarVisibility(): void {
    // No menu bar is drawn.
  }

  setIcon(): void {
    // Chromium's own icon stays.
  }

  setSkipTaskbar(): void {
    // There is no taskbar to leave.
  }

  #allowed({ x, y, width, height }: Rectangle): Rectangle {
    const { width: minWidth, height: minHeight } = this.#minimumSize;
    return { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
  }
}
