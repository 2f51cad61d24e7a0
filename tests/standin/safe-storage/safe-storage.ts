import type { SafeStorage } from 'electron';
import { decrypt, deriveKey, encrypt, HARD_CODED_KEY, versionOf } from './cipher.ts';
import type { Secret } from './secret-service.ts';
import { createSyncSafeStorage } from './sync-safe-storage.ts';

export interface SafeStorageHost {
  readonly isReady: () => boolean;
  /** `--password-store`, or an empty text. */
  readonly passwordStore: () => string;
  readonly desktop: () => string;
  readonly findOrCreateSecret: () => Promise<Secret>;
  readonly findOrCreateSecretSync: () => Secret;
}

const NOT_READY = 'safeStorage cannot be used before app is ready';

/** Desktops for which Chromium chooses libsecret (`base/nix/xdg_util.cc`). */
const LIBSECRET_DESKTOPS = new Set([
  'Deepin',
  'GNOME',
  'Pantheon',
  'UKUI',
  'Unity',
  'X-Cinnamon',
  'XFCE',
]);

type Key = { readonly kind: 'key'; readonly key: Buffer } | Exclude<Secret, { kind: 'found' }>;

/**
 * `safeStorage` on Linux. Like Electron's the asynchronous interface calls itself available as soon
 * as the app is ready, even when the only key it has is the hard-coded one.
 */
export function createSafeStorage(host: SafeStorageHost) {
  let known: Buffer | undefined;
  let asking: Promise<Key> | undefined;

  const ask = async (): Promise<Key> => {
    const secret = await host.findOrCreateSecret();
    if (secret.kind !== 'found') return secret;
    known = deriveKey(secret.secret);
    return { kind: 'key', key: known };
  };

  /** Only a key that was found is kept: the keyring may be unlocked at any time. */
  const keyringKey = async (): Promise<Key> => {
    if (host.passwordStore() === 'basic') return { kind: 'absent' };
    if (known !== undefined) return { kind: 'key', key: known };
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  const encryptStringAsync = async (text: string): Promise<Buffer> => {
    if (!host.isReady()) throw new Error(NOT_READY);
    const found = await keyringKey();
    return found.kind === 'key'
      ? encrypt('v11', found.key, text)
      : encrypt('v10', HARD_CODED_KEY, text);
  };

  const decryptStringAsync = async (
    ciphertext: Buffer,
  ): Promise<{ shouldReEncrypt: boolean; result: string }> => {
    if (!host.isReady()) throw new Error(NOT_READY);
    if (!Buffer.isBuffer(ciphertext))
      throw new Error('Expected the first argument of decryptStringAsync() to be a buffer');
    if (ciphertext.length === 0) return { shouldReEncrypt: false, result: '' };
    const version = versionOf(ciphertext);
    const found = await keyringKey();
    if (version === 'v11' && found.kind === 'locked')
      throw new Error(
        'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.',
      );
    try {
      if (version === 'v10')
        return {
          result: decrypt(HARD_CODED_KEY, ciphertext),
          shouldReEncrypt: found.kind === 'key',
        };
      if (version === 'v11' && found.kind === 'key')
        return { result: decrypt(found.key, ciphertext), shouldReEncrypt: false };
    } catch {
      // OpenSSL's reason would tell the app more than Electron does.
    }
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
    );
  };

  const getSelectedStorageBackend = () => {
    if (!host.isReady()) return 'unknown';
    if (host.passwordStore() === 'basic') return 'basic_text';
    const chosen =
      host.passwordStore() === 'gnome-libsecret' ||
      host
        .desktop()
        .split(':')
        .some((desktop) => LIBSECRET_DESKTOPS.has(desktop));
    return chosen ? 'gnome_libsecret' : 'basic_text';
  };

  return {
    ...createSyncSafeStorage({
      isReady: host.isReady,
      backend: getSelectedStorageBackend,
      findOrCreateSecretSync: host.findOrCreateSecretSync,
    }),
    encryptStringAsync,
    decryptStringAsync,
    isAsyncEncryptionAvailable: async () => host.isReady(),
    getSelectedStorageBackend,
  } satisfies SafeStorage;
}
