import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decrypt, deriveKey, encrypt, HARD_CODED_KEY, versionOf } from './cipher.ts';

describe('cipher', () => {
  test('derives the key that every Chromium on Linux shares', () => {
    expect(HARD_CODED_KEY.toString('hex')).toBe('fd621fe5a2b402539dfa147ca9272778');
  });

  test('agrees with OpenSSL', () => {
    // openssl enc -aes-128-cbc -K fd62… -iv 2020… of "CANARY text"
    const body = Buffer.from('lBWb5qVKqwVIj8oXzNvmCw==', 'base64');
    const whole = Buffer.concat([Buffer.from('v10'), body]);
    expect(encrypt('v10', HARD_CODED_KEY, 'CANARY text')).toEqual(whole);
    expect(decrypt(HARD_CODED_KEY, whole)).toBe('CANARY text');
  });

  test('gives any text back', () => {
    const key = deriveKey('SAMPLE secret');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = encrypt('v11', key, text);
        expect(versionOf(sealed)).toBe('v11');
        expect(decrypt(key, sealed)).toBe(text);
      }),
    );
  });

  test('throws when bytes are missing', () => {
    const sealed = encrypt('v10', HARD_CODED_KEY, 'text');
    expect(() => decrypt(HARD_CODED_KEY, sealed.subarray(0, -1))).toThrow(/block length/);
  });

  test.each(['', 'v1', 'v12abc', 'plain'])('knows nothing of %j', (text) => {
    expect(versionOf(Buffer.from(text))).toBeUndefined();
  });
});
