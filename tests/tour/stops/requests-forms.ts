import { CHANNELS } from '../../../electron/contract/channels.ts';
import { send } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, Visit } from '../stop.ts';
import { opened } from '../support/asking.ts';
import { chooseFirst, failChannel, settled } from '../support/steps.ts';

const search = (perch: Perch) => perch.page.getByRole('combobox', { name: 'Find an operation' });

/** The form for filtered tasks with some of what it takes filled in. */
async function filled(visit: Visit): Promise<Perch> {
  const perch = await opened(visit, 'Get filtered Workspace tasks');
  const { page } = perch;
  await page.getByRole('button', { name: /optional parameters/u }).click();
  await page.getByLabel('page', { exact: true }).fill('0');
  await page.getByLabel('order_by').selectOption('due_date');
  await page.getByLabel('subtasks').selectOption('true');
  for (const status of ['in progress', 'review']) {
    await page.getByLabel('statuses[]').fill(status);
    await page.getByLabel('statuses[]').press('Enter');
  }
  await page.getByLabel('due_date_lt').fill('2026-11-27T18:00');
  await page.getByLabel('page', { exact: true }).scrollIntoViewIfNeeded();
  return perch;
}

/** The Requests screen before anything is sent. */
export const forms: readonly Stop[] = [
  {
    id: 'start',
    title: 'Nothing open',
    caption: 'The catalogue on the left, and the three keys to know.',
    setUp: settled,
    shows: () => ['Ask ClickUp anything', 'Get authorized user'],
  },
  {
    id: 'search',
    title: 'Finding an operation',
    caption: 'Names, paths and groups are searched; Enter opens the marked one.',
    setUp: async (visit) => {
      const perch = await settled(visit);
      await search(perch).fill('list');
      return perch;
    },
    shows: (page) => [page.getByRole('option', { name: 'Get folderless Lists' })],
  },
  {
    id: 'no-match',
    title: 'No operation found',
    caption: 'What was searched, and the way back.',
    setUp: async (visit) => {
      const perch = await settled(visit);
      await search(perch).fill('zebra');
      return perch;
    },
    shows: () => ['No operation matches'],
  },
  {
    id: 'catalogue-loading',
    title: 'Catalogue loading',
    caption: 'The place of each name is kept.',
    setUp: async (visit) => {
      const perch = await visit.launch();
      await failChannel(perch, CHANNELS.requests.operations, null);
      await perch.page.getByRole('button', { name: 'Explore with sample data' }).click();
      return chooseFirst(perch);
    },
    shows: (page) => ['Ask ClickUp anything', page.locator('.skeleton')],
  },
  {
    id: 'catalogue-failed',
    title: 'Catalogue failed',
    caption: 'A mistake of ours, said so, with one thing to do.',
    setUp: async (visit) => {
      const perch = await visit.launch();
      await failChannel(perch, CHANNELS.requests.operations, { kind: 'internal' });
      await perch.page.getByRole('button', { name: 'Explore with sample data' }).click();
      return chooseFirst(perch);
    },
    shows: (page) => ['Perch made a mistake', page.getByRole('button', { name: 'Try again' })],
  },
  {
    id: 'form',
    title: 'An operation that needs an id',
    caption: 'What is missing is marked in the address, and its field has the focus.',
    setUp: (visit) => opened(visit, 'Get task'),
    shows: (page) => ['Nothing sent yet', page.getByLabel('task_id', { exact: true })],
  },
  {
    id: 'form-missing',
    title: 'Sent with something missing',
    caption: 'Nothing goes out; the field says what it needs.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Get task');
      await send(perch.page);
      return perch;
    },
    shows: (page) => [page.getByRole('alert').filter({ hasText: 'Needed' })],
  },
  {
    id: 'form-filled',
    title: 'Filled in',
    caption: 'Choices, lists and times have controls of their own; the address follows.',
    setUp: filled,
    shows: (page) => ['5 set', page.getByLabel('order_by'), 'in progress'],
  },
  {
    id: 'form-invalid',
    title: 'Sent with something wrong',
    caption: 'A word where a number belongs is told in its field.',
    setUp: async (visit) => {
      const perch = await filled(visit);
      await perch.page.getByLabel('page', { exact: true }).fill('two');
      await send(perch.page);
      return perch;
    },
    shows: () => ['A whole number is needed'],
  },
  {
    id: 'refused-unsent',
    title: 'Refused before sending',
    caption: 'A value that would leave its place in the path never goes out.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Get task');
      await perch.page.getByLabel('task_id', { exact: true }).fill('..');
      await send(perch.page);
      return perch;
    },
    shows: () => ['Check task_id'],
  },
];
