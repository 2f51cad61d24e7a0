import type { StoredPlace, VaultState } from '../contract/session.ts';
import { decodeRecord, encodeRecord, type SealedRecord } from './sealed-record.ts';

/** The part of Electron's safeStorage in use: the asynchronous API and the name of the Linux backend. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plainText: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }>;
  getSelectedStorageBackend?(): string;
}

/** A record encrypted for the disk, or the reason why it should stay in memory. Ciphertext is base64. */
export type Sealing =
  | { readonly kind: 'sealed'; readonly ciphertext: string; readonly place: StoredPlace }
  /** Encrypted, but with a key that everybody knows; storing it is for the person to choose. */
  | { readonly kind: 'insecure'; readonly ciphertext: string }
  | { readonly kind: 'unavailable' };

/** What became of a ciphertext. Only `record` holds a secret; nothing here erases anything. */
export type Opening =
  | {
      readonly kind: 'record';
      readonly record: SealedRecord;
      readonly place: StoredPlace;
      /** A ciphertext to store in the old one's place, where the system's key has changed. */
      readonly replacement: string | null;
    }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' };

/**
 * Encrypts and decrypts records with the operating system's keychain and knows how that went.
 * It must not be asked before the app is ready, and is not asked while there is nothing to keep:
 * macOS would prompt.
 */
export interface Vault {
  readonly state: VaultState;
  /** Whether the keychain gave no key when it was last asked to decrypt, and has given none since. */
  readonly isLocked: boolean;
  seal(record: SealedRecord): Promise<Sealing>;
  open(ciphertext: string): Promise<Opening>;
}

/**
 * Electron's asynchronous encryptor on Linux says it is available without any keyring and then uses
 * a key that is part of Chromium's source. Only the ciphertext tells: it begins `v10` then, `v11`
 * with a keyring.
 */
const hasKnownKey = (ciphertext: Buffer, platform: NodeJS.Platform): boolean =>
  platform === 'linux' && ciphertext.subarray(0, 3).toString('latin1') === 'v10';

const keychainOf = (platform: NodeJS.Platform): StoredPlace =>
  platform === 'darwin' ? 'macKeychain' : platform === 'win32' ? 'windowsDpapi' : 'linuxKeyring';

export function createVault(safeStorage: SafeStorage, platform: NodeJS.Platform): Vault {
  let state: VaultState = { kind: 'untouched' };
  let isLocked = false;

  const ready = (): StoredPlace => {
    const place = keychainOf(platform);
    state = { kind: 'ready', place };
    isLocked = false;
    return place;
  };

  const backend = (): string => safeStorage.getSelectedStorageBackend?.() ?? 'unknown';

  const encrypt = async (record: SealedRecord): Promise<Buffer | null> => {
    try {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
      const ciphertext = await safeStorage.encryptStringAsync(encodeRecord(record));
      return ciphertext.byteLength === 0 ? null : ciphertext;
    } catch {
      return null;
    }
  };

  return {
    get state() {
      return state;
    },
    get isLocked() {
      return isLocked;
    },

    async seal(record) {
      const ciphertext = await encrypt(record);
      if (ciphertext === null) {
        state = { kind: 'unavailable' };
        return { kind: 'unavailable' };
      }
      if (hasKnownKey(ciphertext, platform)) {
        state = { kind: 'insecure', backend: backend() };
        return { kind: 'insecure', ciphertext: ciphertext.toString('base64') };
      }
      return { kind: 'sealed', ciphertext: ciphertext.toString('base64'), place: ready() };
    },

    async open(ciphertext) {
      const bytes = Buffer.from(ciphertext, 'base64');
      // An empty buffer decrypts to an empty text without an error (requirement T3).
      if (bytes.byteLength === 0) return unreadable();
      let decrypted: { shouldReEncrypt: boolean; result: string };
      try {
        if (!(await safeStorage.isAsyncEncryptionAvailable())) return locked();
        decrypted = await safeStorage.decryptStringAsync(bytes);
      } catch (failure) {
        return isTemporary(failure) ? locked() : unreadable();
      }
      const record = decodeRecord(decrypted.result);
      if (record === null) return unreadable();
      const isWeak = hasKnownKey(bytes, platform);
      const place = isWeak ? 'weak' : ready();
      if (isWeak) state = { kind: 'insecure', backend: backend() };
      if (!decrypted.shouldReEncrypt) return { kind: 'record', record, place, replacement: null };
      const fresh = await encrypt(record);
      const isBetter = fresh !== null && !hasKnownKey(fresh, platform);
      if (!isBetter) return { kind: 'record', record, place, replacement: null };
      return {
        kind: 'record',
        record,
        place: ready(),
        replacement: fresh.toString('base64'),
      };
    },
  };

  function locked(): Opening {
    state = { kind: 'locked' };
    isLocked = true;
    return { kind: 'locked' };
  }

  function unreadable(): Opening {
    state = { kind: 'unreadable' };
    return { kind: 'unreadable' };
  }
}

/** Electron rejects so where the key cannot be had now but may be later, as with a locked keyring. */
const isTemporary = (failure: unknown): boolean =>
  failure instanceof Error && failure.message.includes('temporarily unavailable');
