const INTERVAL_MS = 500;

/**
 * Tells when the process that started this one has gone. Only for runs under a test driver: an app
 * started from a desktop outlives whatever started it.
 */
export function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL_MS);
  timer.unref();
}
