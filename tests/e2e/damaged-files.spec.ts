import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectInEarlierRun, expect, test } from './support/test.ts';

/** What may have become of the file that holds the ciphertext. */
const DAMAGE: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  empty: () => Buffer.alloc(0),
  'zero-filled': (bytes) => Buffer.alloc(bytes.byteLength),
  'cut short': (bytes) => bytes.subarray(0, Math.floor(bytes.byteLength / 2)),
  'not JSON': () => Buffer.from('<html>not JSON</html>'),
};

for (const [name, damage] of Object.entries(DAMAGE)) {
  test(`connections.json ${name}: the app starts and the bytes are kept`, async ({
    launch,
    userData,
  }) => {
    await connectInEarlierRun(launch);

    const path = join(userData, 'connections.json');
    const damaged = damage(await readFile(path));
    await writeFile(path, damaged);
    const second = await launch();
    await expect(second.page.getByRole('contentinfo')).toBeVisible();
    const quarantined = (await readdir(userData)).filter((file) => file.includes('.quarantined-'));
    expect(quarantined).toHaveLength(1);
    expect(await readFile(join(userData, quarantined[0] ?? ''))).toEqual(damaged);
    await expect(second.page.getByRole('alert')).toContainText(quarantined[0] ?? '');
  });
}

test('leaving the sample data does not cost what was kept aside', async ({ launch, userData }) => {
  await writeFile(join(userData, 'connections.json'), 'damaged');
  const { page } = await launch();
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  const quarantined = (await readdir(userData)).filter((file) => file.includes('.quarantined-'));
  expect(quarantined).toHaveLength(1);
});

test('a file of a newer version is left alone to the byte', async ({ launch, userData }) => {
  const first = await launch();
  await first.page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
  await first.quit();
  const path = join(userData, 'connections.json');
  const newer = JSON.stringify({ version: 99, document: { connections: 'of another kind' } });
  await writeFile(path, newer);

  const second = await launch();
  await second.page.getByLabel('Personal token').fill('pk_4400112_CANARYCANARYCANARYCANARY0001');
  await second.page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(second.page.getByRole('alert')).toContainText(/newer/iu);
  expect(await readFile(path, 'utf8')).toBe(newer);
});

test('a ciphertext of another key asks for the token again and is not erased', async ({
  launch,
  userData,
}) => {
  await connectInEarlierRun(launch);
  const path = join(userData, 'connections.json');
  const whole = await readFile(path, 'utf8');
  const flipped = whole.replace(
    /("ciphertext":\s*"[^"]{40})(.)/u,
    (_all, head: string, one: string) => head + (one === 'A' ? 'B' : 'A'),
  );
  expect(flipped).not.toBe(whole);
  await writeFile(path, flipped);

  const second = await launch();
  await expect(
    second.page.getByText(/can(no|’)t be read|could not be read|unreadable/iu).first(),
  ).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(flipped);
});
