import type { ElectronApplication } from '@playwright/test';
import { startBus, startKeyring } from '../support/keyring.ts';
import { expect, test } from '../support/fixture-app.ts';

const TEXT = 'CANARY pässword';

const encrypt = (app: ElectronApplication): Promise<{ prefix: string; base64: string }> =>
  app.evaluate(async ({ safeStorage }, text) => {
    const bytes = await safeStorage.encryptStringAsync(text);
    return { prefix: bytes.subarray(0, 3).toString(), base64: bytes.toString('base64') };
  }, TEXT);

const decrypt = (app: ElectronApplication, base64: string): Promise<unknown> =>
  app.evaluate(async ({ safeStorage }, text) => {
    try {
      return await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'));
    } catch (error) {
      return (error as Error).message;
    }
  }, base64);

const available = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable());

const UNAVAILABLE = 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.';
const BROKEN = 'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.';

test('with an open keyring: v11, also after a restart', async ({ launch }) => {
  const keyring = await startKeyring();
  try {
    const first = await launch({ env: keyring.env });
    expect(await available(first.app)).toBe(true);
    const { prefix, base64 } = await encrypt(first.app);
    expect(prefix).toBe('v11');
    await first.app.close();

    const second = await launch({ env: keyring.env });
    expect(await decrypt(second.app, base64)).toEqual({ shouldReEncrypt: false, result: TEXT });
    expect(await decrypt(second.app, '')).toEqual({ shouldReEncrypt: false, result: '' });
    expect(await decrypt(second.app, Buffer.from('v11broken').toString('base64'))).toBe(BROKEN);
    expect(await decrypt(second.app, Buffer.from('plain').toString('base64'))).toBe(BROKEN);
  } finally {
    await keyring.stop();
  }
});

test('with a locked keyring: try again, and after unlocking it works', async ({ launch }) => {
  const keyring = await startKeyring();
  try {
    const first = await launch({ env: keyring.env });
    const { base64 } = await encrypt(first.app);
    await first.app.close();

    await keyring.lock();
    const { app } = await launch({ env: keyring.env });
    expect(await available(app)).toBe(true);
    expect(await decrypt(app, base64)).toBe(UNAVAILABLE);
    const weak = await encrypt(app);
    expect(weak.prefix).toBe('v10');
    await keyring.unlock();
    expect(await decrypt(app, base64)).toEqual({ shouldReEncrypt: false, result: TEXT });
    expect(await decrypt(app, weak.base64)).toEqual({ shouldReEncrypt: true, result: TEXT });
  } finally {
    await keyring.stop();
  }
});

test('without a keyring: available, and v10 all the same', async ({ launch }) => {
  const bus = await startBus();
  try {
    const { app } = await launch({ env: bus.env });
    expect(await available(app)).toBe(true);
    const { prefix, base64 } = await encrypt(app);
    expect(prefix).toBe('v10');
    expect(await decrypt(app, base64)).toEqual({ shouldReEncrypt: false, result: TEXT });
    expect(await decrypt(app, Buffer.from('v11sealed-elsewhere').toString('base64'))).toBe(BROKEN);
  } finally {
    await bus.stop();
  }
});

test('with --password-store=basic the keyring is left alone', async ({ launch }) => {
  const keyring = await startKeyring();
  try {
    const { app } = await launch({ env: keyring.env, args: ['--password-store=basic'] });
    expect((await encrypt(app)).prefix).toBe('v10');
  } finally {
    await keyring.stop();
  }
});

test('the synchronous calls use the keyring of a desktop that has one, and its key', async ({
  launch,
}) => {
  const keyring = await startKeyring();
  try {
    const env = { ...keyring.env, XDG_CURRENT_DESKTOP: 'GNOME' };
    const { app } = await launch({ env });
    const seen = await app.evaluate(async ({ safeStorage }, text) => {
      const sealed = safeStorage.encryptString(text);
      return [
        safeStorage.isEncryptionAvailable(),
        sealed.subarray(0, 3).toString(),
        safeStorage.decryptString(sealed),
        await safeStorage.decryptStringAsync(sealed),
      ];
    }, TEXT);
    expect(seen).toEqual([true, 'v11', TEXT, { shouldReEncrypt: false, result: TEXT }]);
  } finally {
    await keyring.stop();
  }
});

test('the synchronous calls keep what came of the first look at a locked keyring', async ({
  launch,
}) => {
  const keyring = await startKeyring();
  try {
    await keyring.lock();
    const { app } = await launch({ env: { ...keyring.env, XDG_CURRENT_DESKTOP: 'GNOME' } });
    const available = (): Promise<boolean> =>
      app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable());
    expect(await available()).toBe(false);
    await keyring.unlock();
    expect(await available()).toBe(false);
  } finally {
    await keyring.stop();
  }
});
