import type { AppDescription } from '../../electron/contract/app.ts';

/** `mod` is Command on macOS and Control elsewhere; any other text stands for itself. */
export type Key = 'mod' | 'enter' | 'up' | 'down' | (string & {});

const GLYPHS: Readonly<Record<string, string>> = { enter: '⏎', up: '↑', down: '↓' };

/** Writes a chord the way the platform's own menus do. */
export function keyGlyphs(keys: readonly Key[], platform: AppDescription['platform']): string {
  const glyphs = keys.map((key) =>
    key === 'mod' ? (platform === 'darwin' ? '⌘' : 'Ctrl') : (GLYPHS[key] ?? key),
  );
  return glyphs.join(platform === 'darwin' ? '' : ' ');
}

/** Whether the platform's modifier for shortcuts is held. */
export const hasMod = (
  event: { readonly metaKey: boolean; readonly ctrlKey: boolean },
  platform: AppDescription['platform'],
): boolean => (platform === 'darwin' ? event.metaKey : event.ctrlKey);
