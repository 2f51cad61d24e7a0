import { EventEmitter } from 'node:events';
import type { Display, Point, Rectangle, Screen as ElectronScreen, Size } from 'electron';
import { createEvent } from './event.ts';
import { centre, distance, sharedArea } from './geometry.ts';

/** What a display is said to have: the size of Xvfb's and headless Chromium's usual screen. */
export const SCREEN_SIZE: Size = { width: 1920, height: 1080 };

/** A display as a test describes it; the rest follows from its bounds. */
export type GivenDisplay = Pick<Display, 'id' | 'bounds'> & Partial<Display>;

export interface ScreenControl {
  /** Where the mouse pointer is. */
  cursor: Point;
  /**
   * Connects these displays and no others, the first being the primary one, and emits what came of
   * it. Windows stay where they are: it is only what `screen` says.
   */
  setDisplays(displays: readonly GivenDisplay[]): void;
}

/** The part of `Screen` that exists on Linux, held to Electron's own declarations. */
type Surface = Omit<ElectronScreen, keyof EventEmitter | 'dipToScreenRect' | 'screenToDipRect'>;

class Screen extends EventEmitter implements Surface {
  #displays: readonly [Display, ...Display[]] = [
    complete({ id: 1, label: 'Stand-in display', bounds: { x: 0, y: 0, ...SCREEN_SIZE } }),
  ];
  cursor: Point = { x: 0, y: 0 };

  getCursorScreenPoint(): Point {
    return { ...this.cursor };
  }

  getPrimaryDisplay(): Display {
    return this.#displays[0];
  }

  getAllDisplays(): Display[] {
    return [...this.#displays];
  }

  getDisplayNearestPoint(point: Point): Display {
    return this.#best(({ bounds }) => -distance(bounds, point));
  }

  /** The display that shows the most of a rectangle, or the one nearest to its middle. */
  getDisplayMatching(rectangle: Rectangle): Display {
    const most = this.#best(({ bounds }) => sharedArea(bounds, rectangle));
    return sharedArea(most.bounds, rectangle) > 0
      ? most
      : this.getDisplayNearestPoint(centre(rectangle));
  }

  dipToScreenPoint(point: Point): Point {
    const { bounds, scaleFactor, nativeOrigin } = this.getDisplayNearestPoint(point);
    return {
      x: Math.floor((point.x - bounds.x) * scaleFactor) + nativeOrigin.x,
      y: Math.floor((point.y - bounds.y) * scaleFactor) + nativeOrigin.y,
    };
  }

  screenToDipPoint(point: Point): Point {
    const { bounds, scaleFactor, nativeOrigin } = this.#best(
      ({ bounds: { width, height }, scaleFactor, nativeOrigin }) =>
        -distance(
          { ...nativeOrigin, width: width * scaleFactor, height: height * scaleFactor },
          point,
        ),
    );
    return {
      x: Math.floor((point.x - nativeOrigin.x) / scaleFactor) + bounds.x,
      y: Math.floor((point.y - nativeOrigin.y) / scaleFactor) + bounds.y,
    };
  }

  replace(given: readonly GivenDisplay[]): void {
    const [first, ...others] = given.map(complete);
    if (first === undefined) throw new Error('A screen has at least one display');
    const before = this.#displays;
    this.#displays = [first, ...others];
    for (const gone of before)
      if (!this.#displays.some(({ id }) => id === gone.id))
        this.emit('display-removed', createEvent(), gone);
    for (const display of this.#displays) {
      const known = before.find(({ id }) => id === display.id);
      if (known === undefined) {
        this.emit('display-added', createEvent(), display);
        continue;
      }
      const changed = METRICS.filter(
        (name) => JSON.stringify(known[name]) !== JSON.stringify(display[name]),
      );
      if (changed.length > 0) this.emit('display-metrics-changed', createEvent(), display, changed);
    }
  }

  #best(score: (display: Display) => number): Display {
    return this.#displays.reduce((best, display) =>
      score(display) > score(best) ? display : best,
    );
  }
}

const METRICS = ['bounds', 'workArea', 'scaleFactor', 'rotation'] as const;

const sizeOf = ({ width, height }: Rectangle): Size => ({ width, height });

function complete(given: GivenDisplay): Display {
  const { bounds, workArea = bounds, scaleFactor = 1 } = given;
  return {
    accelerometerSupport: 'unknown',
    colorDepth: 24,
    colorSpace: '{primaries:BT709, transfer:SRGB, matrix:RGB, range:FULL}',
    depthPerComponent: 8,
    detected: true,
    displayFrequency: 60,
    internal: false,
    label: '',
    maximumCursorSize: { width: 0, height: 0 },
    monochrome: false,
    nativeOrigin: { x: bounds.x * scaleFactor, y: bounds.y * scaleFactor },
    rotation: 0,
    scaleFactor,
    size: sizeOf(bounds),
    touchSupport: 'unknown',
    workArea,
    workAreaSize: sizeOf(workArea),
    ...given,
  };
}

/** `screen`: one display without any bars, until a test says otherwise. */
export function createScreen(isReady: () => boolean) {
  const inner = new Screen();
  const screen = new Proxy(inner, {
    get: (target, name) => {
      if (typeof name === 'string' && !isReady())
        throw new Error("The 'screen' module can't be used before the app 'ready' event");
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const control: ScreenControl = {
    get cursor() {
      return inner.cursor;
    },
    set cursor(point) {
      inner.cursor = point;
    },
    setDisplays: (displays) => inner.replace(displays),
  };
  return { screen, control };
}
