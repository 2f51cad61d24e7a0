import { connectAndChoose, expect, sendAndExpect, test, TOKEN } from './support/test.ts';

test('first run: token, picker, request; quit and start again, still there', async ({
  launch,
  clickup,
}) => {
  const first = await launch();
  await expect(first.page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  expect(clickup.requests).toHaveLength(0);

  await connectAndChoose(first);
  await sendAndExpect(first.page, 200);
  expect(clickup.requests.at(-1)).toMatchObject({ status: 200, authorization: 'personal' });
  await first.quit();

  const before = clickup.requests.length;
  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await expect(
    second.page.getByRole('button', { name: /Northwind Studio/u }).first(),
  ).toBeVisible();
  await expect
    .poll(() => clickup.requests.length, { message: 'the token is verified once the window shows' })
    .toBeGreaterThan(before);
  const [shownAt = Number.POSITIVE_INFINITY] = await second.shownAt();
  const early = clickup.requests.slice(before).filter(({ at }) => at < shownAt);
  expect(early, 'no network call before the window shows').toEqual([]);
  await expect(second.page.getByText('Connected as Ada Kessler')).toBeVisible();
});

test('a token pasted with its header name and quotes is understood', async ({ launch }) => {
  const { page } = await launch();
  await page.getByLabel('Personal token').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, `Authorization: "${TOKEN}"`);
  await expect(page.getByLabel('Personal token')).toHaveValue(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a Workspace' })).toBeVisible();
});

test('the picker is worked by keyboard alone', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await expect(page.getByLabel('Personal token')).toBeFocused();
  await page.keyboard.insertText(TOKEN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Choose a Workspace' })).toBeVisible();
  await page.keyboard.type('harbour');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Harbour Clinic/u }).first()).toBeVisible();
});

test('the button to ClickUp opens the page where tokens are made', async ({ launch }) => {
  const perch = await launch();
  await perch.page.getByRole('button', { name: /Open ClickUp/u }).click();
  await expect.poll(perch.openedLinks).toEqual(['https://app.clickup.com/settings/apps']);
});
