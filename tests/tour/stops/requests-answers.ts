import { answerOf, chooseOperation, send, TOKEN } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, Visit } from '../stop.ts';
import { answered, asked, opened } from '../support/asking.ts';
import { longNames } from '../support/long-names.ts';
import { refuseWith, sampling } from '../support/steps.ts';

async function withTasks(visit: Visit): Promise<Perch> {
  const perch = await asked(visit, 'Get filtered Workspace tasks');
  await answered(perch, '200 OK');
  return perch;
}

/** An error status, which is an answer like any other. */
const status = (
  id: string,
  title: string,
  caption: string,
  [code, ecode, sentence]: readonly [number, string, string],
): Stop => ({
  id,
  title,
  caption,
  setUp: async (visit) => {
    const perch = await opened(visit, 'Get authorized user');
    refuseWith(visit, code, ecode, sentence);
    await send(perch.page);
    return perch;
  },
  shows: (page) => [answerOf(page).getByText(String(code)), answerOf(page).getByText(ecode)],
});

/** The Requests screen with a request under way, and with what became of it. */
export const answers: readonly Stop[] = [
  {
    id: 'running',
    title: 'Under way',
    caption: 'After 300 ms there is an outline and a way to cancel.',
    setUp: (visit) => asked(visit, 'Get authorized user', { kind: 'neverAnswer' }),
    shows: (page) => [page.getByRole('button', { name: 'Cancel' })],
  },
  {
    id: 'running-again',
    title: 'Under way once more',
    caption: 'The answer from before stays until the next one is there.',
    setUp: async (visit) => {
      const perch = await withTasks(visit);
      visit.clickup.fail({ kind: 'neverAnswer' });
      await send(perch.page);
      return perch;
    },
    shows: (page) => [
      page.getByRole('button', { name: 'Cancel' }),
      answerOf(page).getByText('200 OK'),
    ],
  },
  {
    id: 'cancelled',
    title: 'Cancelled',
    caption: 'Stopped by the person, and one press from another try.',
    setUp: async (visit) => {
      const perch = await asked(visit, 'Get authorized user', { kind: 'neverAnswer' });
      await perch.page.getByRole('button', { name: 'Cancel' }).click();
      return perch;
    },
    shows: (page) => [answerOf(page).getByText('Cancelled'), 'Try again'],
  },
  {
    id: 'answer-tree',
    title: 'An answer as a tree',
    caption: 'Status, time, size and budget on top; what is long is folded, and named.',
    setUp: withTasks,
    shows: (page) => [answerOf(page).getByText('200 OK'), answerOf(page).getByText('tasks')],
  },
  {
    id: 'answer-open',
    title: 'One task unfolded',
    caption: 'Times and durations are told in words beside their number.',
    setUp: async (visit) => {
      const perch = await withTasks(visit);
      await perch.page.getByRole('treeitem', { name: /^0: /u }).click();
      return perch;
    },
    shows: (page) => [page.getByRole('treeitem', { name: /date_created/u })],
  },
  {
    id: 'answer-raw',
    title: 'An answer raw',
    caption: 'The text as ClickUp sent it.',
    setUp: async (visit) => {
      const perch = await asked(visit, 'Get authorized user');
      await answered(perch, '200 OK');
      await perch.page.getByRole('tab', { name: 'Raw' }).click();
      return perch;
    },
    shows: (page) => [page.getByRole('tab', { name: 'Raw', selected: true })],
  },
  {
    id: 'answer-small',
    title: 'A short answer',
    caption: 'Who the token belongs to.',
    setUp: async (visit) => {
      const perch = await asked(visit, 'Get authorized user');
      await answered(perch, '200 OK');
      return perch;
    },
    shows: (page) => [answerOf(page).getByText('ada.kessler@northwind.example')],
  },
  {
    id: 'answer-empty',
    title: 'No body',
    caption: 'A status and nothing else.',
    setUp: (visit) => asked(visit, 'Get authorized user', { kind: 'emptyBody' }),
    shows: () => ['No body'],
  },
  {
    id: 'answer-html',
    title: 'Not JSON',
    caption: 'A gateway’s web page, shown as the text that it is.',
    setUp: (visit) => asked(visit, 'Get authorized user', { kind: 'html', status: 502 }),
    shows: (page) => [answerOf(page).getByText('502'), answerOf(page).getByText(/<h1>/u)],
  },
  {
    id: 'answer-broken',
    title: 'Broken JSON',
    caption: 'JSON that breaks off is shown as text, not guessed at.',
    setUp: (visit) => asked(visit, 'Get authorized user', { kind: 'malformedJson' }),
    shows: (page) => [answerOf(page).getByText('200'), page.getByRole('button', { name: 'Copy' })],
  },
  {
    id: 'secret-hidden',
    title: 'A secret in the answer',
    caption: 'Values that are secrets are blanked before the window sees them.',
    setUp: (visit) =>
      asked(visit, 'Get authorized user', {
        kind: 'status',
        status: 400,
        ecode: 'INPUT_003',
        sentence: `Unexpected header ${TOKEN}`,
      }),
    shows: (page) => [answerOf(page).getByText('400'), answerOf(page).getByText('INPUT_003')],
  },
  status('status-403', 'Forbidden', 'The role of the person does not allow it.', [
    403,
    'OAUTH_027',
    'You do not have access to this resource',
  ]),
  status('status-404', 'Not found', 'ClickUp’s own sentence and code stand above the body.', [
    404,
    'ITEM_013',
    'Task not found, deleted',
  ]),
  {
    id: 'offline',
    title: 'Offline',
    caption: 'No answer came; the status line says so too.',
    setUp: (visit) => asked(visit, 'Get authorized user', { kind: 'cutBeforeHeaders' }),
    shows: (page) => ['You are offline', page.getByRole('contentinfo').getByText('Offline')],
  },
  {
    id: 'something-between',
    title: 'Redirected',
    caption: 'A redirect is refused, so that the token goes nowhere else.',
    setUp: (visit) =>
      asked(visit, 'Get authorized user', {
        kind: 'redirect',
        status: 302,
        origin: 'http://127.0.0.1:9',
      }),
    shows: () => ['Something between you and ClickUp answered'],
  },
  {
    id: 'not-in-sample',
    title: 'Not in the sample data',
    caption: 'The sample lacks an operation: said in one sentence, with the way to the real one.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Get task');
      await perch.page.getByLabel('task_id', { exact: true }).fill('86c2h1k4v');
      refuseWith(visit, 501, 'SAMPLE_501', 'Not in the sample');
      await send(perch.page);
      return perch;
    },
    shows: () => ['Not in the sample data', 'Connect your account'],
  },
  {
    id: 'sample-data',
    title: 'On the sample data',
    caption: 'The same screen without an account; the banner says what it is.',
    setUp: async (visit) => {
      const perch = await sampling(visit);
      await chooseOperation(perch.page, 'Get Spaces');
      await send(perch.page);
      await answered(perch, '200 OK');
      return perch;
    },
    shows: (page) => ['You are looking at sample data.', answerOf(page).getByText('200 OK')],
  },
  {
    id: 'long-names',
    title: 'Long names',
    caption: 'Names are cut where they end; the form and the answer keep their place.',
    world: { data: longNames() },
    setUp: async (visit) => {
      const perch = await asked(visit, 'Get authorized user');
      await answered(perch, '200 OK');
      return perch;
    },
    shows: (page) => [answerOf(page).getByText('200 OK'), /Kessler-Brandenburg/u],
  },
];
