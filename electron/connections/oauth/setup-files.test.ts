import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../contract/errors.ts';
import type { SetupSecret } from '../../contract/oauth.ts';
import { errorOf, fakeKeychain, ID, memoryStore, OTHER_ID } from '../fakes.test-support.ts';
import { noConnections } from '../stored-connections.ts';
import { createVault } from '../vault.ts';
import { type AppInput, createOAuthApps } from './oauth-apps.ts';
import { createSetupFiles } from './setup-files.ts';

const OURS = 'app.perch.desktop://oauth/callback';
const PASSPHRASE = 'SAMPLE passphrase';
const CANCELLED = fail({ kind: 'cancelled' });
const withSecret: AppInput = {
  clientId: 'SAMPLE_CLIENT',
  redirectUris: [OURS, 'https://perch.example/back'],
  exchange: { kind: 'secret', secret: 'CANARY_secret' },
};
const withEndpoint: AppInput = {
  ...withSecret,
  exchange: { kind: 'endpoint', address: 'https://perch.example/exchange' },
};

/** One person's Perch; `disk` is what its dialogs write to and read from. */
const perch = (disk: { text: string | null }) => {
  const vault = createVault(fakeKeychain(), 'linux');
  const appIds = [ID, OTHER_ID];
  const apps = createOAuthApps({
    store: memoryStore(noConnections),
    vault,
    newId: () => appIds.shift() ?? '',
  });
  let handles = 0;
  const files = createSetupFiles({
    apps,
    newId: () => `setup ${(handles += 1)}`,
    random: randomBytes,
    cost: { N: 2 ** 14, r: 8, p: 1 },
    dialogs: {
      save: async (text) => {
        disk.text = text;
        return ok(null);
      },
      open: async () => (disk.text === null ? CANCELLED : ok(disk.text)),
    },
  });
  return { apps, files };
};

const sealed = (passphrase = PASSPHRASE): SetupSecret => ({ kind: 'sealed', passphrase });
const kept = (address = 'https://perch.example/exchange'): SetupSecret => ({
  kind: 'endpoint',
  address,
});

const written = async (input: AppInput, secret: SetupSecret) => {
  const disk: { text: string | null } = { text: null };
  const admin = perch(disk);
  await admin.apps.save(null, input);
  expect(await admin.files.write(ID, secret)).toEqual(ok(null));
  return { disk, admin, text: disk.text ?? '' };
};

describe('a set-up file from one Perch to another', () => {
  it('carries the app with its secret sealed', async () => {
    const { disk, text, admin } = await written(withSecret, sealed());
    expect(text).not.toContain('CANARY');
    const { apps, files } = perch(disk);
    const preview = await files.choose();
    expect(preview).toEqual(
      ok({
        setupId: 'setup 1',
        clientId: 'SAMPLE_CLIENT',
        redirects: admin.apps.find(ID)?.redirects,
        secret: { kind: 'sealed' },
      }),
    );
    expect(apps.all()).toEqual([]);
    expect(errorOf(await files.add('setup 1', 'wrong passphrase'))).toMatchObject({
      kind: 'invalid',
      field: 'passphrase',
    });
    expect(errorOf(await files.add('setup 1', null))).toMatchObject({ field: 'passphrase' });
    expect((await files.add('setup 1', PASSPHRASE)).ok).toBe(true);
    expect(await apps.exchangeOf(ID)).toEqual(ok({ kind: 'secret', secret: 'CANARY_secret' }));
  });

  it('carries an endpoint’s address, and needs no passphrase then', async () => {
    const { disk, text } = await written(withEndpoint, kept());
    const { apps, files } = perch(disk);
    expect(files.read(text)).toMatchObject({
      ok: true,
      value: { secret: { kind: 'endpoint', address: 'https://perch.example/exchange' } },
    });
    expect((await files.add('setup 1', null)).ok).toBe(true);
    expect((await apps.exchangeOf(ID)).ok).toBe(true);
  });

  it('names an endpoint in the place of a secret that is kept here, without the keychain', async () => {
    const { text, admin } = await written(withSecret, kept());
    expect(text).toContain('https://perch.example/exchange');
    expect(text).not.toContain('ciphertext');
    for (const address of ['', 'http://perch.example/exchange', 'perch.example']) {
      expect(errorOf(await admin.files.write(ID, kept(address)))).toMatchObject({
        field: 'endpoint',
      });
    }
    const hosted = await written(withEndpoint, kept());
    expect(errorOf(await hosted.admin.files.write(ID, sealed()))).toMatchObject({
      field: 'secret',
    });
  });

  it('changes the app that is there with the same client ID', async () => {
    const { disk } = await written(withSecret, sealed());
    const { apps, files } = perch(disk);
    await apps.save(null, { ...withSecret, redirectUris: [OURS] });
    await files.choose();
    await files.add('setup 1', PASSPHRASE);
    expect(apps.all()).toHaveLength(1);
    expect(apps.find(ID)?.redirects).toHaveLength(2);
  });

  it('is added only as it was shown: the one read last', async () => {
    const { disk } = await written(withSecret, sealed());
    const { files } = perch(disk);
    await files.choose();
    await files.choose();
    expect(errorOf(await files.add('setup 1', PASSPHRASE))?.kind).toBe('notFound');
  });
});

describe('a set-up file that cannot be used', () => {
  it('is none that was not chosen, is damaged or comes from a later Perch', async () => {
    const { files } = perch({ text: null });
    expect(await files.choose()).toEqual(CANCELLED);
    expect(errorOf(files.read('{}'))).toMatchObject({ kind: 'invalid', field: 'file' });
    expect(errorOf(files.read('{"perch":"oauth-setup","version":2}'))).toMatchObject({
      field: 'file',
      reason: expect.stringContaining('newer Perch'),
    });
  });

  it('is one that is too long, by its bytes', async () => {
    const { text } = await written(withEndpoint, kept());
    const { files } = perch({ text: null });
    const filled = (bytes: number) => text + ' '.repeat(bytes - Buffer.byteLength(text));
    expect(files.read(filled(64 * 1024)).ok).toBe(true);
    const tooLong = { field: 'file', reason: expect.stringContaining('too long') };
    expect(errorOf(files.read(filled(64 * 1024 + 1)))).toMatchObject(tooLong);
    expect(errorOf(files.read('\u2713'.repeat(22_000)))).toMatchObject(tooLong);
  });

  it('is one with an address that Perch would not take from a person either', async () => {
    const { text } = await written(withEndpoint, kept());
    const { files } = perch({ text: null });
    for (const [good, evil] of [
      ['https://perch.example/exchange', 'http://evil.example/exchange'],
      ['https://perch.example/back', 'http://evil.example/back'],
      [OURS, 'evil://oauth/callback'],
    ] as const) {
      expect(errorOf(files.read(text.replace(good, evil)))).toMatchObject({ field: 'file' });
    }
  });

  it('is not written without a passphrase worth the name, nor of an app that is not there', async () => {
    const disk: { text: string | null } = { text: null };
    const { apps, files } = perch(disk);
    await apps.save(null, withSecret);
    for (const passphrase of ['', 'short']) {
      expect(errorOf(await files.write(ID, sealed(passphrase)))).toMatchObject({
        field: 'passphrase',
      });
    }
    expect(errorOf(await files.write(OTHER_ID, sealed()))?.kind).toBe('notFound');
    expect(disk.text).toBeNull();
  });
});
