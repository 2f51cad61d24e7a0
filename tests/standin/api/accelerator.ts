/** Names of keys that are modifiers, by Electron's spellings of them on Linux. */
const MODIFIERS: ReadonlyMap<string, string> = new Map([
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['altgr', 'AltGr'],
  ['cmd', 'Super'],
  ['command', 'Super'],
  ['meta', 'Super'],
  ['super', 'Super'],
  ['cmdorctrl', 'Control'],
  ['commandorcontrol', 'Control'],
  ['control', 'Control'],
  ['ctrl', 'Control'],
  ['shift', 'Shift'],
]);

const KEYS =
  'backspace capslock delete down end enter escape home insert left medianexttrack ' +
  'mediaplaypause mediaprevioustrack mediastop numadd numdec numdiv numlock nummult numsub ' +
  'pagedown pageup printscreen right scrolllock space tab up volumedown volumemute volumeup';

/** Keys of more than one letter, by Electron's spellings of them. */
const NAMED_KEYS: ReadonlyMap<string, string> = new Map([
  ...KEYS.split(' ').map((name) => [name, name] as const),
  ...Array.from({ length: 24 }, (_none, index) => [`f${index + 1}`, `f${index + 1}`] as const),
  ...Array.from({ length: 10 }, (_none, index) => [`num${index}`, `num${index}`] as const),
  ['esc', 'escape'],
  ['return', 'enter'],
  ['plus', 'Shift+='],
]);

/** Signs that a keyboard of the United States types with Shift, and the keys below them. */
const SHIFTED: Readonly<Record<string, string>> = {
  '!': '1',
  '@': '2',
  '#': '3',
  $: '4',
  '%': '5',
  '^': '6',
  '&': '7',
  '*': '8',
  '(': '9',
  ')': '0',
  _: '-',
  '+': '=',
  ':': ';',
  '"': "'",
  '<': ',',
  '>': '.',
  '?': '/',
  '{': '[',
  '}': ']',
  '|': '\\',
  '~': '`',
};

const ORDER = ['Control', 'Alt', 'AltGr', 'Shift', 'Super'];

/**
 * The one spelling of an accelerator, so that two that mean the same keys are equal, or undefined
 * for a text that names no key. Modifiers first, each once; spaces and case are ignored.
 * Source: `accelerator_util.cc`, `keyboard_util.cc` and `docs/api/accelerator.md` of Electron.
 */
export function normaliseAccelerator(text: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- ASCII is what Electron takes.
  if (!/^[\x00-\x7f]*$/.test(text)) return undefined;
  const modifiers = new Set<string>();
  let key: string | undefined;
  for (const token of text.split('+').map((part) => part.trim())) {
    if (token === '') continue;
    const modifier = MODIFIERS.get(token.toLowerCase());
    if (modifier !== undefined) {
      modifiers.add(modifier);
      continue;
    }
    const parts = keyOf(token)?.split('Shift+') ?? [];
    if (parts.length > 1) modifiers.add('Shift');
    key = parts.at(-1);
  }
  if (key === undefined) return undefined;
  return [...ORDER.filter((name) => modifiers.has(name)), key].join('+');
}

/** A key's one name, with `Shift+` before it where the sign needs that. */
function keyOf(token: string): string | undefined {
  if (token.length > 1) return NAMED_KEYS.get(token.toLowerCase());
  const unshifted = SHIFTED[token];
  if (unshifted !== undefined) return `Shift+${unshifted}`;
  return /^[a-z0-9,./;'[\]\\`=-]$/i.test(token) ? token.toLowerCase() : undefined;
}
