import { expect, sendAndExpect, test } from './support/test.ts';

test('sample data needs no account, says what it is and leaves with one click', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a Workspace' })).toBeVisible();
  await expect(page.getByText(/sample data/iu).first()).toBeVisible();
  await page.getByRole('option', { name: /Northwind Studio/u }).click();
  await sendAndExpect(page, 200);
  expect(clickup.requests, 'nothing of it reaches the real endpoint').toEqual([]);

  await page
    .getByRole('button', { name: /^Leave/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
});

test('sample data is still there after a restart, with the same Workspace', async ({ launch }) => {
  const first = await launch();
  await first.page.getByRole('button', { name: 'Explore with sample data' }).click();
  await first.page.getByRole('option', { name: /Harbour Clinic/u }).click();
  await expect(first.page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await first.quit();

  const second = await launch();
  await expect(second.page.getByRole('button', { name: /Harbour Clinic/u }).first()).toBeVisible();
  await sendAndExpect(second.page, 200);
});
