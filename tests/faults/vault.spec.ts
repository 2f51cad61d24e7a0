import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, connectInEarlierRun, expect, test, TOKEN } from '../e2e/support/test.ts';
import { startBus, startKeyring } from '../standin/support/keyring.ts';

/*
 * Every state of the vault on a real keyring, and every way from one to another. Nothing here is
 * started with `--password-store=basic` but where that is what is tested.
 */

test.skip(process.platform !== 'linux', 'Only Linux has a keyring that a test can break');

/** How a ciphertext in base64 begins: `v11` is made with the keyring's key, `v10` with a known one. */
const V11 = /"ciphertext":\s*"djEx/u;
const V10 = /"ciphertext":\s*"djEw/u;

const storedIn = (userData: string): Promise<string> =>
  readFile(join(userData, 'connections.json'), 'utf8');
const ready = 'Connected as Ada Kessler';
const BASIC = { args: ['--password-store=basic'] };

test('ready: a token lies encrypted with the keyring’s key and is there at the next start', async ({
  launch,
  userData,
}) => {
  await connectInEarlierRun(launch);
  expect(await storedIn(userData)).toMatch(V11);
  expect(await storedIn(userData)).not.toContain(TOKEN);
  const { page } = await launch();
  await expect(page.getByText(ready)).toBeVisible();
});

test('locked, then unlocked: nothing is erased, and trying again works', async ({
  launch,
  keyring,
  userData,
}) => {
  await connectInEarlierRun(launch);
  const before = await storedIn(userData);
  await keyring?.lock();
  const { page } = await launch();
  await expect(page.getByText(/keychain is locked/iu).first()).toBeVisible();
  expect(await storedIn(userData)).toBe(before);
  await keyring?.unlock();
  await page
    .getByRole('button', { name: /Try again/u })
    .first()
    .click();
  await expect(page.getByText(ready)).toBeVisible();
});

test('locked at the first connection: kept for this run, and stored once it is unlocked', async ({
  launch,
  keyring,
  userData,
}) => {
  await keyring?.lock();
  const { page } = await launch();
  await page.getByLabel('Personal token').fill(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('kept for this run only');
  expect(await storedIn(userData).catch(() => '')).not.toContain('ciphertext": "dj');
  await keyring?.unlock();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(() => storedIn(userData)).toMatch(V11);
});

test('insecure: without any keyring a token is kept for this run only, and said so once', async ({
  launch,
  userData,
}) => {
  const bus = await startBus();
  const first = await launch({ env: bus.env });
  await connect(first);
  await expect(first.page.getByText(/this run only/iu).first()).toBeVisible();
  await first.quit();
  expect(await storedIn(userData).catch(() => '')).not.toContain('ciphertext": "dj');
  const second = await launch({ env: bus.env });
  await expect(second.page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  await bus.stop();
});

test('insecure: the known key is recognised, and stored under only by choice', async ({
  launch,
  userData,
}) => {
  const first = await launch(BASIC);
  await connect(first);
  await expect(first.page.getByText(/this run only/iu).first()).toBeVisible();
  await first.quit();

  const second = await launch(BASIC);
  await expect(second.page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  await connect(second);
  await second.page.getByRole('button', { name: 'Store it anyway' }).first().click();
  await expect(second.page.getByText(/stored weakly/iu).first()).toBeVisible();
  await second.quit();
  expect(await storedIn(userData)).toMatch(V10);

  const third = await launch(BASIC);
  await expect(third.page.getByText(ready)).toBeVisible();
});

test('insecure, then ready: what was stored weakly is encrypted anew with the keyring’s key', async ({
  launch,
  userData,
}) => {
  const weak = await launch(BASIC);
  await connect(weak);
  await weak.page.getByRole('button', { name: 'Store it anyway' }).first().click();
  await weak.quit();
  expect(await storedIn(userData)).toMatch(V10);

  const { page } = await launch();
  await expect(page.getByText(ready)).toBeVisible();
  await expect.poll(() => storedIn(userData)).toMatch(V11);
});

test('ready, then without the keyring, then ready: the ciphertext waits', async ({
  launch,
  userData,
}) => {
  await connectInEarlierRun(launch);
  const before = await storedIn(userData);
  const second = await launch(BASIC);
  await expect(second.page.getByRole('alert').first()).toBeVisible();
  await second.quit();
  expect(await storedIn(userData)).toBe(before);
  const third = await launch();
  await expect(third.page.getByText(ready)).toBeVisible();
});

test('the keyring dies midway: this run goes on, nothing is erased, and the next works', async ({
  launch,
  keyring,
  userData,
}) => {
  const first = await launch();
  await connect(first);
  await keyring?.crash();
  await first.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(first.page.getByText(ready)).toBeVisible();
  await first.quit();
  const before = await storedIn(userData);

  const second = await launch();
  await expect(second.page.getByRole('alert').first()).toBeVisible();
  expect(await storedIn(userData)).toBe(before);
  await second.quit();

  await keyring?.revive();
  const third = await launch();
  await expect(third.page.getByText(ready)).toBeVisible();
});

test('unreadable: a ciphertext of another keyring is kept until the token is entered again', async ({
  launch,
  userData,
}) => {
  await connectInEarlierRun(launch);
  const before = await storedIn(userData);
  const other = await startKeyring();
  const second = await launch({ env: other.env });
  await expect(second.page.getByText(/cannot be decrypted/iu).first()).toBeVisible();
  expect(await storedIn(userData)).toBe(before);
  await second.page.getByRole('button', { name: /Enter a new token/u }).click();
  await second.page.getByLabel('Personal token').fill(TOKEN);
  await second.page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(second.page.getByText(ready)).toBeVisible();
  await second.quit();
  expect(await storedIn(userData)).not.toBe(before);
  await other.stop();
});

const CIPHERTEXT = /("ciphertext":\s*")([^"]+)/u;
const DAMAGE: Readonly<Record<string, (ciphertext: Buffer) => Buffer>> = {
  'one flipped byte': (bytes) => {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8((flipped[40] ?? 0) ^ 1, 40);
    return flipped;
  },
  'cut in half': (bytes) => bytes.subarray(0, Math.floor(bytes.byteLength / 2)),
  'only its prefix': (bytes) => bytes.subarray(0, 3),
  'no byte at all': () => Buffer.alloc(0),
};
for (const [name, damage] of Object.entries(DAMAGE)) {
  test(`unreadable: a ciphertext with ${name} is no token, and is kept`, async ({
    launch,
    userData,
    clickup,
  }) => {
    await connectInEarlierRun(launch);
    const damaged = (await storedIn(userData)).replace(
      CIPHERTEXT,
      (_all, head: string, text: string) =>
        head + damage(Buffer.from(text, 'base64')).toString('base64'),
    );
    await writeFile(join(userData, 'connections.json'), damaged);
    const asked = clickup.requests.length;
    const { page } = await launch();
    await expect(page.getByText(/cannot be decrypted/iu).first()).toBeVisible();
    expect(await storedIn(userData)).toBe(damaged);
    expect(clickup.requests).toHaveLength(asked);
  });
}
