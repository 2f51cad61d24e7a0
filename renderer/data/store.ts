import { useSyncExternalStore } from 'react';

/** One value that components can watch. */
export interface Store<T> {
  read(): T;
  write(next: T): void;
  subscribe(listener: () => void): () => void;
}

/** Makes a store; `write` tells the listeners only when the value is another one. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    write(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Watches a part of a store. `pick` must answer the same reference while that part is the same. */
export function useStore<T, Part>(
  store: Pick<Store<T>, 'read' | 'subscribe'>,
  pick: (value: T) => Part,
): Part {
  return useSyncExternalStore(store.subscribe, () => pick(store.read()));
}
