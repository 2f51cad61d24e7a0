import { describe, expect, it } from 'vitest';
import { BROKEN, fakeKeychain, recordOf, TEMPORARY } from './fakes.test-support.ts';
import { createVault } from './vault.ts';

const record = recordOf();
const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

const vaultOn = (platform: NodeJS.Platform, prefix: string) => {
  const keychain = fakeKeychain(prefix);
  return { keychain, vault: createVault(keychain, platform) };
};

/** A vault with a keyring and a ciphertext it has made. */
const sealedOnLinux = async () => {
  const world = vaultOn('linux', 'v11');
  const sealing = await world.vault.seal(record);
  if (sealing.kind !== 'sealed') throw new Error('Expected a sealed record');
  return { ...world, ciphertext: sealing.ciphertext };
};

describe('a new vault', () => {
  it('asks the keychain nothing', () => {
    const { keychain, vault } = vaultOn('darwin', 'v10');
    expect(vault.state).toEqual({ kind: 'untouched' });
    expect(keychain.asked).toEqual([]);
  });
});

describe('sealing', () => {
  it.each([
    ['linux', 'v11', 'linuxKeyring'],
    ['darwin', 'v10', 'macKeychain'],
    ['darwin', 'v11', 'macKeychain'],
    ['win32', 'v10', 'windowsDpapi'],
  ] as const)('keeps a token on %s with %s in %s', async (platform, prefix, place) => {
    const { vault } = vaultOn(platform, prefix);
    const sealing = await vault.seal(record);
    expect(sealing).toEqual({ kind: 'sealed', place, ciphertext: expect.any(String) });
    expect(JSON.stringify(sealing)).not.toContain(record.token);
    expect(vault.state).toEqual({ kind: 'ready', place });
  });

  it('calls v10 on Linux insecure, whatever the availability says', async () => {
    const { keychain, vault } = vaultOn('linux', 'v10');
    keychain.backend = 'basic_text';
    expect(await vault.seal(record)).toEqual({ kind: 'insecure', ciphertext: expect.any(String) });
    expect(vault.state).toEqual({ kind: 'insecure', backend: 'basic_text' });
  });

  it('copes with a system that names no backend', async () => {
    const { getSelectedStorageBackend: _none, ...keychain } = fakeKeychain('v10');
    const vault = createVault(keychain, 'linux');
    await vault.seal(record);
    expect(vault.state).toEqual({ kind: 'insecure', backend: 'unknown' });
  });

  it('is unavailable where encryption is not available, rejects or gives nothing', async () => {
    const { keychain, vault } = vaultOn('linux', 'v11');
    keychain.available = false;
    expect(await vault.seal(record)).toEqual({ kind: 'unavailable' });
    expect(vault.state).toEqual({ kind: 'unavailable' });
    keychain.available = true;
    expect((await vault.seal(record)).kind).toBe('sealed');
    keychain.encrypts = new Error('safeStorage.encryptStringAsync is temporarily unavailable.');
    expect(await vault.seal(record)).toEqual({ kind: 'unavailable' });
    keychain.encrypts = 'empty';
    expect(await vault.seal(record)).toEqual({ kind: 'unavailable' });
    keychain.encrypts = 'well';
    expect((await vault.seal(record)).kind).toBe('sealed');
    expect(vault.state).toEqual({ kind: 'ready', place: 'linuxKeyring' });
  });
});

describe('opening', () => {
  it('gives back what was sealed', async () => {
    const { vault, ciphertext } = await sealedOnLinux();
    expect(await vault.open(ciphertext)).toEqual({
      kind: 'record',
      record,
      place: 'linuxKeyring',
      replacement: null,
    });
    expect(vault.state).toEqual({ kind: 'ready', place: 'linuxKeyring' });
  });

  it.each([
    ['linux', 'weak', 'insecure'],
    ['darwin', 'macKeychain', 'ready'],
    ['win32', 'windowsDpapi', 'ready'],
  ] as const)('finds a v10 ciphertext on %s in %s', async (platform, place, state) => {
    const { vault } = vaultOn(platform, 'v10');
    const sealing = await vault.seal(record);
    const ciphertext = 'ciphertext' in sealing ? sealing.ciphertext : '';
    expect(await vault.open(ciphertext)).toMatchObject({ kind: 'record', place });
    expect(vault.state.kind).toBe(state);
  });

  it('is locked while the key cannot be had, and fine afterwards', async () => {
    const { keychain, vault, ciphertext } = await sealedOnLinux();
    keychain.decrypts = TEMPORARY;
    expect(await vault.open(ciphertext)).toEqual({ kind: 'locked' });
    expect(vault.state).toEqual({ kind: 'locked' });
    keychain.decrypts = 'well';
    keychain.available = false;
    expect(await vault.open(ciphertext)).toEqual({ kind: 'locked' });
    keychain.available = true;
    expect((await vault.open(ciphertext)).kind).toBe('record');
    expect(vault.state).toEqual({ kind: 'ready', place: 'linuxKeyring' });
  });

  it('cannot read what the keychain refuses for good', async () => {
    const { keychain, vault, ciphertext } = await sealedOnLinux();
    keychain.decrypts = BROKEN;
    expect(await vault.open(ciphertext)).toEqual({ kind: 'unreadable' });
    expect(vault.state).toEqual({ kind: 'unreadable' });
  });

  it.each(['', '=', '!!!!'])('takes %j as damaged without asking the keychain', async (text) => {
    const { keychain, vault } = vaultOn('linux', 'v11');
    expect(await vault.open(text)).toEqual({ kind: 'unreadable' });
    expect(keychain.asked).toEqual([]);
  });

  it.each(['v11', 'v11nothex', `v11${Buffer.from('{}').toString('hex')}`, 'garbage'])(
    'cannot read a record in %j',
    async (text) => {
      const { vault } = vaultOn('linux', 'v11');
      expect(await vault.open(base64(text))).toEqual({ kind: 'unreadable' });
    },
  );
});

describe('opening with a key that has changed', () => {
  it('gives a replacement under the new key', async () => {
    const { keychain, vault, ciphertext } = await sealedOnLinux();
    keychain.shouldReEncrypt = true;
    const opening = await vault.open(ciphertext);
    expect(opening).toEqual({
      kind: 'record',
      record,
      place: 'linuxKeyring',
      replacement: expect.any(String),
    });
    expect(vault.state).toEqual({ kind: 'ready', place: 'linuxKeyring' });
  });

  it('moves a weak ciphertext into the keyring that has come', async () => {
    const { keychain, vault } = vaultOn('linux', 'v10');
    const sealing = await vault.seal(record);
    keychain.prefix = 'v11';
    keychain.shouldReEncrypt = true;
    const opening = await vault.open('ciphertext' in sealing ? sealing.ciphertext : '');
    expect(opening).toMatchObject({ place: 'linuxKeyring', replacement: expect.any(String) });
    expect(vault.state).toEqual({ kind: 'ready', place: 'linuxKeyring' });
  });

  it('keeps the old ciphertext rather than a weak one', async () => {
    const { keychain, vault, ciphertext } = await sealedOnLinux();
    keychain.shouldReEncrypt = true;
    keychain.prefix = 'v10';
    expect(await vault.open(ciphertext)).toMatchObject({
      place: 'linuxKeyring',
      replacement: null,
    });
    expect(vault.state).toEqual({ kind: 'ready', place: 'linuxKeyring' });
  });

  it.each(['empty', new Error('no key')] as const)(
    'keeps the old ciphertext where encrypting fails (%s)',
    async (encrypts) => {
      const { keychain, vault, ciphertext } = await sealedOnLinux();
      keychain.shouldReEncrypt = true;
      keychain.encrypts = encrypts;
      expect(await vault.open(ciphertext)).toMatchObject({ kind: 'record', replacement: null });
    },
  );
});
