import { EventEmitter } from 'node:events';
import type { KeyboardEvent, Point, Rectangle } from 'electron';
import { type NativeImage, nativeImageOf } from '../api/native-image.ts';
import type { Bitmap } from '../image/bitmap.ts';
import type { Menu, MenuClass } from './menu.ts';

/** What a tray icon shows at the moment, for tests to look at. */
export interface TrayRecord {
  readonly image: NativeImage;
  readonly toolTip: string;
  readonly menu: Menu | null;
}

/** A tray as the desktop sees it. */
export interface ShownTray {
  readonly icon: () => Bitmap | null;
  readonly toolTip: () => string;
  readonly menu: () => Menu | null;
  /** The person clicked the icon. */
  readonly activate: () => void;
  /** The desktop asks the app to show the menu itself, at a place on the screen. */
  readonly openMenu: (place: Point) => void;
}

/** A tray's place on the desktop, to be told of what changes. */
export interface TrayPlace {
  iconChanged(): void;
  toolTipChanged(): void;
  menuChanged(): void;
  /** Takes the icon away for good. */
  remove(): void;
}

export interface TrayHost {
  readonly isReady: () => boolean;
  readonly Menu: () => MenuClass;
  /** Puts a tray onto the desktop where there is one to show it; never waits for it. */
  readonly show: (tray: ShownTray) => TrayPlace;
}

const NOWHERE: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
const NO_KEYS: KeyboardEvent = {
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  triggeredByAccelerator: false,
};

const refusedArgument = (index: number, value: unknown): TypeError =>
  new TypeError(
    `Error processing argument at index ${index}, conversion failure from ${String(value)}`,
  );

const isPoint = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'x' in value && 'y' in value;

/** The `Tray` class of one host, as Electron's is on Linux, and the icons alive. */
export function createTrayClass(host: TrayHost) {
  const trays = new Set<Tray>();

  class Tray extends EventEmitter {
    #image: NativeImage;
    #toolTip = '';
    #menu: Menu | null = null;
    readonly #place: TrayPlace;

    constructor(image: NativeImage | string, guid?: string) {
      if (!host.isReady()) throw new Error('Cannot create Tray before app is ready');
      if (guid !== undefined && typeof guid !== 'string')
        throw new Error('Invalid GUID format - GUID must be a string');
      super();
      this.#image = nativeImageOf(image);
      this.#place = host.show({
        icon: () => this.#image.largest,
        toolTip: () => this.#toolTip,
        menu: () => this.#menu,
        activate: () => this.emit('click', { ...NO_KEYS }, { ...NOWHERE }, { x: 0, y: 0 }),
        openMenu: (place) => this.#menu?.open(place),
      });
      trays.add(this);
    }

    /** What the icon shows; Electron has no such member. */
    get record(): TrayRecord {
      return { image: this.#image, toolTip: this.#toolTip, menu: this.#menu };
    }

    setImage(image: NativeImage | string): void {
      this.#assertAlive();
      this.#image = nativeImageOf(image);
      this.#place.iconChanged();
    }

    setToolTip(toolTip: string): void {
      this.#assertAlive();
      if (typeof toolTip !== 'string') throw refusedArgument(0, toolTip);
      this.#toolTip = toolTip;
      this.#place.toolTipChanged();
    }

    setContextMenu(menu: Menu | null): void {
      this.#assertAlive();
      if (menu !== null && !(menu instanceof host.Menu()))
        throw new TypeError('Must pass Menu or null');
      this.#menu = menu;
      this.#place.menuChanged();
    }

    /** Does nothing on Linux but look at its arguments. */
    popUpContextMenu(...args: readonly unknown[]): void {
      this.#assertAlive();
      const [first, second] = args;
      const isMenu = first instanceof host.Menu();
      if (args.length > 0 && !isMenu && !isPoint(first)) throw refusedArgument(0, first);
      if (args.length > 1 && isMenu && !isPoint(second)) throw refusedArgument(1, second);
    }

    /** Only macOS and Windows know where an icon is. */
    getBounds(): Rectangle {
      this.#assertAlive();
      return { ...NOWHERE };
    }

    /** Only macOS shows a title. */
    getTitle(): string {
      this.#assertAlive();
      return '';
    }

    getIgnoreDoubleClickEvents(): boolean {
      this.#assertAlive();
      return false;
    }

    isDestroyed(): boolean {
      return !trays.has(this);
    }

    destroy(): void {
      if (!trays.delete(this)) return;
      this.#menu = null;
      this.#place.remove();
    }

    /** What the other platforms have does nothing here, as on Electron. */
    setPressedImage(image: NativeImage | string): void {
      this.#assertAlive();
      nativeImageOf(image);
    }

    setTitle(): void {
      this.#assertAlive();
    }

    setIgnoreDoubleClickEvents(): void {
      this.#assertAlive();
    }

    closeContextMenu(): void {
      this.#assertAlive();
    }

    displayBalloon(): void {
      this.#assertAlive();
    }

    removeBalloon(): void {
      this.#assertAlive();
    }

    focus(): void {
      this.#assertAlive();
    }

    getGUID(): string | null {
      this.#assertAlive();
      return null;
    }

    #assertAlive(): void {
      if (!trays.has(this)) throw new Error('Tray is destroyed');
    }
  }

  return { Tray, trays };
}

export type Tray = InstanceType<ReturnType<typeof createTrayClass>['Tray']>;
