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
  | 'getMaximumSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getPosition'
  | 'getSize'
  | 'getTitle'
  | 'isNormal'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setContentBounds'
  | 'setContentSize'
  | 'setMaximumSize'
  | 'setMinimumSize'
  | 'setPosition'
  | 'setSize'
  | 'setTitle'
>;

/** Size, place and title of a window. */
export class BaseWindow extends EventEmitter implements BaseWindowSurface {
  protected readonly frame: WindowFrame;
  readonly #screen: Size;
  #title: string;
  #backgroundColor: string;
  #minimumSize: Size;
  #maximumSize: Size;

  constructor(browser: Browser, screen: Size, options: BaseWindowOptions) {
    super();
    const { width = 800, height = 600, minWidth = 0, minHeight = 0 } = options;
    const { maxWidth = 0, maxHeight = 0 } = options;
    this.#screen = screen;
    this.#title = options.title;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.#minimumSize = { width: minWidth, height: minHeight };
    this.#maximumSize = { width: maxWidth, height: maxHeight };
    const size = this.#allowed({ x: 0, y: 0, width, height });
    const middle = this.#middle(size);
    const { x = middle.x, y = middle.y } = options;
    this.frame = new WindowFrame(browser, { ...size, x, y });
  }

  /** The whole screen's while the window fills it. */
  getBounds(): Rectangle {
    const fills = this.frame.state === 'maximized' || this.frame.state === 'fullscreen';
    return fills ? { x: 0, y: 0, ...this.#screen } : this.getNormalBounds();
  }

  getNormalBounds(): Rectangle {
    return { ...this.frame.bounds };
  }

  isNormal(): boolean {
    return this.frame.state === 'normal';
  }

  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  setContentBounds(bounds: Rectangle): void {
    this.setBounds(bounds);
  }

  getSize(): number[] {
    const { width, height } = this.getBounds();
    return [width, height];
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  getPosition(): number[] {
    const { x, y } = this.getBounds();
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

  setMaximumSize(width: number, height: number): void {
    this.#maximumSize = { width, height };
  }

  getMaximumSize(): number[] {
    return [this.#maximumSize.width, this.#maximumSize.height];
  }

  center(): void {
    const { x, y } = this.#middle(this.frame.bounds);
    this.setPosition(x, y);
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.setTitle(title);
  }

  getBackgroundColor(): string {
    return this.#backgroundColor.toUpperCase();
  }

  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
  }

  #middle({ width, height }: Size): Point {
    return {
      x: Math.max(0, Math.round((this.#screen.width - width) / 2)),
      y: Math.max(0, Math.round((this.#screen.height - height) / 2)),
    };
  }

  /** Zero is no limit. */
  #allowed({ x, y, width, height }: Rectangle): Rectangle {
    const { width: minWidth, height: minHeight } = this.#minimumSize;
    const { width: maxWidth, height: maxHeight } = this.#maximumSize;
    const within = (value: number, least: number, most: number): number =>
      Math.max(Math.min(value, most > 0 ? most : value), least);
    return {
      x,
      y,
      width: within(width, minWidth, maxWidth),
      height: within(height, minHeight, maxHeight),
    };
  }
}
