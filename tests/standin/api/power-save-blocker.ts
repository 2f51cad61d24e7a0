import type { PowerSaveBlocker } from 'electron';

type Kind = Parameters<PowerSaveBlocker['start']>[0];

/** `powerSaveBlocker`: it counts, and keeps nothing awake. Numbers begin at 0, as Electron's. */
export function createPowerSaveBlocker() {
  const started = new Set<number>();
  let next = 0;
  return {
    start: (type: Kind) => {
      if (type !== 'prevent-app-suspension' && type !== 'prevent-display-sleep')
        throw new TypeError(
          `Error processing argument at index 0, conversion failure from ${String(type)}`,
        );
      const id = next;
      next += 1;
      started.add(id);
      return id;
    },
    stop: (id: number) => started.delete(id),
    isStarted: (id: number) => started.has(id),
  } satisfies PowerSaveBlocker;
}
