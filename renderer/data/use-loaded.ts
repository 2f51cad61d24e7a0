import { useEffect, useState } from 'react';

/** However busy the window is, its parts are fetched by then. */
const LATEST_MS = 500;

/**
 * A part of the window that is fetched by itself; null until it is there. At once where it is urgent,
 * else when the window has nothing better to do. Not `lazy` with `Suspense`: React holds a fallback
 * for at least 300 ms, and these parts lie on the disk.
 */
export function useLoaded<Part>(load: () => Promise<Part>, isUrgent: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    const start = (): void => {
      load().then(
        (loaded) => setPart(() => loaded),
        (failure: unknown) =>
          setPart(() => {
            throw failure;
          }),
      );
    };
    if (isUrgent) {
      start();
      return undefined;
    }
    const idle = requestIdleCallback(start, { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [load, isUrgent]);
  return part;
}
