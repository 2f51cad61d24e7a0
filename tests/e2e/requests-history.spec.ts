import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Perch } from './support/perch.ts';
import {
  answerOf,
  chooseOperation,
  connectAndChoose,
  expect,
  send,
  sendAndExpect,
  test,
} from './support/test.ts';

const openHistory = (page: Page) => page.getByRole('tab', { name: 'History' }).click();
const row = (page: Page, name: RegExp) => page.getByRole('listitem').filter({ hasText: name });

async function askForTask(perch: Perch, id: string, status: string): Promise<void> {
  const { page } = perch;
  await chooseOperation(page, 'Get task');
  await page.getByLabel('task_id').fill(id);
  await page.keyboard.press('Tab');
  await send(page);
  await answerOf(page).getByText(status).first().waitFor();
}

test('what was sent is there after a restart, folded, and goes out again', async ({
  launch,
  clickup,
}) => {
  const first = await launch();
  await connectAndChoose(first);
  await sendAndExpect(first.page, 200);
  await askForTask(first, 'nonesuch', '401');
  await sendAndExpect(first.page, 200);
  await openHistory(first.page);
  await expect(row(first.page, /Get authorized user/u)).toContainText('× 2');
  await first.quit();

  const second = await launch();
  const { page } = second;
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  await openHistory(page);
  const task = row(page, /nonesuch/u);
  await expect(task).toContainText('401');
  const before = clickup.requests.length;
  await task.getByRole('button', { name: /Get task/u }).click();
  await expect(page.getByLabel('task_id')).toHaveValue('nonesuch');
  expect(clickup.requests).toHaveLength(before);
  await task.getByRole('button', { name: 'Send again' }).click();
  await expect(answerOf(page).getByText('401').first()).toBeVisible();
  await expect
    .poll(() => clickup.requests.slice(before).map(({ path }) => path))
    .toContain('/api/v2/task/nonesuch');
  await expect(task).toContainText('× 2');
});

test('entries are pinned, removed and cleared, and clearing is undone', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await sendAndExpect(page, 200);
  await askForTask(perch, 'nonesuch', '401');
  await openHistory(page);
  const user = row(page, /Get authorized user/u);
  await user.getByRole('button', { name: /Get authorized user/u }).focus();
  await user.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Pinned' })).toContainText('Get authorized user');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(row(page, /nonesuch/u)).toHaveCount(0);
  await expect(user).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, /nonesuch/u)).toBeVisible();
  await row(page, /nonesuch/u)
    .getByRole('button', { name: /Get task/u })
    .focus();
  await row(page, /nonesuch/u)
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect(row(page, /nonesuch/u)).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Find in the history' }).fill('zebra');
  await expect(page.getByText('No request matches')).toBeVisible();
});

test('a write that is sent again is asked about first', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  const sent = await page.evaluate(() =>
    window.perch.requests.send({
      requestId: crypto.randomUUID(),
      operationId: 'create-task',
      parameters: { list_id: '901204418' },
      body: { kind: 'json', text: '{"name":"From the history"}' },
    }),
  );
  expect(sent).toMatchObject({ ok: true, value: { status: 200 } });
  await openHistory(page);
  const entry = row(page, /From the history/u);
  await entry.getByRole('button', { name: /Create task/u }).focus();
  const before = clickup.requests.filter(({ method }) => method === 'POST').length;
  await entry.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByRole('button', { name: /^(?:Create|Send|Yes)/u }).first()).toBeVisible();
  expect(clickup.requests.filter(({ method }) => method === 'POST')).toHaveLength(before);
});

test('no secret reaches the file, and signing out deletes it', async ({ launch, userData }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  const ask = (parameters: Readonly<Record<string, string>>, text: string) =>
    page.evaluate(
      ([values, body]) =>
        window.perch.requests.send({
          requestId: crypto.randomUUID(),
          operationId: 'create-webhook',
          parameters: values,
          body: { kind: 'json', text: body },
        }),
      [parameters, text] as const,
    );
  await ask(
    { team_id: '9002411' },
    JSON.stringify({
      endpoint: 'https://hook.example/pk_4400112_CANARYCANARYCANARYCANARY0001',
      events: ['taskCreated'],
      secret: 'CANARY_WEBHOOK_SECRET',
      client_secret: 'CANARY_CLIENT_SECRET',
    }),
  );
  const files = async () => {
    const names = (await readdir(userData)).filter((name) => name.startsWith('history-'));
    return Promise.all(names.map((name) => readFile(join(userData, name), 'utf8')));
  };
  await expect.poll(async () => (await files()).length).toBeGreaterThan(0);
  const found = await files();
  expect(found.some((text) => text.includes('create-webhook'))).toBe(true);
  for (const text of found) expect(text).not.toContain('CANARY');

  await openHistory(page);
  await row(page, /create-webhook|Create webhook/iu)
    .getByRole('button', { name: /webhook/iu })
    .focus();
  await expect(
    page.getByRole('button', { name: 'Secrets were left out: open it and fill them in' }),
  ).toBeDisabled();

  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Tokens' })
    .click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Yes, sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  await expect.poll(async () => (await files()).length).toBe(0);
});
