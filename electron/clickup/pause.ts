import type { Clock } from './clock.ts';

/** Waits so many milliseconds; false where the signal ended it before. */
export function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted === true || ms <= 0) return Promise.resolve(signal?.aborted !== true);
  return new Promise((resolve) => {
    const abandon = (): void => {
      disarm();
      resolve(false);
    };
    const disarm = clock.after(ms, () => {
      signal?.removeEventListener('abort', abandon);
      resolve(true);
    });
    signal?.addEventListener('abort', abandon, { once: true });
  });
}
