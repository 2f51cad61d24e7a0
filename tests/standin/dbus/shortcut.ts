import { normaliseAccelerator } from '../api/accelerator.ts';

/** Keys whose name in GDK, which the menu's readers use, differs from Electron's with a capital. */
const GDK_NAMES: Readonly<Record<string, string>> = {
  backspace: 'BackSpace',
  enter: 'Return',
  pagedown: 'Page_Down',
  pageup: 'Page_Up',
  space: 'space',
};

/**
 * An accelerator as dbusmenu's `shortcut` writes it: modifiers, then the key by its name in GDK.
 * Null for a text that names no key.
 */
export function shortcutOf(accelerator: string): readonly string[] | null {
  const [key, ...modifiers] = normaliseAccelerator(accelerator)?.split('+').toReversed() ?? [];
  if (key === undefined) return null;
  const named = key.length > 1 ? key.replace(/^./u, (first) => first.toUpperCase()) : key;
  return [...modifiers.toReversed(), GDK_NAMES[key] ?? named];
}
