import { describe, expect, test } from 'vitest';
import { createSafeStorage, type SafeStorageHost } from './safe-storage.ts';
import type { Secret } from './secret-service.ts';

const FOUND: Secret = { kind: 'found', secret: 'SAMPLE secret' };

/** A safeStorage whose keyring gives one answer after the other; the last one stays. */
function create(answers: readonly Secret[], host: Partial<SafeStorageHost> = {}) {
  let asked = 0;
  const ask = (): Secret => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? { kind: 'absent' };
    asked += 1;
    return answer;
  };
  const storage = createSafeStorage({
    isReady: () => true,
    passwordStore: () => '',
    desktop: () => '',
    findOrCreateSecret: async () => ask(),
    findOrCreateSecretSync: ask,
    ...host,
  });
  return { storage, asked: () => asked };
}

describe('safeStorage', () => {
  test('asks for the key once, even by calls at the same time', async () => {
    const { storage, asked } = create([FOUND]);
    await Promise.all([storage.encryptStringAsync('a'), storage.encryptStringAsync('b')]);
    await storage.encryptStringAsync('c');
    expect(asked()).toBe(1);
  });

  test('asks again after the keyring was locked or away', async () => {
    const { storage } = create([{ kind: 'locked' }, { kind: 'absent' }, FOUND]);
    const prefix = async (): Promise<string> =>
      (await storage.encryptStringAsync('x')).subarray(0, 3).toString();
    expect([await prefix(), await prefix(), await prefix()]).toEqual(['v10', 'v10', 'v11']);
  });

  test('tells a locked keyring from a lost key', async () => {
    const sealed = await create([FOUND]).storage.encryptStringAsync('x');
    await expect(create([{ kind: 'locked' }]).storage.decryptStringAsync(sealed)).rejects.toThrow(
      'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.',
    );
    await expect(create([{ kind: 'absent' }]).storage.decryptStringAsync(sealed)).rejects.toThrow(
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
    );
  });

  test('refuses to work before ready', async () => {
    const { storage } = create([FOUND], { isReady: () => false });
    const message = 'safeStorage cannot be used before app is ready';
    await expect(storage.encryptStringAsync('x')).rejects.toThrow(message);
    await expect(storage.decryptStringAsync(Buffer.alloc(0))).rejects.toThrow(message);
    expect(await storage.isAsyncEncryptionAvailable()).toBe(false);
    expect(storage.getSelectedStorageBackend()).toBe('unknown');
  });

  test.each([
    ['', 'ubuntu:GNOME', 'gnome_libsecret'],
    ['', 'i3', 'basic_text'],
    ['basic', 'GNOME', 'basic_text'],
    ['gnome-libsecret', '', 'gnome_libsecret'],
  ])('with --password-store=%s on %s it names %s', (passwordStore, desktop, backend) => {
    const { storage } = create([FOUND], {
      passwordStore: () => passwordStore,
      desktop: () => desktop,
    });
    expect(storage.getSelectedStorageBackend()).toBe(backend);
  });
});

describe('the synchronous calls', () => {
  const GNOME = { desktop: () => 'GNOME' };

  test('share the key with the asynchronous ones', async () => {
    const { storage } = create([FOUND], GNOME);
    const sealed = storage.encryptString('CANARY');
    expect(sealed.subarray(0, 3).toString()).toBe('v11');
    expect(await storage.decryptStringAsync(sealed)).toMatchObject({ result: 'CANARY' });
    expect(storage.decryptString(await storage.encryptStringAsync('x'))).toBe('x');
  });

  test('keep what came of the first look at the keyring', () => {
    const { storage, asked } = create([{ kind: 'locked' }, FOUND], GNOME);
    expect([storage.isEncryptionAvailable(), storage.isEncryptionAvailable()]).toEqual([
      false,
      false,
    ]);
    expect(asked()).toBe(1);
    expect(() => storage.encryptString('x')).toThrow('Encryption is not available.');
  });

  test('without a keyring’s desktop work only with the key that everybody knows', () => {
    const { storage, asked } = create([FOUND]);
    expect(storage.isEncryptionAvailable()).toBe(false);
    storage.setUsePlainTextEncryption(true);
    expect(storage.isEncryptionAvailable()).toBe(true);
    const sealed = storage.encryptString('CANARY');
    expect(sealed.subarray(0, 3).toString()).toBe('v10');
    expect(storage.decryptString(sealed)).toBe('CANARY');
    expect(asked()).toBe(0);
  });

  test.each([
    ['plain', 'Ciphertext does not appear to be encrypted.'],
    ['v11broken', 'Error while decrypting'],
    ['v10', 'Error while decrypting'],
  ])('refuse %j', (text, message) => {
    const { storage } = create([FOUND], GNOME);
    expect(() => storage.decryptString(Buffer.from(text))).toThrow(message);
  });

  test('give nothing for nothing', () => {
    const { storage } = create([FOUND], GNOME);
    expect(storage.encryptString('')).toHaveLength(0);
    expect(storage.decryptString(Buffer.alloc(0))).toBe('');
  });
});
