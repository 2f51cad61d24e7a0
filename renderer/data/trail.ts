import { createStore, type Store } from './store.ts';
import type { Sheet } from './workbench.ts';

/** An operation as it was when an id in its answer was followed. */
interface Step {
  readonly operationId: string;
  readonly sheet: Sheet;
}

/** How far back it goes: answers are large. */
const LONGEST = 20;

/** The way from answer to answer by which a person came, the latest step last. */
export interface Trail extends Pick<Store<readonly Step[]>, 'read' | 'subscribe'> {
  /** Leaves an operation for another one, to come back to it as it was. */
  follow(from: Step, to: Step): void;
  /** Returns to where the last step began. */
  back(): void;
  /** Forgets the way, as when the person goes elsewhere by another way. */
  end(): void;
}

/** @param replace Opens an operation with a sheet. */
export function createTrail(replace: (operationId: string, sheet: Sheet) => void): Trail {
  const store = createStore<readonly Step[]>([]);
  return {
    read: store.read,
    subscribe: store.subscribe,
    follow(from, to) {
      store.write([...store.read(), from].slice(-LONGEST));
      replace(to.operationId, to.sheet);
    },
    back() {
      const steps = store.read();
      const last = steps.at(-1);
      if (last === undefined) return;
      store.write(steps.slice(0, -1));
      replace(last.operationId, last.sheet);
    },
    end: () => {
      if (store.read().length > 0) store.write([]);
    },
  };
}
