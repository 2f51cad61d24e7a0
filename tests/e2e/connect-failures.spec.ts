import { expect, test, TOKEN } from './support/test.ts';

const WRONG = 'pk_4400112_WRONGWRONGWRONGWRONGWRONG0001';

test('a token that ClickUp refuses is named so, and nothing is stored', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await page.getByLabel('Personal token').fill(WRONG);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Token invalid');
  await expect(alert).toContainText('OAUTH_025');
  await expect(page.getByLabel('Personal token')).toHaveValue(WRONG);
  await perch.quit();
  const again = await launch();
  await expect(again.page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
});

test('a malformed token is refused before anything is sent', async ({ launch, clickup }) => {
  const { page } = await launch();
  await page.getByLabel('Personal token').fill('pk_1_ÄÖÜ');
  await expect(
    page.getByRole('button', { name: /Verify and connect|Try it anyway/u }),
  ).toBeDisabled();
  expect(clickup.requests).toHaveLength(0);
});

test('an odd-looking token is a warning, not a wall', async ({ launch, clickup }) => {
  const { page } = await launch();
  await page.getByLabel('Personal token').fill('short');
  await page.getByRole('button', { name: 'Try it anyway' }).click();
  await expect(page.getByRole('alert')).toContainText('Token invalid');
  expect(clickup.requests.length).toBeGreaterThan(0);
});

test('offline is told apart from a refusal, and trying again works', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  clickup.fail({ kind: 'cutBeforeHeaders' });
  await page.getByLabel('Personal token').fill(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('alert')).toContainText(/reach|offline|connection/iu);
  clickup.fail(null);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a Workspace' })).toBeVisible();
});

test('429 says when to try again', async ({ launch, clickup }) => {
  const { page } = await launch();
  clickup.fail({ kind: 'status', status: 429, ecode: 'APP_002', sentence: 'Rate limit reached' });
  await page.getByLabel('Personal token').fill(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('alert')).toContainText('Rate limit reached');
  await expect(page.getByRole('alert')).toContainText(/in (\d+ s|1 min)/u);
});

test('a web page in ClickUp’s place is not taken for an answer', async ({ launch, clickup }) => {
  const { page } = await launch();
  clickup.fail({ kind: 'html', status: 200 });
  await page.getByLabel('Personal token').fill(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('alert')).toContainText(/something else|between|not ClickUp/iu);
});

test('a server that never answers is given up after 15 seconds', async ({ launch, clickup }) => {
  const { page } = await launch();
  clickup.fail({ kind: 'neverAnswer' });
  await page.getByLabel('Personal token').fill(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('alert')).toContainText('did not answer in time', {
    timeout: 25_000,
  });
});
