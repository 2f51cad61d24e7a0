import { describe, expect, it } from 'vitest';
import { CLICKUP, singleOrigin } from '../clickup/endpoint.ts';
import { fail, ok } from '../contract/errors.ts';
import { createConnectionList, type Secret } from './connection-list.ts';
import {
  BROKEN,
  connectionOf,
  fakeKeychain,
  gate,
  ID,
  memoryStore,
  OTHER_ID,
  recordOf,
  TEMPORARY,
} from './fakes.test-support.ts';
import { noConnections } from './stored-connections.ts';
import { createTokens, type SampleServer } from './tokens.ts';
import { createVault } from './vault.ts';

const LOCKED = fail({ kind: 'keychainLocked' });
const CORRUPT = fail({ kind: 'storage', cause: 'corrupt' });
const NONE = fail({ kind: 'unauthorized', said: null });
const authorization = {
  account: ID,
  endpoint: CLICKUP,
  token: recordOf().token,
  scheme: 'personal',
};
const sampleAuthorization = {
  account: ID,
  endpoint: singleOrigin('http://127.0.0.1:4010'),
  token: 'SAMPLE',
  scheme: 'personal' as const,
};

const world = (prefix = 'v11') => {
  const keychain = fakeKeychain(prefix);
  const vault = createVault(keychain, 'linux');
  const store = memoryStore(noConnections);
  const list = createConnectionList(store);
  const sample: SampleServer = {
    authorization: async () => ok(sampleAuthorization),
    stop: async () => {},
  };
  const start = () => createTokens({ list, vault, sample });
  return { keychain, vault, store, list, start };
};

/** A world in which a token was stored before this run began. */
const afterRestart = async (record = recordOf(), prefix = 'v11') => {
  const all = world(prefix);
  const sealed = await all.start().seal(record);
  const secret: Secret =
    sealed.kind === 'memory'
      ? { kind: 'stored', ciphertext: sealed.weakCiphertext ?? '', place: 'weak' }
      : sealed;
  all.list.put(connectionOf({ secret }));
  all.keychain.asked.length = 0;
  return { ...all, tokens: all.start(), secret };
};

describe('authorizationOf', () => {
  it('opens the vault once and remembers', async () => {
    const { tokens, keychain } = await afterRestart();
    expect(await tokens.authorizationOf(ID)).toEqual(ok(authorization));
    expect(await tokens.authorizationOf(ID)).toEqual(ok(authorization));
    expect(keychain.asked).toEqual(['available', 'decrypt']);
  });

  it('asks the keychain once for many at the same time', async () => {
    const { tokens, keychain } = await afterRestart();
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.authorizationOf(ID)));
    expect(all).toEqual(Array.from({ length: 20 }, () => ok(authorization)));
    expect(keychain.asked).toEqual(['available', 'decrypt']);
  });

  it('asks again after a failure', async () => {
    const { tokens, keychain, list, store, secret } = await afterRestart();
    keychain.decrypts = TEMPORARY;
    expect(await Promise.all([tokens.authorizationOf(ID), tokens.authorizationOf(ID)])).toEqual([
      LOCKED,
      LOCKED,
    ]);
    expect(list.find(ID)?.status).toEqual({ kind: 'locked' });
    expect(list.find(ID)?.secret).toEqual(secret);
    keychain.decrypts = 'well';
    expect(await tokens.authorizationOf(ID)).toEqual(ok(authorization));
    expect(list.find(ID)?.status).toEqual({ kind: 'ok' });
    expect(store.written).toHaveLength(1);
  });

  it('does not take a refused token for good because its keychain opens', async () => {
    const { tokens, list } = await afterRestart();
    list.note(ID, { status: { kind: 'needsReauth', reason: 'revoked' } });
    await tokens.authorizationOf(ID);
    expect(list.find(ID)?.status).toEqual({ kind: 'needsReauth', reason: 'revoked' });
  });

  it('says that a ciphertext cannot be read, and keeps it', async () => {
    const { tokens, keychain, list, secret } = await afterRestart();
    keychain.decrypts = BROKEN;
    expect(await tokens.authorizationOf(ID)).toEqual(CORRUPT);
    expect(list.find(ID)).toMatchObject({ status: { kind: 'unreadable' }, secret });
  });

  it('tells of a locked keychain even where the disk refuses', async () => {
    const { tokens, keychain, list, store } = await afterRestart();
    store.refuse({ kind: 'storage', cause: 'readOnly' });
    keychain.decrypts = BROKEN;
    expect(await tokens.authorizationOf(ID)).toEqual(CORRUPT);
    expect(list.find(ID)?.status).toEqual({ kind: 'unreadable' });
  });

  it('refuses a record that was sealed for another connection', async () => {
    const { tokens, list } = await afterRestart(recordOf({ connectionId: OTHER_ID }));
    expect(await tokens.authorizationOf(ID)).toEqual(CORRUPT);
    expect(await tokens.authorizationOf(OTHER_ID)).toEqual(NONE);
    expect(list.find(ID)?.status).toEqual({ kind: 'unreadable' });
  });

  it('gives the sealed endpoint, not the one of this run', async () => {
    const endpoint = singleOrigin('http://127.0.0.1:4999');
    const { tokens } = await afterRestart(recordOf({ endpoint, scheme: 'bearer' }));
    expect(await tokens.authorizationOf(ID)).toEqual(
      ok({ ...authorization, endpoint, scheme: 'bearer' }),
    );
  });

  it('gives the sample its own authorization and asks no keychain', async () => {
    const { list, start, keychain } = world();
    list.put(connectionOf({ kind: 'sample', secret: { kind: 'none' } }));
    expect(await start().authorizationOf(ID)).toEqual(ok(sampleAuthorization));
    expect(keychain.asked).toEqual([]);
  });

  it('has nothing for a connection that is not there or lost its memory', async () => {
    const { list, start } = world();
    const tokens = start();
    expect(await tokens.authorizationOf(ID)).toEqual(NONE);
    list.put(connectionOf({ secret: { kind: 'memory', weakCiphertext: null } }));
    expect(await tokens.authorizationOf(ID)).toEqual(NONE);
  });

  it('stores what was encrypted anew, under its new place', async () => {
    const { tokens, keychain, list, store } = await afterRestart(recordOf(), 'v10');
    keychain.prefix = 'v11';
    keychain.shouldReEncrypt = true;
    expect(await tokens.authorizationOf(ID)).toEqual(ok(authorization));
    expect(list.find(ID)?.secret).toMatchObject({ kind: 'stored', place: 'linuxKeyring' });
    expect(store.read().connections).toMatchObject([{ place: 'linuxKeyring' }]);
  });

  it('goes on with the old ciphertext where the new one cannot be stored', async () => {
    const { tokens, keychain, list, store, secret } = await afterRestart();
    keychain.shouldReEncrypt = true;
    store.refuse({ kind: 'storage', cause: 'full' });
    expect(await tokens.authorizationOf(ID)).toEqual(ok(authorization));
    expect(list.find(ID)?.secret).toEqual(secret);
  });
});

describe('while the keychain is being asked', () => {
  it('a token that was replaced stays replaced', async () => {
    const { tokens, keychain, list } = await afterRestart();
    const asking = gate();
    keychain.beforeDecrypting = asking.passed;
    const old = tokens.authorizationOf(ID);
    const replacement = recordOf({ token: 'pk_CANARY_REPLACED' });
    const secret = await tokens.seal(replacement);
    list.put(connectionOf({ secret }));
    tokens.hold(replacement);
    asking.open();
    expect(await old).toEqual(ok({ ...authorization, token: 'pk_CANARY_REPLACED' }));
    expect(await tokens.authorizationOf(ID)).toEqual(
      ok({ ...authorization, token: 'pk_CANARY_REPLACED' }),
    );
    expect(list.find(ID)?.secret).toEqual(secret);
  });

  it.each(['well', TEMPORARY, BROKEN] as const)(
    'a connection that was signed out stays away (keychain: %s)',
    async (decrypts) => {
      const { tokens, keychain, list } = await afterRestart();
      const asking = gate();
      keychain.beforeDecrypting = asking.passed;
      keychain.decrypts = decrypts;
      keychain.shouldReEncrypt = true;
      const late = tokens.authorizationOf(ID);
      list.remove(ID);
      tokens.forget(ID);
      asking.open();
      expect(await late).toEqual(NONE);
      expect(list.all()).toEqual([]);
      list.put(connectionOf({ secret: { kind: 'memory', weakCiphertext: null } }));
      expect(await tokens.authorizationOf(ID)).toEqual(NONE);
    },
  );

  it('what was found out meanwhile is kept', async () => {
    const { tokens, keychain, list } = await afterRestart();
    const asking = gate();
    keychain.beforeDecrypting = asking.passed;
    keychain.shouldReEncrypt = true;
    const late = tokens.authorizationOf(ID);
    list.note(ID, { verifiedAt: 42 });
    asking.open();
    await late;
    expect(list.find(ID)?.verifiedAt).toBe(42);
  });
});

describe('seal', () => {
  it('says where a token should lie', async () => {
    const { keychain, start } = world();
    const tokens = start();
    expect(await tokens.seal(recordOf())).toMatchObject({ kind: 'stored', place: 'linuxKeyring' });
    keychain.prefix = 'v10';
    expect(await tokens.seal(recordOf())).toEqual({
      kind: 'memory',
      weakCiphertext: expect.any(String),
    });
    keychain.available = false;
    expect(await tokens.seal(recordOf())).toEqual({ kind: 'memory', weakCiphertext: null });
  });

  it('holds nothing yet', async () => {
    const { list, start } = world();
    const tokens = start();
    await tokens.seal(recordOf());
    list.put(connectionOf({ secret: { kind: 'memory', weakCiphertext: null } }));
    expect(await tokens.authorizationOf(ID)).toEqual(NONE);
    tokens.hold(recordOf());
    expect(await tokens.authorizationOf(ID)).toEqual(ok(authorization));
    tokens.forget(ID);
    expect(await tokens.authorizationOf(ID)).toEqual(NONE);
  });
});
