import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, connectInEarlierRun, expect, type Fixtures, test } from '../e2e/support/test.ts';
import { manyWorkspaces } from '../tour/support/long-names.ts';

/*
 * The file with the connections cut at 4,096 bytes, as writers do that stop at a page of memory on a
 * full disk. It is longer than that: an agency's, with many Workspaces.
 */

const CLIENTS = Array.from({ length: 40 }, (_none, index) => `Client ${index + 1}`);
test.use({ world: { data: manyWorkspaces(CLIENTS) } });

const PAGE_BYTES = 4096;
const CIPHERTEXT = /"ciphertext":\s*"([^"]+)"/u;

/** Cuts the file and answers what is left of it. */
async function cutAtAPage(userData: string): Promise<Buffer> {
  const path = join(userData, 'connections.json');
  expect((await readFile(path)).byteLength).toBeGreaterThan(PAGE_BYTES + 100);
  await truncate(path, PAGE_BYTES);
  const rest = await readFile(path);
  expect(rest.byteLength).toBe(PAGE_BYTES);
  return rest;
}

/** The file that was moved aside, by name, with its bytes. */
async function quarantined(userData: string) {
  const names = (await readdir(userData)).filter((name) => name.includes('.quarantined-'));
  expect(names).toHaveLength(1);
  const name = names[0] ?? '';
  return { name, bytes: await readFile(join(userData, name)) };
}

/** An earlier run that wrote the file twice, so that there is the generation before. */
async function connectAndVerify(launch: Fixtures['launch']): Promise<void> {
  await connectInEarlierRun(launch);
  const { page, quit } = await launch();
  await page.getByRole('navigation').getByRole('button', { name: 'Tokens' }).click();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.locator('button[aria-busy="true"]')).toHaveCount(0);
  await quit();
}

test('cut at 4,096 bytes: the generation before is taken, the bytes are kept, and it is said once', async ({
  launch,
  userData,
}) => {
  await connectAndVerify(launch);
  const previous = await readFile(join(userData, 'connections.previous.json'), 'utf8');
  expect(previous).toMatch(CIPHERTEXT);
  const rest = await cutAtAPage(userData);

  const { page, quit } = await launch();
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  const aside = await quarantined(userData);
  expect(aside.bytes).toEqual(rest);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(aside.name);
  await notice.getByRole('button', { name: 'Not now' }).click();
  await expect(notice).toHaveCount(0);
  await quit();

  const again = await launch();
  await expect(again.page.getByText('Connected as Ada Kessler')).toBeVisible();
  await expect(again.page.getByRole('alert')).toHaveCount(0);
});

test('cut at 4,096 bytes with nothing from before: it starts, keeps the bytes and asks to connect', async ({
  launch,
  userData,
}) => {
  await connectAndVerify(launch);
  await rm(join(userData, 'connections.previous.json'));
  const rest = await cutAtAPage(userData);

  const perch = await launch();
  const aside = await quarantined(userData);
  expect(aside.bytes).toEqual(rest);
  await expect(perch.page.getByRole('alert')).toContainText(aside.name);
  await connect(perch);
  await perch.quit();
  expect(await readFile(join(userData, aside.name))).toEqual(rest);
  expect(await readFile(join(userData, 'connections.json'), 'utf8')).toMatch(CIPHERTEXT);
});
