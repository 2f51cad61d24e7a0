import { assertNever, fail, ok, type Result } from '../../contract/errors.ts';
import type { OAuthApp, Redirect, SignIn, SignInFailure } from '../../contract/oauth.ts';
import type { Clock } from '../../clickup/clock.ts';
import type { Endpoint } from '../../clickup/endpoint.ts';
import type { Connect, GrantedToken } from '../connect.ts';
import {
  type Attempt,
  ATTEMPT_MS,
  authorizeAddress,
  isSameState,
  judge,
  STATE_BYTES,
} from './attempt.ts';
import type { AttemptKeeper } from './attempt-keeper.ts';
import { type Callback, parseCallback } from './callback.ts';
import type { ExchangeCode } from './exchange.ts';
import type { LoopbackReceiver } from './loopback-receiver.ts';
import type { OAuthApps } from './oauth-apps.ts';
import { nextRedirect, portOf } from './redirects.ts';

export interface SignInOptions {
  readonly apps: OAuthApps;
  readonly attempts: AttemptKeeper;
  readonly exchange: ExchangeCode;
  readonly loopback: LoopbackReceiver;
  readonly connect: Pick<Connect, 'identifyGranted' | 'isKnownOAuth' | 'withGranted'>;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  /** That many random bytes from a CSPRNG, as base64url. */
  readonly random: (bytes: number) => string;
  /** Opens the authorize page in the system's browser, never in a window of Perch (requirement O1). */
  readonly openBrowser: (address: string) => Promise<boolean>;
  readonly copy: (text: string) => void;
  /** Makes a connection that was signed in to the active one. */
  readonly activate: (connectionId: string) => void;
  readonly onChange: () => void;
}

/**
 * Milliseconds after which the time left is looked at again. One timer for all of it would go on
 * waiting after the computer has slept, since timers stand still meanwhile.
 */
const LOOK_MS = 5_000;

/** How many states that have had their answer are remembered. */
const ANSWERED_KEPT = 16;

export interface StartInput {
  readonly appId: string;
  /** The connection whose Workspaces are to change, or null for a new one. */
  readonly connectionId: string | null;
  /** One of the app's redirect URLs; its first where null. */
  readonly redirectUri: string | null;
}

/** Signing in through the browser: at most one attempt at a time, from any of its routes to a connection. */
export interface SignInFlow {
  /** What the renderer shows of it; null where nothing is under way. */
  state(): SignIn | null;
  /**
   * Ends the attempt that is pending and opens the browser for a new one. Gives `notFound` where
   * there is no such app or redirect URL; all else that can happen is told by `state`.
   */
  start(input: StartInput): Promise<Result<null>>;
  openAgain(): Promise<Result<null>>;
  /** Puts the authorize address on the clipboard: it goes to the person and not to the renderer. */
  copyAddress(): Result<null>;
  /** Takes a callback, however it came. */
  take(callback: Callback): Promise<void>;
  /** Ends the attempt, or closes what is told about the last one. Nothing that is stored changes. */
  cancel(): void;
  /** Stores the account that was shown, and makes it active. */
  confirm(): Promise<Result<null>>;
}

interface Granted {
  readonly token: GrantedToken;
  readonly appId: string;
}

export function createSignIn(options: SignInOptions): SignInFlow {
  const { apps, attempts, exchange, loopback, connect, clock } = options;
  let state: SignIn | null = null;
  let granted: Granted | null = null;
  let disarm = (): void => {};
  /** States that have had their answer: a second, identical one means nothing (requirement O8). */
  let answered: readonly string[] = [];
  /** The attempt that ran out of time last: its answer, when it comes, is told to be too late. */
  let expired: Attempt | null = null;
  /** Counts attempts and cancellations, so that what was started for an earlier one can tell. */
  let turn = 0;

  const show = (next: SignIn | null): void => {
    state = next;
    options.onChange();
  };

  /** Ends what is pending: no timer, no open port, nothing on disk. */
  const end = (): void => {
    turn += 1;
    disarm();
    disarm = () => {};
    loopback.stop();
    granted = null;
    attempts.drop();
  };

  const failWith = (attempt: Attempt | null, failure: SignInFailure): void => {
    end();
    const app = attempt === null ? null : apps.find(attempt.appId);
    show({
      kind: 'failed',
      failure,
      appId: app?.id ?? null,
      connectionId: attempt?.connectionId ?? null,
      next: attempt === null || app === null ? null : nextRedirect(app.redirects, attempt.redirect),
    });
  };

  const expire = (attempt: Attempt): void => {
    expired = attempt;
    failWith(attempt, { kind: 'expired' });
  };

  const watch = (attempt: Attempt): void => {
    const left = attempt.expiresAt - clock.now();
    if (left <= 0) return expire(attempt);
    disarm = clock.after(Math.min(left, LOOK_MS), () => watch(attempt));
  };

  const waitFor = (attempt: Attempt, app: OAuthApp, survivesRestart: boolean): void => {
    disarm();
    watch(attempt);
    show({
      kind: 'waiting',
      appId: attempt.appId,
      connectionId: attempt.connectionId,
      redirect: attempt.redirect,
      expiresAt: attempt.expiresAt,
      next: nextRedirect(app.redirects, attempt.redirect),
      survivesRestart,
      ignored: null,
    });
  };

  const redeem = async (attempt: Attempt, code: string): Promise<void> => {
    end();
    const own = turn;
    show({ kind: 'exchanging' });
    const how = await apps.exchangeOf(attempt.appId);
    const { state: proof, clientId, redirect, endpoint } = attempt;
    const exchanged = how.ok
      ? await exchange({
          code,
          state: proof,
          clientId,
          redirectUri: redirect.uri,
          endpoint,
          with: how.value,
        })
      : how;
    const token = exchanged.ok
      ? await connect.identifyGranted(exchanged.value, attempt.endpoint)
      : exchanged;
    // Cancelled, or begun anew, while ClickUp was being asked.
    if (own !== turn) return;
    if (!token.ok) return failWith(attempt, { kind: 'exchange', error: token.error });
    const { user, workspaces } = token.value.identity;
    granted = { token: token.value, appId: attempt.appId };
    if (connect.isKnownOAuth(user.id, attempt.connectionId)) return store(attempt);
    show({ kind: 'confirming', user, workspaces });
  };

  const store = async (attempt: Attempt | null): Promise<void> => {
    if (granted === null) return;
    const connected = await connect.withGranted(granted.token, granted.appId);
    if (!connected.ok) {
      return failWith(attempt, { kind: 'exchange', error: connected.error });
    }
    end();
    state = null;
    options.activate(connected.value.id);
    options.onChange();
  };

  const take = async (callback: Callback): Promise<void> => {
    const isAnswered = (proof: string) => answered.some((one) => isSameState(one, proof));
    if (callback.kind !== 'refused' && isAnswered(callback.state)) return;
    const attempt = await attempts.recall();
    if (attempt === null) {
      const isFree = state === null || state.kind === 'failed';
      const isLate =
        callback.kind !== 'refused' && isSameState(expired?.state ?? '', callback.state);
      if (isFree && isLate && expired !== null) expire(expired);
      else if (isFree) failWith(null, { kind: 'nothingPending' });
      return;
    }
    // Two identical answers may both have waited for the keychain.
    if (isAnswered(attempt.state)) return;
    const judgement = judge(attempt, callback, clock.now());
    if (judgement.kind === 'ignored') {
      if (state?.kind === 'waiting') show({ ...state, ignored: judgement.reason });
      return;
    }
    answered = [...answered, attempt.state].slice(-ANSWERED_KEPT);
    switch (judgement.kind) {
      case 'exchange':
        return redeem(attempt, judgement.code);
      case 'denied':
        return failWith(attempt, { kind: 'denied', description: judgement.description });
      case 'empty':
        return failWith(attempt, { kind: 'empty' });
      case 'expired':
        return expire(attempt);
      default:
        return assertNever(judgement);
    }
  };

  const open = async (attempt: Attempt): Promise<void> => {
    const own = turn;
    const isOpen = await options.openBrowser(authorizeAddress(attempt)).catch(() => false);
    if (!isOpen && own === turn) failWith(attempt, { kind: 'noBrowser' });
  };

  const pending = (): Result<Attempt> => {
    const attempt = attempts.present();
    return attempt === null ? fail({ kind: 'expired' }) : ok(attempt);
  };

  return {
    state: () => state,

    async start({ appId, connectionId, redirectUri }) {
      const app = apps.find(appId);
      const redirect = app?.redirects.find(
        ({ uri }, index) => uri === redirectUri || (redirectUri === null && index === 0),
      );
      if (app === null || redirect === undefined) return fail({ kind: 'notFound', said: null });
      end();
      const own = turn;
      const attempt: Attempt = {
        state: options.random(STATE_BYTES),
        redirect,
        appId,
        clientId: app.clientId,
        connectionId,
        endpoint: options.endpoint,
        expiresAt: clock.now() + ATTEMPT_MS,
      };
      const survivesRestart = await attempts.keep(attempt);
      if (own !== turn) return ok(null);
      if (redirect.route === 'loopback') {
        const outcome = await listen(redirect);
        if (own !== turn) return ok(null);
        if (outcome === 'taken') {
          failWith(attempt, { kind: 'portTaken', port: portOf(redirect) });
          return ok(null);
        }
      }
      waitFor(attempt, app, survivesRestart && redirect.route !== 'loopback');
      await open(attempt);
      return ok(null);
    },

    async openAgain() {
      const attempt = pending();
      if (!attempt.ok) return attempt;
      await open(attempt.value);
      return ok(null);
    },

    copyAddress() {
      const attempt = pending();
      if (!attempt.ok) return attempt;
      options.copy(authorizeAddress(attempt.value));
      return ok(null);
    },

    take,

    cancel() {
      end();
      show(null);
    },

    async confirm() {
      if (granted === null) return fail({ kind: 'expired' });
      await store(null);
      return ok(null);
    },
  };

  function listen(redirect: Redirect): Promise<'listening' | 'taken'> {
    return loopback.listen(redirect, (address) => {
      const callback = parseCallback(address);
      const attempt = attempts.present();
      if (attempt === null) return false;
      const isOurs = judge(attempt, callback, clock.now()).kind !== 'ignored';
      void take(callback);
      return isOurs;
    });
  }
}
