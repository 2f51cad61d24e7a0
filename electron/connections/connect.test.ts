import { describe, expect, it } from 'vitest';
import { bench } from '../clickup/fakes.test-support.ts';
import { CLICKUP, singleOrigin } from '../clickup/endpoint.ts';
import { fail, ok } from '../contract/errors.ts';
import { createConnect } from './connect.ts';
import { createConnectionList } from './connection-list.ts';
import {
  type Account,
  clickUpOf,
  errorOf,
  fakeKeychain,
  gate,
  ID,
  memoryStore,
  OTHER_ID,
  type Reaction,
} from './fakes.test-support.ts';
import { noConnections } from './stored-connections.ts';
import { createTokens, type SampleServer } from './tokens.ts';
import { createVault } from './vault.ts';

const ADA: Account = { userId: 183, teams: ['900', '901'] };
const BEN: Account = { userId: 7, teams: ['900'] };
const IDS = [ID, OTHER_ID, 'c0ffee00-1111-4222-8333-444455556666'];

const world = (accounts: Readonly<Record<string, Reaction>>) => {
  const network = bench(clickUpOf((token) => accounts[token]));
  const keychain = fakeKeychain();
  const store = memoryStore(noConnections);
  const list = createConnectionList(store);
  const sample: SampleServer = {
    authorization: async (account) =>
      ok({
        account,
        endpoint: singleOrigin('http://127.0.0.1:4010'),
        token: 'SAMPLE',
        scheme: 'personal',
      }),
    stop: async () => {},
  };
  const tokens = createTokens({ list, vault: createVault(keychain, 'linux'), sample });
  let ids = 0;
  const connect = createConnect({
    list,
    tokens,
    client: network.client,
    clock: network.clock,
    endpoint: CLICKUP,
    sample,
    newId: () => IDS[ids++] ?? '',
  });
  return { ...network, keychain, store, list, tokens, connect };
};

const tokenOf = async ({ tokens }: ReturnType<typeof world>, id: string) => {
  const authorization = await tokens.authorizationOf(id);
  return authorization.ok ? authorization.value.token : null;
};

describe('connecting with a personal token', () => {
  it('verifies, stores and answers without the token', async () => {
    const all = world({ pk_CANARY_A: ADA });
    const connected = await all.connect.withPersonalToken('  pk_CANARY_A\n');
    expect(connected).toMatchObject({
      ok: true,
      value: { id: ID, kind: 'personal', place: 'linuxKeyring', status: { kind: 'ok' } },
    });
    expect(JSON.stringify(connected)).not.toContain('CANARY');
    expect(JSON.stringify(all.store.read())).not.toContain('CANARY');
    expect(all.store.read().connections).toMatchObject([{ id: ID, verifiedAt: all.clock.now() }]);
    expect(await tokenOf(all, ID)).toBe('pk_CANARY_A');
  });

  it.each([
    '',
    '   ',
    'two words',
    'Bearer pk_CANARY',
    'pk_\u00E9',
    'pk_\r\nX-Evil: 1',
    'x'.repeat(513),
  ])('refuses %j before anything is asked', async (text) => {
    const all = world({});
    const refused = await all.connect.withPersonalToken(text);
    expect(errorOf(refused)).toMatchObject({ kind: 'invalid', field: 'token' });
    expect(all.sent).toEqual([]);
    expect(all.keychain.asked).toEqual([]);
  });

  it.each([
    ['a token nobody knows', undefined, 'unauthorized'],
    ['no network', new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    ['a server in trouble', { status: 503, body: 'no' }, 'server'],
    ['a rate limit', { status: 429, body: {} }, 'rateLimited'],
    ['an answer that is no user', { status: 200, body: {} }, 'badAnswer'],
  ])('stores nothing where there is %s', async (_name, reaction, kind) => {
    const all = world(reaction === undefined ? {} : { pk_CANARY_A: reaction });
    expect(errorOf(await all.connect.withPersonalToken('pk_CANARY_A'))?.kind).toBe(kind);
    expect(all.list.all()).toEqual([]);
    expect(all.keychain.asked).toEqual([]);
  });

  it('replaces the token of the same person in place', async () => {
    const all = world({ pk_CANARY_A: ADA, pk_CANARY_B: { ...ADA, teams: ['900'] } });
    await all.connect.withPersonalToken('pk_CANARY_A');
    all.list.note(ID, { status: { kind: 'needsReauth', reason: 'revoked' } });
    const again = await all.connect.withPersonalToken('pk_CANARY_B');
    expect(again).toMatchObject({ ok: true, value: { id: ID, status: { kind: 'ok' } } });
    expect(all.list.all()).toHaveLength(1);
    expect(all.list.find(ID)?.workspaces.map(({ id }) => id)).toEqual(['900']);
    expect(await tokenOf(all, ID)).toBe('pk_CANARY_B');
  });

  it('makes a new connection of another person', async () => {
    const all = world({ pk_CANARY_A: ADA, pk_CANARY_B: BEN });
    await all.connect.withPersonalToken('pk_CANARY_A');
    await all.connect.withPersonalToken('pk_CANARY_B');
    expect(all.list.all().map(({ id, user }) => [id, user.id])).toEqual([
      [ID, 183],
      [OTHER_ID, 7],
    ]);
    expect(await tokenOf(all, ID)).toBe('pk_CANARY_A');
    expect(await tokenOf(all, OTHER_ID)).toBe('pk_CANARY_B');
  });

  it('makes one connection where the person presses twice', async () => {
    const all = world({ pk_CANARY_A: ADA });
    const sealing = gate();
    all.keychain.beforeEncrypting = sealing.passed;
    const both = [
      all.connect.withPersonalToken('pk_CANARY_A'),
      all.connect.withPersonalToken('pk_CANARY_A'),
    ];
    await all.sentCount(2);
    await new Promise((resolve) => setImmediate(resolve));
    sealing.open();
    expect((await Promise.all(both)).every(({ ok: isOk }) => isOk)).toBe(true);
    expect(all.list.all()).toHaveLength(1);
  });

  it('goes on connecting after one that failed', async () => {
    const all = world({ pk_CANARY_B: BEN });
    const [first, second] = await Promise.all([
      all.connect.withPersonalToken('pk_CANARY_A'),
      all.connect.withPersonalToken('pk_CANARY_B'),
    ]);
    expect([first.ok, second.ok]).toEqual([false, true]);
  });

  it('keeps the former token where the new one cannot be stored', async () => {
    const all = world({ pk_CANARY_A: ADA, pk_CANARY_B: ADA });
    await all.connect.withPersonalToken('pk_CANARY_A');
    const before = all.list.all();
    all.store.refuse({ kind: 'storage', cause: 'full' });
    expect(await all.connect.withPersonalToken('pk_CANARY_B')).toEqual(
      fail({ kind: 'storage', cause: 'full' }),
    );
    expect(all.list.all()).toEqual(before);
    expect(await tokenOf(all, ID)).toBe('pk_CANARY_A');
  });

  it('keeps a former token that lies in memory only', async () => {
    const all = world({ pk_CANARY_A: ADA, pk_CANARY_B: ADA });
    all.keychain.available = false;
    await all.connect.withPersonalToken('pk_CANARY_A');
    expect(all.list.find(ID)?.secret.kind).toBe('memory');
    all.keychain.available = true;
    all.store.refuse({ kind: 'storage', cause: 'full' });
    await all.connect.withPersonalToken('pk_CANARY_B');
    expect(await tokenOf(all, ID)).toBe('pk_CANARY_A');
  });

  it('keeps a token in memory where nothing can encrypt it', async () => {
    const all = world({ pk_CANARY_A: ADA });
    all.keychain.available = false;
    const connected = await all.connect.withPersonalToken('pk_CANARY_A');
    expect(connected).toMatchObject({ ok: true, value: { place: 'memory' } });
    expect(all.store.read()).toEqual(noConnections);
    expect(await tokenOf(all, ID)).toBe('pk_CANARY_A');
  });
});

describe('connecting with a granted OAuth token', () => {
  const granted = async (all: ReturnType<typeof world>, token: string) => {
    const identified = await all.connect.identifyGranted(token, CLICKUP);
    if (!identified.ok) throw new Error('The token is not known');
    return identified.value;
  };

  it('asks whose it is as Bearer, and stores nothing yet', async () => {
    const all = world({ 'Bearer CANARY_A': ADA });
    const { identity } = await granted(all, 'CANARY_A');
    expect(identity.user.id).toBe(183);
    expect(all.store.written).toEqual([]);
    expect(await all.connect.identifyGranted('CANARY_X', CLICKUP)).toMatchObject({ ok: false });
  });

  it('makes a connection of its own beside the personal one of the same user', async () => {
    const all = world({ 'Bearer CANARY_A': ADA, pk_CANARY_A: ADA });
    await all.connect.withPersonalToken('pk_CANARY_A');
    expect(all.connect.isKnownOAuth(183, null)).toBe(false);
    const connected = await all.connect.withGranted(await granted(all, 'CANARY_A'), OTHER_ID);
    expect(connected).toMatchObject({
      ok: true,
      value: { id: OTHER_ID, kind: 'oauth', oauthAppId: OTHER_ID },
    });
    expect(all.list.all()).toHaveLength(2);
    expect(all.connect.isKnownOAuth(183, null)).toBe(true);
    expect(JSON.stringify(all.store.read())).not.toContain('CANARY');
    expect(await all.tokens.authorizationOf(OTHER_ID)).toMatchObject({
      value: { token: 'CANARY_A', scheme: 'bearer' },
    });
  });

  it('replaces the token and the Workspaces in place for the same user', async () => {
    const less: Account = { userId: 183, teams: ['901'] };
    const all = world({ 'Bearer CANARY_A': ADA, 'Bearer CANARY_B': less });
    await all.connect.withGranted(await granted(all, 'CANARY_A'), OTHER_ID);
    await all.connect.withGranted(await granted(all, 'CANARY_B'), OTHER_ID);
    const [connection, ...others] = all.list.all();
    expect(others).toEqual([]);
    expect(connection?.workspaces.map(({ id }) => id)).toEqual(['901']);
    expect(await tokenOf(all, ID)).toBe('CANARY_B');
    expect(all.connect.isKnownOAuth(183, ID)).toBe(true);
    expect(all.connect.isKnownOAuth(183, OTHER_ID)).toBe(false);
    expect(all.connect.isKnownOAuth(7, null)).toBe(false);
  });

  it('changes no connection where it cannot be stored', async () => {
    const all = world({ 'Bearer CANARY_A': ADA, 'Bearer CANARY_B': ADA });
    await all.connect.withGranted(await granted(all, 'CANARY_A'), OTHER_ID);
    all.store.refuse({ kind: 'storage', cause: 'full' });
    const failed = await all.connect.withGranted(await granted(all, 'CANARY_B'), OTHER_ID);
    expect(failed.ok).toBe(false);
    expect(await tokenOf(all, ID)).toBe('CANARY_A');
  });
});

describe('connecting to the sample', () => {
  it('makes one connection without a secret', async () => {
    const all = world({ SAMPLE: ADA });
    const connected = await all.connect.withSampleData();
    expect(connected).toMatchObject({ ok: true, value: { kind: 'sample', place: 'none' } });
    await all.connect.withSampleData();
    expect(all.list.all()).toHaveLength(1);
    expect(all.keychain.asked).toEqual([]);
    expect(all.sent.every(({ url }) => url.startsWith('http://127.0.0.1:4010/'))).toBe(true);
  });

  it('never mixes with a person of the same number', async () => {
    const all = world({ SAMPLE: ADA, pk_CANARY_A: ADA });
    await all.connect.withSampleData();
    await all.connect.withPersonalToken('pk_CANARY_A');
    expect(all.list.all().map(({ kind }) => kind)).toEqual(['sample', 'personal']);
  });
});
