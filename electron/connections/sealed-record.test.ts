import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { recordOf } from './fakes.test-support.ts';
import { canBeToken, decodeRecord, encodeRecord, type TokenRecord } from './sealed-record.ts';

const visible = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code));
const records: fc.Arbitrary<TokenRecord> = fc.record({
  kind: fc.constant('token'),
  connectionId: fc.uuid(),
  token: fc.string({ unit: visible, minLength: 1, maxLength: 512 }),
  scheme: fc.constantFrom('personal', 'bearer'),
  endpoint: fc.record({ api: fc.webUrl(), authorize: fc.webUrl() }),
  userId: fc.maxSafeInteger(),
});

describe('a sealed record', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(decodeRecord(encodeRecord(record))).toEqual(record);
      }),
      { numRuns: 500 },
    );
  });

  it('is none once any single character has changed', () => {
    const text = encodeRecord(recordOf());
    for (let at = 0; at < text.length; at += 1) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64]) {
        const changed =
          text.slice(0, at) +
          String.fromCodePoint((text.codePointAt(at) ?? 0) ^ flip) +
          text.slice(at + 1);
        expect(decodeRecord(changed)).toBeNull();
      }
      expect(decodeRecord(text.slice(0, at) + text.slice(at + 1))).toBeNull();
    }
  });

  it('is none of any record once any character has changed to any other', () => {
    fc.assert(
      fc.property(records, fc.nat(), anyText(1), (record, n, by) => {
        const text = encodeRecord(record);
        const at = n % text.length;
        const changed = text.slice(0, at) + by + text.slice(at + 1);
        expect(changed === text || decodeRecord(changed) === null).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', ' ', 'null', '{}', '[]', '"pk_CANARY"', 'pk_CANARY', '\0\0\0\0', '{"version":1}'])(
    'is not found in %j',
    (text) => {
      expect(decodeRecord(text)).toBeNull();
    },
  );

  it.each([
    ['an empty token', { token: '' }],
    ['a line break in the token', { token: 'pk_CANARY\r\nX-Evil: 1' }],
    ['a NUL in the token', { token: 'pk_CANARY\0' }],
    ['a token beyond ASCII', { token: 'pk_CANARY\u00E9' }],
    ['a connection id that is none', { connectionId: '1' }],
    ['an endpoint that is none', { endpoint: { api: 'api', authorize: 'app' } }],
    ['half a user', { userId: 1.5 }],
  ])('is none with %s, though its checksum is right', (_name, change) => {
    const record = { ...recordOf(), ...change };
    const checksum = createHash('sha256').update(JSON.stringify(record)).digest('base64');
    expect(decodeRecord(JSON.stringify({ version: 1, record, checksum }))).toBeNull();
    expect(() => encodeRecord(record)).toThrow('invalid');
  });

  it('is one with a checksum made so, and no other kind of record by mistake', () => {
    const record = recordOf();
    const checksum = createHash('sha256').update(JSON.stringify(record)).digest('base64');
    expect(decodeRecord(JSON.stringify({ version: 1, record, checksum }))).toEqual(record);
    expect(
      decodeRecord(
        JSON.stringify({ version: 1, record: { ...record, kind: 'clientSecret' }, checksum }),
      ),
    ).toBeNull();
  });

  it('is none of a later version or with anything more in it', () => {
    const whole = { ...JSON.parse(encodeRecord(recordOf())) };
    expect(decodeRecord(JSON.stringify({ ...whole, version: 2 }))).toBeNull();
    expect(decodeRecord(JSON.stringify({ ...whole, more: 1 }))).toBeNull();
  });
});

describe('canBeToken', () => {
  it.each(['pk_CANARY', 'a', '~!"', 'x'.repeat(512)])('takes %j', (text) => {
    expect(canBeToken(text)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'a b',
    'Bearer pk_CANARY',
    'a\n',
    'a\u200B',
    '\u00E9',
    '\u{1F511}',
    'x'.repeat(513),
  ])('refuses %j', (text) => {
    expect(canBeToken(text)).toBe(false);
  });
});
