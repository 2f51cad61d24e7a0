import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSecret, readSetup, sealSecret, type SetupFile, writeSetup } from './setup-file.ts';

const SECRET = 'CANARY_client_secret';
const PASSPHRASE = 'SAMPLE correct horse b\u00e4ttery';
const beside = {
  clientId: 'SAMPLE_CLIENT',
  redirectUris: ['app.perch.desktop://oauth/callback', 'https://perch.example/back'],
};

type Sealed = Extract<SetupFile['secret'], { kind: 'sealed' }>;
let sealed: Sealed;
beforeAll(async () => {
  sealed = await sealSecret(SECRET, PASSPHRASE, beside, randomBytes, { N: 2 ** 14, r: 8, p: 1 });
});

describe('a set-up file', () => {
  it('comes back as it was written, and shows no secret', () => {
    const setup = { ...beside, secret: sealed };
    expect(readSetup(writeSetup(setup))).toEqual({ kind: 'setup', setup });
    expect(writeSetup(setup)).not.toContain('CANARY');
    const hosted = {
      ...beside,
      secret: { kind: 'endpoint', address: 'https://perch.example/exchange' },
    } as const;
    expect(readSetup(writeSetup(hosted))).toEqual({ kind: 'setup', setup: hosted });
  });

  it('gives its secret for the passphrase, however its letters are composed', async () => {
    expect(await openSecret(sealed, PASSPHRASE, beside)).toBe(SECRET);
    expect(await openSecret(sealed, PASSPHRASE.normalize('NFD'), beside)).toBe(SECRET);
  });

  it('gives nothing for another passphrase', async () => {
    expect(await openSecret(sealed, `${PASSPHRASE} `, beside)).toBeNull();
    expect(await openSecret(sealed, '', beside)).toBeNull();
  });

  it('gives nothing once anything in it was changed', async () => {
    const flip = (text: string): string => {
      const bytes = Buffer.from(text, 'base64');
      bytes.writeUInt8((bytes[0] ?? 0) ^ 1, 0);
      return bytes.toString('base64');
    };
    for (const field of ['salt', 'nonce', 'tag', 'ciphertext'] as const) {
      expect(
        await openSecret({ ...sealed, [field]: flip(sealed[field]) }, PASSPHRASE, beside),
      ).toBeNull();
    }
    expect(await openSecret(sealed, PASSPHRASE, { ...beside, clientId: 'OTHER' })).toBeNull();
    expect(
      await openSecret(sealed, PASSPHRASE, { ...beside, redirectUris: ['https://evil.example/'] }),
    ).toBeNull();
  });

  it('is none where it is anything else', () => {
    const good = JSON.parse(writeSetup({ ...beside, secret: sealed }));
    for (const change of [
      { perch: 'tasks' },
      { clientId: '' },
      { redirectUris: [] },
      { secret: null },
      { secret: { ...sealed, N: 2 ** 30 } },
      { secret: { ...sealed, r: 1_000_000 } },
      { secret: { ...sealed, salt: 'AA==' } },
      { secret: { kind: 'plain', secret: SECRET } },
      { more: 1 },
    ]) {
      expect(readSetup(JSON.stringify({ ...good, ...change }))).toEqual({ kind: 'none' });
    }
    expect(readSetup(JSON.stringify({ ...good, version: 2 }))).toEqual({ kind: 'newer' });
    for (const text of ['', '[]', 'null', '{"perch":"oauth-setup"}', '<html>']) {
      expect(readSetup(text)).toEqual({ kind: 'none' });
    }
  });

  it('never throws while it is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readSetup(text).kind).toBe('none');
      }),
      { numRuns: 1000 },
    );
  });
});
