import type { SafeStorage } from 'electron';
import { decrypt, deriveKey, encrypt, HARD_CODED_KEY, versionOf } from './cipher.ts';
import type { Secret } from './secret-service.ts';

export interface SyncSafeStorageHost {
  readonly isReady: () => boolean;
  readonly backend: () => ReturnType<SafeStorage['getSelectedStorageBackend']>;
  readonly findOrCreateSecretSync: () => Secret;
}

/**
 * The synchronous calls of `safeStorage` on Linux. They look for a keyring only where one is the
 * selected backend, once a process: what came of it, a failure too, holds until the app ends
 * (Chromium's `os_crypt_linux.cc`). Unlike the others they are not available without a keyring,
 * unless the app asks for the key that everybody knows.
 */
export function createSyncSafeStorage(host: SyncSafeStorageHost) {
  let outcome: { readonly key: Buffer | undefined } | undefined;
  let usesPlainText = false;

  const keyringKey = (): Buffer | undefined => {
    if (host.backend() === 'basic_text') return undefined;
    if (outcome === undefined) {
      const secret = host.findOrCreateSecretSync();
      outcome = { key: secret.kind === 'found' ? deriveKey(secret.secret) : undefined };
    }
    return outcome.key;
  };
  const isEncryptionAvailable = (): boolean =>
    host.isReady() &&
    (keyringKey() !== undefined || (usesPlainText && host.backend() === 'basic_text'));
  const available = (what: string): void => {
    if (isEncryptionAvailable()) return;
    throw new Error(host.isReady() ? what : 'safeStorage cannot be used before app is ready');
  };

  return {
    isEncryptionAvailable,
    setUsePlainTextEncryption: (usePlainText) => {
      usesPlainText = usePlainText;
    },
    encryptString: (text) => {
      if (typeof text !== 'string')
        throw new TypeError('Error processing argument at index 0, conversion failure');
      available(`${ENCRYPTING} Encryption is not available.`);
      if (text === '') return Buffer.alloc(0);
      const key = keyringKey();
      return key === undefined ? encrypt('v10', HARD_CODED_KEY, text) : encrypt('v11', key, text);
    },
    decryptString: (ciphertext) => {
      available(`${DECRYPTING} Decryption is not available.`);
      if (!Buffer.isBuffer(ciphertext))
        throw new Error('Expected the first argument of decryptString() to be a buffer');
      if (ciphertext.length === 0) return '';
      const version = versionOf(ciphertext);
      if (version === undefined)
        throw new Error(`${DECRYPTING} Ciphertext does not appear to be encrypted.`);
      const key = version === 'v10' ? HARD_CODED_KEY : keyringKey();
      if (key === undefined) throw new Error(DECRYPTING);
      try {
        return decrypt(key, ciphertext);
      } catch {
        // OpenSSL's reason would tell the app more than Electron does.
        throw new Error(DECRYPTING);
      }
    },
  } satisfies Partial<SafeStorage>;
}

const ENCRYPTING = 'Error while encrypting the text provided to safeStorage.encryptString.';
const DECRYPTING = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.';
