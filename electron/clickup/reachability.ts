import type { Clock } from './clock.ts';

/** How often the system is asked whether there is a network, while something waits for one. */
const POLL_MS = 1000;

/** The longest pause between two tries to reach a server that could not be reached. */
const LONGEST_PAUSE_MS = 60_000;

/** Whether a server can be reached, as far as is known. */
export type Reach = 'unknown' | 'online' | 'offline';

/**
 * Knows which servers can be reached: from what became of the requests to them, and from the system.
 * A server on this computer needs no network, so the system says nothing of it.
 */
export interface Reachability {
  of(origin: string): Reach;
  /** Notes whether a request reached its server. */
  note(origin: string, reached: boolean): void;
  /**
   * Waits while the server is known to be out of reach: until the system has a network again, until
   * another request has reached it, or until it is this one's turn to find out. False where the
   * signal ended the waiting.
   */
  untilWorthTrying(origin: string, signal?: AbortSignal): Promise<boolean>;
  /** Forgets what was out of reach: the computer has just woken up, for instance. */
  startAfresh(): void;
}

export interface ReachabilityOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Whether the system has any network. Its yes proves nothing, its no nearly everything (Electron, `net.isOnline`). */
  readonly hasNetwork: () => boolean;
  readonly onChange: (origin: string, reach: Reach) => void;
}

interface Server {
  reach: Reach;
  /** Requests in a row that did not reach it. */
  failures: number;
  /** Whether the system had no network when last looked at. */
  wasCutOff: boolean;
  /** Unix milliseconds from which one request may find out whether it can be reached again. */
  tryAt: number;
  readonly waiting: Set<(isWorthTrying: boolean) => void>;
}

const isLocal = (origin: string): boolean =>
  /^https?:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d+)?$/u.test(origin);

export function createReachability(options: ReachabilityOptions): Reachability {
  const { clock, random, hasNetwork, onChange } = options;
  const servers = new Map<string, Server>();
  let isPolling = false;

  const serverOf = (origin: string): Server => {
    const found = servers.get(origin);
    if (found !== undefined) return found;
    const made: Server = {
      reach: 'unknown',
      failures: 0,
      wasCutOff: false,
      tryAt: 0,
      waiting: new Set(),
    };
    servers.set(origin, made);
    return made;
  };

  const set = (origin: string, server: Server, reach: Reach): void => {
    if (server.reach === reach) return;
    server.reach = reach;
    onChange(origin, reach);
  };

  const wake = (server: Server): void => {
    server.failures = 0;
    for (const resolve of server.waiting) resolve(true);
  };

  const isCutOff = (origin: string): boolean => !isLocal(origin) && !hasNetwork();

  const look = (origin: string, server: Server): void => {
    const wasCutOff = server.wasCutOff;
    server.wasCutOff = isCutOff(origin);
    if (server.wasCutOff) return set(origin, server, 'offline');
    if (wasCutOff) {
      set(origin, server, 'unknown');
      return wake(server);
    }
    const [first] = server.waiting;
    if (first === undefined || clock.now() < server.tryAt) return;
    // One finds out for all: the next gets its turn once this one has failed, or has been gone for long.
    server.tryAt = clock.now() + LONGEST_PAUSE_MS;
    first(true);
  };

  const poll = (): void => {
    isPolling = true;
    clock.after(POLL_MS, () => {
      isPolling = false;
      for (const [origin, server] of servers) if (server.waiting.size > 0) look(origin, server);
      if ([...servers.values()].some(({ waiting }) => waiting.size > 0)) poll();
    });
  };

  return {
    of: (origin) => servers.get(origin)?.reach ?? 'unknown',

    note(origin, reached) {
      const server = serverOf(origin);
      set(origin, server, reached ? 'online' : 'offline');
      if (reached) return wake(server);
      const longest = Math.min(LONGEST_PAUSE_MS, POLL_MS * 2 ** server.failures);
      server.failures += 1;
      server.tryAt = clock.now() + random() * longest;
    },

    untilWorthTrying(origin, signal) {
      const server = serverOf(origin);
      server.wasCutOff = isCutOff(origin);
      if (server.wasCutOff) set(origin, server, 'offline');
      if (server.reach !== 'offline') return Promise.resolve(signal?.aborted !== true);
      return new Promise((resolve) => {
        const leave = (isWorthTrying: boolean): void => {
          server.waiting.delete(leave);
          signal?.removeEventListener('abort', abandon);
          resolve(isWorthTrying);
        };
        const abandon = (): void => leave(false);
        signal?.addEventListener('abort', abandon, { once: true });
        server.waiting.add(leave);
        if (!isPolling) poll();
      });
    },

    startAfresh() {
      for (const [origin, server] of servers) {
        if (server.reach !== 'offline' || isCutOff(origin)) continue;
        set(origin, server, 'unknown');
        wake(server);
      }
    },
  };
}
