import { createRateWindows, rateHeaders } from '../mock-server/rate-window.ts';
import type { Priority } from './client.ts';
import { createFakeClock, type FakeClock } from './fake-clock.test-support.ts';
import { createRateGate, type RateGate } from './rate-gate.ts';

/** One request that goes through a gate to a server that counts like ClickUp's. */
export interface Journey {
  readonly id: number;
  readonly priority: Priority;
  /** Milliseconds to the server and back. */
  readonly there: number;
  readonly back: number;
}

/** A request as the server met it, in Unix milliseconds of this computer's clock. */
export interface Arrival {
  readonly id: number;
  readonly priority: Priority;
  readonly queuedAt: number;
  readonly grantedAt: number;
  readonly arrivedAt: number;
  readonly status: number;
  /** The end of the server's window that counted it, in Unix seconds of its clock. */
  readonly window: number;
}

export interface CountingServer {
  readonly gate: RateGate;
  readonly clock: FakeClock;
  readonly arrivals: readonly Arrival[];
  /** In the order in which the gate let them go. */
  readonly granted: readonly Journey[];
  /** Sends a request through the gate; the function leaves the line. */
  send(journey: Journey): () => void;
  /** Another program uses the token. */
  eat(requests: number): void;
}

export interface CountingServerOptions {
  readonly limit: number;
  /** Milliseconds that the server's clock is ahead. */
  readonly skew?: number;
  readonly headersOn?: 'all' | 'errors';
  readonly hasDate?: boolean;
  readonly random?: () => number;
}

/** A gate before the mock's own rate windows, on one clock that stands still. */
export function countingServer(options: CountingServerOptions): CountingServer {
  const { limit, skew = 0, headersOn = 'all', hasDate = true, random = () => 0.5 } = options;
  const clock = createFakeClock();
  const windows = createRateWindows();
  const gate = createRateGate({ clock, random, onChange: () => {} });
  const arrivals: Arrival[] = [];
  const granted: Journey[] = [];

  const serve = (journey: Journey, queuedAt: number, grantedAt: number) => {
    const serverNow = clock.now() + skew;
    const standing = windows.charge('token', limit, serverNow);
    const status = standing.exceeded ? 429 : 200;
    const { id, priority } = journey;
    const arrivedAt = clock.now();
    arrivals.push({
      id,
      priority,
      queuedAt,
      grantedAt,
      arrivedAt,
      status,
      window: standing.resetAt,
    });
    const isTold = headersOn === 'all' || status === 429;
    return {
      status,
      headers: new Headers({
        ...(isTold ? rateHeaders(standing, 'honest', serverNow) : {}),
        ...(hasDate ? { Date: new Date(serverNow).toUTCString() } : {}),
      }),
    };
  };

  return {
    gate,
    clock,
    arrivals,
    granted,
    eat: (requests) => windows.eat('token', requests, clock.now() + skew),
    send(journey) {
      const queuedAt = clock.now();
      const place = gate.line(journey.priority);
      void place.turn.then((turn) => {
        if (turn === null) return;
        granted.push(journey);
        const grantedAt = clock.now();
        clock.after(journey.there, () => {
          const { status, headers } = serve(journey, queuedAt, grantedAt);
          clock.after(journey.back, () => {
            turn.answered(status, headers);
            turn.end(true);
          });
        });
      });
      return place.leave;
    },
  };
}
