import {
  answerOf,
  chooseOperation,
  connectAndChoose,
  expect,
  send,
  sendAndExpect,
  test,
} from './support/test.ts';

test('filtered tasks: parameters go where they belong and the answer is whole', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Get filtered Workspace tasks');
  await page.getByRole('button', { name: /optional parameters/u }).click();
  await page.getByLabel('page', { exact: true }).fill('1');
  await send(page);
  const answer = answerOf(page);
  await expect(answer.getByText('200').first()).toBeVisible();
  await expect(answer.getByText('tasks').first()).toBeVisible();
  const sent = clickup.requests.at(-1);
  expect(sent).toMatchObject({ method: 'GET', path: '/api/v2/team/9002411/task', status: 200 });
  expect(JSON.stringify(sent?.query)).toContain('1');
});

test('an error status is an answer, with ClickUp’s own sentence', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Get task');
  await page.getByLabel('task_id', { exact: true }).fill('doesnotexist');
  await send(page);
  const answer = answerOf(page);
  await expect(answer.getByText('401').first()).toBeVisible();
  await expect(answer.getByText('Team not authorized').first()).toBeVisible();
});

test('a value that would leave its place in the path is refused unsent', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  const before = clickup.requests.length;
  await chooseOperation(page, 'Get task');
  for (const hostile of ['..', '.', '\u0001']) {
    const answer = await page.evaluate(
      (value) =>
        window.perch.requests.send({
          requestId: crypto.randomUUID(),
          operationId: 'get-task',
          body: { kind: 'none' },
          parameters: { task_id: value },
        }),
      hostile,
    );
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'task_id' } });
  }
  expect(clickup.requests).toHaveLength(before);
  await page.evaluate(() =>
    window.perch.requests.send({
      requestId: crypto.randomUUID(),
      operationId: 'get-task',
      body: { kind: 'none' },
      parameters: { task_id: '../../oauth/token?x=#y' },
    }),
  );
  expect(clickup.requests.map(({ path }) => path)).toContain(
    '/api/v2/task/..%2F..%2Foauth%2Ftoken%3Fx%3D%23y',
  );
});

test('a request that takes long can be cancelled', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  clickup.fail({ kind: 'neverAnswer' });
  await chooseOperation(page, 'Get authorized user');
  await send(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/cancelled/iu).first()).toBeVisible();
  clickup.fail(null);
  await sendAndExpect(page, 200);
});

test('an HTML answer is shown raw', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  clickup.fail({ kind: 'html', status: 502 });
  await sendAndExpect(page, 502);
  await expect(answerOf(page).getByText(/<h1>/u).first()).toBeVisible();
});

test('what the sample lacks is told as such and not as an error', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  clickup.fail({ kind: 'status', status: 501, ecode: 'SAMPLE_501', sentence: 'Not here.' });
  await chooseOperation(page, 'Get authorized user');
  await send(page);
  const answer = answerOf(page);
  await expect(answer.getByText('Not in the sample data')).toBeVisible();
  await expect(answer.getByText('501')).toHaveCount(0);
  await answer.getByRole('button', { name: 'Connect your account' }).click();
  await expect(page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
});

test('the budget in the status line is the one ClickUp granted', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await sendAndExpect(page, 200);
  await expect(page.getByText(/\d+ of \d+ left/u).first()).toBeVisible();
});

test('a token revoked elsewhere is noticed, and everything but the token stays', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  clickup.fail({ kind: 'status', status: 401, ecode: 'OAUTH_025', sentence: 'Token invalid' });
  await sendAndExpect(page, 401);
  await expect(page.getByText(/needs a new token/iu).first()).toBeVisible();
  expect(await perch.trayLabels()).toContain('Ada Kessler: needs a new token');
  await expect(page.getByRole('button', { name: /Northwind Studio/u }).first()).toBeVisible();
});

test('403, 429 and 5xx never touch the sign-in', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  for (const status of [403, 500, 502]) {
    clickup.fail({ kind: 'status', status, ecode: 'X_001', sentence: 'Not now' });
    await sendAndExpect(page, status);
  }
  clickup.fail({ kind: 'rateLimited', headers: 'retryAfter', times: 1 });
  await chooseOperation(page, 'Get authorized user');
  await send(page);
  // A refusal for the limit is waited out, and the person may stop waiting.
  await expect(page.getByText(/waiting for the limit, 1 request/u).first()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/needs a new token/iu)).toHaveCount(0);
  await expect(page.getByText(/waiting for the limit/u)).toHaveCount(0);
});
