import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../any-text.test-support.ts';
import { fail, ok, type PerchError, type Result } from '../../contract/errors.ts';
import type { Redirect } from '../../contract/oauth.ts';
import { createFakeClock } from '../../clickup/fake-clock.test-support.ts';
import { CLICKUP } from '../../clickup/endpoint.ts';
import type { Connect, GrantedToken } from '../connect.ts';
import {
  ada,
  connectionOf,
  fakeKeychain,
  gate,
  ID,
  memoryStore,
  northwind,
  OTHER_ID,
} from '../fakes.test-support.ts';
import { toPublic } from '../connection-list.ts';
import { noConnections } from '../stored-connections.ts';
import { createVault } from '../vault.ts';
import { ATTEMPT_MS } from './attempt.ts';
import { createAttemptKeeper } from './attempt-keeper.ts';
import { parseCallback } from './callback.ts';
import type { ExchangeRequest } from './exchange.ts';
import { HOSTILE_CALLBACKS } from './hostile-callbacks.test-support.ts';
import { createOAuthApps } from './oauth-apps.ts';
import { OWN_REDIRECTS } from './redirects.ts';
import { createSignIn } from './sign-in.ts';

const OURS = 'app.perch.desktop://oauth/callback';
const LOOPBACK = OWN_REDIRECTS[1]?.uri ?? '';
const connected = toPublic(connectionOf({ id: OTHER_ID, kind: 'oauth' }));

/** Everything around a sign-in, over one disk, so that a second run can be started on it. */
const world = async (prefix = 'v11') => {
  const timers = createFakeClock();
  let sleptMs = 0;
  const clock = {
    ...timers,
    now: () => timers.now() + sleptMs,
    /** The time goes on, and timers do not. */
    sleep: (ms: number) => void (sleptMs += ms),
  };
  const keychain = fakeKeychain(prefix);
  const vault = createVault(keychain, 'linux');
  const store = memoryStore(noConnections);
  const seen = {
    opened: [] as string[],
    copied: [] as string[],
    exchanged: [] as ExchangeRequest[],
    stored: [] as GrantedToken[],
    active: [] as string[],
    listening: [] as string[],
  };
  const answers = {
    browser: true,
    token: ok('CANARY_access_token') as Result<string>,
    identity: null as PerchError | null,
    store: ok(connected) as Result<typeof connected>,
    isKnown: false,
    port: 'listening' as 'listening' | 'taken',
    beforeExchange: Promise.resolve() as Promise<unknown>,
  };
  let answerOnPort: (address: string) => boolean = () => false;
  let randoms = 0;

  const start = () => {
    const connect: Pick<Connect, 'identifyGranted' | 'isKnownOAuth' | 'withGranted'> = {
      identifyGranted: async (token, endpoint) =>
        answers.identity === null
          ? ok({ token, endpoint, identity: { user: ada, workspaces: [northwind] } })
          : fail(answers.identity),
      isKnownOAuth: () => answers.isKnown,
      withGranted: async (granted) => {
        seen.stored.push(granted);
        return answers.store;
      },
    };
    return createSignIn({
      apps: createOAuthApps({ store, vault, newId: () => ID }),
      attempts: createAttemptKeeper({ store, vault, now: clock.now }),
      exchange: async (request) => {
        seen.exchanged.push(request);
        await answers.beforeExchange;
        return answers.token;
      },
      loopback: {
        async listen(redirect: Redirect, onAnswer) {
          if (answers.port === 'listening') seen.listening.push(redirect.uri);
          answerOnPort = onAnswer;
          return answers.port;
        },
        stop: () => seen.listening.splice(0),
      },
      connect,
      endpoint: CLICKUP,
      clock,
      random: (bytes) => `SAMPLE_random_${bytes}_${(randoms += 1)}`,
      openBrowser: async (address) => {
        seen.opened.push(address);
        return answers.browser;
      },
      copy: (text) => seen.copied.push(text),
      activate: (id) => seen.active.push(id),
      onChange: () => {},
    });
  };
  const apps = createOAuthApps({ store, vault, newId: () => ID });
  await apps.save(null, {
    clientId: 'SAMPLE_CLIENT',
    redirectUris: [OURS, LOOPBACK],
    exchange: { kind: 'secret', secret: 'CANARY_secret' },
  });
  if (prefix === 'v10') apps.keepWeakly();
  keychain.asked.length = 0;
  return {
    clock,
    keychain,
    store,
    seen,
    answers,
    start,
    answerOnPort: (a: string) => answerOnPort(a),
  };
};

const stateIn = (address: string | undefined): string =>
  new URL(address ?? 'about:blank').searchParams.get('state') ?? '';

/** A sign-in that waits for its answer. */
const waiting = async (redirectUri: string | null = null, prefix = 'v11') => {
  const all = await world(prefix);
  const signIn = all.start();
  expect(await signIn.start({ appId: ID, connectionId: null, redirectUri })).toEqual(ok(null));
  const proof = stateIn(all.seen.opened.at(-1));
  return { ...all, signIn, proof, good: `${redirectUri ?? OURS}?state=${proof}&code=CANARY_code` };
};

const take = (
  signIn: { take(c: ReturnType<typeof parseCallback>): Promise<void> },
  address: string,
) => signIn.take(parseCallback(address));

describe('starting', () => {
  it('opens the browser at ClickUp with 256 random bits and waits ten minutes', async () => {
    const { signIn, seen, clock, proof } = await waiting();
    expect(proof).toBe('SAMPLE_random_32_1');
    expect(seen.opened).toHaveLength(1);
    expect(seen.opened[0]).toMatch(/^https:\/\/app\.clickup\.com\/api\?/u);
    expect(signIn.state()).toEqual({
      kind: 'waiting',
      appId: ID,
      connectionId: null,
      redirect: { route: 'protocol', uri: OURS },
      expiresAt: clock.now() + ATTEMPT_MS,
      next: { route: 'loopback', uri: LOOPBACK },
      survivesRestart: true,
      ignored: null,
    });
    expect(JSON.stringify(signIn.state())).not.toContain(proof);
  });

  it('keeps the attempt encrypted, and only where the system can truly encrypt', async () => {
    const kept = await waiting();
    expect(kept.store.read().attempt?.ciphertext).toMatch(/^djEx/u);
    expect(JSON.stringify(kept.store.read())).not.toContain(kept.proof);
    const weak = await waiting(null, 'v10');
    expect(weak.store.read().attempt).toBeNull();
    expect(weak.signIn.state()).toMatchObject({ kind: 'waiting', survivesRestart: false });
  });

  it('uses a new state for every attempt and gives the earlier one up', async () => {
    const { signIn, seen, good } = await waiting();
    await signIn.start({ appId: ID, connectionId: null, redirectUri: OURS });
    expect(stateIn(seen.opened[1])).not.toBe(stateIn(seen.opened[0]));
    await take(signIn, good);
    expect(seen.exchanged).toEqual([]);
    expect(signIn.state()).toMatchObject({ kind: 'waiting', ignored: 'otherState' });
  });

  it('listens on the loopback port while it waits, and not longer', async () => {
    const { signIn, seen } = await waiting(LOOPBACK);
    expect(seen.listening).toEqual([LOOPBACK]);
    expect(signIn.state()).toMatchObject({ next: null, survivesRestart: false });
    signIn.cancel();
    expect(seen.listening).toEqual([]);
  });

  it('says which port another program holds, without opening the browser', async () => {
    const all = await world();
    all.answers.port = 'taken';
    const signIn = all.start();
    await signIn.start({ appId: ID, connectionId: null, redirectUri: LOOPBACK });
    expect(all.seen.opened).toEqual([]);
    expect(signIn.state()).toMatchObject({
      kind: 'failed',
      failure: { kind: 'portTaken', port: 17291 },
    });
  });

  it('fails where there is no such app, no such redirect URL or no browser', async () => {
    const all = await world();
    const signIn = all.start();
    const notFound = fail({ kind: 'notFound', said: null });
    expect(await signIn.start({ appId: OTHER_ID, connectionId: null, redirectUri: null })).toEqual(
      notFound,
    );
    expect(
      await signIn.start({ appId: ID, connectionId: null, redirectUri: 'https://evil.example/' }),
    ).toEqual(notFound);
    all.answers.browser = false;
    await signIn.start({ appId: ID, connectionId: null, redirectUri: null });
    expect(signIn.state()).toMatchObject({ kind: 'failed', failure: { kind: 'noBrowser' } });
    expect(all.store.read().attempt).toBeNull();
  });

  it('opens and copies the same address again', async () => {
    const { signIn, seen } = await waiting();
    expect(await signIn.openAgain()).toEqual(ok(null));
    expect(signIn.copyAddress()).toEqual(ok(null));
    expect(new Set([...seen.opened, ...seen.copied]).size).toBe(1);
    signIn.cancel();
    expect(await signIn.openAgain()).toEqual(fail({ kind: 'expired' }));
    expect(signIn.copyAddress()).toEqual(fail({ kind: 'expired' }));
    expect(signIn.state()).toBeNull();
  });
});

describe('an answer', () => {
  it('is exchanged with the attempt’s own details, and shows whose account it is before anything is stored', async () => {
    const { signIn, seen, good, proof, store } = await waiting();
    await take(signIn, good);
    expect(seen.exchanged).toEqual([
      {
        code: 'CANARY_code',
        state: proof,
        clientId: 'SAMPLE_CLIENT',
        redirectUri: OURS,
        endpoint: CLICKUP,
        with: { kind: 'secret', secret: 'CANARY_secret' },
      },
    ]);
    expect(signIn.state()).toEqual({ kind: 'confirming', user: ada, workspaces: [northwind] });
    expect(seen.stored).toEqual([]);
    expect(store.read().attempt).toBeNull();
    expect(await signIn.confirm()).toEqual(ok(null));
    expect(seen.stored).toHaveLength(1);
    expect(seen.active).toEqual([OTHER_ID]);
    expect(signIn.state()).toBeNull();
    expect(await signIn.confirm()).toEqual(fail({ kind: 'expired' }));
  });

  it('of somebody who is connected already is stored without a question', async () => {
    const { signIn, seen, good, answers } = await waiting();
    answers.isKnown = true;
    await take(signIn, good);
    expect(seen.active).toEqual([OTHER_ID]);
    expect(signIn.state()).toBeNull();
  });

  it('is dropped, token and all, where the person says no', async () => {
    const { signIn, seen, good } = await waiting();
    await take(signIn, good);
    signIn.cancel();
    expect(await signIn.confirm()).toEqual(fail({ kind: 'expired' }));
    expect(seen.stored).toEqual([]);
    expect(signIn.state()).toBeNull();
  });

  it('that comes twice is exchanged once, even at the same moment', async () => {
    const { signIn, seen, good, answers } = await waiting();
    const { passed, open } = gate();
    answers.beforeExchange = passed;
    const both = Promise.all([take(signIn, good), take(signIn, good)]);
    open();
    await both;
    await take(signIn, good);
    expect(seen.exchanged).toHaveLength(1);
    expect(signIn.state()?.kind).toBe('confirming');
  });

  it('that comes while its exchange was cancelled changes nothing', async () => {
    const { signIn, seen, good, answers } = await waiting();
    const { passed, open } = gate();
    answers.beforeExchange = passed;
    const taken = take(signIn, good);
    await Promise.resolve();
    signIn.cancel();
    open();
    await taken;
    expect(signIn.state()).toBeNull();
    expect(seen.stored).toEqual([]);
  });

  it('at the loopback port is ours only with the state', async () => {
    const { signIn, seen, good, answerOnPort } = await waiting(LOOPBACK);
    expect(answerOnPort(`${LOOPBACK}?state=wrong&code=a`)).toBe(false);
    expect(seen.exchanged).toEqual([]);
    expect(answerOnPort(good)).toBe(true);
    await expect.poll(() => signIn.state()?.kind).toBe('confirming');
  });

  it('that says no ends the attempt with ClickUp’s words', async () => {
    const { signIn, seen, proof } = await waiting();
    await take(signIn, `${OURS}?state=${proof}&error=access_denied&error_description=Not+today`);
    expect(signIn.state()).toEqual({
      kind: 'failed',
      failure: { kind: 'denied', description: 'Not today' },
      appId: ID,
      connectionId: null,
      next: { route: 'loopback', uri: LOOPBACK },
    });
    expect(seen.exchanged).toEqual([]);
  });

  it('with neither code nor error ends it too', async () => {
    const { signIn, proof } = await waiting();
    await take(signIn, `${OURS}?state=${proof}`);
    expect(signIn.state()).toMatchObject({ kind: 'failed', failure: { kind: 'empty' } });
  });

  it('after ten minutes finds the attempt over', async () => {
    const { signIn, seen, good, clock, store } = await waiting();
    clock.advance(ATTEMPT_MS - 1);
    expect(signIn.state()?.kind).toBe('waiting');
    clock.advance(1);
    const over = { kind: 'failed', failure: { kind: 'expired' }, appId: ID };
    expect(signIn.state()).toMatchObject(over);
    expect(store.read().attempt).toBeNull();
    await take(signIn, good);
    expect(signIn.state()).toMatchObject(over);
    signIn.cancel();
    await take(signIn, good);
    expect(signIn.state()).toMatchObject(over);
    expect(seen.exchanged).toEqual([]);
    await take(signIn, `${OURS}?state=another&code=CANARY_code`);
    expect(signIn.state()).toMatchObject({ kind: 'failed', failure: { kind: 'nothingPending' } });
  });

  it('runs out of time though the computer has slept, when timers stand still', async () => {
    const { signIn, seen, good, clock } = await waiting();
    clock.sleep(ATTEMPT_MS);
    expect(signIn.state()?.kind).toBe('waiting');
    clock.advance(5_000);
    expect(signIn.state()).toMatchObject({ kind: 'failed', failure: { kind: 'expired' } });
    await take(signIn, good);
    expect(seen.exchanged).toEqual([]);
  });

  it.each([
    [{ kind: 'offline' }],
    [{ kind: 'server', status: 502, said: null }],
    [
      {
        kind: 'invalid',
        field: 'code',
        reason: '',
        said: { sentence: 'Code already used', ecode: 'OAUTH_014' },
      },
    ],
    [{ kind: 'badAnswer', status: 200, contentType: 'text/html', said: null }],
  ] satisfies [PerchError][])(
    'whose exchange fails with $kind says so and stores nothing',
    async (error) => {
      const { signIn, seen, good, answers } = await waiting();
      answers.token = fail(error);
      await take(signIn, good);
      expect(signIn.state()).toMatchObject({
        kind: 'failed',
        failure: { kind: 'exchange', error },
      });
      expect(seen.stored).toEqual([]);
    },
  );

  it('whose account cannot be read, or not be stored, says so', async () => {
    const offline: PerchError = { kind: 'offline' };
    const unread = await waiting();
    unread.answers.identity = offline;
    await take(unread.signIn, unread.good);
    expect(unread.signIn.state()).toMatchObject({ failure: { kind: 'exchange', error: offline } });
    const full: PerchError = { kind: 'storage', cause: 'full' };
    const unstored = await waiting();
    unstored.answers.store = fail(full);
    await take(unstored.signIn, unstored.good);
    await unstored.signIn.confirm();
    expect(unstored.signIn.state()).toMatchObject({ failure: { kind: 'exchange', error: full } });
    expect(unstored.seen.active).toEqual([]);
  });
});

describe('answers that prove nothing', () => {
  it('cause no network call and leave the attempt as it was, hostile ones included', async () => {
    const { signIn, seen, good, store } = await waiting();
    const before = store.read().attempt;
    for (const address of HOSTILE_CALLBACKS) await take(signIn, address);
    expect(seen.exchanged).toEqual([]);
    expect(store.read().attempt).toEqual(before);
    expect(signIn.state()?.kind).toBe('waiting');
    await take(signIn, good);
    expect(signIn.state()?.kind).toBe('confirming');
  });

  it('of ten thousand made-up addresses none throws, calls the network or costs the attempt', async () => {
    const { signIn, seen, good, store } = await waiting();
    const before = store.read().attempt;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyText(),
          anyText().map((text) => `${OURS}?${text}`),
        ),
        (text) => take(signIn, text),
      ),
      { numRuns: 10_000 },
    );
    expect(seen.exchanged).toEqual([]);
    expect(store.read().attempt).toEqual(before);
    await take(signIn, good);
    expect(signIn.state()?.kind).toBe('confirming');
  });

  it('are told', async () => {
    const { signIn } = await waiting();
    await take(signIn, 'SAMPLE_code');
    expect(signIn.state()).toMatchObject({ kind: 'waiting', ignored: 'bareCode' });
  });

  it('for which nothing waits are told where nothing else is, and close nothing', async () => {
    const all = await world();
    const signIn = all.start();
    await take(signIn, `${OURS}?state=a&code=b`);
    expect(signIn.state()).toMatchObject({ kind: 'failed', failure: { kind: 'nothingPending' } });
    const confirming = await waiting();
    await take(confirming.signIn, confirming.good);
    await take(confirming.signIn, `${OURS}?state=a&code=b`);
    expect(confirming.signIn.state()?.kind).toBe('confirming');
  });
});

describe('after a restart', () => {
  it('the answer still counts: the attempt is read back from the vault', async () => {
    const { start, good, seen, keychain } = await waiting();
    keychain.asked.length = 0;
    const later = start();
    expect(later.state()).toBeNull();
    expect(keychain.asked).toEqual([]);
    await take(later, good);
    expect(seen.exchanged).toHaveLength(1);
    expect(later.state()?.kind).toBe('confirming');
  });

  it('an answer after its ten minutes does not, and the keychain is not asked', async () => {
    const { start, good, seen, keychain, clock, store } = await waiting();
    keychain.asked.length = 0;
    clock.advance(ATTEMPT_MS);
    const later = start();
    await take(later, good);
    expect(seen.exchanged).toEqual([]);
    expect(keychain.asked).toEqual([]);
    expect(store.read().attempt).toBeNull();
  });

  it('a wrong answer does not use it up', async () => {
    const { start, good, seen } = await waiting();
    const later = start();
    await take(later, `${OURS}?state=wrong&code=a`);
    expect(seen.exchanged).toEqual([]);
    await take(later, good);
    expect(seen.exchanged).toHaveLength(1);
  });
});
