import { EventEmitter } from 'node:events';
import type { AnimationSettings, SystemPreferences } from 'electron';
import type { AppearanceControl } from './native-theme.ts';

/** `systemPreferences`, as far as Linux has any. */
export function createSystemPreferences(system: AppearanceControl) {
  return Object.assign(new EventEmitter(), {
    getAnimationSettings: (): AnimationSettings => ({
      shouldRenderRichAnimation: !system.reducedMotion,
      scrollAnimationsEnabledBySystem: !system.reducedMotion,
      prefersReducedMotion: system.reducedMotion,
    }),
  }) satisfies Pick<SystemPreferences, 'getAnimationSettings'>;
}
