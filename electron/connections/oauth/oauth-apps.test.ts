import { describe, expect, it } from 'vitest';
import { fail, ok, type PerchError } from '../../contract/errors.ts';
import {
  BROKEN,
  errorOf,
  fakeKeychain,
  ID,
  memoryStore,
  OTHER_ID,
  TEMPORARY,
} from '../fakes.test-support.ts';
import { noConnections } from '../stored-connections.ts';
import { createVault } from '../vault.ts';
import { type AppInput, createOAuthApps } from './oauth-apps.ts';
import { OWN_REDIRECTS } from './redirects.ts';

const SECRET = 'CANARY_client_secret';
const OURS = 'app.perch.desktop://oauth/callback';
const FULL: PerchError = { kind: 'storage', cause: 'full' };

const input = (change: Partial<AppInput> = {}): AppInput => ({
  clientId: 'SAMPLE_CLIENT',
  redirectUris: [OURS],
  exchange: { kind: 'secret', secret: SECRET },
  ...change,
});

const world = (prefix = 'v11') => {
  const keychain = fakeKeychain(prefix);
  const vault = createVault(keychain, 'linux');
  const store = memoryStore(noConnections);
  const ids = [ID, OTHER_ID];
  const start = () => createOAuthApps({ store, vault, newId: () => ids.shift() ?? '' });
  return { keychain, store, start, apps: start() };
};

const saved = async (prefix = 'v11') => {
  const all = world(prefix);
  expect((await all.apps.save(null, input())).ok).toBe(true);
  return all;
};

describe('saving an app', () => {
  it('shows everything but the secret, and writes the secret as ciphertext only', async () => {
    const { apps, store, keychain } = world();
    const app = {
      id: ID,
      clientId: 'SAMPLE_CLIENT',
      redirects: [OWN_REDIRECTS[0]],
      exchange: { kind: 'secret', place: 'linuxKeyring' },
    };
    expect(await apps.save(null, input({ clientId: ' SAMPLE_CLIENT\n' }))).toEqual(ok(app));
    expect(apps.all()).toEqual([app]);
    expect(JSON.stringify([apps.all(), store.read()])).not.toContain('CANARY');
    expect(keychain.asked).toEqual(['available', 'encrypt']);
  });

  it('is there at the next start, with the secret read from the vault once', async () => {
    const { start, apps, keychain } = await saved();
    keychain.asked.length = 0;
    const later = start();
    expect(later.all()).toEqual(apps.all());
    expect(keychain.asked).toEqual([]);
    expect(await later.exchangeOf(ID)).toEqual(ok({ kind: 'secret', secret: SECRET }));
    expect(await later.exchangeOf(ID)).toEqual(ok({ kind: 'secret', secret: SECRET }));
    expect(keychain.asked).toEqual(['available', 'decrypt']);
  });

  it('keeps the secret that is there where none is given', async () => {
    const { apps } = await saved();
    const changed = await apps.save(
      ID,
      input({ clientId: 'OTHER_CLIENT', exchange: { kind: 'unchanged' } }),
    );
    expect(changed.ok && changed.value.clientId).toBe('OTHER_CLIENT');
    expect(await apps.exchangeOf(ID)).toEqual(ok({ kind: 'secret', secret: SECRET }));
    expect(
      errorOf(await apps.save(null, input({ exchange: { kind: 'unchanged' } }))),
    ).toMatchObject({
      kind: 'invalid',
      field: 'secret',
    });
  });

  it('takes a team’s endpoint in the place of a secret', async () => {
    const { apps, keychain } = world();
    const endpoint = { kind: 'endpoint', address: 'https://perch.example/exchange' } as const;
    expect((await apps.save(null, input({ exchange: endpoint }))).ok).toBe(true);
    expect(await apps.exchangeOf(ID)).toEqual(ok(endpoint));
    expect(keychain.asked).toEqual([]);
  });

  it('keeps the order of the redirect URLs, each once, and completes a bridge to https', async () => {
    const { apps } = world();
    const loopback = OWN_REDIRECTS[1]?.uri ?? '';
    const uris = ['perch.example/back', loopback, OURS, loopback];
    const result = await apps.save(null, input({ redirectUris: uris }));
    expect(result.ok && result.value.redirects.map(({ uri }) => uri)).toEqual([
      'https://perch.example/back',
      loopback,
      OURS,
    ]);
  });

  it.each([
    ['clientId', { clientId: 'two words' }],
    ['clientId', { clientId: '  ' }],
    ['redirectUris', { redirectUris: ['http://perch.example/'] }],
    ['secret', { exchange: { kind: 'secret', secret: 'CANARY\u00e9' } }],
    ['endpoint', { exchange: { kind: 'endpoint', address: 'http://perch.example/' } }],
  ] as const)('refuses a wrong %s and writes nothing', async (field, change) => {
    const { apps, store } = world();
    const result = await apps.save(null, input(change));
    expect(errorOf(result)).toMatchObject({ kind: 'invalid', field });
    expect(JSON.stringify(result)).not.toContain('CANARY');
    expect(store.written).toEqual([]);
    expect(apps.all()).toEqual([]);
  });

  it('changes nothing where it cannot be written, the secret in memory included', async () => {
    const { apps, store } = await saved();
    store.refuse(FULL);
    const other = input({ clientId: 'B', exchange: { kind: 'secret', secret: 'CANARY_other' } });
    expect(errorOf(await apps.save(ID, other))).toEqual(FULL);
    expect(apps.find(ID)?.clientId).toBe('SAMPLE_CLIENT');
    expect(await apps.exchangeOf(ID)).toEqual(ok({ kind: 'secret', secret: SECRET }));
    expect(errorOf(await apps.save(OTHER_ID, input()))?.kind).toBe('notFound');
  });
});

describe('a secret that the system cannot keep', () => {
  it('is held for this run and not written', async () => {
    const { apps, store, start } = await saved('v10');
    expect(apps.find(ID)?.exchange).toEqual({ kind: 'secret', place: 'memory' });
    expect(await apps.exchangeOf(ID)).toEqual(ok({ kind: 'secret', secret: SECRET }));
    expect(store.read().oauthApps).toEqual([]);
    expect(start().all()).toEqual([]);
  });

  it('is written weakly where the person chose that', async () => {
    const { apps, start } = await saved('v10');
    expect(apps.keepWeakly()).toEqual(ok(null));
    expect(apps.find(ID)?.exchange).toEqual({ kind: 'secret', place: 'weak' });
    expect(await start().exchangeOf(ID)).toEqual(ok({ kind: 'secret', secret: SECRET }));
  });

  it.each([
    ['locked', TEMPORARY, { kind: 'keychainLocked' }],
    ['broken', BROKEN, { kind: 'storage', cause: 'corrupt' }],
  ] as const)(
    'cannot be used while the keychain is %s, and is not erased',
    async (_name, failure, error) => {
      const { start, store, keychain } = await saved();
      const before = store.read();
      keychain.decrypts = failure;
      const later = start();
      expect(await later.exchangeOf(ID)).toEqual(fail(error));
      expect(store.read()).toEqual(before);
      keychain.decrypts = 'well';
      expect((await later.exchangeOf(ID)).ok).toBe(true);
    },
  );

  it('is none of another app’s', async () => {
    const { apps, store, start } = await saved();
    await apps.save(null, input({ exchange: { kind: 'secret', secret: 'CANARY_other' } }));
    const [first, second] = store.read().oauthApps;
    if (first === undefined || second === undefined) throw new Error('Two apps are expected');
    store.write({ ...store.read(), oauthApps: [{ ...first, exchange: second.exchange }, second] });
    expect(await start().exchangeOf(ID)).toEqual(fail({ kind: 'storage', cause: 'corrupt' }));
  });

  it('is encrypted anew where the system’s key has changed', async () => {
    const { start, store, keychain } = await saved();
    const before = store.read().oauthApps;
    keychain.shouldReEncrypt = true;
    keychain.prefix = 'v12';
    expect((await start().exchangeOf(ID)).ok).toBe(true);
    expect(store.read().oauthApps).not.toEqual(before);
    keychain.shouldReEncrypt = false;
    expect((await start().exchangeOf(ID)).ok).toBe(true);
  });
});

describe('removing an app', () => {
  it('deletes it everywhere, old copies of the file included', async () => {
    const { apps, store } = await saved();
    expect(apps.remove(ID)).toEqual(ok(null));
    expect(apps.all()).toEqual([]);
    expect(store.read().oauthApps).toEqual([]);
    expect(store.forgotten()).toBe(1);
    expect(errorOf(await apps.exchangeOf(ID))?.kind).toBe('notFound');
    expect(errorOf(apps.remove(ID))?.kind).toBe('notFound');
  });

  it('leaves it where the file cannot be written', async () => {
    const { apps, store } = await saved();
    store.refuse(FULL);
    expect(apps.remove(ID)).toEqual(fail(FULL));
    expect(apps.all()).toHaveLength(1);
  });
});
