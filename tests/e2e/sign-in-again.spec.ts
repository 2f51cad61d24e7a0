import type { Page } from '@playwright/test';
import {
  answerTo,
  authorizeAddressOf,
  deliverLink,
  expect,
  test,
  waitingPerch,
} from './support/oauth.ts';
import type { Perch } from './support/perch.ts';
import {
  chooseOperation,
  connect,
  connectAndChoose,
  type Fixtures,
  send,
  TOKEN,
} from './support/test.ts';

/* What was ended in ClickUp: a token that is gone, and a Workspace that was taken away. */

const NORTHWIND = '9002411';
const HARBOUR = '9002587';
const NEXT_TOKEN = 'pk_4400112_CANARYCANARYCANARYCANARY0002';

/** Connected by OAuth with two Workspaces, in Northwind Studio; with the token that was given. */
async function signedIn(launch: Fixtures['launch'], clickup: Fixtures['clickup']) {
  const perch = await waitingPerch(launch);
  const { page } = perch;
  await deliverLink(perch, await answerTo(perch, clickup, [NORTHWIND, HARBOUR]));
  await page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  await page.getByRole('option', { name: /Northwind Studio/u }).click();
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  const token = clickup.issued.findLast(({ kind }) => kind === 'token')?.value ?? '';
  return { ...perch, token };
}

const goTo = (page: Page, screen: 'Requests' | 'Tokens'): Promise<void> =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();

async function sendSomething(page: Page): Promise<void> {
  await goTo(page, 'Requests');
  await chooseOperation(page, 'Get authorized user');
  await send(page);
}

/** The words that stand in the list, the status line, the tray and the switcher. */
async function expectEverywhere(
  perch: Perch,
  { status, tray }: { readonly status: string; readonly tray: readonly string[] },
): Promise<void> {
  const { page } = perch;
  await expect(page.getByRole('contentinfo').getByText(status)).toBeVisible();
  expect((await perch.trayLabels()).slice(0, tray.length)).toEqual(tray);
  await page.getByRole('button', { name: /Workspace switcher/u }).click();
  await expect(page.getByRole('menuitem', { name: status })).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo(page, 'Tokens');
  const card = page.getByRole('listitem', { name: 'Ada Kessler' });
  await expect(card.getByText(status, { exact: true }).first()).toBeVisible();
}

test('a revoked personal token “needs a new token” everywhere and comes back with one paste', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  clickup.regenerate(TOKEN, NEXT_TOKEN);
  await sendSomething(page);
  await expect(page.getByRole('alert').first()).toContainText('no longer knows this token');
  await expectEverywhere(perch, {
    status: 'Needs a new token',
    tray: ['Ada Kessler: needs a new token', 'Enter a new token…', 'Tokens…'],
  });
  await perch.quit();

  const again = await launch();
  expect((await again.trayLabels())[0]).toBe('Ada Kessler: needs a new token');
  await again.clickTray('connect');
  const field = again.page.getByLabel('Personal token');
  await expect(again.page.getByText(/old token stops at once/u)).toBeVisible();
  await field.fill(NEXT_TOKEN);
  await field.press('Enter');
  await expect(again.page.getByText('Connected as Ada Kessler')).toBeVisible();
  // The same connection with the same Workspace, not another one beside it.
  await expect(
    again.page.getByRole('button', { name: /switcher: Northwind Studio/u }),
  ).toBeVisible();
  await goTo(again.page, 'Tokens');
  await expect(again.page.getByRole('listitem', { name: 'Ada Kessler' })).toHaveCount(1);
});

for (const way of ['notice', 'card', 'tray'] as const) {
  test(`a revoked sign-in says “Sign in again” everywhere and comes back by the ${way}`, async ({
    launch,
    clickup,
  }) => {
    const perch = await signedIn(launch, clickup);
    const { page } = perch;
    clickup.revoke(perch.token);
    await sendSomething(page);
    await expect(page.getByRole('alert').first()).toContainText('no longer knows this sign-in');
    await expectEverywhere(perch, {
      status: 'Sign in again',
      tray: ['Ada Kessler: sign in again', 'Sign in again…', 'Tokens…'],
    });

    const before = await authorizeAddressOf(perch);
    const card = page.getByRole('listitem', { name: 'Ada Kessler' });
    if (way === 'tray') await perch.clickTray('signIn');
    else {
      const place = way === 'card' ? card : page.getByRole('alert');
      await place.getByRole('button', { name: 'Sign in again' }).click();
    }
    await expect(page.getByRole('heading', { name: 'Waiting for your browser' })).toBeVisible();
    await deliverLink(
      perch,
      await answerTo(perch, clickup, [NORTHWIND, HARBOUR], 'connect', before),
    );
    // Nobody is asked whose account it is: it is the one that was there.
    await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
    await expect(page.getByRole('button', { name: /switcher: Northwind Studio/u })).toBeVisible();
    await goTo(page, 'Tokens');
    await expect(card).toHaveCount(1);
    await expect(card.getByText('Working')).toBeVisible();
  });
}

test('of two connections each is mended by its own way, whichever is active', async ({
  launch,
  clickup,
}) => {
  const perch = await signedIn(launch, clickup);
  const { page } = perch;
  await goTo(page, 'Tokens');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('tab', { name: 'Personal token' }).click();
  await connect(perch);
  clickup.regenerate(TOKEN, NEXT_TOKEN);
  clickup.revoke(perch.token);
  await goTo(page, 'Tokens');
  const cards = page.getByRole('listitem', { name: 'Ada Kessler' });
  const oauth = cards.filter({ hasText: 'OAuth' });
  const personal = cards.filter({ hasText: 'Personal token' });
  for (const card of [oauth, personal]) {
    await card.getByRole('button', { name: 'Verify now' }).click();
    await expect(card.getByRole('alert')).toBeVisible();
  }
  await expect(personal.getByText('Needs a new token')).toBeVisible();
  await expect(oauth.getByRole('button', { name: 'Sign in again' })).toBeVisible();

  // The personal one is active: making the other one active must not lead its button astray.
  await oauth.getByRole('button', { name: 'Make active' }).click();
  await personal.getByRole('button', { name: 'Enter a new token' }).click();
  await page.getByLabel('Personal token').fill(NEXT_TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  await goTo(page, 'Tokens');
  await expect(personal.getByText('Working')).toBeVisible();
  await expect(oauth.getByText('Sign in again').first()).toBeVisible();
});

async function askForSpaces(page: Page): Promise<void> {
  await goTo(page, 'Requests');
  await chooseOperation(page, 'Get Spaces');
  await send(page);
}

test('a Workspace that was taken away is told and causes no loop; the token stays, and it can be allowed again', async ({
  launch,
  clickup,
}) => {
  const perch = await signedIn(launch, clickup);
  const { page } = perch;
  clickup.forgetWorkspace(perch.token, NORTHWIND);
  await askForSpaces(page);
  // Of two Workspaces one is left, so there is nothing to pick: the notice tells what happened.
  const notice = page.getByRole('alert').filter({ hasText: 'Northwind Studio' });
  await expect(notice).toContainText('Perch may no longer use Northwind Studio');
  await expect(notice).toContainText('Your sign-in is kept');
  await expect(page.getByRole('button', { name: /switcher: / })).toBeVisible();
  const asked = clickup.requests.length;
  await sendSomething(page);
  await expect(page.getByText('200').first()).toBeVisible();
  expect(clickup.requests.slice(asked).map(({ path }) => path)).toEqual(['/api/v2/user']);

  const before = await authorizeAddressOf(perch);
  await notice.getByRole('button', { name: 'Add or remove Workspaces' }).click();
  await deliverLink(perch, await answerTo(perch, clickup, [NORTHWIND, HARBOUR], 'connect', before));
  await expect(page.getByRole('button', { name: /switcher: Northwind Studio/u })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('with several left, the picker asks which; one chosen, the notice is gone', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  clickup.forgetWorkspace(TOKEN, NORTHWIND);
  await askForSpaces(page);
  await expect(page.getByRole('heading', { name: 'Choose a Workspace' })).toBeVisible();
  const notice = page.getByRole('alert').filter({ hasText: 'Northwind Studio' });
  await expect(notice).toContainText('no longer among your Workspaces');
  await expect(page.getByRole('option', { name: /Northwind Studio/u })).toHaveCount(0);
  await page.getByRole('option').first().click();
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
});

test('OAUTH_027 for a task that is not there loses no Workspace', async ({ launch, clickup }) => {
  const perch = await signedIn(launch, clickup);
  const { page } = perch;
  await chooseOperation(page, 'Get task');
  await page.getByLabel('task_id').fill('nosuchtask');
  const asked = clickup.requests.length;
  await send(page);
  await expect(page.getByText('OAUTH_027').first()).toBeVisible();
  // It was looked into: ClickUp was asked which Workspaces there are.
  await expect
    .poll(() => clickup.requests.slice(asked).map(({ path }) => path))
    .toContain('/api/v2/team');
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  await expect(page.getByRole('button', { name: /switcher: Northwind Studio/u })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'no longer' })).toHaveCount(0);
});
