import { type Locator, type Page } from '@playwright/test';
import { CHANNELS, EVENTS } from '../../../electron/contract/channels.ts';
import { chooseOperation, expect, send } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, Visit } from '../stop.ts';
import { opened } from '../support/asking.ts';
import { failChannel, sampling, settled } from '../support/steps.ts';

const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Find an operation' });

/** Opens the choices of a field. */
async function choices(page: Page, label: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
}

const option = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('option', { name }).first();

/** Chooses the List "Sprint 48" by its way through Space and Folder. */
async function chooseList(page: Page): Promise<void> {
  await choices(page, 'list_id');
  await option(page, 'Platform').click();
  await option(page, 'Web app').click();
  await option(page, /^Sprint 48/u).click();
}

/** A task being written, with a person and a date. */
async function writing(visit: Visit): Promise<Perch> {
  const perch = await opened(visit, 'Create task');
  const { page } = perch;
  await chooseList(page);
  await page.getByLabel('name', { exact: true }).fill('Call Dr. Lindqvist about the pilot');
  await page.getByRole('button', { name: /optional fields/u }).click();
  await choices(page, 'assignees');
  await option(page, /^Ada Kessler/u).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('due_date', { exact: true }).fill('2026-11-27T18:00');
  return perch;
}

/** The same task as JSON. */
async function asJson(visit: Visit): Promise<Perch> {
  const perch = await writing(visit);
  await perch.page.getByRole('tab', { name: 'JSON' }).click();
  await perch.page.getByRole('textbox', { name: 'Body as JSON' }).click();
  return perch;
}

/** Tells the page where its request stands, as main does while one waits. */
const tellProgress = async (perch: Perch): Promise<void> => {
  const now = await perch.page.evaluate(() => window.perch.app.describe());
  const until = now.ok ? now.value.now + 12_000 : 0;
  await perch.app.evaluate(
    ({ BrowserWindow, ipcMain }, [channel, event, until]) => {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, (_event, input: { readonly requestId: string }) => {
        for (const window of BrowserWindow.getAllWindows())
          window.webContents.send(event, {
            requestId: input.requestId,
            progress: { kind: 'waiting', ahead: 0, until },
          });
        return new Promise(() => undefined);
      });
    },
    [CHANNELS.requests.send, EVENTS.requests.progress, until] as const,
  );
};

/** Finding, choosing, writing and confirming. */
export const writes: readonly Stop[] = [
  {
    id: 'search-path',
    title: 'Found by its path',
    caption: 'What was found is marked; where it is the path, the path stands below the name.',
    setUp: async (visit) => {
      const perch = await settled(visit);
      await search(perch.page).fill('folder_id');
      return perch;
    },
    shows: (page) => [page.locator('mark').first()],
  },
  {
    id: 'folded',
    title: 'Groups folded away',
    caption:
      'The left arrow folds a group, the right one brings it back. Tags of both APIs are told apart.',
    setUp: async (visit) => {
      const perch = await settled(visit);
      await search(perch.page).focus();
      for (let count = 0; count < 6; count += 1) {
        await perch.page.keyboard.press('ArrowLeft');
        await perch.page.keyboard.press('ArrowDown');
      }
      return perch;
    },
    shows: () => ['Task Checklists'],
  },
  {
    id: 'sample-gaps',
    title: 'What the sample lacks',
    caption: 'Operations that the sample data does not answer are marked before they are sent.',
    setUp: async (visit) => {
      const perch = await sampling(visit);
      await search(perch.page).fill('goal');
      return perch;
    },
    shows: (page) => [page.getByRole('option', { name: 'Get goals' })],
  },
  {
    id: 'picker-task',
    title: 'Choosing a task',
    caption: 'The tasks changed last, and the way to all others through their Space.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Get task');
      await choices(perch.page, 'task_id');
      return perch;
    },
    shows: (page) => [
      'Recently updated tasks',
      page.getByRole('option', { name: /^Polish the invite dialog/u }),
    ],
  },
  {
    id: 'picker-list',
    title: 'Choosing a List',
    caption: 'By way of its Space and Folder. The arrows and Enter go all the way.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Create task');
      await choices(perch.page, 'list_id');
      await option(perch.page, 'Platform').click();
      return perch;
    },
    shows: (page) => [option(page, 'Web app')],
  },
  {
    id: 'picker-typed',
    title: 'An id typed instead',
    caption: 'What is typed is taken for an id where nothing has that name.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Create task');
      await perch.page.getByLabel('list_id').pressSequentially('901204999');
      return perch;
    },
    shows: () => ['Use the id'],
  },
  {
    id: 'picker-status',
    title: 'Choosing a status',
    caption: 'The statuses of the task’s own List, in ClickUp’s colours.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Update task');
      const { page } = perch;
      await choices(page, 'task_id');
      await page
        .getByRole('group', { name: 'Tasks', exact: true })
        .getByRole('option')
        .first()
        .click();
      await page.getByRole('button', { name: /optional fields/u }).click();
      await page.getByLabel('status', { exact: true }).scrollIntoViewIfNeeded();
      await choices(page, 'status');
      return perch;
    },
    shows: (page) => [page.locator('[popover]').getByRole('option').first()],
  },
  {
    id: 'picker-loading',
    title: 'Choices loading',
    caption: 'An id can be typed meanwhile.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Create task');
      await failChannel(perch, CHANNELS.requests.send, null);
      await choices(perch.page, 'list_id');
      return perch;
    },
    shows: (page) => [page.locator('.skeleton').first()],
  },
  {
    id: 'picker-failed',
    title: 'Choices failed',
    caption: 'Why, and once more.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Create task');
      await failChannel(perch, CHANNELS.requests.send, { kind: 'offline' });
      await choices(perch.page, 'list_id');
      return perch;
    },
    shows: () => ['You are offline.'],
  },
  {
    id: 'body-form',
    title: 'A body as a form',
    caption: 'Fields of the body with controls of their own; times are the person’s in ClickUp.',
    setUp: writing,
    shows: (page) => ['Ada Kessler', page.getByRole('tab', { name: 'JSON' })],
  },
  {
    id: 'body-json',
    title: 'A body as JSON',
    caption: 'The same body; the editor offers fields and choices by the place of the cursor.',
    setUp: async (visit) => {
      const perch = await asJson(visit);
      const { page } = perch;
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.type(', "no');
      await page.getByRole('listbox', { name: 'Completions' }).waitFor();
      return perch;
    },
    shows: (page) => [page.getByRole('option', { name: /notify_all/u })],
  },
  {
    id: 'body-json-wrong',
    title: 'JSON with a mistake',
    caption: 'Where and what, in words; the form waits until it is mended.',
    setUp: async (visit) => {
      const perch = await asJson(visit);
      const { page } = perch;
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(' x');
      await page.getByRole('tab', { name: 'Form' }).click();
      await page.locator('.cm-lintRange-error').first().waitFor();
      return perch;
    },
    shows: (page) => [page.getByRole('alert')],
  },
  {
    id: 'body-nested',
    title: 'Objects and lists in a body',
    caption: 'What is nested is set in; each item of a list has a block of its own.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Update task');
      const { page } = perch;
      await page.getByLabel('task_id', { exact: true }).fill('86c0q2v9x');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /optional fields/u }).click();
      await page.getByRole('group', { name: 'watchers' }).scrollIntoViewIfNeeded();
      return perch;
    },
    shows: (page) => [page.getByRole('group', { name: 'watchers' })],
  },
  {
    id: 'body-file',
    title: 'A file as the body',
    caption: 'Chosen in the system’s own dialog, for one request.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Create task attachment');
      await perch.app.evaluate(({ ipcMain }, channel) => {
        ipcMain.removeHandler(channel);
        ipcMain.handle(channel, () => ({
          ok: true,
          value: {
            fileId: '0b8f0f5e-6c1d-4a3e-9a53-0a3f1f1c8f10',
            name: 'Quote 2026.pdf',
            bytes: 184_320,
          },
        }));
      }, CHANNELS.files.chooseUpload);
      await perch.page.getByRole('button', { name: 'Choose file' }).click();
      return perch;
    },
    shows: () => ['Quote 2026.pdf'],
  },
  {
    id: 'confirm-write',
    title: 'A write asks once',
    caption: 'In the place of Send: what, and where. Enter does it.',
    setUp: async (visit) => {
      const perch = await writing(visit);
      await send(perch.page);
      return perch;
    },
    shows: (page) => [page.getByText(/^Create task “Call Dr. Lindqvist/u)],
  },
  {
    id: 'confirm-doubt',
    title: 'A body that does not fit',
    caption: 'Said before it goes; it can be sent all the same.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Create task');
      await chooseList(perch.page);
      await send(perch.page);
      return perch;
    },
    shows: (page) => [page.getByRole('button', { name: 'Send anyway' })],
  },
  {
    id: 'confirm-delete',
    title: 'A delete asks harder',
    caption: 'What goes, and that it cannot be undone. Enter keeps it.',
    setUp: async (visit) => {
      const perch = await opened(visit, 'Delete task');
      const { page } = perch;
      await choices(page, 'task_id');
      await page
        .getByRole('group', { name: 'Tasks', exact: true })
        .getByRole('option')
        .first()
        .click();
      await send(page);
      return perch;
    },
    shows: () => [/cannot be undone/u],
  },
  {
    id: 'waiting',
    title: 'Waiting for the rate limit',
    caption: 'How long, and a way out.',
    setUp: async (visit) => {
      const perch = await settled(visit);
      await tellProgress(perch);
      await chooseOperation(perch.page, 'Get authorized user');
      await send(perch.page);
      await expect(perch.page.getByRole('button', { name: 'Cancel' })).toBeVisible();
      return perch;
    },
    shows: () => [/Waiting for the rate limit/u],
  },
];
