import { EventEmitter } from 'node:events';
import type { Rectangle } from 'electron';
import type { NativeImage } from '../api/native-image.ts';
import type { Menu } from './menu.ts';

/** What a tray icon shows at the moment, for tests to look at. */
export interface TrayRecord {
  readonly image: NativeImage | string;
  readonly toolTip: string;
  readonly title: string;
  readonly menu: Menu | null;
}

/** The `Tray` class of one host, and the icons alive. No icon is drawn. */
export function createTrayClass(isReady: () => boolean) {
  const trays = new Set<Tray>();

  class Tray extends EventEmitter {
    #image: NativeImage | string;
    #toolTip = '';
    #title = '';
    #menu: Menu | null = null;

    constructor(image: NativeImage | string) {
      if (!isReady()) throw new Error('Cannot create Tray before app is ready');
      super();
      this.#image = image;
      trays.add(this);
    }

    /** What the icon shows; Electron has no such member. */
    get record(): TrayRecord {
      return {
        image: this.#image,
        toolTip: this.#toolTip,
        title: this.#title,
        menu: this.#menu,
      };
    }

    setImage(image: NativeImage | string): void {
      this.#image = image;
    }

    setToolTip(toolTip: string): void {
      this.#toolTip = toolTip;
    }

    setTitle(title: string): void {
      this.#title = title;
    }

    getTitle(): string {
      return this.#title;
    }

    setContextMenu(menu: Menu | null): void {
      this.#menu = menu;
    }

    popUpContextMenu(menu?: Menu): void {
      (menu ?? this.#menu)?.popup();
    }

    closeContextMenu(): void {
      this.#menu?.closePopup();
    }

    getBounds(): Rectangle {
      return { x: 0, y: 0, width: 0, height: 0 };
    }

    isDestroyed(): boolean {
      return !trays.has(this);
    }

    destroy(): void {
      trays.delete(this);
    }
  }

  return { Tray, trays };
}

export type Tray = InstanceType<ReturnType<typeof createTrayClass>['Tray']>;
