import { CHANNELS } from '../../../electron/contract/channels.ts';
import type { Answer, AnswerBody } from '../../../electron/contract/requests.ts';
import { answerOf, chooseOperation, send } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, Visit } from '../stop.ts';
import { answered, asked, opened } from '../support/asking.ts';

async function withTasks(visit: Visit): Promise<Perch> {
  const perch = await asked(visit, 'Get filtered Workspace tasks');
  await answered(perch, '200 OK');
  return perch;
}

async function searching(visit: Visit, text: string): Promise<Perch> {
  const perch = await withTasks(visit);
  await answerOf(perch.page).getByRole('button', { name: 'Find in the answer' }).click();
  await perch.page.getByRole('textbox', { name: 'Find in the answer' }).fill(text);
  return perch;
}

/** Lets main answer every request with this. */
const answerWith = ({ app }: Perch, answer: Partial<Answer> & { readonly body: AnswerBody }) =>
  app.evaluate(
    ({ ipcMain }, [name, part]) => {
      const value = {
        status: 200,
        statusText: 'OK',
        target: '/api/v2/team/9002411/task',
        durationMs: 412,
        bytes: 24_117_248,
        contentType: 'application/json; charset=utf-8',
        budget: null,
        attempts: [{ waitedMs: 0, durationMs: 412, outcome: { kind: 'answered', status: 200 } }],
        redacted: 0,
        ...part,
      };
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () => ({ ok: true, value }));
    },
    [CHANNELS.requests.send, answer] as const,
  );

/** An answer that the double does not give, to an operation that needs nothing filled in. */
async function answeredWith(
  visit: Visit,
  answer: Partial<Answer> & { readonly body: AnswerBody },
): Promise<Perch> {
  const perch = await opened(visit, 'Get filtered Workspace tasks');
  await answerWith(perch, answer);
  await send(perch.page);
  await answered(perch, '200 OK');
  return perch;
}

/** Reading an answer: searching it, how it came about, and where its ids lead. */
export const reading: readonly Stop[] = [
  {
    id: 'find',
    title: 'Searching an answer',
    caption: 'What matches is counted and marked; the branch it lies in opens by itself.',
    setUp: async (visit) => {
      const perch = await searching(visit, 'Hartmann');
      for (let times = 0; times < 3; times += 1) await perch.page.keyboard.press('Enter');
      return perch;
    },
    shows: (page) => [answerOf(page).getByText(/^4 of \d+$/u), page.locator('mark[data-current]')],
  },
  {
    id: 'find-raw',
    title: 'Searching the raw text',
    caption: 'The same search, over the text as it came.',
    setUp: async (visit) => {
      const perch = await searching(visit, '"list"');
      await perch.page.getByRole('tab', { name: 'Raw' }).click();
      return perch;
    },
    shows: (page) => [answerOf(page).getByText(/^1 of 100$/u), page.locator('mark[data-current]')],
  },
  {
    id: 'find-none',
    title: 'Nothing found',
    caption: 'Said beside the search; the answer stays as it is.',
    setUp: (visit) => searching(visit, 'zebra'),
    shows: (page) => [answerOf(page).getByText('No match')],
  },
  {
    id: 'answer-details',
    title: 'How it went',
    caption: 'Each attempt with what it waited and took, the budget, and where it was sent.',
    setUp: async (visit) => {
      const perch = await answeredWith(visit, {
        body: { kind: 'json', text: '{"tasks":[],"last_page":true}' },
        bytes: 29,
        durationMs: 184,
        budget: { limit: 100, remaining: 0, resetAt: Date.parse('2026-11-24T09:13:20Z') },
        attempts: [
          { waitedMs: 0, durationMs: 15_000, outcome: { kind: 'failed', error: 'timeout' } },
          { waitedMs: 640, durationMs: 211, outcome: { kind: 'answered', status: 503 } },
          { waitedMs: 1310, durationMs: 184, outcome: { kind: 'answered', status: 200 } },
        ],
      });
      await perch.page.getByTitle('How it went').click();
      return perch;
    },
    shows: (page) => ['no answer in time', page.getByText('Rate budget', { exact: true })],
  },
  {
    id: 'answer-large',
    title: 'Too large to show',
    caption: 'How it begins, and the way to save all of it.',
    setUp: (visit) =>
      answeredWith(visit, {
        body: {
          kind: 'large',
          head: `{"tasks":[${'{"id":"86c0soebf","name":"Plan"},'.repeat(400)}`,
        },
      }),
    shows: (page) => [/too large to show/u, page.getByRole('button', { name: 'Save to a file' })],
  },
  {
    id: 'followed',
    title: 'An id that was followed',
    caption: 'One press on an id opens what reads it, filled in and sent; Back returns.',
    setUp: async (visit) => {
      const perch = await withTasks(visit);
      const { page } = perch;
      await page.getByRole('treeitem', { name: /^0: /u }).click();
      await page.getByTitle('Open with Get task', { exact: true }).first().click();
      await page.getByRole('heading', { name: 'Get task', exact: true }).waitFor();
      await answered(perch, '200 OK');
      return perch;
    },
    shows: (page) => [page.getByRole('button', { name: /^Back to Get filtered/u })],
  },
  {
    id: 'copy-as',
    title: 'Copying as code',
    caption: 'In three languages, with a variable in the place of the token.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Get Spaces');
      await perch.page.getByRole('button', { name: 'Copy as code' }).click();
      return perch;
    },
    shows: () => ['Copy as cURL', 'Copy as Python'],
  },
];

/** Sends a few requests, some of them twice. */
async function withHistory(visit: Visit): Promise<Perch> {
  const perch = await opened(visit, 'Get authorized user');
  const { page } = perch;
  const sendIt = async (title: string, fill?: readonly [string, string]): Promise<void> => {
    await chooseOperation(page, title);
    if (fill !== undefined) await page.getByLabel(fill[0]).fill(fill[1]);
    await send(page);
    await page.locator('section[aria-label="Answer"][aria-busy="false"]').waitFor();
    await answerOf(page)
      .getByText(/^\d{3} /u)
      .first()
      .waitFor();
  };
  await sendIt('Get Workspace plan');
  await sendIt('Get Spaces');
  await sendIt('Get Spaces');
  await sendIt('Get task', ['task_id', '86c0soebf']);
  await sendIt('Get task', ['task_id', 'nonesuch']);
  await sendIt('Get authorized user');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: /Get Workspace plan/u }).waitFor();
  return perch;
}

/** What was sent before. */
export const history: readonly Stop[] = [
  {
    id: 'history-empty',
    title: 'No history yet',
    caption: 'What will be kept here, and that no secret will.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Get authorized user');
      await perch.page.getByRole('tab', { name: 'History' }).click();
      return perch;
    },
    shows: () => ['The last 200 requests of this connection are kept here, without secrets.'],
  },
  {
    id: 'history',
    title: 'The history',
    caption: 'What was sent, the pinned ones first; what was sent twice is counted.',
    setUp: async (visit) => {
      const perch = await withHistory(visit);
      const { page } = perch;
      const row = page.getByRole('listitem').filter({ hasText: 'Get Workspace plan' });
      await row.getByRole('button', { name: /Get Workspace plan/u }).focus();
      await row.getByRole('button', { name: 'Pin', exact: true }).click();
      await page.getByRole('region', { name: 'Pinned' }).waitFor();
      await page.getByRole('button', { name: /Get task.*nonesuch/u }).click();
      return perch;
    },
    shows: (page) => [page.getByText('Pinned', { exact: true }), page.getByText('× 2')],
  },
  {
    id: 'history-no-match',
    title: 'Nothing found in the history',
    caption: 'What was searched, and the way back.',
    setUp: async (visit) => {
      const perch = await withHistory(visit);
      await perch.page.getByRole('searchbox', { name: 'Find in the history' }).fill('zebra');
      return perch;
    },
    shows: () => ['No request matches'],
  },
  {
    id: 'history-cleared',
    title: 'The history cleared',
    caption: 'How much went, and the way to have it back.',
    setUp: async (visit) => {
      const perch = await withHistory(visit);
      await perch.page.getByRole('button', { name: 'Clear', exact: true }).click();
      return perch;
    },
    shows: () => ['5 requests removed', 'Undo'],
  },
];
