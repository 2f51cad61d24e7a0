import type { Page } from '@playwright/test';
import {
  answerOf,
  chooseOperation,
  connectAndChoose,
  expect,
  type Fixtures,
  send,
  test,
} from './support/test.ts';

/** Requests that changed something, or tried to. */
const writesOf = (clickup: Fixtures['clickup']) =>
  clickup.requests.filter(({ method }) => method !== 'GET');

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const ask = (page: Page) => page.getByRole('alertdialog');
/** The choices of the picker that is open. */
const popup = (page: Page) => page.locator('[popover]');
const offered = (page: Page, kind: string) =>
  popup(page).getByRole('group', { name: kind, exact: true }).getByRole('option');

/** Chooses a List by its Space and Folder, with the keyboard alone. */
async function chooseListByKeys(page: Page): Promise<void> {
  await field(page, 'list_id').focus();
  await page.keyboard.press('ArrowDown');
  for (const [typed, kind] of [
    ['Platform', 'Spaces'],
    ['Web app', 'Folders'],
    ['Sprint 48', 'Lists'],
  ] as const) {
    await expect(offered(page, kind).first()).toBeVisible();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await expect(field(page, 'list_id')).toHaveValue('Sprint 48');
}

test('a task is created by its form, with the keyboard alone, after one question', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Create task');
  await chooseListByKeys(page);
  await field(page, 'name').fill('Call Ada');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(ask(page)).toContainText('Create task “Call Ada” in List “Sprint 48”?');
  expect(writesOf(clickup)).toHaveLength(0);

  await page.keyboard.press('Escape');
  await expect(ask(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Send/u })).toBeFocused();
  expect(writesOf(clickup)).toHaveLength(0);

  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(ask(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(answerOf(page).getByText('200').first()).toBeVisible();
  expect(writesOf(clickup)).toMatchObject([
    { method: 'POST', path: '/api/v2/list/901204446/task', status: 200 },
  ]);
});

test('a body that does not fit is told, can be corrected, and can be sent all the same', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Create task');
  await field(page, 'list_id').fill('901204446');
  await send(page);
  await expect(ask(page)).toContainText('name: needed');
  await page.keyboard.press('Enter');
  await expect(field(page, 'name')).toBeFocused();
  expect(writesOf(clickup)).toHaveLength(0);

  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect(answerOf(page).getByText('400').first()).toBeVisible();
  expect(writesOf(clickup)).toHaveLength(1);
});

test('a delete names what goes, and Enter keeps it', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Delete task');
  await field(page, 'task_id').click();
  await offered(page, 'Tasks').first().click();
  const name = await field(page, 'task_id').inputValue();
  await send(page);
  await expect(ask(page)).toContainText(`Delete task “${name}” in List`);
  await expect(ask(page)).toContainText('This cannot be undone.');
  await page.keyboard.press('Enter');
  await expect(ask(page)).toHaveCount(0);
  expect(writesOf(clickup)).toHaveLength(0);

  await send(page);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(answerOf(page).getByText('204').first()).toBeVisible();
  expect(writesOf(clickup)).toMatchObject([{ method: 'DELETE', status: 204 }]);

  // What was offered before the write is asked for again.
  await field(page, 'task_id').click();
  await expect(offered(page, 'Tasks').first()).toBeVisible();
  await expect(popup(page).getByRole('option', { name })).toHaveCount(0);
});

test('a changed request is asked about anew', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Delete task');
  await field(page, 'task_id').fill('86c0aaaaa');
  await page.keyboard.press('Escape');
  await expect(field(page, 'task_id')).toHaveValue('');
  await field(page, 'task_id').fill('86c0zzzzz');
  await send(page);
  await expect(ask(page)).toContainText('Delete task 86c0zzzzz?');
  await field(page, 'task_id').fill('86c0bbbbb');
  await expect(ask(page)).toHaveCount(0);
  expect(writesOf(clickup)).toHaveLength(0);
});

test('a body as JSON: completion, mistakes in words, and the way back to the form', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Create task');
  await field(page, 'list_id').fill('901204446');
  await field(page, 'name').fill('Written as JSON');
  await page.getByRole('tab', { name: 'JSON' }).click();
  const editor = page.getByRole('textbox', { name: 'Body as JSON' });
  await expect(editor).toContainText('"name": "Written as JSON"');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(', "desc');
  await page.getByRole('option', { name: /^description/u }).click();
  await page.keyboard.type('All of it');
  await expect(editor).toContainText('"description": "All of it"');

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' x');
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  await page.getByRole('tab', { name: 'Form' }).click();
  await expect(page.getByRole('alert')).toContainText(/Line 3, column \d+: the JSON has ended/u);
  await send(page);
  await expect(ask(page)).toHaveCount(0);
  await expect(editor).toBeFocused();

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Backspace');
  await page.getByRole('tab', { name: 'Form' }).click();
  await page.getByRole('button', { name: /optional fields/u }).click();
  await expect(field(page, 'description')).toHaveValue('All of it');
  await send(page);
  await page.keyboard.press('Enter');
  await expect(answerOf(page).getByText('200').first()).toBeVisible();
  expect(writesOf(clickup)).toHaveLength(1);
});

test('choices that cannot be read say so, and an id can be typed', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Get List');
  clickup.fail({ kind: 'status', status: 403, ecode: 'X_001', sentence: 'Not for you' });
  await field(page, 'list_id').click();
  await expect(page.getByRole('option', { name: /You may not do this/u })).toBeVisible();
  clickup.fail(null);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Platform' })).toBeVisible();
  await page.keyboard.type('901204446');
  await page.keyboard.press('Enter');
  await expect(popup(page)).toHaveCount(0);
  await send(page);
  await expect(answerOf(page).getByText('200').first()).toBeVisible();
  expect(clickup.requests.at(-1)?.path).toBe('/api/v2/list/901204446');
});

test('what a request waits for is told, and it can be cancelled', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Delete task');
  await field(page, 'task_id').fill('86c0q2v9x');
  clickup.fail({ kind: 'neverAnswer' });
  await send(page);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/cancelled/iu).first()).toBeVisible();
});

test('without a network a write is an outcome like any other, and nothing was sent', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Delete task');
  await field(page, 'task_id').fill('86c0q2v9x');
  await clickup.close();
  await send(page);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(answerOf(page).getByRole('alert')).toContainText('You are offline');
});

test('the sample asks too, and marks what it lacks', async ({ launch }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await page.getByRole('option', { name: /Northwind Studio/u }).click();
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  await page.getByRole('combobox', { name: 'Find an operation' }).fill('get goals');
  const gap = page.getByRole('option', { name: 'Get goals', exact: true });
  await expect(gap).toHaveAttribute('aria-description', 'not in the sample data');
  await page.keyboard.press('Escape');
  await chooseOperation(page, 'Create task');
  await field(page, 'list_id').fill('901204446');
  await field(page, 'name').fill('In the sample');
  await send(page);
  await expect(ask(page)).toContainText('Create task “In the sample” in List 901204446?');
});

test('operations are found, folded and opened without the mouse', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  const search = page.getByRole('combobox', { name: 'Find an operation' });
  await search.fill('foldreless');
  await expect(page.getByRole('option').first()).toHaveAccessibleName(/folderless/u);
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  // The list follows the search as soon as it can, not at once.
  await expect(page.getByRole('option')).toHaveCount(171);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('option', { name: /^Attachments: show/u })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('option')).toHaveCount(171);
  await search.fill('get authorized user');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Get authorized user' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
});
