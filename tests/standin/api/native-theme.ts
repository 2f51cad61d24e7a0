import { EventEmitter } from 'node:events';
import type { NativeTheme as ElectronNativeTheme } from 'electron';

export type ColorScheme = 'light' | 'dark';

/** How the desktop is set up, as a test makes it. Each change tells the app. */
export interface AppearanceControl {
  colorScheme: ColorScheme;
  highContrast: boolean;
  reducedTransparency: boolean;
  reducedMotion: boolean;
}

type Surface = Omit<ElectronNativeTheme, keyof EventEmitter | 'shouldDifferentiateWithoutColor'>;

/** `nativeTheme`. Every page's `prefers-color-scheme` follows it. */
export class NativeTheme extends EventEmitter implements Surface {
  /** Only Windows has such a mode. */
  readonly inForcedColorsMode = false;
  readonly #system: AppearanceControl;
  #source: ElectronNativeTheme['themeSource'] = 'system';

  constructor(colorScheme: ColorScheme) {
    super();
    this.#system = {
      colorScheme,
      highContrast: false,
      reducedTransparency: false,
      reducedMotion: false,
    };
  }

  get themeSource(): ElectronNativeTheme['themeSource'] {
    return this.#source;
  }

  /** Emits `updated` only when that changes what the app should look like. */
  set themeSource(source: ElectronNativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Invalid themeSource: ${String(source)}`);
    const before = this.colorScheme;
    this.#source = source;
    if (this.colorScheme !== before) this.emit('updated');
  }

  get colorScheme(): ColorScheme {
    return this.#source === 'system' ? this.#system.colorScheme : this.#source;
  }

  get shouldUseDarkColors(): boolean {
    return this.colorScheme === 'dark';
  }

  /** Windows alone tells the two apart. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.shouldUseDarkColors;
  }

  get shouldUseHighContrastColors(): boolean {
    return this.#system.highContrast;
  }

  get shouldUseInvertedColorScheme(): boolean {
    return this.inForcedColorsMode && this.shouldUseDarkColors;
  }

  get prefersReducedTransparency(): boolean {
    return this.#system.reducedTransparency;
  }

  /** The desktop's settings, for `control`: setting one to another value emits `updated`. */
  createControl(): AppearanceControl {
    return new Proxy(this.#system, {
      set: (system, name, value) => {
        const isChange = Reflect.get(system, name) !== value;
        Reflect.set(system, name, value);
        if (isChange) this.emit('updated');
        return true;
      },
    });
  }
}
