import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPaste, tokenShape } from './token-shape.ts';

const code = fc.stringMatching(/^[A-Z0-9]{1,40}$/u);
const character = fc.integer({ min: 0, max: 0x24_ff }).map((code) => String.fromCodePoint(code));
const personal = fc.tuple(fc.nat(), code).map(([user, secret]) => `pk_${user}_${secret}`);

describe('tokenShape', () => {
  test('knows a personal token', () => {
    fc.assert(
      fc.property(personal, (token) => {
        expect(tokenShape(token)).toEqual({ kind: 'personal' });
      }),
    );
  });

  test('judges any text without throwing, and stops only what no header can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        const shape = tokenShape(text);
        const isSendable = /^[\u0020-\u007E]*$/u.test(text.trim());
        expect(shape.kind === 'unusable').toBe(!isSendable);
        expect(shape.kind === 'empty').toBe(text.trim() === '');
      }),
      { numRuns: 2000 },
    );
  });

  test('ignores spaces around a text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tokenShape(`  ${text}\t\n`)).toEqual(tokenShape(text));
      }),
    );
  });

  test.each([
    ['https://app.clickup.com/settings/apps', 'url'],
    ['app.clickup.com/1/settings', 'url'],
    ['pk_1_SAMPLE TOKEN', 'spaces'],
    ['ada@northwind.example', 'email'],
    ['pk_', 'incomplete'],
    ['pk_123', 'incomplete'],
    ['PK_123_SAMPLE', 'incomplete'],
    ['pk_123_', 'incomplete'],
    ['pk_123_sampleToken', 'lowercase'],
    ['SAMPLE'.padEnd(32, '0'), 'oauthClient'],
    ['SAMPLE'.padEnd(64, '0'), 'oauthClient'],
    [`123_${'0'.repeat(64)}`, 'oauthToken'],
    ['hello', 'unknown'],
  ])('warns about %s', (text, why) => {
    expect(tokenShape(text)).toEqual({ kind: 'odd', why });
  });

  test('tells what no token holds', () => {
    expect(tokenShape('pk_1_SAM\u0007PLE')).toEqual({ kind: 'unusable', why: 'control' });
    expect(tokenShape('pk_1_SAM\nPLE')).toEqual({ kind: 'unusable', why: 'control' });
    expect(tokenShape('pk_1_SÄMPLE')).toEqual({ kind: 'unusable', why: 'nonAscii' });
  });
});

describe('cleanPaste', () => {
  const wrappings: readonly ((token: string) => string)[] = [
    (token) => token,
    (token) => `  ${token}\r\n`,
    (token) => `"${token}"`,
    (token) => `'${token}',`,
    (token) => `\`${token}\``,
    (token) => `Authorization: ${token}`,
    (token) => `authorization:${token}`,
    (token) => `"Authorization": "${token}"`,
    (token) => `-H "Authorization: ${token}"`,
    (token) => `--header 'Authorization: ${token}'`,
    (token) => `Authorization: Bearer ${token}`,
    (token) => `export CLICKUP_TOKEN="${token}"`,
    (token) => `CLICKUP_TOKEN=${token}`,
  ];

  test('takes a token out of what surrounds it', () => {
    fc.assert(
      fc.property(personal, fc.constantFrom(...wrappings), (token, wrap) => {
        expect(cleanPaste(wrap(token))).toBe(token);
      }),
    );
  });

  test('is done after one go, and never adds anything', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = cleanPaste(text);
        expect(cleanPaste(once)).toBe(once);
        expect(text).toContain(once);
      }),
    );
  });
});
