import type { GlobalShortcut } from 'electron';
import { normaliseAccelerator } from './accelerator.ts';

export interface ShortcutControl {
  /** The accelerators of the app that work now, in the order of registering, in one spelling. */
  readonly registered: readonly string[];
  /** Accelerators that other programs hold, in any spelling: registering one fails. */
  readonly takenBySystem: Set<string>;
  /** Presses the keys; says whether the app heard of it. */
  press(accelerator: string): boolean;
}

/** `globalShortcut`, without any keyboard behind it: tests press through the control. */
export function createGlobalShortcut(isReady: () => boolean) {
  const callbacks = new Map<string, () => void>();
  let suspended = false;

  const ready = (): void => {
    if (!isReady()) throw new Error('globalShortcut cannot be used before the app is ready');
  };
  const parse = (accelerator: string): string => {
    const keys = normaliseAccelerator(String(accelerator));
    if (keys !== undefined) return keys;
    throw new TypeError(
      `Error processing argument at index 0, conversion failure from ${String(accelerator)}`,
    );
  };
  const isTaken = (keys: string): boolean =>
    [...control.takenBySystem].some((taken) => normaliseAccelerator(taken) === keys);
  const add = (keys: string, callback: () => void): boolean => {
    if (suspended || callbacks.has(keys) || isTaken(keys)) return false;
    callbacks.set(keys, callback);
    return true;
  };

  const control: ShortcutControl = {
    get registered() {
      return [...callbacks.keys()];
    },
    takenBySystem: new Set(),
    press: (accelerator) => {
      const callback = callbacks.get(parse(accelerator));
      if (suspended || callback === undefined) return false;
      callback();
      return true;
    },
  };

  const globalShortcut = {
    register: (accelerator, callback) => {
      const keys = parse(accelerator);
      ready();
      return add(keys, callback);
    },
    registerAll: (accelerators, callback) => {
      const all = accelerators.map(parse);
      ready();
      const added: string[] = [];
      for (const keys of all) {
        if (!add(keys, callback)) {
          // All or none.
          for (const one of added) callbacks.delete(one);
          return false;
        }
        added.push(keys);
      }
      return true;
    },
    isRegistered: (accelerator) => callbacks.has(parse(accelerator)),
    unregister: (accelerator) => {
      const keys = parse(accelerator);
      ready();
      callbacks.delete(keys);
    },
    unregisterAll: () => {
      ready();
      callbacks.clear();
    },
    setSuspended: (value) => {
      ready();
      suspended = value;
    },
    isSuspended: () => {
      ready();
      return suspended;
    },
  } satisfies GlobalShortcut;
  return { globalShortcut, control };
}
