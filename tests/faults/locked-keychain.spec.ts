import { connectInEarlierRun, expect, test } from '../e2e/support/test.ts';
import type { Perch } from '../e2e/support/perch.ts';

/*
 * On some systems a locked keychain prompts each time it is asked. So it is asked again when the
 * person says so, or when the system was unlocked or woke up, and for nothing else.
 */

test.skip(process.platform !== 'linux', 'Only Linux has a keyring that a test can lock');

/** Counts from now on how often the keychain was asked for a secret and has answered. */
async function countAskings({ app }: Perch): Promise<() => Promise<number>> {
  await app.evaluate(({ safeStorage }) => {
    const decrypt = safeStorage.decryptStringAsync.bind(safeStorage);
    const count = (name: string) =>
      Reflect.set(globalThis, name, Number(Reflect.get(globalThis, name) ?? 0) + 1);
    safeStorage.decryptStringAsync = (encrypted) => {
      count('begun');
      return decrypt(encrypted).finally(() => count('ended'));
    };
  });
  return () =>
    app.evaluate(() => {
      const [begun, ended] = ['begun', 'ended'].map((name) =>
        Number(Reflect.get(globalThis, name) ?? 0),
      );
      return begun === ended ? (begun ?? 0) : Number.NaN;
    });
}

const wake = ({ app }: Perch, event: 'resume' | 'unlock-screen'): Promise<void> =>
  app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);

const LOCKED = /keychain is locked/iu;

test.beforeEach(async ({ launch, keyring }) => {
  await connectInEarlierRun(launch);
  await keyring?.lock();
});

test('showing the window, and reading by itself, ask nothing of it', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  const notice = page.getByRole('alert').filter({ hasText: LOCKED });
  await expect(notice).toBeVisible();
  const askings = await countAskings(perch);
  for (let shown = 0; shown < 3; shown += 1) {
    await perch.clickTray('hide');
    await perch.clickTray('show');
    await expect.poll(perch.isWindowVisible).toBe(true);
  }
  // The picker reads every plan by itself.
  await page.getByRole('navigation').getByRole('button', { name: 'Workspaces' }).click();
  await expect(page.getByTitle('ClickUp did not tell the plan').first()).toBeVisible();
  await page.reload();
  await expect(notice).toBeVisible();
  expect(await askings()).toBe(0);

  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(askings).toBe(1);
  await expect(notice).toBeVisible();
  await perch.clickTray('unlock');
  await expect.poll(askings).toBe(2);
});

for (const event of ['resume', 'unlock-screen'] as const) {
  test(`${event}: it is asked once more, and what was locked comes back by itself`, async ({
    launch,
    keyring,
  }) => {
    const perch = await launch();
    const { page } = perch;
    await expect(page.getByRole('alert').filter({ hasText: LOCKED })).toBeVisible();
    await page.getByRole('navigation').getByRole('button', { name: 'Workspaces' }).click();
    await expect(page.getByTitle('ClickUp did not tell the plan').first()).toBeVisible();
    const askings = await countAskings(perch);
    await wake(perch, event);
    await expect.poll(askings).toBe(1);
    await keyring?.unlock();
    await wake(perch, event);
    await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
    expect(await perch.trayLabels()).toContain('Northwind Studio');
    await expect(page.getByText('Business plan')).toBeVisible();
    await wake(perch, event);
    expect(await askings()).toBe(2);
  });
}
