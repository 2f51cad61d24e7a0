import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';

/** Which key made a ciphertext: `v10` the hard-coded one, `v11` one kept by the Secret Service. */
export type Version = 'v10' | 'v11';

const ALGORITHM = 'aes-128-cbc';
const INITIAL_VECTOR = Buffer.alloc(16, ' ');
const VERSION_LENGTH = 3;

/** Chromium's key derivation on Linux (`components/os_crypt`): one round, for it hides nothing. */
export const deriveKey = (secret: string): Buffer => pbkdf2Sync(secret, 'saltysalt', 1, 16, 'sha1');

/** The key of `v10`: it stands in Chromium's source for everyone to read. */
export const HARD_CODED_KEY = deriveKey('peanuts');

export function encrypt(version: Version, key: Buffer, text: string): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, INITIAL_VECTOR);
  return Buffer.concat([Buffer.from(version), cipher.update(text, 'utf8'), cipher.final()]);
}

/** The key that made a ciphertext, or undefined when nothing here made it. */
export function versionOf(ciphertext: Buffer): Version | undefined {
  const version = ciphertext.subarray(0, VERSION_LENGTH).toString('latin1');
  return version === 'v10' || version === 'v11' ? version : undefined;
}

/** Throws when the key is the wrong one or the bytes were cut short. */
export function decrypt(key: Buffer, ciphertext: Buffer): string {
  const decipher = createDecipheriv(ALGORITHM, key, INITIAL_VECTOR);
  const bytes = [decipher.update(ciphertext.subarray(VERSION_LENGTH)), decipher.final()];
  return Buffer.concat(bytes).toString('utf8');
}
