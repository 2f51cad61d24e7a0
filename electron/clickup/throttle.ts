import type { Clock } from './clock.ts';

/**
 * Tells the latest value of each key at once, and then not again before `ms` milliseconds have
 * passed; what came in between is told by its last value.
 */
export function createThrottle<T>(
  clock: Clock,
  ms: number,
  tell: (key: string, value: T) => void,
): (key: string, value: T) => void {
  const resting = new Map<string, { readonly value: T } | null>();

  const say = (key: string, value: T): void => {
    resting.set(key, null);
    clock.after(ms, () => {
      const latest = resting.get(key) ?? null;
      resting.delete(key);
      if (latest !== null) say(key, latest.value);
    });
    tell(key, value);
  };

  return (key, value) => {
    if (resting.has(key)) resting.set(key, { value });
    else say(key, value);
  };
}
