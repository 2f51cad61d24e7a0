import { expect, states } from './support.ts';

const DOC = 'docs/api/safe-storage.md';
const TEXT = 'CANARY pässword';

states('safeStorage', 'cannot be used before ready', DOC, async ({ early }) => {
  const message = 'Error: safeStorage cannot be used before app is ready';
  expect(early).toMatchObject({
    isEncryptionAvailable: false,
    encryptString: message,
    decryptString: message,
    encryptStringAsync: message,
    getSelectedStorageBackend: 'unknown',
  });
});

states(
  'safeStorage.getSelectedStorageBackend',
  'is basic_text with --password-store=basic',
  `${DOC}#safestoragegetselectedstoragebackend-linux`,
  async ({ app }) => {
    const backend = await app.evaluate(({ safeStorage }) =>
      safeStorage.getSelectedStorageBackend(),
    );
    expect(backend).toBe('basic_text');
  },
);

states(
  'safeStorage.isEncryptionAvailable',
  'on Linux is false without a keyring, unless plain text is asked for',
  `${DOC}#safestoragesetuseplaintextencryptionuseplaintext`,
  async ({ app }) => {
    const available = await app.evaluate(({ safeStorage }) => {
      const before = safeStorage.isEncryptionAvailable();
      safeStorage.setUsePlainTextEncryption(true);
      return [before, safeStorage.isEncryptionAvailable()];
    });
    expect(available).toEqual([false, true]);
  },
);

states(
  'safeStorage.encryptString',
  'throws while encryption is not available',
  `${DOC}#safestorageencryptstringplaintext`,
  async ({ app }) => {
    const message = await app.evaluate(({ safeStorage }) => {
      try {
        return safeStorage.encryptString('x').toString();
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toContain('Encryption is not available.');
  },
);

states(
  'safeStorage.decryptString',
  'gives back what encryptString sealed',
  `${DOC}#safestoragedecryptstringencrypted`,
  async ({ app }) => {
    const [prefix, text] = await app.evaluate(({ safeStorage }, given) => {
      safeStorage.setUsePlainTextEncryption(true);
      const sealed = safeStorage.encryptString(given);
      return [sealed.subarray(0, 3).toString(), safeStorage.decryptString(sealed)];
    }, TEXT);
    expect([prefix, text]).toEqual(['v10', TEXT]);
  },
);

states(
  'safeStorage.decryptString',
  'throws for what was never sealed',
  `${DOC}#safestoragedecryptstringencrypted`,
  async ({ app }) => {
    const message = await app.evaluate(({ safeStorage }) => {
      safeStorage.setUsePlainTextEncryption(true);
      try {
        return safeStorage.decryptString(Buffer.from('plain'));
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toContain('Ciphertext does not appear to be encrypted.');
  },
);

states(
  'safeStorage.decryptStringAsync',
  'gives back what encryptStringAsync sealed',
  `${DOC}#safestoragedecryptstringasyncencrypted`,
  async ({ app }) => {
    const opened = await app.evaluate(
      async ({ safeStorage }, given) =>
        safeStorage.decryptStringAsync(await safeStorage.encryptStringAsync(given)),
      TEXT,
    );
    expect(opened).toEqual({ result: TEXT, shouldReEncrypt: false });
  },
);

states(
  'safeStorage.isAsyncEncryptionAvailable',
  'is true once the app is ready, with or without a keyring',
  `${DOC}#safestorageisasyncencryptionavailable`,
  async ({ app }) => {
    expect(await app.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable())).toBe(
      true,
    );
  },
);
