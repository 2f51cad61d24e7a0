import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseInDialogs } from './support/dialogs.ts';
import {
  answerOf,
  chooseOperation,
  connectAndChoose,
  expect,
  send,
  sendAndExpect,
  test,
} from './support/test.ts';

/* Files that requests carry, and answers that become files: the page never learns where they lie (P5). */

const TASK = '86c0q2v9x';

test('a file is chosen in the system’s dialog, sent once and then asked for again', async ({
  launch,
  userData,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  const path = join(userData, 'meeting notes.txt');
  await writeFile(path, 'three words here');
  await connectAndChoose(perch);
  await chooseOperation(page, 'Create task attachment');
  await page.getByLabel('task_id', { exact: true }).fill(TASK);

  await chooseInDialogs(perch.app, null);
  await page.getByRole('button', { name: /Choose file/u }).click();
  await expect(page.getByText('meeting notes.txt')).toHaveCount(0);
  await chooseInDialogs(perch.app, path);
  await page.getByRole('button', { name: /Choose file/u }).click();
  await expect(page.getByText('meeting notes.txt')).toBeVisible();
  expect(await page.content()).not.toContain(userData);

  await send(page);
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Send|Create/u })
    .click();
  await expect(answerOf(page).getByText('"meeting notes.txt"').first()).toBeVisible();
  await expect(answerOf(page).getByText('16', { exact: true }).first()).toBeVisible();
  const uploads = clickup.requests.filter(({ method }) => method === 'POST');
  expect(uploads.map(({ path: to, status }) => [to, status])).toEqual([
    [`/api/v2/task/${TASK}/attachment`, 200],
  ]);
  await expect(page.getByRole('button', { name: /Choose file/u })).toBeVisible();
});

test('a spent or made-up handle sends nothing', async ({ launch, clickup }) => {
  const perch = await launch();
  await connectAndChoose(perch);
  const answers = await perch.page.evaluate(
    (task) =>
      Promise.all(
        ['/etc/passwd', crypto.randomUUID()].map((fileId) =>
          window.perch.requests.send({
            requestId: crypto.randomUUID(),
            operationId: 'create-task-attachment',
            parameters: { task_id: task },
            body: { kind: 'file', fileId, fields: {} },
          }),
        ),
      ),
    TASK,
  );
  expect(answers).toMatchObject([
    { ok: false, error: { kind: 'invalid' } },
    { ok: false, error: { kind: 'expired' } },
  ]);
  expect(clickup.requests.some(({ method }) => method === 'POST')).toBe(false);
});

test('an answer is saved where the person says, as it is shown', async ({ launch, userData }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await sendAndExpect(page, 200);
  const path = join(userData, 'answer.json');
  await chooseInDialogs(perch.app, path);
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await expect(page.getByRole('button', { name: 'Saved as answer.json' })).toBeVisible();
  const saved: unknown = JSON.parse(await readFile(path, 'utf8'));
  expect(saved).toMatchObject({ user: { username: 'Ada Kessler' } });
});
