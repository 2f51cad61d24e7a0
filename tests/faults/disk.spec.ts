import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { executable } from '../e2e/support/perch.ts';
import { connectInEarlierRun, expect, test, TOKEN } from '../e2e/support/test.ts';

/*
 * A data folder on a real mount that is full or read-only. It is made in a namespace of the app's
 * own, so that nothing has to be undone on the machine.
 */

const canMount = spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0;
test.skip(!canMount, 'No mount namespaces here: Linux with user namespaces is needed');

const MOUNTED = join(import.meta.dirname, 'support/mounted.sh');
const mounted = (kind: 'small' | 'readonly', userData: string) => ({
  executable: MOUNTED,
  env: { PERCH_RUNTIME_PROGRAM: executable(), PERCH_DATA: userData, PERCH_MOUNT: kind },
});

test('a full disk: connecting says so, loses nothing, and works once there is room', async ({
  launch,
  userData,
}) => {
  await mkdir(userData, { recursive: true });
  const perch = await launch(mounted('small', userData));
  const { app, page } = perch;
  await page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
  const filler = join(userData, 'filler');
  const fill = () =>
    app.evaluate((_electron, path) => {
      const { openSync, writeSync, closeSync } = process.getBuiltinModule('node:fs');
      const file = openSync(path, 'a');
      try {
        for (const size of [1 << 20, 1 << 12, 1]) {
          const block = Buffer.alloc(size);
          for (;;) {
            try {
              writeSync(file, block);
            } catch {
              break;
            }
          }
        }
      } finally {
        closeSync(file);
      }
    }, filler);
  await fill();
  await page.getByLabel('Personal token').fill(TOKEN);
  await fill();
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('alert').first()).toContainText('The disk is full');
  await expect(page.getByLabel('Personal token')).toHaveValue(TOKEN);

  await app.evaluate((_electron, path) => {
    process.getBuiltinModule('node:fs').rmSync(path);
  }, filler);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a Workspace' })).toBeVisible();
});

test('a read-only folder: what is stored still works, and what cannot be stored is said', async ({
  launch,
  userData,
}) => {
  await connectInEarlierRun(launch);
  const before = await readFile(join(userData, 'connections.json'));
  const perch = await launch(mounted('readonly', userData));
  const { page } = perch;
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  await page.getByRole('button', { name: 'Tokens', exact: true }).click();
  await page.getByRole('button', { name: 'Replace token' }).click();
  await page.getByLabel('Personal token').fill(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('alert').first()).toContainText('may not write');
  await perch.quit();
  expect(await readFile(join(userData, 'connections.json'))).toEqual(before);

  const again = await launch();
  await expect(again.page.getByText('Connected as Ada Kessler')).toBeVisible();
});
