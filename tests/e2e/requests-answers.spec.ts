import type { Page } from '@playwright/test';
import { CHANNELS } from '../../electron/contract/channels.ts';
import type { Answer, AnswerBody } from '../../electron/contract/requests.ts';
import type { Perch } from './support/perch.ts';
import { answerOf, chooseOperation, connectAndChoose, expect, send, test } from './support/test.ts';

const TASKS = 'Get filtered Workspace tasks';

const findField = (page: Page) => page.getByRole('textbox', { name: 'Find in the answer' });
const tree = (page: Page) => page.getByRole('tree', { name: 'Answer as a tree' });

/** What the page copied last, whichever way it went: the runtimes' clipboards cannot all be read. */
async function hearCopies(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    document.documentElement.dataset['copied'] = '';
    navigator.clipboard.writeText = async (text) => {
      document.documentElement.dataset['copied'] = text;
    };
  });
  return () => page.evaluate(() => document.documentElement.dataset['copied'] ?? '');
}

async function withTasks(perch: Perch): Promise<void> {
  await connectAndChoose(perch);
  await chooseOperation(perch.page, TASKS);
  await send(perch.page);
  await answerOf(perch.page).getByText('200 OK').waitFor();
}

/** Lets main answer with so many short tasks, and gives the length of that answer. */
const answerWithTasks = ({ app }: Perch, count: number): Promise<number> =>
  app.evaluate(
    ({ ipcMain }, [channel, many]) => {
      const tasks = Array.from({ length: many }, (_, number) => ({
        id: `86c${number}`,
        name: `Task number ${number} with a name of the usual length`,
        status: { id: 'p90_open', status: 'in progress', color: '#2760d8', type: 'custom' },
        due_date: '1795129200000',
        list: { id: `90${number}`, name: 'Sales' },
        assignees: [{ id: 183, username: 'Ada Kessler' }],
      }));
      const text = JSON.stringify({ tasks });
      const value: Answer = {
        status: 200,
        statusText: 'OK',
        target: '/api/v2/user',
        durationMs: 40,
        bytes: text.length,
        contentType: 'application/json',
        budget: null,
        attempts: [],
        redacted: 0,
        body: { kind: 'json', text },
      };
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, () => ({ ok: true, value }));
      return text.length;
    },
    [CHANNELS.requests.send, count] as const,
  );

/** Lets main answer with a body that the double would not give. */
const answerWith = ({ app }: Perch, body: AnswerBody) =>
  app.evaluate(
    ({ ipcMain }, [channel, given]) => {
      const value: Answer = {
        status: 200,
        statusText: 'OK',
        target: '/api/v2/user',
        durationMs: 40,
        bytes: 5_000_000,
        contentType: 'application/json',
        budget: null,
        attempts: [],
        redacted: 0,
        body: given,
      };
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, () => ({ ok: true, value }));
    },
    [CHANNELS.requests.send, body] as const,
  );

test('Control F finds in names and values, opens what is folded, and goes round', async ({
  launch,
}) => {
  const perch = await launch();
  const { page } = perch;
  await withTasks(perch);
  await page.keyboard.press('ControlOrMeta+f');
  await expect(findField(page)).toBeFocused();
  await page.keyboard.type('"86c0soebf"');
  await expect(answerOf(page).getByText(/^1 of \d+$/u)).toBeVisible();
  await expect(page.locator('mark[data-current]')).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^id: .86c0soebf/u })).toBeVisible();

  await findField(page).fill('username');
  const count = answerOf(page).getByText(/ of \d+$/u);
  await expect(count).toHaveText(/^1 of /u);
  await page.keyboard.press('Shift+Enter');
  const [at, all] = ((await count.textContent()) ?? '').split(' of ');
  expect(at).toBe(all);
  await page.keyboard.press('Enter');
  await expect(count).toHaveText(/^1 of /u);

  await page.getByRole('tab', { name: 'Raw' }).click();
  await expect(count).toHaveText(`1 of ${all}`);
  await expect(page.locator('mark[data-current]')).toHaveText('username');
  await findField(page).fill('zebra');
  await expect(answerOf(page).getByText('No match')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(findField(page)).toHaveCount(0);
});

test('the tree is walked by arrows, and values and paths are copied', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await withTasks(perch);
  const clipboard = await hearCopies(page);
  await tree(page).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  const id = page.getByRole('treeitem', { name: /^id: .86c/u, selected: true });
  await expect(id).toBeVisible();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(id.getByText('Copied')).toBeAttached();
  const value = await clipboard();
  expect(value).toMatch(/^86c\w+$/u);
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await expect.poll(clipboard).toBe('tasks[0].id');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('treeitem', { name: /^0: /u })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});

test('an id leads to what reads it by Enter, and Back to where one was', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await withTasks(perch);
  await page.getByRole('treeitem', { name: /^0: /u }).click();
  const link = page.getByTitle('Open with Get task', { exact: true }).first();
  const id = ((await link.textContent()) ?? '').replaceAll('"', '');
  await tree(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Get task', exact: true })).toBeVisible();
  await expect(answerOf(page).getByText('200 OK')).toBeVisible();
  expect(clickup.requests.at(-1)).toMatchObject({ path: `/api/v2/task/${id}`, status: 200 });

  await page.keyboard.press('ControlOrMeta+f');
  await findField(page).fill('team_id');
  await page.getByTitle('Open with Get Spaces', { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Get Spaces', exact: true })).toBeVisible();
  await expect(answerOf(page).getByText('200 OK')).toBeVisible();
  const before = clickup.requests.length;
  await page.getByRole('button', { name: 'Back to Get task', exact: true }).click();
  await page.getByRole('button', { name: `Back to ${TASKS}` }).click();
  await expect(page.getByRole('heading', { name: TASKS })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^0: /u })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(page.getByRole('button', { name: /^Back to/u })).toHaveCount(0);
  expect(clickup.requests).toHaveLength(before);
});

test('5 MB in 20,000 lines stay within 300 rows and scroll smoothly', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  const length = await answerWithTasks(perch, 20_000);
  expect(length).toBeGreaterThan(4_900_000);
  await chooseOperation(page, 'Get authorized user');
  const started = performance.now();
  await send(page);
  await expect(page.getByRole('treeitem', { name: /^0: /u })).toBeVisible({ timeout: 30_000 });
  const shownMs = performance.now() - started;

  const measure = (selector: string) =>
    page.evaluate(async (wanted) => {
      const scroller = document.querySelector(wanted);
      if (scroller === null) throw new Error('Nothing to scroll');
      const frame = () => new Promise((painted) => requestAnimationFrame(painted));
      const work: number[] = [];
      let rows = 0;
      for (let step = 1; step <= 60; step += 1) {
        const before = performance.now();
        scroller.scrollTop = (scroller.scrollHeight * step) / 61;
        scroller.dispatchEvent(new Event('scroll'));
        work.push(performance.now() - before);
        await frame();
        rows = Math.max(rows, scroller.querySelectorAll('[data-index], [data-start]').length);
      }
      work.sort((a, b) => a - b);
      return {
        rows,
        median: work[work.length >> 1] ?? 0,
        p95: work[Math.floor(work.length * 0.95)] ?? 0,
        height: scroller.scrollHeight,
      };
    }, selector);
  const inTree = await measure('[role="tree"]');
  await page.getByRole('tab', { name: 'Raw' }).click();
  await page.locator('[data-start]').first().waitFor();
  const inRaw = await measure('[role="group"][aria-label="Raw"]');
  test.info().annotations.push({
    type: 'measured',
    description: JSON.stringify({ shownMs, inTree, inRaw }),
  });
  expect(inTree.height).toBeGreaterThan(20_000 * 20);
  expect(inTree.rows).toBeLessThanOrEqual(300);
  expect(inRaw.rows).toBeLessThanOrEqual(300);
});

test('an answer that is too large shows its head and can be saved', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await answerWith(perch, { kind: 'large', head: '{"tasks":[{"id":"86c1"},' });
  await chooseOperation(page, 'Get authorized user');
  await send(page);
  await expect(page.getByText(/too large to show/u)).toBeVisible();
  await expect(answerOf(page).getByText('{"tasks":[{"id":"86c1"},')).toBeVisible();
  await perch.app.evaluate(({ ipcMain }, channel) => {
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, () => ({ ok: true, value: { name: 'tasks.json' } }));
  }, CHANNELS.files.saveAnswer);
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await expect(page.getByRole('button', { name: 'Saved as tasks.json' })).toBeVisible();
});

test('how it went is told behind the time', async ({ launch }) => {
  const perch = await launch();
  const { page } = perch;
  await withTasks(perch);
  await page.getByTitle('How it went').click();
  const details = page.getByRole('dialog', { name: 'How it went' });
  await expect(details.getByText('Attempts')).toBeVisible();
  await expect(details.getByText('/api/v2/team/9002411/task')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
});

test('a request is copied as code, and no code holds the token', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await chooseOperation(page, 'Get task');
  const clipboard = await hearCopies(page);
  const copy = async (language: string) => {
    await page.getByRole('button', { name: 'Copy as code' }).click();
    await page.getByRole('menuitem', { name: `Copy as ${language}` }).click();
  };
  await copy('cURL');
  await expect(page.getByText('Not copied: the request is not complete.')).toBeAttached();
  await page.getByLabel('task_id').fill("it's");
  await page.keyboard.press('Tab');
  for (const [language, start] of [
    ['cURL', 'curl --request GET'],
    ['fetch', 'const response = await fetch('],
    ['Python', 'import os'],
  ] as const) {
    await copy(language);
    await expect.poll(clipboard).toContain(start);
    const code = await clipboard();
    expect(code).toContain(`${clickup.origin}/api/v2/task/it`);
    expect(code).toContain('CLICKUP_TOKEN');
    expect(code).not.toContain('CANARY');
  }
});
