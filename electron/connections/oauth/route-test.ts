import { fail, ok, type Result } from '../../contract/errors.ts';
import type { Redirect, RouteTest } from '../../contract/oauth.ts';
import type { Clock } from '../../clickup/clock.ts';
import { isSameState, STATE_BYTES } from './attempt.ts';
import { type Callback, parseCallback } from './callback.ts';
import type { LoopbackReceiver } from './loopback-receiver.ts';
import { arrivalsOf, portOf } from './redirects.ts';

/** Milliseconds after which a test that nothing answered is over. */
const TEST_MS = 30_000;

export interface RouteTestOptions {
  readonly loopback: LoopbackReceiver;
  readonly clock: Clock;
  /** That many random bytes from a CSPRNG, as base64url. */
  readonly random: (bytes: number) => string;
  /** Opens a redirect URL of Perch or of the person's own bridge in the browser. */
  readonly openBrowser: (address: string) => Promise<boolean>;
  readonly onChange: () => void;
}

/** Tries whether a redirect URL leads back to this Perch: a callback with nothing in it but a state. */
export interface RouteTester {
  state(): RouteTest | null;
  start(redirect: Redirect): Promise<Result<null>>;
  /** Whether a callback was the test's own answer; nobody else need look at it then. */
  take(callback: Callback): boolean;
  /** Ends a test and forgets its outcome. */
  dismiss(): void;
}

export function createRouteTester(options: RouteTestOptions): RouteTester {
  const { loopback, clock } = options;
  let test: { readonly redirect: Redirect; readonly proof: string } | null = null;
  let state: RouteTest | null = null;
  let disarm = (): void => {};

  const end = (outcome: RouteTest | null): void => {
    test = null;
    disarm();
    loopback.stop();
    state = outcome;
    options.onChange();
  };

  const take = (callback: Callback): boolean => {
    if (test === null || callback.kind === 'refused') return false;
    const { redirect, proof } = test;
    if (!isSameState(callback.state, proof)) return false;
    if (!arrivalsOf(redirect).includes(callback.arrival)) return false;
    end({ kind: 'arrived', redirect });
    return true;
  };

  return {
    state: () => state,
    async start(redirect) {
      end({ kind: 'testing', redirect });
      const own = { redirect, proof: options.random(STATE_BYTES) };
      test = own;
      if (redirect.route === 'loopback') {
        const outcome = await loopback.listen(redirect, (address) => take(parseCallback(address)));
        if (outcome === 'taken') {
          end({ kind: 'portTaken', redirect, port: portOf(redirect) });
          return ok(null);
        }
      }
      disarm = clock.after(TEST_MS, () => end({ kind: 'nothingCame', redirect }));
      const address = new URL(redirect.uri);
      address.searchParams.set('state', own.proof);
      const isOpen = await options.openBrowser(address.href).catch(() => false);
      if (!isOpen && test === own) end(null);
      return isOpen ? ok(null) : fail({ kind: 'internal' });
    },
    take,
    dismiss: () => end(null),
  };
}
