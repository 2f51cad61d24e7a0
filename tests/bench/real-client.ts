import { createClient, type Client } from '../../electron/clickup/client.ts';
import { createReachability } from '../../electron/clickup/reachability.ts';
import { createTransport } from '../../electron/clickup/transport.ts';

/** Main's client over Node's `fetch` and the system's clock. */
export function createRealClient(): Client {
  const clock = {
    now: () => Date.now(),
    after(ms: number, callback: () => void) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
  const transport = createTransport({
    fetch: (url, init) => fetch(url, init),
    clock,
    timeouts: { headersMs: 15_000, bodyMs: 30_000 },
  });
  return createClient({
    reads: transport,
    writes: transport,
    clock,
    random: Math.random,
    reachability: createReachability({
      clock,
      random: Math.random,
      hasNetwork: () => true,
      onChange: () => undefined,
    }),
    onTraffic: () => undefined,
  });
}
