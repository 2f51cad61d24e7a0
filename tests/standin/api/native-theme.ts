import { EventEmitter } from 'node:events';
import type { NativeTheme as ElectronNativeTheme } from 'electron';

export type ColorScheme = 'light' | 'dark';

/** `nativeTheme`. Every page's `prefers-color-scheme` follows it. */
export class NativeTheme
  extends EventEmitter
  implements
    Pick<
      ElectronNativeTheme,
      'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'
    >
{
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  readonly #system: ColorScheme;
  #source: ElectronNativeTheme['themeSource'] = 'system';

  constructor(system: ColorScheme) {
    super();
    this.#system = system;
  }

  get themeSource(): ElectronNativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: ElectronNativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Invalid themeSource: ${String(source)}`);
    const before = this.colorScheme;
    this.#source = source;
    if (this.colorScheme !== before) this.emit('updated');
  }

  get colorScheme(): ColorScheme {
    return this.#source === 'system' ? this.#system : this.#source;
  }

  get shouldUseDarkColors(): boolean {
    return this.colorScheme === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#system === 'dark';
  }
}
